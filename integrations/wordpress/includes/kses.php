<?php
/**
 * What authors may write as markup: the element with its harmless attributes.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

add_filter( 'wp_kses_allowed_html', 'shindan_allow_element', 10, 2 );
add_filter( 'wp_kses_uri_attributes', 'shindan_check_link' );
add_filter( 'tiny_mce_before_init', 'shindan_keep_in_visual_tab' );

/**
 * Allows the element in posts. There is no `config` among its attributes, and `pack` names a built-in diagnosis.
 *
 * @param array  $allowed Elements with their attributes.
 * @param string $context Where.
 */
function shindan_allow_element( $allowed, $context ) {
	if ( 'post' !== $context || ! is_array( $allowed ) ) {
		return $allowed;
	}
	$choices                   = shindan_choices();
	$allowed['shindan-widget'] = array(
		'id'       => true,
		'class'    => true,
		'cta-href' => true,
		'pack'     => array( 'values' => array_keys( shindan_built_in_packs() ) ),
		'lang'     => array( 'values' => $choices['lang'] ),
		'mode'     => array( 'values' => $choices['mode'] ),
		'lead'     => array( 'values' => $choices['lead'] ),
	);
	return $allowed;
}

/**
 * The link is checked as every other.
 *
 * @param string[] $attributes Names of attributes that hold addresses.
 */
function shindan_check_link( $attributes ) {
	$attributes[] = 'cta-href';
	return $attributes;
}

/**
 * The Visual tab of the classic editor keeps the element.
 *
 * @param array $settings Of the editor.
 */
function shindan_keep_in_visual_tab( $settings ) {
	$add = function ( $name, $value ) use ( &$settings ) {
		$before            = $settings[ $name ] ?? '';
		$settings[ $name ] = '' === $before ? $value : "$before,$value";
	};
	$add( 'custom_elements', 'shindan-widget' );
	$add( 'extended_valid_elements', 'shindan-widget[id|class|cta-href|pack|lang|mode|lead]' );
	return $settings;
}
