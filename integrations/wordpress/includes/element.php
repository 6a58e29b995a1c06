<?php
/**
 * The element, as a page gets it: attributes, settings, and what readers without JavaScript see.
 *
 * Authors choose among what the owner has allowed. They can set no receiver, no settings and no address of a pack.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/**
 * The element for what an author asked for, and the loader with it; in a feed a link.
 *
 * @param array $asked `pack`, `lang`, `mode`, `lead`, `cta_href`, `id`, `class`; whatever is not known is the owner's setting.
 */
function shindan_element( $asked ) {
	if ( is_feed() ) {
		return shindan_link_for_feeds();
	}
	shindan_need_loader();
	$attributes = '';
	foreach ( shindan_attributes( $asked ) as $name => $value ) {
		$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return sprintf( '<shindan-widget%s>%s%s</shindan-widget>', $attributes, shindan_settings_child(), shindan_fallback() );
}

/**
 * The attributes and their values.
 *
 * @param array $asked As for shindan_element().
 */
function shindan_attributes( $asked ) {
	$settings = shindan_settings();
	$choices  = shindan_choices();
	$choose   = function ( $name, $allowed, $fallback ) use ( $asked ) {
		$value = $asked[ $name ] ?? '';
		return in_array( $value, $allowed, true ) && '' !== $value ? $value : $fallback;
	};
	$pack     = $choose( 'pack', shindan_pack_names(), $settings['pack'] );
	$pack     = in_array( $pack, shindan_pack_names(), true ) ? $pack : 'readiness';
	$mode     = $choose( 'mode', $choices['mode'], 'inline' );
	$found    = array(
		'id'         => sanitize_html_class( $asked['id'] ?? '' ),
		'class'      => implode( ' ', array_map( 'sanitize_html_class', explode( ' ', $asked['class'] ?? '' ) ) ),
		'pack'       => 'readiness' === $pack ? '' : shindan_pack_attribute( $pack ),
		'lang'       => $choose( 'lang', $choices['lang'], $settings['lang'] ),
		'mode'       => 'inline' === $mode ? '' : $mode,
		'lead'       => $choose( 'lead', $choices['lead'], $settings['lead'] ),
		'cta-href'   => $choose( 'cta_href', $settings['links'], $settings['links'][0] ?? '' ),
		'data-layer' => $settings['data_layer'] ? 'on' : '',
	);
	return array_filter( $found );
}

/**
 * The owner's settings as a JSON child, in which nothing is markup; nothing where nothing is set.
 */
function shindan_settings_child() {
	$configuration = shindan_configuration();
	if ( array() === get_object_vars( $configuration ) ) {
		return '';
	}
	$json = wp_json_encode( $configuration, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
	return '<script type="application/json">' . $json . '</script>';
}

/**
 * What shows until the element is there, and for good without JavaScript. A span, which no paragraph around it splits.
 */
function shindan_fallback() {
	$settings = shindan_settings();
	$text     = '' === $settings['fallback'] ? __( 'The self-diagnosis appears here if JavaScript is turned on.', 'shindan' ) : $settings['fallback'];
	$link     = $settings['links'][0] ?? '';
	$more     = '' === $link ? '' : sprintf( ' <a href="%s">%s</a>', esc_url( $link ), esc_html__( 'To the consultation', 'shindan' ) );
	return '<span class="shindan-fallback">' . esc_html( $text ) . $more . '</span>';
}

/**
 * A feed gets no script and no settings.
 */
function shindan_link_for_feeds() {
	return sprintf( '<a href="%s">%s</a>', esc_url( get_permalink() ), esc_html__( 'To the self-diagnosis on our page', 'shindan' ) );
}
