//! What one takes along from a verdict: paper, links, and a memory on the device. The buttons are worked by
//! `www/take.js`, which copies a link whose fragment is `NAME=VALUE` of the button, prints, and keeps.

use std::rc::Rc;

use messages::{MessageKey, Messages};
use session::ResultView;

use super::tree::{Attr, Tree};

/// Print, links, and the leave to keep the result.
pub(super) fn take(tree: &mut Tree, view: &ResultView, copy: &Messages) {
    tree.open("section.take");
    tree.line("h3", copy.get(MessageKey::Take));
    tree.open("div.nav");
    tree.line("button.quiet@print", copy.get(MessageKey::Print));
    link(tree, &view.link, "shindan", copy.get(MessageKey::CopyLink));
    tree.close();
    tree.line("p", copy.get(MessageKey::Pair));
    tree.open("div.nav");
    link(tree, &view.code, "shindan-owner", copy.get(MessageKey::LinkToPromoter));
    link(tree, &view.code, "shindan-promoter", copy.get(MessageKey::LinkToOwner));
    tree.close();
    tree.open("p");
    tree.fixed(Attr::Role, "status");
    tree.open("span");
    tree.hide(true);
    tree.text(copy.get(MessageKey::Copied));
    tree.close();
    tree.close();
    tree.open("input.link");
    tree.hide(true);
    tree.fixed(Attr::ReadOnly, "");
    tree.shared(Attr::AriaLabel, Rc::clone(copy.get(MessageKey::Link)));
    tree.close();
    tree.open("label");
    tree.open("input");
    tree.fixed(Attr::Type, "checkbox");
    tree.fixed(Attr::Name, ".keep");
    tree.check(view.kept);
    tree.close();
    tree.text(copy.get(MessageKey::Keep));
    tree.close();
    tree.close();
}

fn link(tree: &mut Tree, value: &Rc<str>, name: &'static str, label: &Rc<str>) {
    tree.open("button.quiet@share");
    tree.fixed(Attr::Name, name);
    tree.shared(Attr::Value, Rc::clone(value));
    tree.text(label);
    tree.close();
}

/// Fields to fill in by hand, on paper only.
pub(super) fn by_hand(tree: &mut Tree, copy: &Messages) {
    tree.open("p.by-hand");
    for name in [MessageKey::ByHandDate, MessageKey::ByHandCompany, MessageKey::ByHandName] {
        tree.line("span", copy.get(name));
    }
    tree.close();
}
