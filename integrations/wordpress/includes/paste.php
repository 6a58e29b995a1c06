<?php
/**
 * The code for pages of other kinds, pasted by somebody whose scripts WordPress takes out: what would be left of it, settings
 * printed as text, goes as well, and whoever pasted it reads a notice.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/**
 * A script up to its end tag, or up to the end of the element around it; without either its start tag alone, so that the
 * rest of the article stays. The possessive loops keep long content within PCRE's limits.
 */
const SHINDAN_SCRIPT = '~<script\b[^>]*>(?:[^<]*+(?:<(?!/?shindan-widget|/script\s*>)[^<]*+)*+(?:</script\s*>|(?=</shindan-widget)))?~i';

// Before KSES, which WordPress does at 10.
add_filter( 'content_save_pre', 'shindan_take_scripts_out', 9 );
add_action( 'admin_notices', 'shindan_say_what_was_taken_out' );

/**
 * What to do instead.
 */
function shindan_paste_advice() {
	return __( 'You don\'t need to paste the code of the self-diagnosis: the plugin adds it, with the settings of the site. Use the block "Self-diagnosis" or the shortcode [shindan]. Scripts that you are not allowed to save are removed.', 'shindan' );
}

/**
 * Takes scripts out of content with the element, whole, where KSES would leave their text.
 *
 * @param string $content Slashed, as it is to be saved.
 */
function shindan_take_scripts_out( $content ) {
	if ( ! is_string( $content ) || current_user_can( 'unfiltered_html' ) || false === stripos( $content, '<shindan-widget' ) ) {
		return $content;
	}
	$clean = preg_replace( SHINDAN_SCRIPT, '', $content );
	if ( null === $clean || $clean === $content ) {
		return $content;
	}
	set_transient( 'shindan_pasted_' . get_current_user_id(), 1, HOUR_IN_SECONDS );
	return $clean;
}

/**
 * Says so once, on the next page of the administration.
 */
function shindan_say_what_was_taken_out() {
	$name = 'shindan_pasted_' . get_current_user_id();
	if ( get_transient( $name ) ) {
		delete_transient( $name );
		printf( '<div class="notice notice-warning is-dismissible"><p>%s</p></div>', esc_html( shindan_paste_advice() ) );
	}
}
