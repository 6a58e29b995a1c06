//! The form, or the status of the lead that was submitted.

mod sent;

use std::rc::Rc;

use diagnosis::{Complete, Verdict};
use leads::Lead;
use messages::Messages;
use settings::{LeadField, LeadSettings};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::sent::Sent;
use super::Draft;
use super::deliveries::{Deliveries, DeliveryStatus, LeadState};
use super::form::{Form, FormStart, focus};
use super::host::{LeadHostHandle, Outbox, StoredLead, SubmitError};
use super::look_up::{LookUp, look_up, unknown_status};
use super::status::{LeadStatus, OutboxHandle, StatusAction};
use crate::ui::task::Task;

/// The properties of [`LeadForm`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LeadFormProps {
    /// The page adapter.
    pub host: LeadHostHandle,
    /// Settings of the form.
    pub settings: Rc<LeadSettings>,
    /// The messages in the language of the pack.
    pub messages: Rc<Messages>,
    /// The language of the messages, a BCP 47 tag.
    pub lang: AttrValue,
    /// The answers on screen.
    pub complete: Complete,
    /// The verdict on these answers.
    pub verdict: Rc<Verdict>,
    /// Whether the result waits for the form.
    pub is_gated: bool,
    /// Shows the result that waits; `true` moves the focus to it.
    pub on_unlock: Callback<bool>,
}

/// Something that happens to a lead.
pub enum LeadFormMessage {
    /// The outbox returned the lead that was sent with this run.
    Found(Rc<dyn Outbox>, String, Option<StoredLead>),
    /// Nothing is known of the lead with this id: the outbox did not load, or cannot read its storage.
    NotFound(String),
    /// The respondent has that lead looked up once more.
    LookUpAgain(String),
    /// The form submits a lead.
    Submit(Box<Lead>),
    /// The outbox has stored the lead.
    Submitted(Rc<dyn Outbox>),
    /// The outbox refuses the lead.
    NotSubmitted(SubmitError),
    /// The status of a delivery has changed.
    Status(DeliveryStatus),
    /// The respondent acts on the lead.
    Action(StatusAction),
    /// The lead was deleted.
    Removed,
    /// The respondent continues to the result without the form.
    Skip,
}

/// The form, or the status of the lead.
pub struct LeadForm {
    start: Rc<FormStart>,
    sent: Option<Sent>,
    look_up: LookUp,
    failure: Option<SubmitError>,
    status_ref: NodeRef,
    moves_focus: bool,
    /// The running task; a new one replaces it.
    task: Option<Task>,
}

impl LeadForm {
    /// A form with these initial inputs.
    fn begin(&mut self, host: &LeadHostHandle, values: Vec<(LeadField, String)>, refused: Vec<LeadField>) {
        let (lead_id, since_ms) = (host.0.new_lead_id(), host.0.now_ms());
        let draft = match values.is_empty() {
            true => Draft::default(),
            false => Draft { values: values.clone(), ..Draft::default() },
        };
        host.0.keep_draft(&draft);
        self.start = Rc::new(FormStart { lead_id, since_ms, values, refused, has_focus: true });
        self.sent = None;
        self.failure = None;
    }

    fn submit(&mut self, ctx: &Context<Self>, lead: &Lead) {
        self.failure = None;
        let (outbox, link) = (ctx.props().host.0.outbox(), ctx.link().clone());
        // The value contains only numbers, texts and lists, so serialising cannot fail.
        let json = serde_json::to_string(lead).unwrap_or_default();
        self.sent = Some(Sent {
            lead_id: lead.lead_id.clone(),
            lead_json: Some(json.as_str().into()),
            deliveries: Deliveries::default(),
            outbox: None,
        });
        let host = ctx.props().host.clone();
        let sent = Draft { sent: Some((lead.lead_id.clone(), host.0.run())), ..Draft::default() };
        // The draft stays until the outbox has stored the lead.
        host.0.keep_draft(&Draft { sent: sent.sent.clone(), ..host.0.draft() });
        // This is not a task of the component: an app may remove the widget before the lead is stored.
        spawn_local(async move {
            let submitted = match outbox.await {
                Ok(outbox) => outbox.submit(json).await.map(|()| outbox),
                Err(error) => Err(error),
            };
            // Another visitor may be there by now, or another lead.
            let draft = host.0.draft();
            if draft.sent == sent.sent {
                host.0.keep_draft(&match &submitted {
                    Ok(_) => sent,
                    Err(_) => Draft { sent: None, ..draft },
                });
            }
            link.send_message(submitted.map_or_else(LeadFormMessage::NotSubmitted, LeadFormMessage::Submitted));
        });
    }
}

/// Shows the result that waits for the form. Whoever has pressed to send the lead sees it, also where the page was loaded again
/// before the outbox confirmed the lead.
fn open_gate(LeadFormProps { host, on_unlock, is_gated, .. }: &LeadFormProps) {
    if *is_gated {
        host.0.unlock();
        on_unlock.emit(false);
    }
}

impl Component for LeadForm {
    type Message = LeadFormMessage;
    type Properties = LeadFormProps;

    fn create(ctx: &Context<Self>) -> Self {
        let LeadFormProps { host, .. } = ctx.props();
        let draft = host.0.draft();
        host.0.listen(Some(ctx.link().callback(LeadFormMessage::Status)));
        let sent_before = draft.sent_with(&host.0.run()).map(str::to_owned);
        let looking = sent_before.clone().map(|lead_id| look_up(ctx, lead_id));
        let start = FormStart {
            // If the outbox turns out not to have that lead yet, it still may get it: sending again must not double it.
            lead_id: sent_before.unwrap_or_else(|| host.0.new_lead_id()),
            since_ms: draft.since_ms.unwrap_or_else(|| host.0.now_ms()),
            values: draft.values,
            ..FormStart::default()
        };
        Self {
            start: Rc::new(start),
            sent: None,
            look_up: if looking.is_some() { LookUp::Running } else { LookUp::Over },
            failure: None,
            status_ref: NodeRef::default(),
            moves_focus: false,
            task: looking,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: LeadFormMessage) -> bool {
        let LeadFormProps { host, on_unlock, .. } = ctx.props();
        match message {
            LeadFormMessage::Found(outbox, lead_id, stored) => {
                if stored.is_some() {
                    open_gate(ctx.props());
                }
                self.found(host, outbox, lead_id, stored);
            }
            LeadFormMessage::NotFound(lead_id) => {
                open_gate(ctx.props());
                self.look_up = LookUp::Failed { lead_id, is_running: false };
            }
            LeadFormMessage::LookUpAgain(_) if matches!(self.look_up, LookUp::Failed { is_running: true, .. }) => {
                return false;
            }
            LeadFormMessage::LookUpAgain(lead_id) => {
                self.task = Some(look_up(ctx, lead_id.clone()));
                self.look_up = LookUp::Failed { lead_id, is_running: true };
            }
            LeadFormMessage::Submit(lead) => self.submit(ctx, &lead),
            LeadFormMessage::Submitted(outbox) => {
                if let Some(sent) = &mut self.sent {
                    sent.outbox = Some(outbox);
                    self.moves_focus = true;
                    host.0.unlock();
                    on_unlock.emit(false);
                }
            }
            LeadFormMessage::NotSubmitted(failure) => {
                self.sent = None;
                self.failure = Some(failure);
            }
            LeadFormMessage::Status(status) => self.apply_status(status),
            LeadFormMessage::Action(action) => self.act(ctx, action),
            LeadFormMessage::Removed => {
                if let Some(sent) = &mut self.sent {
                    sent.deliveries = Deliveries::removed(&sent.lead_id);
                    host.0.emit_lead(&sent.lead_id, LeadState::Removed);
                    self.moves_focus = true;
                }
            }
            LeadFormMessage::Skip => {
                host.0.unlock();
                on_unlock.emit(true);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let LeadFormProps { host, settings, messages, lang, complete, verdict, is_gated, .. } = ctx.props().clone();
        let link = ctx.link();
        match &self.look_up {
            LookUp::Over => {}
            LookUp::Running => return Html::default(),
            LookUp::Failed { lead_id, is_running } => {
                let again = lead_id.clone();
                let on_again = link.callback(move |_: MouseEvent| LeadFormMessage::LookUpAgain(again.clone()));
                return unknown_status(lead_id, *is_running, &settings.contact, &messages, &on_again);
            }
        }
        match &self.sent {
            Some(Sent { lead_id, lead_json, deliveries, outbox: Some(outbox) }) => html! {
                <LeadStatus key="status" {host} {settings} {messages} outbox={OutboxHandle(Rc::clone(outbox))}
                    lead_id={lead_id.clone()} lead_json={lead_json.clone()} deliveries={deliveries.clone()}
                    status_ref={self.status_ref.clone()} on_action={link.callback(LeadFormMessage::Action)} />
            },
            sent => html! {
                <Form key={self.start.lead_id.clone()} {host} {settings} {messages} {lang} {complete} {verdict} {is_gated}
                    start={Rc::clone(&self.start)} is_busy={sent.is_some()} failure={self.failure}
                    on_submit={link.callback(|lead| LeadFormMessage::Submit(Box::new(lead)))}
                    on_skip={link.callback(|()| LeadFormMessage::Skip)} />
            },
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if std::mem::take(&mut self.moves_focus) {
            focus(&self.status_ref);
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        ctx.props().host.0.listen(None);
    }
}
