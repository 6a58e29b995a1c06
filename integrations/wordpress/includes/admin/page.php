<?php
/**
 * The settings page.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_menu', 'shindan_add_page', 9 );
add_action( 'admin_enqueue_scripts', 'shindan_enqueue_admin_assets' );
add_filter( 'plugin_action_links_' . plugin_basename( SHINDAN_FILE ), 'shindan_link_to_page' );

/**
 * Adds the page to the menu.
 */
function shindan_add_page() {
	add_menu_page( __( 'Self-diagnosis', 'shindan' ), __( 'Self-diagnosis', 'shindan' ), 'manage_options', 'shindan', 'shindan_show_page', 'dashicons-yes-alt', 81 );
	add_submenu_page( 'shindan', __( 'Self-diagnosis', 'shindan' ), __( 'Settings', 'shindan' ), 'manage_options', 'shindan', 'shindan_show_page', 0 );
}

/**
 * A link beside the plugin's name.
 *
 * @param string[] $links Those that there are.
 */
function shindan_link_to_page( $links ) {
	array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'admin.php?page=shindan' ) ), esc_html__( 'Settings', 'shindan' ) ) );
	return $links;
}

/**
 * What the page needs, and no other.
 *
 * @param string $page Which one it is.
 */
function shindan_enqueue_admin_assets( $page ) {
	if ( 'toplevel_page_shindan' !== $page ) {
		return;
	}
	wp_enqueue_style( 'shindan-settings', plugins_url( 'assets/settings.css', SHINDAN_FILE ), array(), SHINDAN_VERSION );
	add_action( 'admin_print_footer_scripts', 'shindan_print_linter' );
}

/**
 * The linter of the widget's own site, which reads what is pasted before it is sent.
 */
function shindan_print_linter() {
	$readers = array_values( preg_grep( '/^reader-.*\.js$/', shindan_hashed_files() ) );
	$data    = array(
		'reader' => isset( $readers[0] ) ? shindan_site_url( $readers[0] ) : '',
		'words'  => array(
			'fine'     => __( 'No problems found.', 'shindan' ),
			'error'    => __( 'Error', 'shindan' ),
			'warning'  => __( 'Remark', 'shindan' ),
			'unlinted' => __( 'This cannot be checked in this browser. The essentials are checked when you save.', 'shindan' ),
			'refused'  => __( 'Not saved yet: fix the errors, or press again to save anyway.', 'shindan' ),
		),
	);
	$flags   = JSON_HEX_TAG | JSON_HEX_AMP;
	wp_print_inline_script_tag( wp_json_encode( $data, $flags ), array( 'type' => 'application/json', 'id' => 'shindan-linter' ) );
	wp_print_script_tag(
		array(
			'type' => 'module',
			'src'  => add_query_arg( 'ver', SHINDAN_VERSION, plugins_url( 'assets/settings.js', SHINDAN_FILE ) ),
		)
	);
}

/**
 * Shows the page.
 */
function shindan_show_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap shindan">
		<h1><?php esc_html_e( 'Self-diagnosis', 'shindan' ); ?></h1>
		<?php settings_errors(); ?>
		<p>
			<?php esc_html_e( 'Add the block "Self-diagnosis" to a page, or use the shortcode:', 'shindan' ); ?>
			<code>[shindan]</code>
			<a href="<?php echo esc_url( shindan_site_url( 'builder.html' ) ); ?>" target="_blank" rel="noopener"><?php esc_html_e( 'Open the builder', 'shindan' ); ?></a>
		</p>
		<form method="post" action="options.php" id="shindan-form">
			<?php settings_fields( 'shindan' ); ?>
			<?php shindan_show_fields( shindan_settings() ); ?>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
