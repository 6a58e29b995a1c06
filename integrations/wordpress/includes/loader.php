<?php
/**
 * The loader: once a page, in the footer, as a module; and the room that the element needs before it is there.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'shindan_register_styles' );
add_action( 'wp_enqueue_scripts', 'shindan_reserve_room' );
add_filter( 'script_loader_tag', 'shindan_loader_tag', 10, 3 );

/**
 * The address of a file of the widget's site.
 *
 * @param string $file Its path below the folder.
 */
function shindan_site_url( $file ) {
	return plugins_url( 'site/' . $file, SHINDAN_FILE );
}

/**
 * Makes the stylesheet known; nothing is loaded by that.
 */
function shindan_register_styles() {
	wp_register_style( 'shindan', plugins_url( 'assets/shindan.css', SHINDAN_FILE ), array(), SHINDAN_VERSION );
}

/**
 * Asks for loader and stylesheet; however often, they come once. One loader serves all elements of a page, and carries the first
 * questions of one diagnosis in one language: the first element decides which.
 *
 * @param string $question `ID.LANG`, or nothing.
 * @return bool Whether the page's loader is the one for that.
 */
function shindan_need_loader( $question ) {
	$file = "embed.$question.js";
	$url  = shindan_site_url( is_file( SHINDAN_DIR . "site/$file" ) ? $file : 'embed.js' );
	// Of a script that is known already, WordPress keeps the address.
	wp_enqueue_script( 'shindan', $url, array(), SHINDAN_VERSION, true );
	wp_enqueue_style( 'shindan' );
	return wp_scripts()->registered['shindan']->src === $url;
}

/**
 * Reserves the room in the head of pages that are known to have the element; elsewhere the stylesheet comes with the footer.
 */
function shindan_reserve_room() {
	$post = is_singular() ? get_post() : null;
	if ( $post && ( has_shortcode( $post->post_content, 'shindan' ) || has_block( 'shindan/diagnosis', $post ) || false !== strpos( $post->post_content, '<shindan-widget' ) ) ) {
		wp_enqueue_style( 'shindan' );
	}
}

/**
 * The loader's tag.
 *
 * @param string $tag    As WordPress makes it.
 * @param string $handle Of which script.
 * @param string $src    Its address.
 */
function shindan_loader_tag( $tag, $handle, $src ) {
	if ( 'shindan' !== $handle ) {
		return $tag;
	}
	return wp_get_script_tag(
		array_merge(
			array(
				'type'  => 'module',
				'src'   => $src,
				'id'    => 'shindan-js',
				'async' => true,
			),
			shindan_optimiser_marks()
		)
	);
}
