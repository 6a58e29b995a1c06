//! What stands in the place of the form where a lead was sent before, and its status cannot be looked up.

use messages::{LeadMessageKey, Messages};
use settings::Contact;
use yew::prelude::*;

use super::contact_ways::contact_ways;
use super::status::receipt;
use crate::ui::text::{live_text, text};

/// The number of the lead, a button that looks it up again with `on_again`, and the ways to reach the owner without it.
pub(super) fn unknown_status(
    lead_id: &str,
    is_running: bool,
    contact: &Contact,
    messages: &Messages,
    on_again: &Callback<MouseEvent>,
) -> Html {
    let status = if is_running { LeadMessageKey::Checking } else { LeadMessageKey::Unknown };
    html! {
        <div class="lead-status">
            <p role="status">{ live_text(messages.get(status)) }</p>
            { receipt(lead_id, messages) }
            <div class="nav">
                <button type="button" class="quiet" aria-disabled={is_running.then_some("true")} onclick={on_again.clone()}>
                    { text(messages.get(LeadMessageKey::CheckAgain)) }
                </button>
            </div>
            { contact_ways(contact, messages) }
        </div>
    }
}
