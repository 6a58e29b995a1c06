<?php
/**
 * The first question of a built-in diagnosis in the page's own HTML, as a declarative shadow root: it shows before any script,
 * and the loader of the same diagnosis and language goes on with it.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

add_filter( 'no_texturize_tags', 'shindan_leave_template_alone' );

/**
 * The snippet of a diagnosis in a language; nothing where there is none.
 *
 * @param string        $name  `ID.LANG`, or nothing.
 * @param stdClass|null $theme The key `theme` of the settings.
 */
function shindan_snippet( $name, $theme ) {
	$file = SHINDAN_DIR . "site/snippets/$name.html";
	if ( '' === $name || ! is_file( $file ) ) {
		return '';
	}
	$template = (string) file_get_contents( $file ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of the plugin's own.
	$styles   = strpos( $template, '</style>' );
	if ( false === $styles ) {
		return '';
	}
	$template = substr_replace( $template, shindan_theme_rule( $theme ), $styles, 0 );
	return str_replace( '<style', '<style ' . shindan_style_marks(), $template );
}

/**
 * A rule with the colours, corners and font of the settings; nothing where nothing is set.
 *
 * @param stdClass|null $theme The key `theme` of the settings.
 */
function shindan_theme_rule( $theme ) {
	$declarations = '';
	foreach ( array( 'accent', 'on_accent', 'surface', 'text', 'radius', 'font' ) as $key ) {
		$value = $theme->$key ?? '';
		// What would leave its declaration is no value; the widget reports it.
		if ( is_string( $value ) && '' !== trim( $value ) && false === strpbrk( $value, ";{}<\\\r\n" ) ) {
			$declarations .= sprintf( '--shindan-%s:%s;', str_replace( '_', '-', $key ), $value );
		}
	}
	return '' === $declarations ? '' : ":host{{$declarations}}";
}

/**
 * Typographic quotes would make other words of it than those that the loader knows.
 *
 * @param string[] $tags Elements whose text stays as it is.
 */
function shindan_leave_template_alone( $tags ) {
	$tags[] = 'template';
	return $tags;
}
