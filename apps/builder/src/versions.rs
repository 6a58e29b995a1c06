//! The changes since the last export, in words, and whether old links and receipts are still valid.

use pack_editor::{Change, changes, text};
use yew::prelude::*;

use crate::context::Context;
use crate::pack_parts::questions;

/// The section.
pub(crate) fn versions(ctx: &Context) -> Html {
    let (messages, work) = (ctx.messages, ctx.work());
    let (Some(own), Some(base)) = (&work.pack.own, &work.pack.base) else {
        return html! { <p class="help">{ messages.not_own }</p> };
    };
    let found = changes(base, own);
    let (before, now) = (base.version().to_owned(), own.text("version").to_owned());
    html! {
        <div id="changes">
            <p>{ if base.is_built_in { messages.since_built_in(&before, &now) } else { messages.since_export(&before, &now) } }</p>
            if found.list.is_empty() {
                <p>{ messages.nothing_changed }</p>
            } else {
                <ul>{ for found.list.iter().map(|change| html! { <li>{ in_words(ctx, change) }</li> }) }</ul>
                <p class="note">
                    { if found.do_links_hold { messages.links_hold.to_owned() } else { messages.links_end(&before) } }
                    { " " }
                    { messages.receipts(&before) }
                    { " " }
                    { if found.may_verdicts_differ { messages.verdicts_differ } else { messages.verdicts_same } }
                </p>
            }
        </div>
    }
}

fn in_words(ctx: &Context, change: &Change) -> String {
    let messages = ctx.messages;
    let topic = |id: &String| {
        let found = questions(ctx.pack()).into_iter().find(|(known, _, _)| known == id);
        found.map_or_else(|| id.clone(), |(_, _, place)| text(ctx.pack(), &place.key("topic")).to_owned())
    };
    match change {
        Change::Id => messages.change_id.to_owned(),
        Change::QuestionAdded(id) => messages.change_question_added(&topic(id)),
        Change::QuestionRemoved(id) => messages.change_question_removed(id),
        Change::QuestionsMoved => messages.change_questions_moved.to_owned(),
        Change::Choices(id) => messages.change_choices(&topic(id)),
        Change::Points(id) => messages.change_points(&topic(id)),
        Change::Sections => messages.change_sections.to_owned(),
        Change::Bands => messages.change_bands.to_owned(),
        Change::Caps => messages.change_caps.to_owned(),
        Change::Findings => messages.change_findings.to_owned(),
        Change::Roadmap => messages.change_roadmap.to_owned(),
        Change::Offers => messages.change_offers.to_owned(),
        Change::Words { lang, count } => messages.change_words(lang, count),
        Change::LanguageAdded(lang) => messages.change_language_added(lang),
        Change::LanguageRemoved(lang) => messages.change_language_removed(lang),
    }
}
