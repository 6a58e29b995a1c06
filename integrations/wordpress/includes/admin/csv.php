<?php
/**
 * All leads as a file that spreadsheets open: UTF-8 with a mark, lines of RFC 4180, and cells that show what was sent. Its rules
 * are those of the lead console (crates/spreadsheet/src/cell.rs).
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/** Columns of numbers and truth values, which a spreadsheet sorts and counts as such. */
const SHINDAN_VALUE_COLUMNS = array( 'diagnosis.score', 'consent.marketing_email.agreed', 'antispam.suspect', 'test' );

/** The longest text within a formula that Excel reads. */
const SHINDAN_LONGEST_FORMULA_TEXT = 255;

/** Characters that do not show, for a character class: spreadsheets and other encodings drop them. */
const SHINDAN_INVISIBLE = '\x{AD}\x{34F}\x{61C}\x{17B4}\x{17B5}\x{180B}-\x{180F}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{206F}\x{FE00}-\x{FE0F}\x{FEFF}\x{FFF0}-\x{FFF8}\x{1BCA0}-\x{1BCA3}\x{1D173}-\x{1D17A}\x{E0000}-\x{E0FFF}';

/** Signs that stand in numbers, dates, times and amounts of money, for a character class. */
const SHINDAN_SIGNS = ' \x{A0}\x{3000}+\-\/.,:()%$¥￥€£\x{2212}年月日時分秒元明治大正昭和平成令午前後';

/** Words that do: exponents, the letters of Japanese eras, halves of the day, months. */
const SHINDAN_WORDS = 'e|m|t|s|h|r|a|p|am|pm|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december';

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
				// Drafts are leads that were restored from the trash under earlier versions.
				'post_status'    => array( 'private', 'draft' ),
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
				$cells[] = shindan_cell( $path, shindan_of_lead( $lead, $path ) );
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
	$quote = function ( $cell ) {
		return '"' . str_replace( '"', '""', $cell ) . '"';
	};
	echo implode( ',', array_map( $quote, $cells ) ) . "\r\n"; // phpcs:ignore WordPress.Security.EscapeOutput -- A file of its own kind, no markup.
}

/**
 * The cell that shows a text as it was sent: `="…"` for what a spreadsheet would read as a number, a date or a truth value,
 * an apostrophe in front of what it would take for a formula.
 *
 * @param string $path Of the column.
 * @param string $text What was sent.
 */
function shindan_cell( $path, $text ) {
	if ( in_array( $path, SHINDAN_VALUE_COLUMNS, true ) && preg_match( '/^(?:-?\d+(?:\.\d+)?|true|false)$/D', $text ) ) {
		return $text;
	}
	if ( mb_strlen( $text, 'UTF-8' ) <= SHINDAN_LONGEST_FORMULA_TEXT && shindan_is_converted( $text ) ) {
		return '="' . $text . '"';
	}
	if ( preg_match( '/^[' . SHINDAN_INVISIBLE . ']*[=+\-@\t\r\n\x00\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}\x{2212}]/u', $text ) ) {
		return "'" . $text;
	}
	return $text;
}

/**
 * Whether a spreadsheet in any language may show something other than the text. One that is marked without need looks the same.
 *
 * @param string $text What was sent.
 */
function shindan_is_converted( $text ) {
	$folded = strtolower( shindan_half_width( preg_replace( '/[' . SHINDAN_INVISIBLE . ']/u', '', $text ) ) );
	if ( preg_match( '/^[\x{A0}\x{3000} ]*(?:true|false)[\x{A0}\x{3000} ]*$/Du', $folded ) ) {
		return true;
	}
	$parts = '(?:[0-9' . SHINDAN_SIGNS . ']|(?<![a-z])(?:' . SHINDAN_WORDS . ')(?![a-z]))+';
	return preg_match( '/[0-9]/', $folded ) && preg_match( "/^$parts$/Du", $folded );
}

/**
 * A text with half-width letters, digits and signs for the full-width ones; spreadsheets read both.
 *
 * @param string $text Any.
 */
function shindan_half_width( $text ) {
	return preg_replace_callback(
		'/[\x{FF01}-\x{FF5E}]/u',
		function ( $found ) {
			// The low 12 bits of the code point, from the last two of three bytes.
			$low = ( ( ord( $found[0][1] ) & 0x3F ) << 6 ) | ( ord( $found[0][2] ) & 0x3F );
			return chr( $low - 0xEE0 );
		},
		$text
	);
}
