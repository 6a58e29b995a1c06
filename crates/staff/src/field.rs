//! A label, its control, and a line of help.

use yew::prelude::*;

/// Properties of [`Field`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FieldProps {
    /// The id of the control.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// Help text; its element has the id of the control with `-help`, for `aria-describedby`.
    #[prop_or_default]
    pub help: Option<AttrValue>,
    /// Whether the field is currently hidden.
    #[prop_or_default]
    pub hidden: bool,
    /// The control.
    pub children: Html,
}

/// A control with its label.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let FieldProps { id, label, help, hidden, children } = props.clone();
    html! {
        <div class="field" {hidden}>
            <label for={id.clone()}>{ label }</label>
            { children }
            if let Some(help) = help {
                <p class="help" id={format!("{id}-help")}>{ help }</p>
            }
        </div>
    }
}
