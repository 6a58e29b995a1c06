//! What one takes along from a verdict: paper, links, and a memory on the device. The buttons are worked by
//! `www/take.js`, which copies a link whose fragment is `NAME=VALUE` of the button, prints, and keeps.

use std::rc::Rc;

use crate::app::{Copy, ResultView};

use super::tree::{Attr, Tree};

/// Print, links, and the leave to keep the result.
pub(super) fn take(tree: &mut Tree, view: &ResultView, copy: &'static Copy) {
    let [to_promoter, to_owner] = copy.pair_links;
    tree.open("section.take");
    tree.words("h3", copy.take);
    tree.open("div.nav");
    tree.words("button.quiet@print", copy.print);
    link(tree, view, "shindan", copy.copy_link);
    tree.close();
    tree.words("p", copy.pair);
    tree.open("div.nav");
    link(tree, view, "shindan-owner", to_promoter);
    link(tree, view, "shindan-promoter", to_owner);
    tree.close();
    tree.open("p");
    tree.fixed(Attr::Role, "status");
    tree.open("span");
    tree.hide(true);
    tree.say(copy.copied);
    tree.close();
    tree.close();
    tree.open("input.link");
    tree.hide(true);
    tree.fixed(Attr::ReadOnly, "");
    tree.fixed(Attr::AriaLabel, copy.link);
    tree.close();
    tree.open("label");
    tree.open("input");
    tree.fixed(Attr::Type, "checkbox");
    tree.fixed(Attr::Name, ".keep");
    tree.check(view.kept);
    tree.close();
    tree.say(copy.keep);
    tree.close();
    tree.close();
}

fn link(tree: &mut Tree, view: &ResultView, name: &'static str, label: &'static str) {
    tree.open("button.quiet@share");
    tree.fixed(Attr::Name, name);
    tree.shared(Attr::Value, Rc::clone(&view.code));
    tree.say(label);
    tree.close();
}

/// Fields to fill in by hand, on paper only.
pub(super) fn by_hand(tree: &mut Tree, copy: &'static Copy) {
    tree.open("p.by-hand");
    for name in copy.by_hand {
        tree.words("span", name);
    }
    tree.close();
}
