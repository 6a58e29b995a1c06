//! The changes since the last export, in words, and whether old links and receipts are still valid.

use pack_editor::{Change, changes, text};
use yew::prelude::*;

use crate::context::Context;
use crate::pack_parts::questions;

/// The section.
pub(crate) fn versions(ctx: &Context) -> Html {
    let (words, work) = (ctx.words, ctx.work());
    let (Some(own), Some(base)) = (&work.pack.own, &work.pack.base) else {
        return html! { <p class="help">{ words.not_own }</p> };
    };
    let found = changes(base, own);
    let (before, now) = (base.version().to_owned(), own.text("version").to_owned());
    html! {
        <div id="changes">
            <p>{ if base.is_built_in { words.since_built_in(&before, &now) } else { words.since_export(&before, &now) } }</p>
            if found.list.is_empty() {
                <p>{ words.nothing_changed }</p>
            } else {
                <ul>{ for found.list.iter().map(|change| html! { <li>{ in_words(ctx, change) }</li> }) }</ul>
                <p class="note">
                    { if found.do_links_hold { words.links_hold.to_owned() } else { words.links_end(&before) } }
                    { " " }
                    { words.receipts(&before) }
                    { " " }
                    { if found.may_verdicts_differ { words.verdicts_differ } else { words.verdicts_same } }
                </p>
            }
        </div>
    }
}

fn in_words(ctx: &Context, change: &Change) -> String {
    let words = ctx.words;
    let topic = |id: &String| {
        let found = questions(ctx.pack()).into_iter().find(|(known, _, _)| known == id);
        found.map_or_else(|| id.clone(), |(_, _, place)| text(ctx.pack(), &place.key("topic")).to_owned())
    };
    match change {
        Change::Id => words.change_id.to_owned(),
        Change::QuestionAdded(id) => words.change_question_added(&topic(id)),
        Change::QuestionRemoved(id) => words.change_question_removed(id),
        Change::QuestionsMoved => words.change_questions_moved.to_owned(),
        Change::Choices(id) => words.change_choices(&topic(id)),
        Change::Points(id) => words.change_points(&topic(id)),
        Change::Sections => words.change_sections.to_owned(),
        Change::Bands => words.change_bands.to_owned(),
        Change::Caps => words.change_caps.to_owned(),
        Change::Findings => words.change_findings.to_owned(),
        Change::Roadmap => words.change_roadmap.to_owned(),
        Change::Offers => words.change_offers.to_owned(),
        Change::Words { lang, count } => words.change_words(lang, count),
        Change::LanguageAdded(lang) => words.change_language_added(lang),
        Change::LanguageRemoved(lang) => words.change_language_removed(lang),
    }
}
