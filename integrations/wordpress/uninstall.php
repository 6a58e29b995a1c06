<?php
/**
 * Leaves nothing: no settings, no packs, no leads.
 *
 * @package Shindan
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

$shindan_sites = is_multisite() ? get_sites(
	array(
		'fields' => 'ids',
		'number' => 0,
	)
) : array( get_current_blog_id() );

foreach ( $shindan_sites as $shindan_site ) {
	if ( is_multisite() ) {
		switch_to_blog( $shindan_site );
	}
	$shindan_leads = get_posts(
		array(
			'post_type'   => 'shindan_lead',
			'post_status' => array( 'any', 'private', 'trash' ),
			'numberposts' => -1,
			'fields'      => 'ids',
		)
	);
	foreach ( $shindan_leads as $shindan_lead ) {
		wp_delete_post( $shindan_lead, true );
	}
	delete_option( 'shindan_settings' );
	delete_option( 'shindan_packs' );
	global $wpdb;
	foreach ( array( '_transient_shindan_', '_transient_timeout_shindan_' ) as $shindan_prefix ) {
		$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->options} WHERE option_name LIKE %s", $wpdb->esc_like( $shindan_prefix ) . '%' ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Transients with names that are not known.
	}
	if ( is_multisite() ) {
		restore_current_blog();
	}
}
