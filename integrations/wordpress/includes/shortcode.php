<?php
/**
 * The shortcode `[shindan]`, for the classic editor and wherever shortcodes are taken.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'shindan_register_shortcode' );

/**
 * Makes it known.
 */
function shindan_register_shortcode() {
	add_shortcode( 'shindan', 'shindan_shortcode' );
}

/**
 * The element for a shortcode.
 *
 * @param array|string $written `pack`, `lang`, `mode`, `lead`, `cta-href`, `id`.
 */
function shindan_shortcode( $written ) {
	$known = shortcode_atts(
		array(
			'pack'     => '',
			'lang'     => '',
			'mode'     => '',
			'lead'     => '',
			'cta-href' => '',
			'id'       => '',
		),
		$written,
		'shindan'
	);
	// Its link is written with entities once an editor has saved it.
	$known['cta_href'] = html_entity_decode( $known['cta-href'], ENT_QUOTES );
	return shindan_element( $known );
}
