//! A box to tick, or one of several rounds.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Which of both.
#[derive(Clone, Debug, PartialEq)]
pub enum ChoiceKind {
    /// Ticked or not.
    Checkbox,
    /// One of those that bear this name.
    Radio(AttrValue),
}

/// Properties of [`Choice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChoiceProps {
    /// Id of the input.
    pub id: AttrValue,
    /// Which of both.
    #[prop_or(ChoiceKind::Checkbox)]
    pub kind: ChoiceKind,
    /// Its label, which is part of what can be pressed.
    pub label: AttrValue,
    /// Whether it is chosen.
    pub checked: bool,
    /// Whether it cannot be chosen.
    #[prop_or_default]
    pub disabled: bool,
    /// Hears whether it is chosen now.
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
