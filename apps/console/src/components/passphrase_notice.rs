//! Explains what the passphrase does and does not do.

use yew::prelude::*;

use crate::words::Words;

/// The explanation.
pub(crate) fn passphrase_notice(words: &Words) -> Html {
    html! {
        <div class="note">
            <p>{ words.honest_does }</p>
            <p>{ words.honest_not }</p>
            <p>{ words.honest_device }</p>
        </div>
    }
}
