//! The picture of the verdict: the ring of the score, a bar a point, a light a condition.
//!
//! Each is a drawing with a label, and the same stands beside it as text. Bars differ by length and lights by shape, so
//! that nothing depends on colour.

use std::rc::Rc;

use messages::{MessageKey, Messages};
use session::{PointView, ResultView};

use super::tree::{Attr, Tree};

/// A kind of drawing.
struct Gauge {
    /// Named as in [`Tree::open`].
    name: &'static str,
    view_box: &'static str,
    /// What is always drawn.
    track: &'static str,
    /// What is drawn as far as the value goes.
    value: &'static str,
}

const CIRCLE: &str = "M50 5a45 45 0 1 1-.01 0";
const RING: Gauge = Gauge { name: "svg.ring", view_box: "0 0 100 100", track: CIRCLE, value: CIRCLE };
const BAR: Gauge = Gauge { name: "svg.bar", view_box: "0 0 100 12", track: "M0 6H100", value: "M0 6H100" };
const LIGHT: Gauge = Gauge { name: "svg.light", view_box: "0 0 100 100", track: CIRCLE, value: "M28 52l16 16 30-34" };

/// The ring with the score, and the score in it. What is tried shows as a second, paler value.
pub(super) fn score(tree: &mut Tree, view: &ResultView, copy: &Messages) {
    tree.open("p.score");
    let label = [copy.get(MessageKey::Score), " ", &view.score.to_string(), copy.get(MessageKey::OfHundred)].concat();
    gauge(tree, &RING, label.into(), view.score, view.what_if);
    tree.open("span.points");
    tree.text(copy.get(MessageKey::Score));
    tree.line("strong@score", &view.score.to_string().into());
    tree.text(copy.get(MessageKey::OfHundred));
    tree.close();
    tree.close();
}

/// The questions by section, each with its answer, and with a box to try a better one.
pub(super) fn points(tree: &mut Tree, view: &ResultView, copy: &Messages) {
    tree.open("section.picture");
    tree.line("h3", copy.get(MessageKey::Points));
    for (title, points) in &view.sections {
        tree.line("h4", title);
        tree.open("ul");
        for item in points {
            point(tree, item, copy);
        }
        tree.close();
    }
    // Where everything is met there is nothing to try.
    if view.sections.iter().flat_map(|(_, points)| points).any(|item| item.tried.is_some()) {
        tree.open("p.what-if");
        tree.fixed(Attr::Role, "status");
        tree.text(&view.what_if_text);
        tree.close();
    }
    tree.close();
}

fn point(tree: &mut Tree, item: &PointView, copy: &Messages) {
    tree.open("li");
    let kind = if item.is_condition { &LIGHT } else { &BAR };
    gauge(tree, kind, Rc::clone(&item.share_label), item.share, None);
    tree.open("span");
    tree.line("strong", &item.topic);
    tree.line("small", &item.answer);
    tree.close();
    if let Some(tried) = item.tried {
        tree.open("label");
        tree.open("input");
        tree.fixed(Attr::Type, "checkbox");
        // The name is the question's, so that a change is the same move as a choice.
        tree.shared(Attr::Name, item.id.shared());
        tree.fixed(Attr::Value, "best");
        // There is one in each row: out of it, the row's topic tells them apart.
        tree.set(Attr::AriaLabel, [&*item.topic, " ", copy.get(MessageKey::TryIt)].concat().into());
        tree.check(tried);
        tree.close();
        tree.text(copy.get(MessageKey::TryIt));
        tree.close();
    }
    tree.close();
}

fn gauge(tree: &mut Tree, gauge: &Gauge, label: Rc<str>, value: u8, tried: Option<u8>) {
    tree.open(gauge.name);
    tree.fixed(Attr::ViewBox, gauge.view_box);
    tree.fixed(Attr::Role, "img");
    tree.shared(Attr::AriaLabel, label);
    path(tree, "path", gauge.track, 100);
    path(tree, "path.tried", gauge.value, tried.unwrap_or(0));
    path(tree, "path.value", gauge.value, value);
    tree.close();
}

fn path(tree: &mut Tree, name: &'static str, line: &'static str, length: u8) {
    tree.open(name);
    tree.fixed(Attr::D, line);
    tree.fixed(Attr::PathLength, "100");
    tree.set(Attr::Dashes, [&length.to_string(), " 101"].concat().into());
    tree.close();
}
