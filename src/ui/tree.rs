//! Writes a view from top to bottom: an element is opened, gets attributes, text and elements, and is closed.
//!
//! It stands for `html!`, which takes 300 bytes of wasm an element where a call here takes 10; and a result has more than
//! a hundred elements. There are no listeners: moves are made by `www/gestures.js`.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

/// An attribute.
#[derive(Clone, Copy)]
pub(super) enum Attr {
    Class,
    Part,
    Name,
    Value,
    Type,
    Href,
    Hidden,
    Role,
    AriaLabel,
    AriaDescribedby,
    Id,
    Tabindex,
    Max,
    Question,
    Level,
    ReadOnly,
    NoValidate,
    ViewBox,
    D,
    PathLength,
    Dashes,
}

/// What the attributes are called, in the order of [`Attr`].
const KEYS: [&str; 21] = [
    "class",
    "part",
    "name",
    "value",
    "type",
    "href",
    "hidden",
    "role",
    "aria-label",
    "aria-describedby",
    "id",
    "tabindex",
    "max",
    "data-question",
    "data-level",
    "readonly",
    "novalidate",
    "viewBox",
    "d",
    "pathLength",
    "stroke-dasharray",
];

/// A view that is being written: the elements that are open, the root first.
pub(super) struct Tree(Vec<VTag>);

impl Tree {
    /// A view whose root is named as in [`open`](Self::open).
    pub(super) fn new(root: &'static str) -> Self {
        let mut tree = Self(Vec::new());
        tree.open(root);
        tree
    }

    /// Opens an element named `tag.class@part`.
    pub(super) fn open(&mut self, name: &'static str) {
        let (name, part) = name.split_once('@').unwrap_or((name, ""));
        let (name, class) = name.split_once('.').unwrap_or((name, ""));
        let mut tag = VTag::new(name);
        tag.set_attributes(Attributes::Dynamic { keys: &KEYS, values: Box::new([const { None }; KEYS.len()]) });
        self.0.push(tag);
        for (attr, value) in [(Attr::Class, class), (Attr::Part, part)] {
            if !value.is_empty() {
                self.fixed(attr, value);
            }
        }
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        // The root stays open until the end.
        if self.0.len() > 1
            && let Some(tag) = self.0.pop()
        {
            self.add(tag.into());
        }
    }

    /// The view; what is open is closed.
    pub(super) fn finish(mut self) -> Html {
        while self.0.len() > 1 {
            self.close();
        }
        self.0.pop().map(Html::from).unwrap_or_default()
    }

    /// Adds a finished view.
    pub(super) fn add(&mut self, view: Html) {
        if let Some(tag) = self.0.last_mut() {
            tag.add_child(view);
        }
    }

    /// Sets an attribute of the open element.
    pub(super) fn set(&mut self, attr: Attr, value: AttrValue) {
        let attributes = self.0.last_mut().map(|tag| &mut tag.attributes);
        if let Some(Attributes::Dynamic { values, .. }) = attributes
            && let Some(slot) = values.get_mut(attr as usize)
        {
            // Not `AttributeOrProperty::Static`, which Yew leaves out when it renders to text.
            *slot = Some(AttributeOrProperty::Attribute(value));
        }
    }

    /// Sets an attribute to fixed wording.
    pub(super) fn fixed(&mut self, attr: Attr, value: &'static str) {
        self.set(attr, AttrValue::Static(value));
    }

    /// Sets an attribute to shared text, without copying it.
    pub(super) fn shared(&mut self, attr: Attr, value: Rc<str>) {
        self.set(attr, AttrValue::Rc(value));
    }

    /// Hides the open element.
    pub(super) fn hide(&mut self, hidden: bool) {
        if hidden {
            self.fixed(Attr::Hidden, "");
        }
    }

    /// Ticks the open input, or not.
    pub(super) fn check(&mut self, checked: bool) {
        if let Some(tag) = self.0.last_mut() {
            tag.set_checked(checked);
        }
    }

    /// Has Yew build the open element afresh wherever its key changes.
    pub(super) fn key(&mut self, key: Rc<str>) {
        if let Some(tag) = self.0.last_mut() {
            tag.key = Some(key.into());
        }
    }

    /// Adds shared text, without copying it.
    pub(super) fn text(&mut self, text: &Rc<str>) {
        self.add(VText::new(Rc::clone(text)).into());
    }

    /// An element with nothing but text.
    pub(super) fn line(&mut self, name: &'static str, text: &Rc<str>) {
        self.open(name);
        self.text(text);
        self.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_in_the_order_of_their_names() {
        assert_eq!(KEYS[Attr::Part as usize], "part");
        assert_eq!(KEYS[Attr::Level as usize], "data-level");
        assert_eq!(KEYS[Attr::Dashes as usize], "stroke-dasharray");
        assert_eq!(Attr::Dashes as usize + 1, KEYS.len());
    }

    /// Yew begins its table of elements to clone with room for 32, and xtask/src/bundle/unreached.rs takes out what makes
    /// it grow.
    #[test]
    fn there_are_no_more_kinds_of_elements_than_yew_has_room_for() {
        let views = [
            include_str!("question.rs"),
            include_str!("result.rs"),
            include_str!("picture.rs"),
            include_str!("take.rs"),
            include_str!("widget.rs"),
        ];
        let mut kinds = std::collections::BTreeSet::new();
        for call in ["open(\"", "line(\"", "new(\""] {
            let names = views.iter().flat_map(|view| view.split(call).skip(1));
            kinds.extend(names.filter_map(|name| name.split(['.', '@', '"']).next()));
        }
        assert!(kinds.contains("fieldset") && kinds.contains("h2"));
        assert!(kinds.len() <= 32, "{}: {kinds:?}", kinds.len());
    }

    #[test]
    fn closing_more_than_was_opened_keeps_the_root() {
        let mut tree = Tree::new("div.a@b");
        tree.close();
        tree.line("p", &"c".into());
        let Html::VTag(root) = tree.finish() else { panic!("no element") };
        assert_eq!(root.tag(), "div");
        assert!(root.children().is_some());
    }
}
