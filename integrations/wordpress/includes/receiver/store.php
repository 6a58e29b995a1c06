<?php
/**
 * Leads as private records of this WordPress: a post type that no page, feed, search or API shows, for administrators alone.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/** The post type. */
const SHINDAN_LEAD = 'shindan_lead';

add_action( 'init', 'shindan_register_leads' );
add_filter( 'wp_untrash_post_status', 'shindan_untrash_lead', 10, 2 );

/**
 * Makes the post type known. It stays while the receiver is off, so that what came before can be read and deleted.
 */
function shindan_register_leads() {
	$only = 'manage_options';
	register_post_type(
		SHINDAN_LEAD,
		array(
			'labels'              => array(
				'name'               => __( 'Leads', 'shindan' ),
				'singular_name'      => __( 'Lead', 'shindan' ),
				'edit_item'          => __( 'Lead', 'shindan' ),
				'search_items'       => __( 'Search leads', 'shindan' ),
				'not_found'          => __( 'No leads yet.', 'shindan' ),
				'not_found_in_trash' => __( 'No leads in the trash.', 'shindan' ),
			),
			'public'              => false,
			'show_ui'             => true,
			'show_in_menu'        => 'shindan',
			'show_in_rest'        => false,
			'exclude_from_search' => true,
			'can_export'          => false,
			'rewrite'             => false,
			'query_var'           => false,
			'supports'            => false,
			'map_meta_cap'        => false,
			'capabilities'        => array(
				'edit_post'              => $only,
				'read_post'              => $only,
				'delete_post'            => $only,
				'edit_posts'             => $only,
				'edit_others_posts'      => $only,
				'publish_posts'          => $only,
				'read_private_posts'     => $only,
				'delete_posts'           => $only,
				'delete_private_posts'   => $only,
				'delete_published_posts' => $only,
				'delete_others_posts'    => $only,
				'edit_private_posts'     => $only,
				'edit_published_posts'   => $only,
				'create_posts'           => 'do_not_allow',
			),
		)
	);
}

/**
 * A lead that is restored from the trash is private as before; WordPress would make a draft of it.
 *
 * @param string $status The status that WordPress would give it.
 * @param int    $post   The post.
 */
function shindan_untrash_lead( $status, $post ) {
	return SHINDAN_LEAD === get_post_type( $post ) ? 'private' : $status;
}

/**
 * The post that keeps a lead, the one in the trash too; 0 where there is none.
 *
 * @param string $id The lead's id.
 */
function shindan_find_lead( $id ) {
	global $wpdb;
	$found = $wpdb->get_var( $wpdb->prepare( "SELECT ID FROM {$wpdb->posts} WHERE post_type = %s AND post_name IN (%s, %s) LIMIT 1", SHINDAN_LEAD, $id, $id . '__trashed' ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The answer must not come from a cache.
	return (int) $found;
}

/**
 * Stores a lead; idempotent by its id. Returns the post, and whether it is new.
 *
 * @param array $lead As shindan_check_lead() gives it.
 * @return array|WP_Error
 */
function shindan_store_lead( $lead ) {
	global $wpdb;
	$id   = $lead['lead_id'];
	$lock = 'shindan_' . $id;
	// Two requests with one lead may come at once; the second waits for the first.
	$locked = $wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK(%s, 10)', $lock ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- A lock is no data.
	if ( '0' === $locked ) {
		return new WP_Error( 'shindan_busy', 'the same lead is being kept', array( 'status' => 503 ) );
	}
	$post   = shindan_find_lead( $id );
	$is_new = 0 === $post;
	if ( $is_new ) {
		$post = wp_insert_post(
			array(
				'post_type'    => SHINDAN_LEAD,
				'post_status'  => 'private',
				'post_name'    => $id,
				'post_title'   => wp_slash( shindan_title_of_lead( $lead ) ),
				'post_content' => wp_slash( wp_json_encode( $lead, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_QUOT | JSON_HEX_APOS ) ),
				'meta_input'   => array( '_shindan_email' => strtolower( $lead['contact']['email'] ) ),
			),
			true
		);
	}
	$wpdb->query( $wpdb->prepare( 'DO RELEASE_LOCK(%s)', $lock ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- A lock is no data.
	if ( is_wp_error( $post ) ) {
		return new WP_Error( 'shindan_not_kept', 'the lead could not be kept', array( 'status' => 503 ) );
	}
	return array(
		'post'   => $post,
		'is_new' => $is_new,
	);
}

/**
 * Who it is, on one line.
 *
 * @param array $lead A lead.
 */
function shindan_title_of_lead( $lead ) {
	$parts = array();
	foreach ( array( 'contact.company', 'contact.last_name', 'contact.first_name' ) as $path ) {
		$parts[] = shindan_of_lead( $lead, $path );
	}
	$title = trim( preg_replace( '/\s+/u', ' ', implode( ' ', $parts ) ) );
	return '' === $title ? shindan_of_lead( $lead, 'contact.email' ) : $title;
}

/**
 * The lead that a post keeps.
 *
 * @param WP_Post $post Of the post type.
 */
function shindan_lead_in( $post ) {
	$lead = json_decode( $post->post_content, true );
	return is_array( $lead ) ? $lead : array();
}
