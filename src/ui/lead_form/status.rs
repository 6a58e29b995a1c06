//! The status of a lead that was submitted, and the actions of the respondent: keep a copy, call or write, send it
//! again, delete it. It states no more than is known.

use std::rc::Rc;

use messages::{LeadMessageKey, Messages};
use settings::{LeadField, LeadSettings};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::contact_ways::call_link;
use super::deliveries::{Deliveries, LeadState};
use super::host::{LeadHostHandle, Outbox};
use super::wording::{Wording, label_key};
use crate::ui::task::Task;
use crate::ui::text::{live_text, text};

/// The outbox as a property; two are equal if they are the same.
#[derive(Clone)]
pub(super) struct OutboxHandle(pub(super) Rc<dyn Outbox>);

impl PartialEq for OutboxHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// An action of the respondent on the lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusAction {
    /// Corrects the refused inputs.
    Correct,
    /// Sends the lead again.
    Retry,
    /// Deletes the lead.
    Remove,
    /// Starts another lead.
    Renew,
}

/// The panel's properties.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LeadStatusProps {
    pub(super) host: LeadHostHandle,
    pub(super) outbox: OutboxHandle,
    pub(super) settings: Rc<LeadSettings>,
    pub(super) messages: Rc<Messages>,
    pub(super) lead_id: AttrValue,
    /// The lead in JSON; `None` once its personal data was deleted.
    pub(super) lead_json: Option<Rc<str>>,
    pub(super) deliveries: Deliveries,
    /// The status line, which gets the focus.
    pub(super) status_ref: NodeRef,
    pub(super) on_action: Callback<StatusAction>,
}

/// Result of copying.
#[derive(Debug, Default, PartialEq, Eq)]
enum CopyStatus {
    #[default]
    Idle,
    Copied,
    /// The clipboard is blocked: the text is shown for copying by hand.
    Blocked(Rc<str>),
}

/// Something that happens in the panel.
#[derive(Debug)]
pub(super) enum StatusMessage {
    Copy,
    Copied(Result<(), Rc<str>>),
}

/// The panel.
#[derive(Debug)]
pub(super) struct LeadStatus {
    copy: CopyStatus,
    copying: Option<Task>,
    by_hand: NodeRef,
}

impl Component for LeadStatus {
    type Message = StatusMessage;
    type Properties = LeadStatusProps;

    fn create(_: &Context<Self>) -> Self {
        Self { copy: CopyStatus::Idle, copying: None, by_hand: NodeRef::default() }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &LeadStatusProps) -> bool {
        if ctx.props().deliveries.best() != old.deliveries.best() {
            self.copy = CopyStatus::Idle;
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: StatusMessage) -> bool {
        match message {
            StatusMessage::Copy => {
                let LeadStatusProps { host, outbox, lead_json, .. } = ctx.props();
                let copy_text = outbox.0.copy_text(lead_json.as_deref().unwrap_or_default());
                let (copying, done) = (host.0.copy(copy_text.clone()), ctx.link().callback(StatusMessage::Copied));
                self.copying = Some(Task::spawn(async move {
                    done.emit(if copying.await { Ok(()) } else { Err(copy_text.into()) });
                }));
                return false;
            }
            StatusMessage::Copied(Ok(())) => self.copy = CopyStatus::Copied,
            StatusMessage::Copied(Err(copy_text)) => self.copy = CopyStatus::Blocked(copy_text),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let LeadStatusProps { messages, lead_id, deliveries, status_ref, .. } = ctx.props();
        let state = deliveries.best().unwrap_or(LeadState::Queued);
        let status_text = status_text(ctx.props(), state);
        html! {
            <div class="lead-status">
                <p ref={status_ref.clone()} role="status" tabindex="-1">{ live_text(&status_text) }</p>
                { receipt(lead_id, messages) }
                <div class="nav">{ self.actions(ctx, state) }</div>
                <p role="status">{ self.copied(messages) }</p>
            </div>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let (CopyStatus::Blocked(_), Some(area)) = (&self.copy, self.by_hand.cast::<HtmlTextAreaElement>()) {
            area.select();
        }
    }
}

impl LeadStatus {
    fn actions(&self, ctx: &Context<Self>, state: LeadState) -> Html {
        let LeadStatusProps { outbox, settings, messages, lead_json, on_action, .. } = ctx.props();
        // After some time the data is deleted, and only the number remains.
        let lead_json = lead_json.as_deref().filter(|_| state.can_hand_on() || is_volatile(ctx.props(), state));
        let button = |key, action| button(messages.get(key), on_action.reform(move |_: MouseEvent| action));
        let contact = &settings.contact;
        html! {
            <>
                if lead_json.is_some() && state == LeadState::Rejected {
                    { button(LeadMessageKey::Correct, StatusAction::Correct) }
                }
                if lead_json.is_some() && state.can_retry() {
                    { button(LeadMessageKey::Again, StatusAction::Retry) }
                }
                if let Some(lead_json) = lead_json {
                    { self::button(messages.get(LeadMessageKey::Copy), ctx.link().callback(|_: MouseEvent| StatusMessage::Copy)) }
                    if let Some(mail) = &contact.mail {
                        <a key="mail" href={outbox.0.mail_href(mail, lead_json)} class="contact-link">
                            { text(messages.get(LeadMessageKey::Mail)) }
                        </a>
                    }
                    { for contact.tel.as_deref().map(|tel| call_link(tel, messages)) }
                    { button(LeadMessageKey::Remove, StatusAction::Remove) }
                }
                if state == LeadState::Removed {
                    { button(LeadMessageKey::Heading, StatusAction::Renew) }
                }
            </>
        }
    }

    fn copied(&self, messages: &Messages) -> Html {
        match &self.copy {
            CopyStatus::Idle => Html::default(),
            CopyStatus::Copied => live_text(messages.get(LeadMessageKey::Copied)),
            CopyStatus::Blocked(copy_text) => html! {
                <textarea ref={self.by_hand.clone()} readonly=true rows="6" value={copy_text.to_string()}
                    aria-label={messages.shared(LeadMessageKey::ByHand)} />
            },
        }
    }
}

/// A secondary button.
fn button(label: &Rc<str>, onclick: Callback<MouseEvent>) -> Html {
    html! { <button key={Rc::clone(label)} type="button" class="quiet" {onclick}>{ text(label) }</button> }
}

/// Whether the lead is lost when this page is closed.
fn is_volatile(props: &LeadStatusProps, state: LeadState) -> bool {
    state.is_waiting() && !props.outbox.0.is_durable()
}

/// The number of the lead, for the respondent to name it by.
pub(super) fn receipt(lead_id: &str, messages: &Messages) -> Html {
    html! {
        <p>
            { text(messages.get(LeadMessageKey::Reference)) }{ " " }
            <strong part="receipt" data-lead={lead_id.to_owned()}>{ reference(lead_id) }</strong>
        </p>
    }
}

/// A number that is short enough to say on the phone.
fn reference(lead_id: &str) -> String {
    let digits: Vec<char> = lead_id.chars().filter(|c| *c != '-').take(8).collect();
    digits.chunks(4).map(|part| part.iter().collect::<String>().to_ascii_uppercase()).collect::<Vec<_>>().join("-")
}

fn status_text(props: &LeadStatusProps, state: LeadState) -> Rc<str> {
    let LeadStatusProps { settings, messages, deliveries, .. } = props;
    let key = match state {
        LeadState::Delivered | LeadState::Accepted => LeadMessageKey::Delivered,
        LeadState::Sending | LeadState::Queued => LeadMessageKey::Sending,
        LeadState::RetryWait => LeadMessageKey::Retry,
        LeadState::SentUnconfirmed => LeadMessageKey::Unconfirmed,
        LeadState::Rejected => LeadMessageKey::Rejected,
        LeadState::ActionRequired => LeadMessageKey::Failed,
        LeadState::Expired => LeadMessageKey::Expired,
        LeadState::Kept => Wording::of(settings.delivery).kept,
        LeadState::Removed => LeadMessageKey::Removed,
    };
    let is_volatile = is_volatile(props, state);
    let contact = &settings.contact;
    let address = || contact.mail.as_deref().and_then(|mail| mail.split([':', '?']).nth(1));
    let reached_at = contact.tel.as_deref().or_else(address).unwrap_or(messages.get(LeadMessageKey::Anyone));
    let refused = deliveries.refused();
    let labels = refused.iter().map(|name| LeadField::from_id(name).map_or(LeadMessageKey::Input, label_key));
    let labels: Vec<&str> = labels.map(|key| &**messages.get(key)).collect();
    let fields = match labels.as_slice() {
        [] => messages.get(LeadMessageKey::Input).to_string(),
        labels => labels.join(messages.get(LeadMessageKey::Comma)),
    };
    let stored = if is_volatile { "" } else { messages.get(LeadMessageKey::Stored) };
    let values =
        [("stored", stored), ("days", &contact.days.to_string()), ("contact", reached_at), ("fields", &fields)];
    let text = messages.fill(key, &values);
    if is_volatile { [&text, " ", messages.get(LeadMessageKey::Volatile)].concat().into() } else { text }
}
