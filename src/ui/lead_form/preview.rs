//! The payload, field by field, which the respondent can unfold before sending.

use std::rc::Rc;

use leads::Lead;
use web_sys::Element;
use yew::prelude::*;

use crate::ui::text::text;

/// The data that would be sent now, if it is unfolded.
pub(super) fn preview(label: &Rc<str>, lead: Option<&Lead>, on_toggle: Callback<bool>) -> Html {
    let ontoggle = on_toggle
        .reform(|event: Event| event.target_dyn_into::<Element>().is_some_and(|details| details.has_attribute("open")));
    let leaves = lead.map(Lead::leaves).unwrap_or_default();
    html! {
        <details {ontoggle}>
            <summary>{ text(label) }</summary>
            <dl>
                { for leaves.into_iter().map(|(name, value)| html! {
                    <>
                        <dt key={format!("name {name}")}>{ name.clone() }</dt>
                        <dd key={format!("value {name} {value}")}>{ value }</dd>
                    </>
                }) }
            </dl>
        </details>
    }
}
