<?php
/**
 * Whether what was sent is a lead in format `lead/v1`, and what of it is kept.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/** Largest lead, in bytes; the widget sends no larger one. */
const SHINDAN_LARGEST_LEAD = 32768;

/** The parts of a lead. */
const SHINDAN_LEAD_PARTS = array( 'schema', 'lead_id', 'created_at', 'attempt', 'test', 'contact', 'inquiry', 'diagnosis', 'attribution', 'consent', 'antispam', 'widget' );

/**
 * The lead as it is kept, or what is wrong with it.
 *
 * @param mixed $sent What was sent, as arrays.
 * @return array|WP_Error
 */
function shindan_check_lead( $sent ) {
	$refuse = function ( $why ) {
		return new WP_Error( 'shindan_no_lead', $why, array( 'status' => 422 ) );
	};
	if ( ! is_array( $sent ) || 'lead/v1' !== ( $sent['schema'] ?? null ) ) {
		return $refuse( 'schema must be lead/v1' );
	}
	$id = $sent['lead_id'] ?? null;
	if ( ! is_string( $id ) || ! preg_match( '/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/Di', $id ) ) {
		return $refuse( 'lead_id must be a UUID' );
	}
	$lead = shindan_plain( array_intersect_key( $sent, array_flip( SHINDAN_LEAD_PARTS ) ), 0 );
	if ( ! is_array( $lead ) ) {
		return $refuse( 'a part is nested too deeply, or its name is none' );
	}
	$lead['lead_id'] = strtolower( $id );
	$email           = $lead['contact']['email'] ?? null;
	if ( ! is_string( $email ) || ! is_email( $email ) ) {
		return $refuse( 'contact.email must be an e-mail address' );
	}
	foreach ( $lead['contact'] as $name => $value ) {
		if ( ! is_string( $value ) || strlen( $value ) > 1000 ) {
			return $refuse( "contact.$name must be a short text" );
		}
	}
	if ( true !== ( $lead['consent']['privacy']['agreed'] ?? null ) ) {
		return $refuse( 'consent.privacy.agreed must be true' );
	}
	return $lead;
}

/**
 * A value of plain parts with sound names and sound text; null where it is none.
 *
 * @param mixed $value Any.
 * @param int   $depth How far inside.
 */
function shindan_plain( $value, $depth ) {
	if ( is_string( $value ) ) {
		return preg_replace( '/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/', '', wp_check_invalid_utf8( $value ) );
	}
	if ( ! is_array( $value ) ) {
		return is_scalar( $value ) ? $value : '';
	}
	$plain = array();
	foreach ( $value as $name => $inner ) {
		$inner = shindan_plain( $inner, $depth + 1 );
		if ( $depth > 5 || null === $inner || ! preg_match( '/^[A-Za-z0-9_.-]{1,64}$/D', (string) $name ) ) {
			return null;
		}
		$plain[ $name ] = $inner;
	}
	return $plain;
}

/**
 * A text of a lead by its path; empty where there is none.
 *
 * @param array  $lead A lead.
 * @param string $path Such as `contact.email`.
 */
function shindan_of_lead( $lead, $path ) {
	foreach ( explode( '.', $path ) as $name ) {
		$lead = is_array( $lead ) ? ( $lead[ $name ] ?? '' ) : '';
	}
	if ( is_bool( $lead ) ) {
		return $lead ? 'true' : 'false';
	}
	if ( ! is_array( $lead ) ) {
		return (string) $lead;
	}
	$texts = array();
	array_walk_recursive(
		$lead,
		function ( $text ) use ( &$texts ) {
			$texts[] = (string) $text;
		}
	);
	return implode( ', ', $texts );
}

/**
 * A text of a lead for people: its time by the clock of the site, everything else as it is.
 *
 * @param array  $lead A lead.
 * @param string $path Such as `created_at`.
 */
function shindan_shown_of_lead( $lead, $path ) {
	$text = shindan_of_lead( $lead, $path );
	if ( 'created_at' !== $path || ! preg_match( '/^\d{4}-\d\d-\d\dT/', $text ) ) {
		return $text;
	}
	$seconds = strtotime( $text );
	return false === $seconds ? $text : wp_date( 'Y-m-d H:i:s', $seconds );
}
