//! Texts as nodes.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VText;

/// A shared text as a node, without copying it. Only for a text that lives as long as its element.
pub(super) fn text(text: &Rc<str>) -> Html {
    VText::new(Rc::clone(text)).into()
}

/// A text that changes while its surroundings stay: its element is created again with it, so that the new text is shown
/// even if a translator replaced the old one.
pub(super) fn live_text(content: &Rc<str>) -> Html {
    html! { <span key={Rc::clone(content)}>{ text(content) }</span> }
}
