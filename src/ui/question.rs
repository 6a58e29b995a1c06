//! One question as a step of a form. The prerendered questionnaire is made of these very steps.

use std::rc::Rc;

use yew::prelude::*;

use messages::{MessageKey, Messages};
use session::{ChoiceView, QuestionView};

use super::tree::{Attr, Tree};

/// The step that asks `view`.
///
/// From question to question Yew keeps the nodes and changes their text, and there are few of them: each one costs time
/// between a tap and the next question. The legend is made afresh, by its key, so that focusing it is news to a
/// screen reader; and so are the inputs.
pub fn question(view: &QuestionView, copy: &Messages) -> Html {
    let mut tree = Tree::new("div.step");
    tree.open("progress@progress");
    tree.set(Attr::Max, view.total.to_string().into());
    tree.set(Attr::Value, view.index.to_string().into());
    tree.shared(Attr::AriaLabel, Rc::clone(copy.get(MessageKey::Progress)));
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
    tree.text(copy.get(MessageKey::Nudge));
    tree.close();
    tree.open("div.nav");
    tree.open("button.quiet@back");
    tree.fixed(Attr::Type, "button");
    tree.hide(view.index == 1);
    tree.text(copy.get(MessageKey::Back));
    tree.close();
    tree.line("button@next", copy.get(MessageKey::Next));
    tree.finish()
}

fn fieldset(tree: &mut Tree, view: &QuestionView) {
    tree.open("fieldset@question");
    tree.shared(Attr::Question, view.id.shared());
    if view.help.is_some() {
        tree.fixed(Attr::AriaDescribedby, "help");
    }
    tree.open("legend");
    tree.key(view.id.shared());
    tree.fixed(Attr::Tabindex, "-1");
    tree.open("small");
    // Screen readers read the legend in one go.
    tree.text(&[&*view.place, " "].concat().into());
    tree.line("span", &view.section);
    tree.close();
    tree.text(&view.text);
    tree.close();
    // There without words too, so that the choices keep their places.
    tree.open("p");
    tree.fixed(Attr::Id, "help");
    match &view.help {
        Some(help) => tree.text(help),
        None => tree.hide(true),
    }
    tree.close();
    for item in &view.choices {
        choice(tree, item, view);
    }
    tree.close();
}

fn choice(tree: &mut Tree, item: &ChoiceView, view: &QuestionView) {
    tree.open("label@choice");
    tree.open("input");
    // Made afresh too: a ticked radio that takes the name of another question joins its group, and clears what is ticked.
    tree.key(view.id.shared());
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
