<?php
/**
 * Elements that stand in the content as markup: they get the loader and the owner's settings like those of block and shortcode.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

// After shortcodes, which WordPress does at 11.
add_filter( 'the_content', 'shindan_complete_elements', 12 );
add_filter( 'widget_text', 'shindan_complete_elements', 12 );
add_filter( 'widget_block_content', 'shindan_complete_elements', 12 );

/**
 * Gives each element that has none the owner's settings; in a feed each becomes a link.
 *
 * @param string $content Markup.
 */
function shindan_complete_elements( $content ) {
	if ( ! is_string( $content ) || false === stripos( $content, '<shindan-widget' ) ) {
		return $content;
	}
	if ( is_feed() ) {
		return preg_replace( '~<shindan-widget\b.*?</shindan-widget\s*>~is', shindan_link_for_feeds(), $content );
	}
	shindan_need_loader( '' );
	$child = shindan_settings_child();
	return preg_replace_callback(
		'~<shindan-widget\b[^>]*>(?!\s*<script)~i',
		function ( $found ) use ( $child ) {
			// Who may write a `config` may write his own settings.
			return preg_match( '~\sconfig\s*=~i', $found[0] ) ? $found[0] : $found[0] . $child;
		},
		$content
	);
}
