<?php
/**
 * An e-mail to the site's address for each new lead. Whether it can be sent changes nothing for the lead.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/**
 * Tells the owner of a lead.
 *
 * @param array $lead A lead.
 * @param int   $post The post that keeps it.
 */
function shindan_mail_lead( $lead, $post ) {
	$settings = shindan_settings();
	$to       = '' === $settings['mail'] ? get_option( 'admin_email' ) : $settings['mail'];
	/* translators: %s: the name of the site. */
	$subject = sprintf( __( '[%s] New lead from the self-diagnosis', 'shindan' ), wp_specialchars_decode( get_option( 'blogname' ), ENT_QUOTES ) );
	if ( $lead['antispam']['suspect'] ?? false ) {
		$subject .= ' ' . __( '(possible spam)', 'shindan' );
	}
	if ( $lead['test'] ?? false ) {
		$subject .= ' ' . __( '(test)', 'shindan' );
	}
	$lines = array();
	foreach ( shindan_lead_columns() as $path => $title ) {
		$text = shindan_shown_of_lead( $lead, $path );
		if ( '' !== $text && 0 !== strpos( $path, 'attribution.' ) ) {
			$lines[] = $title . ': ' . $text;
		}
	}
	$lines[] = '';
	$lines[] = admin_url( 'post.php?action=edit&post=' . $post );
	wp_mail( $to, $subject, implode( "\n", $lines ) );
}

/**
 * The parts of a lead that the e-mail and the export contain, with titles.
 */
function shindan_lead_columns() {
	return array(
		'lead_id'                        => __( 'Lead id', 'shindan' ),
		'created_at'                     => __( 'Sent at', 'shindan' ),
		'contact.company'                => __( 'Company', 'shindan' ),
		'contact.last_name'              => __( 'Last name', 'shindan' ),
		'contact.first_name'             => __( 'First name', 'shindan' ),
		'contact.title'                  => __( 'Job title', 'shindan' ),
		'contact.size'                   => __( 'Company size', 'shindan' ),
		'contact.email'                  => __( 'E-mail', 'shindan' ),
		'contact.phone'                  => __( 'Phone', 'shindan' ),
		'inquiry.message'                => __( 'Message', 'shindan' ),
		'diagnosis.pack'                 => __( 'Diagnosis', 'shindan' ),
		'diagnosis.score'                => __( 'Score', 'shindan' ),
		'diagnosis.level'                => __( 'Level', 'shindan' ),
		'diagnosis.summary'              => __( 'Summary', 'shindan' ),
		'diagnosis.answers'              => __( 'Answers', 'shindan' ),
		'consent.marketing_email.agreed' => __( 'Agreed to marketing e-mail', 'shindan' ),
		'consent.privacy.version'        => __( 'Consent version', 'shindan' ),
		'attribution.page_url'           => __( 'Page', 'shindan' ),
		'attribution.referrer'           => __( 'Referrer', 'shindan' ),
		'attribution.utm'                => __( 'Campaign', 'shindan' ),
		'antispam.suspect'               => __( 'Possible spam', 'shindan' ),
		'test'                           => __( 'Test', 'shindan' ),
	);
}
