<?php
/**
 * The nested settings as JSON, as the builder makes them: the gate that they pass before they are saved, and what a page gets.
 *
 * The site's own linter knows more, and runs in the browser (assets/settings.js). What passes here can do no harm: its shape is
 * right, its links are links, and leads go to https alone.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/** Longest settings, in bytes. */
const SHINDAN_LONGEST_CONFIGURATION = 65536;

/** The kinds of destinations, and whether each has an address. */
const SHINDAN_DESTINATIONS = array(
	'hubspot'        => true,
	'salesforce'     => true,
	'zoho'           => true,
	'espocrm'        => true,
	'webhook-json'   => true,
	'webhook-simple' => true,
	'form'           => true,
	'mail'           => true,
	'copy'           => false,
	'data-layer'     => false,
);

/** The types of the settings at the top; the linter reports names that are not known. */
const SHINDAN_CONFIGURATION_TYPES = array(
	'cta'       => 'object',
	'lead'      => 'object',
	'theme'     => 'object',
	'open'      => 'object',
	'variants'  => 'array',
	'from'      => 'string',
	'until'     => 'string',
	'benchmark' => 'string',
);

/**
 * The settings in `$text` as an object, or what is wrong with them.
 *
 * @param string $text JSON, or nothing.
 * @return stdClass|WP_Error
 */
function shindan_check_configuration( $text ) {
	if ( '' === $text ) {
		return new stdClass();
	}
	if ( strlen( $text ) > SHINDAN_LONGEST_CONFIGURATION ) {
		return new WP_Error( 'shindan', __( 'The settings are longer than 64 KB.', 'shindan' ) );
	}
	$read = json_decode( $text, false, 16 );
	if ( ! $read instanceof stdClass ) {
		return new WP_Error( 'shindan', __( 'The settings are not a JSON object: copy them completely from the builder, from { to }.', 'shindan' ) );
	}
	foreach ( get_object_vars( $read ) as $name => $value ) {
		$wrong = shindan_wrong_type( $name, $value, SHINDAN_CONFIGURATION_TYPES[ $name ] ?? '' );
		if ( '' !== $wrong ) {
			return new WP_Error( 'shindan', $wrong );
		}
	}
	$links = array(
		'cta.href'          => $read->cta->href ?? '',
		'lead.privacy_href' => $read->lead->privacy_href ?? '',
		'benchmark'         => $read->benchmark ?? '',
	);
	foreach ( $links as $name => $link ) {
		if ( '' !== $link && '' === shindan_safe_link( $link ) ) {
			/* translators: %s: the name of a setting. */
			return new WP_Error( 'shindan', sprintf( __( '%s is not a valid link: start it with https://, http://, mailto:, tel: or /.', 'shindan' ), $name ) );
		}
	}
	$booking = $read->cta->booking ?? null;
	if ( null !== $booking && ( ! $booking instanceof stdClass || ! shindan_is_encrypted( $booking->href ?? null ) ) ) {
		return new WP_Error( 'shindan', __( 'cta.booking.href must be the address of a booking page that begins with https://.', 'shindan' ) );
	}
	$destinations = $read->lead->destinations ?? array();
	$wrong        = shindan_wrong_type( 'lead.destinations', $destinations, 'array' );
	if ( '' !== $wrong ) {
		return new WP_Error( 'shindan', $wrong );
	}
	foreach ( $destinations as $index => $destination ) {
		$wrong = shindan_wrong_destination( $destination );
		if ( '' !== $wrong ) {
			return new WP_Error( 'shindan', sprintf( 'lead.destinations[%d]: %s', $index, $wrong ) );
		}
	}
	return $read;
}

/**
 * What is wrong with the type of a setting; nothing if nothing is, or any type will do.
 *
 * @param string $name  The name of the setting.
 * @param mixed  $value Its value.
 * @param string $type  As PHP names it, or nothing.
 */
function shindan_wrong_type( $name, $value, $type ) {
	if ( '' === $type || gettype( $value ) === $type ) {
		return '';
	}
	if ( 'object' === $type ) {
		/* translators: %s: the name of a setting. */
		return sprintf( __( '%s must be an object.', 'shindan' ), $name );
	}
	if ( 'array' === $type ) {
		/* translators: %s: the name of a setting. */
		return sprintf( __( '%s must be a list.', 'shindan' ), $name );
	}
	/* translators: %s: the name of a setting. */
	return sprintf( __( '%s must be a text.', 'shindan' ), $name );
}

/**
 * What is wrong with a destination; nothing if nothing is.
 *
 * @param mixed $destination One of the list.
 */
function shindan_wrong_destination( $destination ) {
	$type = $destination->type ?? null;
	if ( ! is_string( $type ) || ! isset( SHINDAN_DESTINATIONS[ $type ] ) ) {
		/* translators: %s: a list of words. */
		return sprintf( __( 'its type must be one of %s.', 'shindan' ), implode( ', ', array_keys( SHINDAN_DESTINATIONS ) ) );
	}
	if ( ! SHINDAN_DESTINATIONS[ $type ] ) {
		return '';
	}
	$url = $destination->url ?? null;
	if ( 'mail' === $type ) {
		return is_string( $url ) && 0 === strpos( $url, 'mailto:' ) ? '' : __( 'its url must start with mailto:.', 'shindan' );
	}
	return shindan_is_encrypted( $url ) ? '' : __( 'its url must start with https://.', 'shindan' );
}

/**
 * Whether an address begins with https://, or leads no further than this machine.
 *
 * @param mixed $url What stands there.
 */
function shindan_is_encrypted( $url ) {
	$parts  = is_string( $url ) ? wp_parse_url( $url ) : false;
	$scheme = strtolower( $parts['scheme'] ?? '' );
	$host   = $parts['host'] ?? '';
	$here   = 'http' === $scheme && in_array( $host, array( 'localhost', '127.0.0.1', '[::1]' ), true );
	return '' !== $host && ( 'https' === $scheme || $here );
}

/**
 * The settings that a page gets: what the owner pasted, the colour of the form, and this site's own receiver.
 *
 * @return stdClass Empty where there is nothing to say.
 */
function shindan_configuration() {
	$settings = shindan_settings();
	$read     = shindan_check_configuration( $settings['configuration'] );
	$read     = is_wp_error( $read ) ? new stdClass() : $read;
	if ( '' !== $settings['accent'] && ! isset( $read->theme->accent ) ) {
		$read->theme         = $read->theme ?? new stdClass();
		$read->theme->accent = $settings['accent'];
	}
	if ( $settings['receiver'] ) {
		$read->lead                 = $read->lead ?? new stdClass();
		$read->lead->destinations   = $read->lead->destinations ?? array();
		$read->lead->destinations[] = (object) array(
			'type' => 'webhook-json',
			'url'  => rest_url( 'shindan/v1/leads' ),
		);
	}
	return $read;
}
