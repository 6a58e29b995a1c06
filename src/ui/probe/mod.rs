//! Components that a maintainer might add to a view, and faults that may occur there, only for the tests of the release
//! pipeline: the feature `maintainer-probe` puts both below the result.

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
