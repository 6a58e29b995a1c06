<?php
// Installs WordPress into an empty database, once: tests copy it.

define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = 'localhost';
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/user.php';

wp_install( '試験用のサイト', 'admin', 'boss@example.com', false, '', 'password' );
foreach ( array( 'editor', 'author', 'contributor' ) as $role ) {
	$id = wp_insert_user(
		array(
			'user_login' => $role,
			'user_pass'  => 'password',
			'user_email' => $role . '@example.com',
			'role'       => $role,
		)
	);
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $id->get_error_message() . "\n" );
		exit( 1 );
	}
}
update_option( 'WPLANG', '' );
update_option( 'show_avatars', 0 );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'rewrite_rules', '' );
