//! One input: its label, its text and its error message.

use std::rc::Rc;

use leads::{Input, InputError};
use messages::{LeadMessageKey, Messages};
use settings::{LeadField, LeadSettings};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, ShadowRoot};
use yew::prelude::*;

use super::wording::{error_text, label_key};
use crate::ui::text::{live_text, text};

/// The text of a select without a choice.
const NO_CHOICE: &str = " ";

/// An input and its state.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) name: LeadField,
    pub(super) is_required: bool,
    /// Maximum number of characters.
    max: usize,
    /// The value that was read last.
    pub(super) typed: String,
    /// The error message of the input.
    pub(super) error: Option<Rc<str>>,
    /// A notice below the input, until its text changes.
    pub(super) notice: Option<Rc<str>>,
    pub(super) node: NodeRef,
}

/// Something that happens to an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldEvent {
    /// Its text has changed.
    Input,
    /// Its text has changed during a composition in an input method.
    Composing,
    /// Its text is final for now: the input lost the focus, was confirmed by Enter, or was filled in by the browser.
    Change,
    /// It has lost the focus.
    Leave,
}

impl Field {
    /// An input with its previous value.
    pub(super) fn new(name: LeadField, settings: &LeadSettings, typed: String) -> Self {
        let (is_required, max) = (settings.required.contains(&name), settings.longest(name));
        Self { name, is_required, max, typed, error: None, notice: None, node: NodeRef::default() }
    }

    /// The label of the input.
    pub(super) fn label<'m>(&self, messages: &'m Messages) -> &'m Rc<str> {
        messages.get(label_key(self.name))
    }

    /// Reads the current value. A browser may have filled it in without an event.
    pub(super) fn read(&mut self) {
        if let Some(typed) = read(&self.node) {
            self.typed = typed;
        }
    }

    /// The normalised text, or the error in it.
    pub(super) fn checked(&self) -> Result<String, InputError> {
        self.name.input().read_within(&self.typed, self.max)
    }

    /// The text as it is sent. An optional input never prevents sending: its text is sent unchanged.
    pub(super) fn value(&self) -> Option<String> {
        let value = self.checked().unwrap_or_else(|_| self.name.input().tidy(&self.typed));
        Some(value).filter(|value| !value.is_empty())
    }

    /// Sets the error message, and returns whether the input may be sent. A missing value is only reported if
    /// `is_last`, or if it was reported before.
    pub(super) fn check(&mut self, is_last: bool, messages: &Messages) -> bool {
        let error = match self.checked() {
            Err(InputError::Missing) if !(self.is_required && (is_last || self.error.is_some())) => None,
            Err(error) => Some(error),
            Ok(_) => None,
        };
        self.error = error.map(|error| error_text(error, self.label(messages), messages));
        error.is_none() || !self.is_required
    }

    /// Shows the normalised text, unless somebody is editing it.
    pub(super) fn show_normalised(&mut self) {
        if let Ok(value) = self.checked()
            && value != self.typed
            && self.write(&value)
        {
            self.typed = value;
        }
    }

    /// Writes `value` into the input, unless it has the focus: somebody may be typing or composing in it. Returns
    /// whether it was written.
    pub(super) fn write(&self, value: &str) -> bool {
        !has_focus(&self.node) && write(&self.node, value)
    }

    /// The normalised text of an address that is still being edited when it is sent, because the respondent has not
    /// seen it. A difference in capital letters alone does not count.
    pub(super) fn unseen_change(&self) -> Option<String> {
        let normalised = self.checked().ok().filter(|_| self.name.input() == Input::Email && has_focus(&self.node))?;
        (!normalised.eq_ignore_ascii_case(self.typed.trim())).then_some(normalised)
    }
}

/// An input that is filled in.
pub(super) fn field(field: &Field, messages: &Messages, on_event: &Callback<(LeadField, FieldEvent)>) -> Html {
    let Field { name, is_required, error, notice, .. } = field;
    let message = error.as_ref().or(notice.as_ref());
    let (id, error_id) = (format!("lead-{}", name.id()), format!("lead-error-{}", name.id()));
    let label = field.label(messages);
    let label =
        if *is_required { Rc::clone(label) } else { messages.fill(LeadMessageKey::Optional, &[("label", label)]) };
    html! {
        <div key={name.id()} class={classes!("field", name.id())}>
            <label for={id.clone()}>{ text(&label) }</label>
            { input(field, id, message.map(|_| error_id.clone()), messages, on_event) }
            <p id={error_id} class="input-error" hidden={message.is_none()}>{ for message.map(live_text) }</p>
        </div>
    }
}

fn input(
    field: &Field,
    id: String,
    described_by: Option<String>,
    messages: &Messages,
    on_event: &Callback<(LeadField, FieldEvent)>,
) -> Html {
    let Field { name, node, .. } = field;
    let name = *name;
    let oninput = on_event.reform(move |event: InputEvent| {
        (name, if event.is_composing() { FieldEvent::Composing } else { FieldEvent::Input })
    });
    let invalid = field.error.as_ref().map(|_| "true");
    let onchange = on_event.reform(move |_: Event| (name, FieldEvent::Change));
    let onfocusout = on_event.reform(move |_: FocusEvent| (name, FieldEvent::Leave));
    match name {
        LeadField::Message => html! {
            <textarea ref={node.clone()} {id} name={name.id()} rows="4" autocomplete="off" required={field.is_required}
                aria-invalid={invalid} aria-describedby={described_by} {oninput} {onchange} {onfocusout} />
        },
        LeadField::Size => html! {
            <select ref={node.clone()} {id} name={name.id()} autocomplete="off" required={field.is_required}
                aria-invalid={invalid} aria-describedby={described_by} {oninput} {onchange} {onfocusout}>
                <option value={NO_CHOICE}>{ text(messages.get(LeadMessageKey::Choose)) }</option>
                { for messages.get(LeadMessageKey::Sizes).split('|').map(|size| html! { <option>{ size }</option> }) }
            </select>
        },
        _ => {
            let (kind, mode, autocomplete) = keyboard(name);
            // With the type `email`, browsers would return a text that nobody typed: they convert other alphabets to
            // punycode.
            html! {
                <input ref={node.clone()} {id} name={name.id()} type={kind} inputmode={mode} {autocomplete}
                    required={field.is_required} aria-invalid={invalid} aria-describedby={described_by}
                    {oninput} {onchange} {onfocusout} />
            }
        }
    }
}

/// The type of an input, its keyboard, and its `autocomplete` value.
fn keyboard(field: LeadField) -> (&'static str, Option<&'static str>, &'static str) {
    match field {
        LeadField::Company => ("text", None, "organization"),
        LeadField::LastName => ("text", None, "family-name"),
        LeadField::FirstName => ("text", None, "given-name"),
        LeadField::Email => ("text", Some("email"), "email"),
        LeadField::Phone => ("tel", None, "tel"),
        LeadField::Title => ("text", None, "organization-title"),
        LeadField::Size | LeadField::Message => ("text", None, "off"),
    }
}

/// The current value of an input.
fn read(node: &NodeRef) -> Option<String> {
    let input = node.cast::<HtmlInputElement>().map(|input| input.value());
    let input = input.or_else(|| node.cast::<HtmlTextAreaElement>().map(|area| area.value()));
    input.or_else(|| node.cast::<HtmlSelectElement>().map(|select| select.value()))
}

/// Writes `value` into an input; returns whether there is one.
fn write(node: &NodeRef, value: &str) -> bool {
    if let Some(input) = node.cast::<HtmlInputElement>() {
        input.set_value(value);
    } else if let Some(area) = node.cast::<HtmlTextAreaElement>() {
        area.set_value(value);
    } else if let Some(select) = node.cast::<HtmlSelectElement>() {
        select.set_value(if value.is_empty() { NO_CHOICE } else { value });
    } else {
        return false;
    }
    true
}

/// Whether an input has the focus, even while its window does not.
fn has_focus(node: &NodeRef) -> bool {
    let Some(element) = node.cast::<Element>() else {
        return false;
    };
    let root = element.get_root_node();
    let focused = match root.dyn_ref::<ShadowRoot>() {
        Some(root) => root.active_element(),
        None => root.dyn_ref::<Document>().and_then(Document::active_element),
    };
    focused.is_some_and(|focused| focused == element)
}
