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
 * The element for what an author asked for, with its first question where that can be, and the loader; in a feed a link.
 *
 * @param array $requested `pack`, `lang`, `mode`, `lead`, `cta_href`, `id`, `class`; whatever is not known is the owner's setting.
 */
function shindan_element( $requested ) {
	if ( is_feed() ) {
		return shindan_link_for_feeds();
	}
	$attributes = shindan_attributes( $requested );
	$question   = shindan_first_question( $attributes );
	// Another loader than that of the snippet would replace it.
	$is_of_loader = shindan_need_loader( $question );
	$is_in_text   = ! isset( $attributes['mode'] );
	$snippet      = $is_of_loader && $is_in_text ? shindan_snippet( $question, shindan_configuration()->theme ?? null ) : '';
	$written      = '';
	foreach ( $attributes as $name => $value ) {
		$written .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	// The settings first, by which the element is known to have them.
	$content = shindan_settings_child() . $snippet . shindan_fallback( '' !== $snippet );
	return sprintf( '<shindan-widget%s>%s</shindan-widget>', $written, $content );
}

/**
 * Diagnosis and language of an element as `ID.LANG`; nothing where the diagnosis is the owner's.
 *
 * @param array $attributes Those of the element.
 */
function shindan_first_question( $attributes ) {
	$pack = $attributes['pack'] ?? 'readiness';
	$lang = $attributes['lang'] ?? shindan_site_language();
	return isset( shindan_built_in_packs()[ $pack ] ) ? "$pack.$lang" : '';
}

/**
 * The language that the widget speaks on pages of this site, unless an element names another.
 */
function shindan_site_language() {
	$language = strtolower( substr( get_bloginfo( 'language' ), 0, 2 ) );
	return in_array( $language, array( 'ja', 'en' ), true ) ? $language : 'ja';
}

/**
 * The attributes and their values.
 *
 * @param array $requested As for shindan_element().
 */
function shindan_attributes( $requested ) {
	$settings = shindan_settings();
	$choices  = shindan_choices();
	$choose   = function ( $name, $allowed, $fallback ) use ( $requested ) {
		$value = $requested[ $name ] ?? '';
		return in_array( $value, $allowed, true ) && '' !== $value ? $value : $fallback;
	};
	$pack     = $choose( 'pack', shindan_pack_names(), $settings['pack'] );
	$pack     = in_array( $pack, shindan_pack_names(), true ) ? $pack : 'readiness';
	$mode     = $choose( 'mode', $choices['mode'], 'inline' );
	$found    = array(
		'id'         => sanitize_html_class( $requested['id'] ?? '' ),
		'class'      => implode( ' ', array_map( 'sanitize_html_class', explode( ' ', $requested['class'] ?? '' ) ) ),
		'pack'       => 'readiness' === $pack ? '' : shindan_pack_attribute( $pack ),
		'lang'       => $choose( 'lang', $choices['lang'], $settings['lang'] ),
		'mode'       => 'inline' === $mode ? '' : $mode,
		// An attribute overrides the pasted settings, so the default place of the form is not written.
		'lead'       => $choose( 'lead', $choices['lead'], 'after' === $settings['lead'] ? '' : $settings['lead'] ),
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
 *
 * @param bool $is_below Whether it stands below the first question.
 */
function shindan_fallback( $is_below ) {
	$settings = shindan_settings();
	$text     = $is_below
		? __( 'The self-diagnosis continues if JavaScript is turned on.', 'shindan' )
		: __( 'The self-diagnosis appears here if JavaScript is turned on.', 'shindan' );
	$text     = '' === $settings['fallback'] ? $text : $settings['fallback'];
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
