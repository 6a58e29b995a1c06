// The block in the editor: its controls, and the widget itself in a frame for a preview. What it offers comes from PHP.
( function ( wp, data ) {
	const { InspectorControls, useBlockProps } = wp.blockEditor;
	const { PanelBody, SelectControl, TextControl } = wp.components;
	const { createElement: el, Fragment } = wp.element;
	const { words } = data;

	/** The address of the widget as a page of its own, with what was chosen. */
	const previewOf = ( { pack, lang, ctaHref } ) => {
		const url = new URL( data.preview, document.baseURI );
		url.searchParams.set( 'pack', data.sources[ pack || data.chosen ] || 'readiness' );
		url.searchParams.set( 'cta-href', ctaHref || ( data.links[ 1 ] && data.links[ 1 ].value ) || '#' );
		url.searchParams.set( 'lead', 'off' );
		url.searchParams.set( 'lang', lang || data.lang );
		return url.href;
	};

	const edit = ( { attributes, setAttributes } ) => {
		const choose = ( name, label, options ) =>
			el( SelectControl, {
				key: name,
				label,
				options,
				value: attributes[ name ],
				onChange: ( value ) => setAttributes( { [ name ]: value } ),
			} );
		return el(
			Fragment,
			null,
			el(
				InspectorControls,
				null,
				el(
					PanelBody,
					{ title: words.title },
					choose( 'pack', words.pack, data.packs ),
					choose( 'mode', words.mode, data.modes ),
					choose( 'lead', words.lead, data.leads ),
					choose( 'ctaHref', words.link, data.links ),
					choose( 'lang', words.lang, data.langs ),
					el( TextControl, {
						label: 'id',
						value: attributes.anchor,
						onChange: ( anchor ) => setAttributes( { anchor: anchor.replace( /[^\w-]/g, '' ) } ),
					} )
				)
			),
			el(
				'div',
				useBlockProps( { className: 'shindan-preview' } ),
				// A press chooses the block, and does not answer the question.
				el( 'iframe', { title: words.preview, src: previewOf( attributes ), tabIndex: -1, inert: '' } ),
				el( 'span', { className: 'shindan-preview-cover' } )
			)
		);
	};

	wp.blocks.registerBlockType( 'shindan/diagnosis', { title: words.title, edit, save: () => null } );

	/** Every block, those within others too. */
	const all = ( blocks ) => blocks.flatMap( ( block ) => [ block, ...all( block.innerBlocks ) ] );

	/** Whether somebody has pasted the code for pages of other kinds. */
	const isPasted = () =>
		all( wp.data.select( 'core/block-editor' ).getBlocks() ).some( ( { name, attributes } ) => {
			const text = name === 'core/html' || name === 'core/freeform' ? String( attributes.content || '' ) : '';
			return text.includes( '<shindan-widget' ) && text.includes( '<script' );
		} );

	let blocks;
	let pasted = false;
	wp.data.subscribe( () => {
		const now = wp.data.select( 'core/block-editor' ).getBlocks();
		if ( now === blocks ) {
			return;
		}
		blocks = now;
		if ( isPasted() !== pasted ) {
			pasted = ! pasted;
			const { createWarningNotice, removeNotice } = wp.data.dispatch( 'core/notices' );
			if ( pasted ) {
				createWarningNotice( words.pasted, { id: 'shindan-pasted' } );
			} else {
				removeNotice( 'shindan-pasted' );
			}
		}
	} );
} )( window.wp, window.shindanEditor );
