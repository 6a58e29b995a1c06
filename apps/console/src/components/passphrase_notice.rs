//! Explains what the passphrase does and does not do.

use yew::prelude::*;

use crate::messages::Messages;

/// The explanation.
pub(crate) fn passphrase_notice(messages: &Messages) -> Html {
    html! {
        <div class="note">
            <p>{ messages.honest_does }</p>
            <p>{ messages.honest_not }</p>
            <p>{ messages.honest_device }</p>
        </div>
    }
}
