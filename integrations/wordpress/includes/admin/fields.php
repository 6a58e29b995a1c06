<?php
/**
 * The inputs of the settings page.
 *
 * @package Shindan
 */

defined( 'ABSPATH' ) || exit;

/**
 * Shows all of them.
 *
 * @param array $settings The settings.
 */
function shindan_show_fields( $settings ) {
	?>
	<h2><?php esc_html_e( 'For authors', 'shindan' ); ?></h2>
	<table class="form-table" role="presentation">
		<?php
		shindan_row_of_text( 'links', __( 'Links of the call to action', 'shindan' ), implode( "\n", $settings['links'] ), 3, __( 'One per line. Authors choose one of them; the first is used if they choose none.', 'shindan' ) );
		shindan_row_of_choices( 'pack', __( 'Diagnosis', 'shindan' ), shindan_pack_titles(), $settings['pack'] );
		shindan_row_of_choices(
			'lang',
			__( 'Language', 'shindan' ),
			array(
				''   => __( 'Same as the page', 'shindan' ),
				'ja' => '日本語',
				'en' => 'English',
			),
			$settings['lang']
		);
		shindan_row_of_choices( 'lead', __( 'Contact form', 'shindan' ), shindan_lead_titles(), $settings['lead'] );
		shindan_row_of_line( 'accent', __( 'Colour', 'shindan' ), $settings['accent'], __( 'For buttons and bars, such as #00664f. If empty, the widget uses its own colour.', 'shindan' ) );
		shindan_row_of_text( 'fallback', __( 'Text shown without JavaScript', 'shindan' ), $settings['fallback'], 2, '' );
		shindan_row_of_box( 'data_layer', __( 'Tag manager', 'shindan' ), $settings['data_layer'], __( 'Push events to window.dataLayer', 'shindan' ) );
		?>
	</table>

	<h2><?php esc_html_e( 'Leads', 'shindan' ); ?></h2>
	<table class="form-table" role="presentation">
		<?php
		shindan_row_of_box( 'receiver', __( 'This website', 'shindan' ), $settings['receiver'], __( 'Store leads here, and e-mail me each one', 'shindan' ), shindan_words_on_receiver() );
		shindan_row_of_line(
			'mail',
			__( 'Send e-mail to', 'shindan' ),
			$settings['mail'],
			/* translators: %s: an e-mail address. */
			sprintf( __( 'If empty: %s.', 'shindan' ), (string) get_option( 'admin_email' ) )
		);
		?>
	</table>

	<h2><?php esc_html_e( 'Settings from the builder', 'shindan' ); ?></h2>
	<table class="form-table" role="presentation">
		<?php
		shindan_row_of_text( 'configuration', __( 'Settings (JSON)', 'shindan' ), $settings['configuration'], 10, __( 'Wording of the call to action, form, lead destinations and theme. Every visitor can read these settings: never paste a password or token.', 'shindan' ), 'config' );
		?>
		<tr>
			<th scope="row"><label for="shindan-add"><?php esc_html_e( 'Another diagnosis (JSON)', 'shindan' ); ?></label></th>
			<td>
				<textarea id="shindan-add" name="<?php echo esc_attr( SHINDAN_PACKS ); ?>[add]" rows="6" class="large-text code" data-lint="pack" spellcheck="false"></textarea>
				<div class="shindan-remarks" id="shindan-add-remarks" role="status"></div>
				<?php foreach ( array_keys( shindan_own_packs() ) as $name ) : ?>
					<p>
						<label>
							<input type="checkbox" name="<?php echo esc_attr( SHINDAN_PACKS ); ?>[remove][]" value="<?php echo esc_attr( $name ); ?>" />
							<?php
							/* translators: %s: the name of a diagnosis. */
							echo esc_html( sprintf( __( 'Remove %s', 'shindan' ), $name ) );
							?>
						</label>
					</p>
				<?php endforeach; ?>
			</td>
		</tr>
	</table>
	<?php
}

/**
 * What the owner should know before the receiver is switched on.
 */
function shindan_words_on_receiver() {
	$words = __( 'Leads are stored in this WordPress database, visible to administrators only, until you delete them. Deleting the plugin deletes them too.', 'shindan' );
	if ( 'https' !== wp_parse_url( rest_url(), PHP_URL_SCHEME ) ) {
		$words .= ' ' . __( 'This needs https: the widget sends nothing to an address that begins with http://.', 'shindan' );
	}
	return $words;
}

/**
 * The name of an input.
 *
 * @param string $name Of the setting.
 */
function shindan_input( $name ) {
	return SHINDAN_SETTINGS . '[' . $name . ']';
}

/**
 * A row with a label.
 *
 * @param string $name  Of the setting.
 * @param string $title Of the row.
 */
function shindan_begin_row( $name, $title ) {
	printf( '<tr><th scope="row"><label for="shindan-%s">%s</label></th><td>', esc_attr( $name ), esc_html( $title ) );
}

/**
 * Its end, with an explanation.
 *
 * @param string $hint The explanation, or nothing.
 */
function shindan_end_row( $hint ) {
	if ( '' !== $hint ) {
		printf( '<p class="description">%s</p>', esc_html( $hint ) );
	}
	echo '</td></tr>';
}

/**
 * A row with one line of text.
 *
 * @param string $name  Of the setting.
 * @param string $title Of the row.
 * @param string $value What is set.
 * @param string $hint  The explanation.
 */
function shindan_row_of_line( $name, $title, $value, $hint ) {
	shindan_begin_row( $name, $title );
	printf( '<input type="text" class="regular-text" id="shindan-%s" name="%s" value="%s" />', esc_attr( $name ), esc_attr( shindan_input( $name ) ), esc_attr( $value ) );
	shindan_end_row( $hint );
}

/**
 * A row with several lines.
 *
 * @param string $name  Of the setting.
 * @param string $title Of the row.
 * @param string $value What is set.
 * @param int    $rows  How many are shown.
 * @param string $hint  The explanation.
 * @param string $lint  What the linter takes it for, or nothing.
 */
function shindan_row_of_text( $name, $title, $value, $rows, $hint, $lint = '' ) {
	shindan_begin_row( $name, $title );
	printf(
		'<textarea id="shindan-%1$s" name="%2$s" rows="%3$d" class="large-text%4$s" data-lint="%5$s" spellcheck="%6$s">%7$s</textarea>',
		esc_attr( $name ),
		esc_attr( shindan_input( $name ) ),
		(int) $rows,
		'' === $lint ? '' : ' code',
		esc_attr( $lint ),
		'' === $lint ? 'true' : 'false',
		esc_textarea( $value )
	);
	if ( '' !== $lint ) {
		printf( '<div class="shindan-remarks" id="shindan-%s-remarks" role="status"></div>', esc_attr( $name ) );
	}
	shindan_end_row( $hint );
}

/**
 * A row with a choice.
 *
 * @param string $name    Of the setting.
 * @param string $title   Of the row.
 * @param array  $choices Titles by values.
 * @param string $value   What is set.
 */
function shindan_row_of_choices( $name, $title, $choices, $value ) {
	shindan_begin_row( $name, $title );
	printf( '<select id="shindan-%s" name="%s">', esc_attr( $name ), esc_attr( shindan_input( $name ) ) );
	foreach ( $choices as $choice => $words ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $choice ), selected( (string) $choice, $value, false ), esc_html( $words ) );
	}
	echo '</select>';
	shindan_end_row( '' );
}

/**
 * A row with a box to tick.
 *
 * @param string $name  Of the setting.
 * @param string $title Of the row.
 * @param bool   $value What is set.
 * @param string $words Beside the box.
 * @param string $hint  The explanation.
 */
function shindan_row_of_box( $name, $title, $value, $words, $hint = '' ) {
	shindan_begin_row( $name, $title );
	printf( '<label><input type="checkbox" id="shindan-%s" name="%s" value="1"%s /> %s</label>', esc_attr( $name ), esc_attr( shindan_input( $name ) ), checked( $value, true, false ), esc_html( $words ) );
	shindan_end_row( $hint );
}
