<?php
/**
 * How many leads may come in a while. A sender over the limit gets the reply to wait; the widget then tries again, and loses nothing.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/**
 * Counts one more; gives the seconds to wait where that is too many, else 0.
 */
function shindan_count_lead() {
	// Behind a proxy all visitors have one address, so it may send many. The address itself is not kept.
	$address = isset( $_SERVER['REMOTE_ADDR'] ) ? sanitize_text_field( wp_unslash( $_SERVER['REMOTE_ADDR'] ) ) : '';
	$windows = array(
		array( 'address_' . substr( wp_hash( $address ), 0, 16 ), 20, 10 * MINUTE_IN_SECONDS ),
		array( 'all', 300, HOUR_IN_SECONDS ),
	);
	/**
	 * The limits: a list of names, numbers of leads, and seconds.
	 *
	 * @param array[] $windows The limits.
	 */
	$windows = apply_filters( 'shindan_lead_limits', $windows );
	foreach ( $windows as list( $name, $max, $seconds ) ) {
		$key   = 'shindan_count_' . $name;
		$count = get_transient( $key );
		$now   = time();
		if ( ! is_array( $count ) || $count['until'] <= $now ) {
			$count = array(
				'until' => $now + $seconds,
				'leads' => 0,
			);
		}
		if ( $count['leads'] >= $max ) {
			return $count['until'] - $now;
		}
		++$count['leads'];
		set_transient( $key, $count, $count['until'] - $now );
	}
	return 0;
}
