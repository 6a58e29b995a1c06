<?php
/**
 * Leads in WordPress's own tools for personal data: export, erase, and words for the privacy policy.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/** Maximum number of leads that are processed at once. */
const SHINDAN_AT_ONCE = 50;

add_filter( 'wp_privacy_personal_data_exporters', 'shindan_add_exporter' );
add_filter( 'wp_privacy_personal_data_erasers', 'shindan_add_eraser' );
add_action( 'admin_init', 'shindan_suggest_policy' );

/**
 * Adds the export.
 *
 * @param array $exporters Those that there are.
 */
function shindan_add_exporter( $exporters ) {
	$exporters['shindan'] = array(
		'exporter_friendly_name' => __( 'Leads of the self-diagnosis', 'shindan' ),
		'callback'               => 'shindan_export_person',
	);
	return $exporters;
}

/**
 * Adds the erasure.
 *
 * @param array $erasers Those that there are.
 */
function shindan_add_eraser( $erasers ) {
	$erasers['shindan'] = array(
		'eraser_friendly_name' => __( 'Leads of the self-diagnosis', 'shindan' ),
		'callback'             => 'shindan_erase_person',
	);
	return $erasers;
}

/**
 * The leads of an e-mail address, those in the trash too.
 *
 * @param string $email The address.
 * @param int    $page  From 1.
 * @return WP_Post[]
 */
function shindan_leads_of( $email, $page ) {
	return get_posts(
		array(
			'post_type'      => SHINDAN_LEAD,
			// Drafts are leads that were restored from the trash under earlier versions.
			'post_status'    => array( 'private', 'draft', 'trash' ),
			'posts_per_page' => SHINDAN_AT_ONCE,
			'paged'          => $page,
			'orderby'        => 'ID',
			'order'          => 'ASC',
			'meta_key'       => '_shindan_email', // phpcs:ignore WordPress.DB.SlowDBQuery -- Asked by a person, seldom.
			'meta_value'     => strtolower( $email ), // phpcs:ignore WordPress.DB.SlowDBQuery -- Asked by a person, seldom.
		)
	);
}

/**
 * Exports what is kept of somebody.
 *
 * @param string $email The address.
 * @param int    $page  From 1.
 */
function shindan_export_person( $email, $page = 1 ) {
	$posts = shindan_leads_of( $email, $page );
	$items = array();
	foreach ( $posts as $post ) {
		$lead = shindan_lead_in( $post );
		$data = array();
		foreach ( shindan_lead_columns() as $path => $title ) {
			$text = shindan_shown_of_lead( $lead, $path );
			if ( '' !== $text ) {
				$data[] = array(
					'name'  => $title,
					'value' => $text,
				);
			}
		}
		$items[] = array(
			'group_id'    => 'shindan',
			'group_label' => __( 'Leads of the self-diagnosis', 'shindan' ),
			'item_id'     => 'shindan-' . $post->ID,
			'data'        => $data,
		);
	}
	return array(
		'data' => $items,
		'done' => count( $posts ) < SHINDAN_AT_ONCE,
	);
}

/**
 * Erases what is kept of somebody.
 *
 * @param string $email The address.
 */
function shindan_erase_person( $email ) {
	$erased = 0;
	$kept   = false;
	$posts  = shindan_leads_of( $email, 1 );
	foreach ( $posts as $post ) {
		if ( wp_delete_post( $post->ID, true ) ) {
			++$erased;
		} else {
			$kept = true;
		}
	}
	return array(
		'items_removed'  => $erased,
		'items_retained' => $kept,
		'messages'       => array(),
		'done'           => $kept || count( $posts ) < SHINDAN_AT_ONCE,
	);
}

/**
 * Words for the owner's privacy policy.
 */
function shindan_suggest_policy() {
	$text = __( 'The self-diagnosis works in your browser; your answers leave it only if you send the contact form. What you then send (your contact data, your message, the result, and your answers if you tick that) is kept by this website until it is deleted, and is mailed to its operator.', 'shindan' );
	wp_add_privacy_policy_content( 'Shindan', '<p>' . esc_html( $text ) . '</p>' );
}
