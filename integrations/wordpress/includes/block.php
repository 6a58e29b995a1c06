<?php
/**
 * The block `shindan/diagnosis`: its content keeps the author's choices alone, and the page is made when it is asked for.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'shindan_register_block' );
add_action( 'enqueue_block_editor_assets', 'shindan_localize_editor' );

/**
 * Makes it known.
 */
function shindan_register_block() {
	wp_register_script(
		'shindan-editor',
		plugins_url( 'blocks/diagnosis/editor.js', SHINDAN_FILE ),
		array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-element', 'wp-notices' ),
		SHINDAN_VERSION,
		true
	);
	wp_register_style( 'shindan-editor', plugins_url( 'blocks/diagnosis/editor.css', SHINDAN_FILE ), array(), SHINDAN_VERSION );
	register_block_type( SHINDAN_DIR . 'blocks/diagnosis', array( 'render_callback' => 'shindan_render_block' ) );
}

/**
 * The element for a block.
 *
 * @param array $chosen The block's attributes.
 */
function shindan_render_block( $chosen ) {
	$element = shindan_element(
		array(
			'pack'     => $chosen['pack'] ?? '',
			'lang'     => $chosen['lang'] ?? '',
			'mode'     => $chosen['mode'] ?? '',
			'lead'     => $chosen['lead'] ?? '',
			'cta_href' => $chosen['ctaHref'] ?? '',
			'id'       => $chosen['anchor'] ?? '',
		)
	);
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $element );
}

/**
 * What the block's controls offer, and their words.
 */
function shindan_localize_editor() {
	$options = function ( $names ) {
		$made = array();
		foreach ( $names as $value => $label ) {
			$made[] = array(
				'value' => (string) $value,
				'label' => $label,
			);
		}
		return $made;
	};
	$links   = shindan_settings()['links'];
	$data    = array(
		'preview' => shindan_site_url( 'index.html' ),
		'packs'   => $options( array( '' => __( 'Site default', 'shindan' ) ) + shindan_pack_titles() ),
		'sources' => array_combine( shindan_pack_names(), array_map( 'shindan_pack_attribute', shindan_pack_names() ) ),
		'chosen'  => shindan_settings()['pack'],
		'lang'    => shindan_settings()['lang'] ? shindan_settings()['lang'] : shindan_site_language(),
		'langs'   => $options(
			array(
				''   => __( 'Site default', 'shindan' ),
				'ja' => '日本語',
				'en' => 'English',
			)
		),
		'modes'   => $options(
			array(
				''         => __( 'In the text', 'shindan' ),
				'popup'    => __( 'A button that opens a dialog', 'shindan' ),
				'slider'   => __( 'A panel in the corner', 'shindan' ),
				'side-tab' => __( 'A tab at the edge', 'shindan' ),
			)
		),
		'leads'   => $options( array( '' => __( 'Site default', 'shindan' ) ) + shindan_lead_titles() ),
		'links'   => $options( array( '' => __( 'First link of the site', 'shindan' ) ) + array_combine( $links, $links ) ),
		'words'   => array(
			'title'   => __( 'Self-diagnosis', 'shindan' ),
			'pack'    => __( 'Diagnosis', 'shindan' ),
			'lang'    => __( 'Language', 'shindan' ),
			'mode'    => __( 'Display as', 'shindan' ),
			'lead'    => __( 'Contact form', 'shindan' ),
			'link'    => __( 'Link of the call to action', 'shindan' ),
			'preview' => __( 'Preview of the self-diagnosis', 'shindan' ),
			'pasted'  => shindan_paste_advice(),
		),
	);
	$flags   = JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE;
	wp_add_inline_script( 'shindan-editor', 'window.shindanEditor = ' . wp_json_encode( $data, $flags ) . ';', 'before' );
}

/**
 * Where the contact form may stand.
 */
function shindan_lead_titles() {
	return array(
		'after'  => __( 'After the result', 'shindan' ),
		'before' => __( 'Before the result', 'shindan' ),
		'off'    => __( 'None', 'shindan' ),
	);
}
