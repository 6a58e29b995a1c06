<?php
/**
 * Plugin Name:       Shindan
 * Description:       A self-diagnosis in your pages: a few questions, an explained verdict, the way up, and your link to a consultation.
 * Version:           0.0.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       shindan
 * Domain Path:       /languages
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

define( 'SHINDAN_VERSION', '0.0.0' );
define( 'SHINDAN_FILE', __FILE__ );
define( 'SHINDAN_DIR', plugin_dir_path( __FILE__ ) );

// One file a concern; each adds its own hooks.
require SHINDAN_DIR . 'includes/options.php';
require SHINDAN_DIR . 'includes/configuration.php';
require SHINDAN_DIR . 'includes/packs.php';
require SHINDAN_DIR . 'includes/element.php';
require SHINDAN_DIR . 'includes/snippet.php';
require SHINDAN_DIR . 'includes/loader.php';
require SHINDAN_DIR . 'includes/optimisers.php';
require SHINDAN_DIR . 'includes/shortcode.php';
require SHINDAN_DIR . 'includes/block.php';
require SHINDAN_DIR . 'includes/content.php';
require SHINDAN_DIR . 'includes/kses.php';
require SHINDAN_DIR . 'includes/paste.php';
require SHINDAN_DIR . 'includes/update.php';
require SHINDAN_DIR . 'includes/receiver/lead.php';
require SHINDAN_DIR . 'includes/receiver/store.php';
require SHINDAN_DIR . 'includes/receiver/limit.php';
require SHINDAN_DIR . 'includes/receiver/mail.php';
require SHINDAN_DIR . 'includes/receiver/route.php';
require SHINDAN_DIR . 'includes/receiver/personal-data.php';

if ( is_admin() ) {
	require SHINDAN_DIR . 'includes/admin/page.php';
	require SHINDAN_DIR . 'includes/admin/fields.php';
	require SHINDAN_DIR . 'includes/admin/leads.php';
	require SHINDAN_DIR . 'includes/admin/csv.php';
}

// Before anything at `init` says a word.
add_action( 'init', 'shindan_load_words', 1 );

/**
 * Makes the translations known.
 */
function shindan_load_words() {
	load_plugin_textdomain( 'shindan', false, dirname( plugin_basename( SHINDAN_FILE ) ) . '/languages' );
}
