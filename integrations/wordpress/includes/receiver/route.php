<?php
/**
 * The address for leads, `POST shindan/v1/leads`: there while the owner has switched the receiver on.
 *
 * A reply of 200 means that the lead is kept. Anything that can pass is answered so that the widget tries again.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

add_action( 'rest_api_init', 'shindan_register_lead_route' );

/**
 * Registers the route. Visitors are nobody to WordPress, so there is no permission to check; what is sent is.
 */
function shindan_register_lead_route() {
	if ( ! shindan_settings()['receiver'] ) {
		return;
	}
	register_rest_route(
		'shindan/v1',
		'/leads',
		array(
			'methods'             => 'POST',
			'callback'            => 'shindan_receive_lead',
			'permission_callback' => '__return_true',
		)
	);
}

/**
 * Takes a lead.
 *
 * @param WP_REST_Request $request Holds it.
 */
function shindan_receive_lead( $request ) {
	if ( strlen( $request->get_body() ) > SHINDAN_LARGEST_LEAD ) {
		return new WP_Error( 'shindan_too_large', 'a lead has 32 KiB at most', array( 'status' => 413 ) );
	}
	$lead = shindan_check_lead( $request->get_json_params() );
	if ( is_wp_error( $lead ) ) {
		return $lead;
	}
	if ( 0 !== shindan_find_lead( $lead['lead_id'] ) ) {
		return shindan_reply_to_lead( $lead );
	}
	$wait = shindan_count_lead();
	if ( $wait > 0 ) {
		$response = new WP_REST_Response( array( 'code' => 'shindan_too_many' ), 429 );
		$response->header( 'Retry-After', (string) $wait );
		$response->header( 'Access-Control-Expose-Headers', 'Retry-After' );
		return $response;
	}
	$kept = shindan_store_lead( $lead );
	if ( is_wp_error( $kept ) ) {
		return $kept;
	}
	if ( $kept['is_new'] ) {
		shindan_mail_lead( $lead, $kept['post'] );
		/**
		 * A lead has come, for the first time.
		 *
		 * @param array $lead The lead.
		 */
		do_action( 'shindan_lead_kept', $lead );
	}
	return shindan_reply_to_lead( $lead );
}

/**
 * The reply that confirms a stored lead.
 *
 * @param array $lead The lead.
 */
function shindan_reply_to_lead( $lead ) {
	return new WP_REST_Response( array( 'lead_id' => $lead['lead_id'] ), 200 );
}
