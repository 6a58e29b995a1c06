//! One question as a step of a form. The prerendered questionnaire is made of these very steps.

use yew::prelude::*;

use crate::app::{ChoiceView, Copy, QuestionView};

use super::tree::{Attr, Tree};

/// The step that asks `view`.
///
/// The key makes Yew build every fieldset afresh: a `change` event that follows a tap then falls on a node that is
/// gone, and cannot answer the next question. What is around it stays. Few nodes with few attributes: each one costs
/// time between a tap and the next question.
pub fn question(view: &QuestionView, copy: &'static Copy) -> Html {
    let mut tree = Tree::new("div.step");
    tree.open("progress@progress");
    tree.set(Attr::Max, view.total.to_string().into());
    tree.set(Attr::Value, view.index.to_string().into());
    tree.fixed(Attr::AriaLabel, copy.progress);
    tree.close();
    if let Some((title, lead)) = &view.intro {
        tree.open("div.intro");
        tree.line("strong", title);
        tree.line("p", lead);
        tree.close();
    }
    fieldset(&mut tree, view);
    tree.open("p");
    tree.fixed(Attr::Role, "alert");
    tree.hide(!view.nudge);
    tree.say(copy.nudge);
    tree.close();
    tree.open("div.nav");
    tree.open("button.quiet@back");
    tree.fixed(Attr::Type, "button");
    tree.hide(view.index == 1);
    tree.say(copy.back);
    tree.close();
    tree.words("button@next", copy.next);
    tree.finish()
}

fn fieldset(tree: &mut Tree, view: &QuestionView) {
    tree.open("fieldset@question");
    tree.key(view.id.shared());
    tree.shared(Attr::Question, view.id.shared());
    tree.open("legend");
    tree.fixed(Attr::Tabindex, "-1");
    tree.open("small");
    tree.text(&view.place);
    tree.line("span", &view.section);
    tree.close();
    tree.text(&view.text);
    tree.close();
    if let Some(help) = &view.help {
        tree.fixed(Attr::AriaDescribedby, "help");
        tree.open("p");
        tree.fixed(Attr::Id, "help");
        tree.text(help);
        tree.close();
    }
    for item in &view.choices {
        choice(tree, item, view);
    }
    tree.close();
}

fn choice(tree: &mut Tree, item: &ChoiceView, view: &QuestionView) {
    tree.open("label@choice");
    tree.open("input");
    tree.fixed(Attr::Type, if view.multiple { "checkbox" } else { "radio" });
    tree.shared(Attr::Name, view.id.shared());
    tree.shared(Attr::Value, item.id.shared());
    tree.check(item.chosen);
    tree.close();
    tree.open("span");
    tree.text(&item.label);
    if let Some(note) = &item.note {
        tree.line("small", note);
    }
    tree.close();
    tree.close();
}
