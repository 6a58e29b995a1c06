//! The verdict: score, level, caps, findings, way up, roadmap, call to action.

use std::rc::Rc;

use yew::prelude::*;

use messages::{MessageKey, Messages};
use session::{ComparedView, CtaView, FindingView, ResultView};

use super::picture::{points, score};
use super::take::{by_hand, take};
use super::tree::{Attr, Tree};

/// The verdict of `view`. Its moves are made by `www/gestures.js` and `www/take.js`.
pub fn result(view: &ResultView, copy: &Messages) -> Html {
    let mut tree = Tree::new("div.result@result");
    tree.open("h2");
    tree.fixed(Attr::Tabindex, "-1");
    tree.line("small", &view.title);
    tree.text(copy.get(MessageKey::Result));
    tree.close();
    if let Some(day) = &view.day {
        tree.line("p", day);
    }
    by_hand(&mut tree, copy);
    summary(&mut tree, view, copy);
    cta(&mut tree, view.cta.as_ref());
    for item in &view.compared {
        compared(&mut tree, item);
    }
    points(&mut tree, view, copy);
    way_up(&mut tree, view);
    findings(&mut tree, view, copy);
    roadmap(&mut tree, view, copy);
    cta(&mut tree, view.cta.as_ref());
    // The lead form's place. What is in it is made by `www/lead.js`, and none of this tree's business.
    tree.open("div.lead");
    tree.close();
    offer(&mut tree, view);
    take(&mut tree, view, copy);
    tree.open("div.nav");
    tree.line("button.quiet@back", copy.get(MessageKey::Review));
    tree.line("button.quiet@restart", copy.get(MessageKey::Restart));
    tree.close();
    tree.open("p.receipt");
    tree.text(copy.get(MessageKey::Receipt));
    tree.text(&" ".into());
    tree.line("span@receipt", &view.receipt);
    tree.finish()
}

fn summary(tree: &mut Tree, view: &ResultView, copy: &Messages) {
    tree.open("div.summary");
    score(tree, view, copy);
    tree.open("p");
    tree.line("small", copy.get(MessageKey::Level));
    tree.open("strong@level");
    tree.fixed(Attr::Level, view.level);
    tree.text(&view.level_title);
    tree.close();
    tree.close();
    tree.line("p.meaning", &view.meaning);
    if !view.caps.is_empty() {
        tree.open("div.caps");
        tree.line("h3", copy.get(MessageKey::Caps));
        for cap in &view.caps {
            tree.line("p@cap", cap);
        }
        tree.close();
    }
    tree.close();
}

fn cta(tree: &mut Tree, item: Option<&CtaView>) {
    if let Some(item) = item {
        tree.open("div.call");
        tree.line("p", &item.note);
        tree.open("a@cta");
        tree.shared(Attr::Href, Rc::clone(&item.href));
        tree.text(&item.label);
        tree.close();
        tree.close();
    }
}

/// The pack that fits next; `www/take.js` begins it by the name of the button.
fn offer(tree: &mut Tree, view: &ResultView) {
    if let Some(offer) = &view.offer {
        tree.open("section.offer");
        tree.line("p", &offer.text);
        tree.open("div.nav");
        tree.open("button.quiet@offer");
        tree.shared(Attr::Name, offer.pack.shared());
        tree.text(&offer.label);
        tree.close();
        tree.close();
        tree.close();
    }
}

fn compared(tree: &mut Tree, item: &ComparedView) {
    tree.open("section@compared");
    tree.line("h3", &item.heading);
    tree.line("p", &item.lead);
    tree.open("table");
    tree.open("tbody");
    tree.open("tr");
    tree.open("td");
    tree.close();
    for column in &item.columns {
        tree.line("th", column);
    }
    tree.close();
    for (name, [one, two]) in &item.rows {
        tree.open("tr");
        tree.line("th", name);
        tree.line("td", one);
        tree.line("td", two);
        tree.close();
    }
    tree.close();
    tree.close();
    tree.close();
}

fn way_up(tree: &mut Tree, view: &ResultView) {
    let Some((heading, lead, changes)) = &view.way_up else {
        return;
    };
    tree.open("section@way-up");
    tree.line("h3", heading);
    tree.line("p", lead);
    tree.open("ol");
    for change in changes {
        tree.open("li");
        tree.line("strong", &change.goal);
        if let Some(step) = &change.step {
            tree.line("p", step);
        }
        tree.close();
    }
    tree.close();
    tree.close();
}

fn findings(tree: &mut Tree, view: &ResultView, copy: &Messages) {
    tree.open("section");
    tree.line("h3", copy.get(MessageKey::Findings));
    if view.findings.is_empty() {
        tree.line("p", copy.get(MessageKey::NoFindings));
    }
    for item in &view.findings {
        finding(tree, item, copy);
    }
    if !view.more_findings.is_empty() {
        tree.open("details");
        tree.line("summary", &view.more_label);
        for item in &view.more_findings {
            finding(tree, item, copy);
        }
        tree.close();
    }
    tree.close();
}

fn finding(tree: &mut Tree, item: &FindingView, copy: &Messages) {
    tree.open("article@finding");
    tree.line("h4", &item.title);
    tree.open("dl");
    row(tree, copy.get(MessageKey::Pattern), &item.pattern);
    row(tree, copy.get(MessageKey::Why), &item.why);
    tree.line("dt.steps", copy.get(MessageKey::Steps));
    tree.open("dd");
    tree.open("ul");
    for step in &item.steps {
        tree.line("li", step);
    }
    tree.close();
    tree.close();
    row(tree, copy.get(MessageKey::Who), &item.who);
    tree.close();
    tree.close();
}

fn row(tree: &mut Tree, name: &Rc<str>, text: &Rc<str>) {
    tree.line("dt", name);
    tree.line("dd", text);
}

fn roadmap(tree: &mut Tree, view: &ResultView, copy: &Messages) {
    tree.open("section@roadmap");
    tree.line("h3", copy.get(MessageKey::Roadmap));
    tree.open("ol");
    for [when, title, explained] in &view.roadmap {
        tree.open("li");
        tree.line("small", when);
        tree.line("strong", title);
        tree.line("p", explained);
        tree.close();
    }
    tree.close();
    tree.close();
}
