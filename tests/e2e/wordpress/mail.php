<?php
// Mail goes to a file, as a line of JSON each.

add_filter(
	'pre_wp_mail',
	function ( $sent, $mail ) {
		file_put_contents( getenv( 'SHINDAN_MAILS' ), wp_json_encode( $mail, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) . "\n", FILE_APPEND );
		return true;
	},
	10,
	2
);
