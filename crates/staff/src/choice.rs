//! A check box or a radio button.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Kind of the input.
#[derive(Clone, Debug, PartialEq)]
pub enum ChoiceKind {
    /// A check box.
    Checkbox,
    /// A radio button of the group with this name.
    Radio(AttrValue),
}

/// Properties of [`Choice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChoiceProps {
    /// Id of the input.
    pub id: AttrValue,
    /// Kind of the input.
    #[prop_or(ChoiceKind::Checkbox)]
    pub kind: ChoiceKind,
    /// Label of the input, which can be pressed too.
    pub label: AttrValue,
    /// Whether it is selected.
    pub checked: bool,
    /// Whether it is disabled.
    #[prop_or_default]
    pub disabled: bool,
    /// Receives whether it is selected now.
    pub on_change: Callback<bool>,
}

/// An input with its label beside it.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let onchange = props.on_change.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
    let (kind, name) = match &props.kind {
        ChoiceKind::Checkbox => ("checkbox", None),
        ChoiceKind::Radio(name) => ("radio", Some(name.clone())),
    };
    html! {
        <label class="choice">
            <input type={kind} {name} id={props.id.clone()} checked={props.checked} disabled={props.disabled} {onchange} />
            <span>{ &props.label }</span>
        </label>
    }
}
