<?php
/**
 * What the owner has set: reading it, and the one way in.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/** The option that holds the settings. */
const SHINDAN_SETTINGS = 'shindan_settings';

add_action( 'admin_init', 'shindan_register_settings' );
add_action( 'rest_api_init', 'shindan_register_settings' );

/**
 * Registers the option, so that whatever is saved goes through the check.
 */
function shindan_register_settings() {
	register_setting(
		'shindan',
		SHINDAN_SETTINGS,
		array(
			'type'              => 'array',
			'sanitize_callback' => 'shindan_check_settings',
			'show_in_rest'      => false,
		)
	);
}

/**
 * What holds where nothing was set.
 */
function shindan_default_settings() {
	return array(
		'links'         => array(),
		'pack'          => 'readiness',
		'lang'          => '',
		'lead'          => 'after',
		'accent'        => '',
		'fallback'      => '',
		'data_layer'    => false,
		'configuration' => '',
		'receiver'      => false,
		'mail'          => '',
	);
}

/**
 * The settings, whole.
 */
function shindan_settings() {
	$stored = get_option( SHINDAN_SETTINGS );
	return array_merge( shindan_default_settings(), is_array( $stored ) ? $stored : array() );
}

/**
 * The values that an option may have, the default first.
 */
function shindan_choices() {
	return array(
		'lang' => array( '', 'ja', 'en' ),
		'mode' => array( 'inline', 'popup', 'slider', 'side-tab' ),
		'lead' => array( 'after', 'before', 'off' ),
	);
}

/**
 * Validates the submitted settings.
 *
 * An invalid link, colour or e-mail address is dropped; any other invalid value leaves its setting unchanged. All but
 * invalid selections are reported on the settings page.
 *
 * WordPress calls it twice when the option is new, so it must take its own result.
 *
 * @param mixed $sent What the form sent.
 */
function shindan_check_settings( $sent ) {
	$before = shindan_settings();
	$sent   = is_array( $sent ) ? $sent : array();
	$kept   = $before;

	$links = $sent['links'] ?? $before['links'];
	if ( is_string( $links ) ) {
		$links = preg_split( '/\R/', $links );
	}
	$kept['links'] = array();
	foreach ( (array) $links as $link ) {
		$link = trim( (string) $link );
		if ( '' === $link ) {
			continue;
		}
		$safe = shindan_safe_link( $link );
		if ( '' === $safe ) {
			/* translators: %s: what was written. */
			shindan_refuse( 'links', sprintf( __( '%s is not a valid link. Start it with https://, http://, mailto:, tel: or /.', 'shindan' ), $link ) );
		} else {
			$kept['links'][] = $safe;
		}
	}
	$kept['links'] = array_values( array_unique( $kept['links'] ) );

	$choices         = shindan_choices();
	$choices['pack'] = shindan_pack_names();
	foreach ( array( 'pack', 'lang', 'lead' ) as $name ) {
		$value = $sent[ $name ] ?? $before[ $name ];
		if ( in_array( $value, $choices[ $name ], true ) ) {
			$kept[ $name ] = $value;
		}
	}

	$accent         = trim( (string) ( $sent['accent'] ?? '' ) );
	$kept['accent'] = (string) sanitize_hex_color( $accent );
	if ( '' !== $accent && '' === $kept['accent'] ) {
		shindan_refuse( 'accent', __( 'This colour is not valid: write it like #00664f.', 'shindan' ) );
	}

	$kept['fallback']   = sanitize_textarea_field( $sent['fallback'] ?? '' );
	$kept['data_layer'] = ! empty( $sent['data_layer'] );
	$kept['receiver']   = ! empty( $sent['receiver'] );

	$mail         = trim( (string) ( $sent['mail'] ?? '' ) );
	$kept['mail'] = is_email( $mail ) ? sanitize_email( $mail ) : '';
	if ( '' !== $mail && '' === $kept['mail'] ) {
		shindan_refuse( 'mail', __( 'The e-mail address is not complete.', 'shindan' ) );
	}

	$text    = trim( (string) ( $sent['configuration'] ?? '' ) );
	$checked = shindan_check_configuration( $text );
	if ( is_wp_error( $checked ) ) {
		shindan_refuse( 'configuration', $checked->get_error_message() );
	} else {
		$kept['configuration'] = $text;
	}
	return $kept;
}

/**
 * Says on the settings page why something was not taken.
 *
 * @param string $field Which input.
 * @param string $why   Why.
 */
function shindan_refuse( $field, $why ) {
	if ( function_exists( 'add_settings_error' ) ) {
		add_settings_error( 'shindan', 'shindan-' . $field, $why );
	}
}

/**
 * A link that anyone may follow, or nothing.
 *
 * @param mixed $link What was written.
 */
function shindan_safe_link( $link ) {
	return is_string( $link ) ? esc_url_raw( trim( $link ), array( 'http', 'https', 'mailto', 'tel' ) ) : '';
}
