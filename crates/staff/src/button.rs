//! A button.

use yew::prelude::*;

/// What a button is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// One of several.
    #[default]
    Plain,
    /// What most people are here for.
    Main,
    /// Something is lost by it.
    Danger,
}

/// Properties of [`Button`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ButtonProps {
    /// Id of the element.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// What it is for.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// Whether it cannot be pressed.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether it is not there at present.
    #[prop_or_default]
    pub hidden: bool,
    /// Its label.
    pub label: AttrValue,
    /// What a press does.
    pub onclick: Callback<()>,
}

/// A button that submits no form.
///
/// ```ignore
/// <Button id="reload" label={words.reload} onclick={reload} />
/// ```
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let onclick = props.onclick.reform(|_: MouseEvent| ());
    let kind = match props.kind {
        ButtonKind::Plain => None,
        ButtonKind::Main => Some("main"),
        ButtonKind::Danger => Some("danger"),
    };
    html! {
        <button
            type="button"
            id={props.id.clone()}
            class={classes!(kind, props.class.clone())}
            disabled={props.disabled}
            hidden={props.hidden}
            {onclick}
        >
            { &props.label }
        </button>
    }
}
