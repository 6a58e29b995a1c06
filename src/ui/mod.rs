//! The views: plain functions over view models, and one component that holds the run.
//!
//! Must not know storage, network or the host page.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

mod question;
mod result;
mod widget;

pub use question::question;
pub use result::result;
pub use widget::{Props, Widget};

/// Shared text as a node, without copying it.
fn text(text: &Rc<str>) -> Html {
    VText::new(Rc::clone(text)).into()
}

/// Fixed wording as a node.
fn say(words: &'static str) -> Html {
    VText::new(words).into()
}

/// An element without listeners, named `tag.class@part`.
///
/// Where neither attributes nor listeners depend on the view this stands for `html!`, of which each element takes
/// 300 bytes of wasm; a call takes 60.
fn h(name: &'static str, children: Vec<Html>) -> Html {
    let (name, part) = name.split_once('@').unwrap_or((name, ""));
    let (name, class) = name.split_once('.').unwrap_or((name, ""));
    // Not `AttributeOrProperty::Static`, which Yew leaves out when it renders to text.
    let value =
        |text: &'static str| (!text.is_empty()).then_some(AttributeOrProperty::Attribute(AttrValue::Static(text)));
    let mut tag = VTag::new(name);
    tag.set_attributes(Attributes::Dynamic { keys: &["class", "part"], values: Box::new([value(class), value(part)]) });
    tag.add_children(children);
    tag.into()
}
