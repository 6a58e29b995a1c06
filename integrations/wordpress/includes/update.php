<?php
/**
 * An update of the plugin replaces its folder. Open tabs and cached pages still ask for files of the version before, which bear
 * a hash in their name: they are kept until the next update.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

add_filter( 'upgrader_source_selection', 'shindan_keep_old_files', 10, 1 );

/**
 * Copies the hashed files of the version that is installed into the one that takes its place.
 *
 * @param string|WP_Error $source The folder of what is to be installed.
 */
function shindan_keep_old_files( $source ) {
	global $wp_filesystem;
	if ( is_wp_error( $source ) || ! $wp_filesystem || ! $wp_filesystem->is_file( trailingslashit( $source ) . 'shindan.php' ) ) {
		return $source;
	}
	foreach ( shindan_hashed_files() as $file ) {
		$to = trailingslashit( $source ) . 'site/' . $file;
		if ( ! $wp_filesystem->exists( $to ) ) {
			$wp_filesystem->put_contents( $to, file_get_contents( SHINDAN_DIR . 'site/' . $file ), FS_CHMOD_FILE ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of the plugin's own.
		}
	}
	return $source;
}

/**
 * The files of this version whose names never stand for other bytes. Those of the version before are none of them.
 *
 * @return string[]
 */
function shindan_hashed_files() {
	$manifest = json_decode( (string) file_get_contents( SHINDAN_DIR . 'site/manifest.json' ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of the plugin's own.
	$names    = wp_list_pluck( $manifest->files ?? array(), 'path' );
	return preg_grep( '~^[A-Za-z0-9._-]+-[0-9a-f]{8}\.(js|wasm|txt)$~', $names );
}
