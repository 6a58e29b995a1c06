//! A button.

use yew::prelude::*;

/// Importance of a button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// One of several buttons.
    #[default]
    Plain,
    /// The main action of the page.
    Main,
    /// An action that deletes something.
    Danger,
}

/// Properties of [`Button`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ButtonProps {
    /// Id of the element.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Importance of the button.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// Additional classes.
    #[prop_or_default]
    pub class: Classes,
    /// Whether the button is disabled.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether the button is currently hidden.
    #[prop_or_default]
    pub hidden: bool,
    /// Label of the button.
    pub label: AttrValue,
    /// Called when the button is pressed.
    pub onclick: Callback<()>,
}

/// A button that does not submit a form.
///
/// ```ignore
/// <Button id="reload" label={messages.reload} onclick={reload} />
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
