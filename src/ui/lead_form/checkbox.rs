//! The check boxes. None is ticked beforehand.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::text::{live_text, text};

/// A check box, its label, and the message for a required box that is not ticked.
#[derive(Clone, Debug)]
pub(super) struct Checkbox {
    pub(super) name: &'static str,
    pub(super) is_checked: bool,
    pub(super) is_required: bool,
    pub(super) error: Option<Rc<str>>,
    pub(super) node: NodeRef,
}

impl Checkbox {
    pub(super) fn new(name: &'static str, is_required: bool) -> Self {
        Self { name, is_checked: false, is_required, error: None, node: NodeRef::default() }
    }
}

/// The box with its label; `on_change` receives whether it is ticked.
pub(super) fn checkbox(of: &Checkbox, label: &Rc<str>, on_change: Callback<bool>) -> Html {
    let error_id = format!("lead-error-{}", of.name);
    let onchange = on_change.reform(|event: Event| {
        event.target_dyn_into::<web_sys::HtmlInputElement>().is_some_and(|input| input.checked())
    });
    html! {
        <div key={of.name}>
            <label part="consent">
                // `required` is not used, because browsers would mark an empty box as invalid before anybody has
                // reached it.
                <input ref={of.node.clone()} type="checkbox" name={of.name} aria-required={of.is_required.then_some("true")}
                    aria-invalid={of.error.as_ref().map(|_| "true")}
                    aria-describedby={of.error.as_ref().map(|_| error_id.clone())} {onchange} />
                <span>{ text(label) }</span>
            </label>
            <p id={error_id} class="input-error" hidden={of.error.is_none()}>{ for of.error.as_ref().map(live_text) }</p>
        </div>
    }
}
