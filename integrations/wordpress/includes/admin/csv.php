<?php
/**
 * All leads as a file that spreadsheets open: UTF-8 with a mark, lines of RFC 4180, and no cell that is a formula.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_post_shindan_csv', 'shindan_send_csv' );

/**
 * Sends the file.
 */
function shindan_send_csv() {
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'You are not allowed to see leads.', 'shindan' ), 403 );
	}
	check_admin_referer( 'shindan_csv' );
	nocache_headers();
	header( 'Content-Type: text/csv; charset=utf-8' );
	header( 'Content-Disposition: attachment; filename="leads-' . gmdate( 'Y-m-d' ) . '.csv"' );
	echo "\xEF\xBB\xBF"; // phpcs:ignore WordPress.Security.EscapeOutput -- A mark, no text.
	shindan_print_line( array_keys( shindan_lead_columns() ) );
	$page = 1;
	do {
		$posts = get_posts(
			array(
				'post_type'      => SHINDAN_LEAD,
				'post_status'    => 'private',
				'posts_per_page' => 200,
				'paged'          => $page,
				'orderby'        => 'ID',
				'order'          => 'ASC',
			)
		);
		foreach ( $posts as $post ) {
			$lead  = shindan_lead_in( $post );
			$cells = array();
			foreach ( array_keys( shindan_lead_columns() ) as $path ) {
				$cells[] = shindan_of_lead( $lead, $path );
			}
			shindan_print_line( $cells );
		}
		++$page;
	} while ( count( $posts ) > 0 );
	exit;
}

/**
 * Prints a line.
 *
 * @param string[] $cells Its cells.
 */
function shindan_print_line( $cells ) {
	echo implode( ',', array_map( 'shindan_cell', $cells ) ) . "\r\n"; // phpcs:ignore WordPress.Security.EscapeOutput -- A file of its own kind, no markup.
}

/**
 * A cell. What a spreadsheet would take for a formula gets an apostrophe in front.
 *
 * @param string $text Its text.
 */
function shindan_cell( $text ) {
	if ( preg_match( '/^[=+\-@\t\r\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}]/u', $text ) ) {
		$text = "'" . $text;
	}
	return '"' . str_replace( '"', '""', $text ) . '"';
}
