//! Texts as nodes.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VText;

/// A shared text as a node, without copying it. Only for a text that stays as long as its element does.
pub(super) fn text(text: &Rc<str>) -> Html {
    VText::new(Rc::clone(text)).into()
}

/// A text that changes while what is around it stays: its element is made anew with it, so that what is read is the new
/// text even where a translator put a text of its own in the place of the old one.
pub(super) fn live_text(content: &Rc<str>) -> Html {
    html! { <span key={Rc::clone(content)}>{ text(content) }</span> }
}
