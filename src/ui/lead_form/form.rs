//! The form: collects and checks inputs, explains what is sent and why, and submits a lead. It does not know the
//! destinations of leads.

mod checks;

use std::rc::Rc;

use diagnosis::{Complete, Verdict};
use leads::Lead;
use messages::{LeadMessageKey, Messages};
use settings::{Delivery, LeadField, LeadSettings};
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::Draft;
use super::checkbox::{Checkbox, checkbox};
use super::consent::{marketing_text, purpose};
use super::contact_ways::contact_ways;
use super::field::{Field, FieldEvent, field};
use super::host::{LeadHostHandle, SubmitError};
use super::preview::preview;
use super::wording::Wording;
use crate::ui::task::Task;
use crate::ui::text::{live_text, text};

/// Initial state of a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FormStart {
    /// The id of the lead that the form creates.
    pub(super) lead_id: String,
    /// The time at which it appeared, in milliseconds since 1970-01-01 UTC.
    pub(super) since_ms: f64,
    /// The previous inputs.
    pub(super) values: Vec<(LeadField, String)>,
    /// The inputs that a receiver refused.
    pub(super) refused: Vec<LeadField>,
    /// Whether the form takes the focus.
    pub(super) has_focus: bool,
}

/// The form's properties.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct FormProps {
    pub(super) host: LeadHostHandle,
    pub(super) settings: Rc<LeadSettings>,
    pub(super) messages: Rc<Messages>,
    /// The language of pack and messages, a BCP 47 tag.
    pub(super) lang: AttrValue,
    /// The answers on screen.
    pub(super) complete: Complete,
    /// The verdict on these answers.
    pub(super) verdict: Rc<Verdict>,
    pub(super) start: Rc<FormStart>,
    /// Whether the result waits for the form.
    pub(super) is_gated: bool,
    /// Whether a lead is being submitted.
    pub(super) is_busy: bool,
    /// The reason why the last lead was refused.
    pub(super) failure: Option<SubmitError>,
    /// Receives a valid lead.
    pub(super) on_submit: Callback<Lead>,
    /// Shows the result without the form.
    pub(super) on_skip: Callback<()>,
}

/// Something that happens in the form.
#[derive(Clone, Debug)]
pub(super) enum FormMessage {
    Field(LeadField, FieldEvent),
    Answers(bool),
    Marketing(bool),
    Privacy(bool),
    Preview(bool),
    Touch,
    Submit,
}

/// The form.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) lead_id: String,
    pub(super) since_ms: f64,
    pub(super) fields: Vec<Field>,
    pub(super) answers: Checkbox,
    pub(super) marketing: Checkbox,
    privacy: Checkbox,
    honeypot: NodeRef,
    submit: NodeRef,
    is_unfolded: bool,
    summary: Option<Rc<str>>,
    /// The element that takes the focus after the next render.
    focus: Option<NodeRef>,
    /// Loads the outbox early: a respondent who begins to fill in the form is likely to send it.
    loading: Option<Task>,
}

impl Form {
    /// Whether the honeypot input was filled in, which only programs find.
    pub(super) fn is_honeypot_filled(&self) -> bool {
        self.honeypot.cast::<HtmlInputElement>().is_some_and(|input| !input.value().is_empty())
    }

    fn on_field(&mut self, name: LeadField, event: FieldEvent, messages: &Messages) {
        let Some(field) = self.fields.iter_mut().find(|field| field.name == name) else {
            return;
        };
        field.read();
        if matches!(event, FieldEvent::Input | FieldEvent::Composing) {
            field.notice = None;
        }
        match event {
            FieldEvent::Input if field.error.is_some() => {
                field.check(false, messages);
            }
            FieldEvent::Input | FieldEvent::Composing => {}
            FieldEvent::Change | FieldEvent::Leave => {
                field.check(false, messages);
                field.show_normalised();
            }
        }
    }

    fn keep(&self, host: &LeadHostHandle) {
        let values = self.fields.iter().filter(|field| !field.typed.trim().is_empty());
        // Who types while the lead is being stored must find that lead again after a reload.
        let sent = host.0.draft().sent.filter(|(lead_id, _)| *lead_id == self.lead_id);
        host.0.keep_draft(&Draft {
            since_ms: Some(self.since_ms),
            values: values.map(|field| (field.name, field.typed.clone())).collect(),
            sent,
        });
    }
}

impl Component for Form {
    type Message = FormMessage;
    type Properties = FormProps;

    fn create(ctx: &Context<Self>) -> Self {
        let FormProps { settings, messages, lang, start, .. } = ctx.props();
        let new_field = |name: LeadField| {
            let typed = start.values.iter().find(|(of, _)| *of == name).map(|(_, typed)| typed.clone());
            Field::new(name, settings, typed.unwrap_or_default())
        };
        let mut form = Self {
            lead_id: start.lead_id.clone(),
            since_ms: start.since_ms,
            fields: settings.fields(lang).into_iter().map(new_field).collect(),
            answers: Checkbox::new("answers", false),
            marketing: Checkbox::new("marketing", false),
            privacy: Checkbox::new("privacy", true),
            honeypot: NodeRef::default(),
            submit: NodeRef::default(),
            is_unfolded: false,
            summary: None,
            focus: None,
            loading: None,
        };
        let mut refused = Vec::new();
        for field in form.fields.iter_mut().filter(|field| start.refused.contains(&field.name)) {
            let label = Rc::clone(field.label(messages));
            field.error = Some(messages.fill(LeadMessageKey::Check, &[("fields", &label)]));
            refused.push((label, field.node.clone()));
        }
        if start.has_focus {
            form.focus = form.fields.first().map(|field| field.node.clone());
        }
        if !refused.is_empty() {
            form.mark(&refused, messages);
        }
        form
    }

    fn update(&mut self, ctx: &Context<Self>, message: FormMessage) -> bool {
        let props = ctx.props();
        match message {
            FormMessage::Field(name, event) => {
                self.on_field(name, event, &props.messages);
                if matches!(event, FieldEvent::Input | FieldEvent::Composing) {
                    self.keep(&props.host);
                }
            }
            FormMessage::Answers(is_on) => self.answers.is_checked = is_on,
            FormMessage::Marketing(is_on) => self.marketing.is_checked = is_on,
            FormMessage::Privacy(is_on) => {
                self.privacy.is_checked = is_on;
                self.check_privacy(props);
            }
            FormMessage::Preview(is_unfolded) => self.is_unfolded = is_unfolded,
            FormMessage::Touch => {
                let outbox = props.host.0.outbox();
                // A failure here is harmless: the press that sends loads it again.
                self.loading = Some(Task::spawn(async move { drop(outbox.await) }));
                return false;
            }
            FormMessage::Submit if props.is_busy => return false,
            FormMessage::Submit => self.submit(props),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let FormProps { settings, messages, is_gated, is_busy, failure, on_skip, .. } = ctx.props();
        let link = ctx.link();
        let wording = Wording::of(settings.delivery);
        let on_field = link.callback(|(name, event)| FormMessage::Field(name, event));
        let summary =
            self.summary.clone().or_else(|| failure.map(|failure| messages.shared(failure_key(failure, wording))));
        let lead = self.is_unfolded.then(|| self.lead(ctx.props()));
        let onclick = link.callback(|event: MouseEvent| {
            // The form's own `submit` event does not occur in a sandbox that forbids forms; Enter presses this button
            // too.
            event.prevent_default();
            FormMessage::Submit
        });
        html! {
            <form part="lead-form" novalidate=true aria-labelledby="lead-heading" onfocusin={link.callback(|_: FocusEvent| FormMessage::Touch)}>
                <h3 id="lead-heading">{ text(messages.get(LeadMessageKey::Heading)) }</h3>
                if settings.delivery == Delivery::Unusable {
                    <p key="unusable">{ text(messages.get(LeadMessageKey::Unusable)) }</p>
                    { contact_ways(&settings.contact, messages) }
                }
                if *is_gated {
                    <p key="gate">{ text(messages.get(wording.gate)) }</p>
                }
                <div class="fields">{ for self.fields.iter().map(|of| field(of, messages, &on_field)) }</div>
                <div class="trap" aria-hidden="true">
                    { text(messages.get(LeadMessageKey::LeaveEmpty)) }
                    <input ref={self.honeypot.clone()} name="homepage" tabindex="-1" autocomplete="off" />
                </div>
                { purpose(settings, messages, wording) }
                { checkbox(&self.answers, messages.get(LeadMessageKey::Answers), link.callback(FormMessage::Answers)) }
                if let Some(label) = marketing_text(settings, messages) {
                    { checkbox(&self.marketing, &label, link.callback(FormMessage::Marketing)) }
                }
                { checkbox(&self.privacy, messages.get(LeadMessageKey::Privacy), link.callback(FormMessage::Privacy)) }
                { preview(messages.get(wording.preview), lead.as_ref(), link.callback(FormMessage::Preview)) }
                <p part="error" role="alert" hidden={summary.is_none()}>{ for summary.as_ref().map(live_text) }</p>
                <button ref={self.submit.clone()} part="submit" aria-disabled={is_busy.then_some("true")} {onclick}>
                    { text(messages.get(wording.submit)) }
                </button>
                if *is_gated && settings.can_skip {
                    <button key="skip" type="button" class="quiet" onclick={on_skip.reform(|_: MouseEvent| ())}>
                        { text(messages.get(LeadMessageKey::Skip)) }
                    </button>
                }
            </form>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, is_first: bool) {
        if is_first {
            for field in self.fields.iter().filter(|field| !field.typed.is_empty()) {
                field.write(&field.typed);
            }
        }
        if let Some(node) = self.focus.take() {
            focus(&node);
        }
    }
}

fn failure_key(failure: SubmitError, wording: Wording) -> LeadMessageKey {
    match failure {
        SubmitError::NotLoaded => wording.not_yet,
        SubmitError::TooLarge => wording.too_large,
        SubmitError::Failed => wording.failed,
    }
}

/// Moves the focus; does nothing if the element cannot take it.
pub(super) fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}
