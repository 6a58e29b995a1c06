//! A drop-down list.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Values with their labels.
pub type Options = Rc<[(AttrValue, AttrValue)]>;

/// Properties of [`Select`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SelectProps {
    /// Id of the element.
    pub id: AttrValue,
    /// The selected value.
    pub value: AttrValue,
    /// The available values.
    pub options: Options,
    /// The id of the element that describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Receives the selected value.
    pub on_change: Callback<String>,
}

/// A list to choose from.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let element = use_node_ref();
    // The attribute `selected` of an option only sets the initial choice.
    use_effect_with((element.clone(), props.value.clone(), Rc::clone(&props.options)), |(element, value, _)| {
        if let Some(select) = element.cast::<HtmlSelectElement>() {
            select.set_value(value);
        }
    });
    let onchange = props.on_change.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let option = |(value, label): &(AttrValue, AttrValue)| html! { <option key={&**value} {value}>{ label }</option> };
    html! {
        <select id={props.id.clone()} ref={element} aria-describedby={props.described_by.clone()} {onchange}>
            { for props.options.iter().map(option) }
        </select>
    }
}
