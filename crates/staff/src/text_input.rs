//! Fields for text, of one line and of several.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Kind of a line of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Any text.
    #[default]
    Text,
    /// A search term.
    Search,
    /// A day, `2026-11-22`.
    Date,
    /// A secret.
    Password,
}

impl InputKind {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Search => "search",
            Self::Date => "date",
            Self::Password => "password",
        }
    }
}

/// Properties of [`TextInput`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TextInputProps {
    /// Id of the element.
    pub id: AttrValue,
    /// Kind of the text.
    #[prop_or_default]
    pub kind: InputKind,
    /// Value of the field.
    pub value: AttrValue,
    /// The `autocomplete` value for browsers.
    #[prop_or(AttrValue::Static("off"))]
    pub autocomplete: AttrValue,
    /// Whether the field is required.
    #[prop_or_default]
    pub required: bool,
    /// The id of the element that describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Receives the value on every change.
    pub on_input: Callback<String>,
}

/// A field of one line.
#[component]
pub fn TextInput(props: &TextInputProps) -> Html {
    let oninput = props.on_input.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <input
            type={props.kind.name()}
            id={props.id.clone()}
            value={props.value.clone()}
            autocomplete={props.autocomplete.clone()}
            spellcheck="false"
            required={props.required}
            aria-describedby={props.described_by.clone()}
            {oninput}
        />
    }
}

/// Properties of [`TextArea`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TextAreaProps {
    /// Id of the element.
    pub id: AttrValue,
    /// Value of the field.
    pub value: AttrValue,
    /// Minimum number of visible lines.
    #[prop_or(2)]
    pub rows: u32,
    /// The id of the element that describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Receives the value on every change.
    pub on_input: Callback<String>,
}

/// A field of several lines.
#[component]
pub fn TextArea(props: &TextAreaProps) -> Html {
    let oninput =
        props.on_input.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <textarea
            id={props.id.clone()}
            rows={props.rows.to_string()}
            spellcheck="false"
            aria-describedby={props.described_by.clone()}
            value={props.value.clone()}
            {oninput}
        />
    }
}
