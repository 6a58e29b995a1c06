//! The lead that a run was sent with earlier, which the outbox is asked for; and what stands in the place of the form where it
//! cannot be asked.

use messages::{LeadMessageKey, Messages};
use settings::Contact;
use yew::prelude::*;

use super::component::{LeadForm, LeadFormMessage};
use super::contact_ways::contact_ways;
use super::status::receipt;
use crate::ui::task::Task;
use crate::ui::text::{live_text, text};

/// How far the look-up of that lead has come.
pub(super) enum LookUp {
    /// No lead was sent, or its state is known.
    Over,
    /// The first attempt runs. It takes a moment, for which nothing is shown.
    Running,
    /// The outbox did not load, or cannot read its storage. A second form would be wrong, so the number of the lead is shown instead, and a button that
    /// tries again.
    Failed { lead_id: String, is_running: bool },
}

/// Has the outbox look up the lead with this id.
pub(super) fn look_up(ctx: &Context<LeadForm>, lead_id: String) -> Task {
    let (outbox, link) = (ctx.props().host.0.outbox(), ctx.link().clone());
    Task::spawn(async move {
        let found = match outbox.await {
            Ok(outbox) => outbox.stored_lead(lead_id.clone()).await.ok().map(|stored| (outbox, stored)),
            Err(_) => None,
        };
        link.send_message(match found {
            Some((outbox, stored)) => LeadFormMessage::Found(outbox, lead_id, stored),
            None => LeadFormMessage::NotFound(lead_id),
        });
    })
}

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
