<?php
/**
 * The list of leads and the view of one, for administrators.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

add_filter( 'manage_shindan_lead_posts_columns', 'shindan_columns' );
add_action( 'manage_shindan_lead_posts_custom_column', 'shindan_show_column', 10, 2 );
add_filter( 'display_post_states', 'shindan_no_states', 10, 2 );
add_filter( 'post_row_actions', 'shindan_row_actions', 10, 2 );
add_action( 'add_meta_boxes_shindan_lead', 'shindan_add_view' );
add_action( 'manage_posts_extra_tablenav', 'shindan_show_export_link' );
add_filter( 'bulk_actions-edit-shindan_lead', 'shindan_bulk_actions' );

/**
 * The columns of the list.
 */
function shindan_columns() {
	return array(
		'cb'    => '<input type="checkbox" />',
		'title' => __( 'Who', 'shindan' ),
		'email' => __( 'E-mail', 'shindan' ),
		'level' => __( 'Result', 'shindan' ),
		'marks' => __( 'Flags', 'shindan' ),
		'date'  => __( 'Received', 'shindan' ),
	);
}

/**
 * A cell of the list.
 *
 * @param string $column Which.
 * @param int    $post   Of which lead.
 */
function shindan_show_column( $column, $post ) {
	$lead = shindan_lead_in( get_post( $post ) );
	if ( 'email' === $column ) {
		echo esc_html( shindan_of_lead( $lead, 'contact.email' ) );
	} elseif ( 'level' === $column ) {
		echo esc_html( trim( shindan_of_lead( $lead, 'diagnosis.score' ) . ' ' . shindan_of_lead( $lead, 'diagnosis.level' ) ) );
	} elseif ( 'marks' === $column ) {
		$marks = array_filter(
			array(
				'true' === shindan_of_lead( $lead, 'antispam.suspect' ) ? __( 'possible spam', 'shindan' ) : '',
				'true' === shindan_of_lead( $lead, 'test' ) ? __( 'test', 'shindan' ) : '',
			)
		);
		echo esc_html( implode( ', ', $marks ) );
	}
}

/**
 * Every lead is private, so none is said to be.
 *
 * @param string[] $states Words behind the title.
 * @param WP_Post  $post   The post.
 */
function shindan_no_states( $states, $post ) {
	return SHINDAN_LEAD === $post->post_type ? array() : $states;
}

/**
 * A lead is looked at and deleted, never edited.
 *
 * @param string[] $actions Links below the title.
 * @param WP_Post  $post    The post.
 */
function shindan_row_actions( $actions, $post ) {
	if ( SHINDAN_LEAD === $post->post_type ) {
		unset( $actions['inline hide-if-no-js'] );
	}
	return $actions;
}

/**
 * Removes the bulk action that edits leads.
 *
 * @param string[] $actions Of the list.
 */
function shindan_bulk_actions( $actions ) {
	unset( $actions['edit'] );
	return $actions;
}

/**
 * The view of one lead, in the place of an editor.
 */
function shindan_add_view() {
	remove_meta_box( 'submitdiv', SHINDAN_LEAD, 'side' );
	remove_meta_box( 'slugdiv', SHINDAN_LEAD, 'normal' );
	add_meta_box( 'shindan-lead', __( 'Lead', 'shindan' ), 'shindan_show_lead', SHINDAN_LEAD, 'normal', 'high' );
}

/**
 * Shows a lead.
 *
 * @param WP_Post $post Keeps it.
 */
function shindan_show_lead( $post ) {
	$lead = shindan_lead_in( $post );
	echo '<table class="widefat striped"><tbody>';
	foreach ( shindan_lead_columns() as $path => $title ) {
		$text = shindan_shown_of_lead( $lead, $path );
		if ( '' !== $text ) {
			printf( '<tr><th scope="row">%s</th><td>%s</td></tr>', esc_html( $title ), nl2br( esc_html( $text ) ) );
		}
	}
	echo '</tbody></table>';
	printf( '<p><a class="submitdelete" href="%s">%s</a></p>', esc_url( get_delete_post_link( $post->ID ) ), esc_html__( 'Move to the trash', 'shindan' ) );
}

/**
 * The link to the file, above the list.
 *
 * @param string $which `top` or `bottom`.
 */
function shindan_show_export_link( $which ) {
	$screen = get_current_screen();
	if ( 'top' === $which && $screen && 'edit-' . SHINDAN_LEAD === $screen->id ) {
		$href = wp_nonce_url( admin_url( 'admin-post.php?action=shindan_csv' ), 'shindan_csv' );
		printf( '<a class="button" id="shindan-csv" href="%s">%s</a>', esc_url( $href ), esc_html__( 'Download as CSV', 'shindan' ) );
	}
}
