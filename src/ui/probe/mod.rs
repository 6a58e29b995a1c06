//! What a maintainer may want to add to a view, and what may go wrong there, for the tests of the release pipeline alone:
//! the feature `maintainer-probe` puts both below the result.

mod fault;
mod tally;

use yew::prelude::*;

use fault::Faults;
use tally::Tally;

/// Both probes.
pub(super) fn probes() -> Html {
    html! {
        <>
            <Tally unit={1.25} />
            <Faults />
        </>
    }
}
