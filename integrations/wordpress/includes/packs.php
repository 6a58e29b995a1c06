<?php
/**
 * The diagnoses that there are: those built in, and those that the owner pasted, which this site serves.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/** The option that holds the texts of the owner's packs by their names. */
const SHINDAN_PACKS = 'shindan_packs';

/** Longest pack, in bytes. */
const SHINDAN_LONGEST_PACK = 2000000;

add_action( 'admin_init', 'shindan_register_packs' );
add_action( 'rest_api_init', 'shindan_register_pack_route' );

/**
 * Registers the option, so that whatever is saved goes through the check.
 */
function shindan_register_packs() {
	register_setting(
		'shindan',
		SHINDAN_PACKS,
		array(
			'type'              => 'array',
			'sanitize_callback' => 'shindan_check_packs',
			'show_in_rest'      => false,
		)
	);
}

/**
 * The ids of the built-in diagnoses with their titles.
 */
function shindan_built_in_packs() {
	return array(
		'readiness' => __( 'Is the company ready to adopt AI?', 'shindan' ),
		'executive' => __( 'Does the CEO play their part?', 'shindan' ),
		'adoption'  => __( 'We have the tools, but nobody uses them', 'shindan' ),
	);
}

/**
 * The owner's packs: their texts by their names, `ID.LANG`.
 */
function shindan_own_packs() {
	$stored = get_option( SHINDAN_PACKS );
	return is_array( $stored ) ? $stored : array();
}

/**
 * Every name that an author may choose.
 */
function shindan_pack_names() {
	return array_merge( array_keys( shindan_built_in_packs() ), array_keys( shindan_own_packs() ) );
}

/**
 * What the attribute `pack` has to say for a name: a built-in id, or the address of an own pack.
 *
 * @param string $name One of shindan_pack_names().
 */
function shindan_pack_attribute( $name ) {
	return isset( shindan_own_packs()[ $name ] ) ? rest_url( 'shindan/v1/packs/' . $name ) : $name;
}

/**
 * The names and titles of all packs, for those who choose.
 */
function shindan_pack_titles() {
	$titles = shindan_built_in_packs();
	foreach ( shindan_own_packs() as $name => $text ) {
		$pack            = json_decode( $text );
		$titles[ $name ] = sprintf( '%s (%s)', $pack->title ?? $name, $name );
	}
	return $titles;
}

/**
 * Adds the pack that was sent and removes those that were ticked. It takes its own result as well.
 *
 * @param mixed $sent What the form sent: `add` a text, `remove` a list of names; or packs by their names.
 */
function shindan_check_packs( $sent ) {
	$sent = is_array( $sent ) ? $sent : array();
	if ( ! array_key_exists( 'add', $sent ) && ! array_key_exists( 'remove', $sent ) ) {
		return array_filter(
			$sent,
			function ( $text ) {
				return ! is_wp_error( shindan_check_pack( $text ) );
			}
		);
	}
	$packs = array_diff_key( shindan_own_packs(), array_flip( array_map( 'strval', (array) ( $sent['remove'] ?? array() ) ) ) );
	$text  = trim( (string) ( $sent['add'] ?? '' ) );
	if ( '' !== $text ) {
		$name = shindan_check_pack( $text );
		if ( is_wp_error( $name ) ) {
			shindan_refuse( 'packs', $name->get_error_message() );
		} else {
			$packs[ $name ] = $text;
		}
	}
	return $packs;
}

/**
 * The name of the pack in `$text`, or what is wrong with it. The whole format is checked in the browser, before it is sent,
 * and by the widget, which asks the built-in questions where a pack is not sound.
 *
 * @param mixed $text JSON.
 * @return string|WP_Error
 */
function shindan_check_pack( $text ) {
	if ( ! is_string( $text ) || strlen( $text ) > SHINDAN_LONGEST_PACK ) {
		return new WP_Error( 'shindan', __( 'A pack may have at most 2 MB.', 'shindan' ) );
	}
	$pack = json_decode( $text, false, 32 );
	if ( 'pack/v1' !== ( $pack->format ?? '' ) || ! is_array( $pack->sections ?? null ) ) {
		return new WP_Error( 'shindan', __( 'This is not a pack: copy it completely from the builder, from { to }.', 'shindan' ) );
	}
	$id   = $pack->id ?? '';
	$lang = $pack->lang ?? '';
	if ( ! is_string( $id ) || ! is_string( $lang ) || ! preg_match( '/^[a-z0-9_-]{1,40}\.[A-Za-z0-9-]{2,35}$/D', "$id.$lang" ) ) {
		return new WP_Error( 'shindan', __( 'The pack has no usable id and language.', 'shindan' ) );
	}
	return "$id.$lang";
}

/**
 * The address of each own pack. What it says is on every page that uses it.
 */
function shindan_register_pack_route() {
	register_rest_route(
		'shindan/v1',
		'/packs/(?P<name>[A-Za-z0-9_.-]+)',
		array(
			'methods'             => 'GET',
			'callback'            => 'shindan_serve_pack',
			'permission_callback' => '__return_true',
		)
	);
}

/**
 * Answers a pack.
 *
 * @param WP_REST_Request $request Names it.
 */
function shindan_serve_pack( $request ) {
	$text = shindan_own_packs()[ $request['name'] ] ?? null;
	if ( null === $text ) {
		return new WP_Error( 'shindan_no_pack', __( 'There is no such pack.', 'shindan' ), array( 'status' => 404 ) );
	}
	return new WP_REST_Response( json_decode( $text ) );
}
