//! Caps, each as a sentence: how many conditions are missing of which section, and the best level then.

use diagnosis::{Level, Value};
use pack_editor::{Item, Path, RuleKind, get, has_met, list, text};
use yew::prelude::*;

use crate::context::Context;
use crate::fields::{diagnostics_of, number_text, pack_text, pick};
use crate::number_field::number_field;
use crate::pack_parts::{add, tools};

/// The sections that caps can refer to: ids and titles.
fn gates(ctx: &Context) -> Vec<(String, String)> {
    let of = |section: &Value| {
        let is_gate = RuleKind::of(section).is_some_and(has_met);
        let get = |key: &str| text(section, &Path::parse(key)).to_owned();
        is_gate.then(|| (get("id"), get("title")))
    };
    list(ctx.pack(), &Path::parse("sections")).iter().filter_map(of).collect()
}

/// The levels, best first: ids and titles.
pub(crate) fn level_titles(ctx: &Context) -> Vec<(String, String)> {
    let title = |at: usize| ctx.text(&Path::parse("levels").at(at).key("title")).to_owned();
    Level::ALL.into_iter().enumerate().map(|(at, level)| (level.id().to_owned(), title(at))).collect()
}

/// The button that adds a cap, if there is a section that one can refer to.
pub(crate) fn add_cap(ctx: &Context) -> Html {
    match gates(ctx).is_empty() {
        true => html! { <p class="note">{ ctx.messages.no_gate }</p> },
        false => add(ctx, "add-cap", ctx.messages.add_cap, Item::Cap),
    }
}

/// The fields of a cap.
pub(crate) fn cap(ctx: &Context, path: &Path) -> Html {
    let messages = ctx.messages;
    let is_ended = ends_somewhere(ctx.pack(), ctx.text(&path.key("section")))
        || get(ctx.pack(), &path.key("ended_reason")).is_some();
    let sentence = {
        let title = |options: &[(String, String)], id: &str| {
            options.iter().find(|(known, _)| known == id).map_or_else(|| id.to_owned(), |(_, title)| title.clone())
        };
        messages.cap_sentence(
            &title(&gates(ctx), ctx.text(&path.key("section"))),
            &number_text(ctx, &path.key("missing")),
            &title(&level_titles(ctx), ctx.text(&path.key("level"))),
        )
    };
    html! {
        <div class="card" key={path.to_string()}>
            <div class="head"><b>{ sentence }</b>{ tools(ctx, path) }</div>
            <div class="trio">
                { pick(ctx, &path.key("section"), messages.cap_section, &gates(ctx)) }
                { number_field(ctx, &path.key("missing"), messages.cap_missing) }
                { pick(ctx, &path.key("level"), messages.cap_level, &level_titles(ctx)) }
            </div>
            { diagnostics_of(ctx, path) }
            { pack_text(ctx, &path.key("reason"), messages.reason) }
            if is_ended {
                { pack_text(ctx, &path.key("ended_reason"), messages.ended_reason) }
            }
        </div>
    }
}

/// Whether a choice ends the section of this id.
fn ends_somewhere(pack: &Value, id: &str) -> bool {
    let section = list(pack, &Path::parse("sections")).iter().find(|section| text(section, &Path::parse("id")) == id);
    let questions = section.map(|section| list(section, &Path::parse("questions"))).unwrap_or_default();
    let choices = |question: &Value| list(question, &Path::parse("choices")).to_vec();
    questions.iter().flat_map(choices).any(|choice| pack_editor::flag(&choice, &Path::parse("ends_section")))
}
