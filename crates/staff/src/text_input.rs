//! Fields for text, of one line and of several.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What a line of text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Any text.
    #[default]
    Text,
    /// Words to find something by.
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
    /// What it is.
    #[prop_or_default]
    pub kind: InputKind,
    /// What stands in it.
    pub value: AttrValue,
    /// What browsers may fill in.
    #[prop_or(AttrValue::Static("off"))]
    pub autocomplete: AttrValue,
    /// Whether it has to be filled in.
    #[prop_or_default]
    pub required: bool,
    /// The id of what describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Hears what stands in it with every change.
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
    /// What stands in it.
    pub value: AttrValue,
    /// Lines that are seen at least.
    #[prop_or(2)]
    pub rows: u32,
    /// The id of what describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Hears what stands in it with every change.
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
