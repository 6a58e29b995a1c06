<?php
/**
 * Optimisers that delay, join or minify scripts and styles are kept from those of the widget: the loader is small, it is
 * a module, and its files know each other by their bytes.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/**
 * The marks on the tag by which optimisers know what to leave alone.
 */
function shindan_optimiser_marks() {
	return array(
		'data-cfasync'            => 'false',
		'data-no-optimize'        => '1',
		'data-no-minify'          => '1',
		'data-no-defer'           => '1',
		'data-noptimize'          => '1',
		'data-pagespeed-no-defer' => true,
		'data-wpmeteor-nooptimize' => 'true',
		'nowprocket'              => true,
	);
}

/**
 * The marks on the styles of a snippet. Joined with those of the page they would dress the page, and not the question.
 */
function shindan_style_marks() {
	return 'data-no-optimize="1" data-noptimize="1"';
}

add_filter( 'rocket_rucss_inline_atts_exclusions', 'shindan_leave_styles_alone' );

/**
 * Adds the mark to a list of attributes whose styles are kept.
 *
 * @param mixed $excluded A list.
 */
function shindan_leave_styles_alone( $excluded ) {
	return array_merge( (array) $excluded, array( 'data-noptimize' ) );
}

/**
 * The filters that take a list of parts of addresses.
 */
function shindan_optimiser_lists() {
	return array(
		'rocket_delay_js_exclusions',
		'rocket_exclude_js',
		'rocket_exclude_defer_js',
		'litespeed_optimize_js_excludes',
		'litespeed_optm_js_defer_exc',
		'litespeed_optm_gm_js_exc',
		'perfmatters_delay_js_exclusions',
		'flying_press_exclude_from_delay:js',
		'flying_press_exclude_from_minify:js',
		'wp-optimize-minify-default-exclusions',
	);
}

foreach ( shindan_optimiser_lists() as $shindan_filter ) {
	add_filter( $shindan_filter, 'shindan_leave_files_alone' );
}
unset( $shindan_filter );

/**
 * Adds the folder of the widget's site.
 *
 * @param mixed $excluded A list.
 */
function shindan_leave_files_alone( $excluded ) {
	return array_merge( (array) $excluded, array( '/' . dirname( plugin_basename( SHINDAN_FILE ) ) . '/site/' ) );
}

foreach ( array( 'sgo_js_minify_exclude', 'sgo_javascript_combine_exclude', 'sgo_js_async_exclude' ) as $shindan_filter ) {
	add_filter( $shindan_filter, 'shindan_leave_handle_alone' );
}
unset( $shindan_filter );

/**
 * Adds the loader's handle.
 *
 * @param mixed $excluded A list.
 */
function shindan_leave_handle_alone( $excluded ) {
	return array_merge( (array) $excluded, array( 'shindan' ) );
}

add_filter( 'autoptimize_filter_js_exclude', 'shindan_leave_in_text' );

/**
 * Adds the folder to a list in a text.
 *
 * @param mixed $excluded A list with commas, or an array.
 */
function shindan_leave_in_text( $excluded ) {
	return is_array( $excluded ) ? shindan_leave_files_alone( $excluded ) : $excluded . ', shindan/site/';
}

add_filter( 'js_do_concat', 'shindan_leave_unjoined', 10, 2 );

/**
 * Whether a script may be joined with others.
 *
 * @param bool   $joined As it was.
 * @param string $handle Of which script.
 */
function shindan_leave_unjoined( $joined, $handle ) {
	return 'shindan' === $handle ? false : $joined;
}
