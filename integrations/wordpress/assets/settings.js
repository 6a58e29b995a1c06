// Reads what is pasted on the settings page with the linter of the widget's own site, the same rules as everywhere else.

const { reader: address, words } = JSON.parse( document.querySelector( '#shindan-linter' ).textContent );
const form = document.querySelector( '#shindan-form' );
const places = [ ...form.querySelectorAll( 'textarea[data-lint]' ) ].filter( ( { dataset } ) => dataset.lint );

/** The linter, or nothing where this browser cannot run it. */
const linter = import( address )
	.then( ( { reader } ) => reader() )
	.catch( () => undefined );

const element = ( name, text, severity ) => {
	const made = document.createElement( name );
	made.textContent = text;
	if ( severity ) {
		made.dataset.severity = severity;
	}
	return made;
};

/** Shows what there is to say about a text; answers whether it is an error. */
const check = async ( { id, value } ) => {
	const place = document.querySelector( `#${ id }-remarks` );
	const lint = ( await linter )?.lint;
	if ( value.trim() === '' ) {
		place.replaceChildren();
		return false;
	}
	if ( ! lint ) {
		place.replaceChildren( element( 'p', words.unlinted ) );
		return false;
	}
	const remarks = lint( value, document.documentElement.lang );
	const list = document.createElement( 'ul' );
	for ( const { severity, path, text, fix } of remarks ) {
		const kind = severity === 'error' ? words.error : words.warning;
		list.append( element( 'li', `${ kind } · ${ [ path, `${ text } (${ fix })` ].filter( Boolean ).join( ': ' ) }`, severity ) );
	}
	place.replaceChildren( remarks.length > 0 ? list : element( 'p', words.fine ) );
	return remarks.some( ( { severity } ) => severity === 'error' );
};

/** What somebody wants to save all the same, by the place where it is. */
const insisted = new Map();

places.forEach( ( place ) => {
	place.addEventListener( 'input', () => check( place ) );
	check( place );
} );

form.addEventListener( 'submit', async ( event ) => {
	event.preventDefault();
	const wrong = await Promise.all( places.map( check ) );
	const first = places.find( ( place, i ) => wrong[ i ] && insisted.get( place ) !== place.value );
	if ( first ) {
		insisted.set( first, first.value );
		document.querySelector( `#${ first.id }-remarks` ).prepend( element( 'p', words.refused ) );
		first.focus();
		return;
	}
	// Not `form.submit()`: the button is named so.
	HTMLFormElement.prototype.submit.call( form );
} );
