//! Findings with their conditions, each read as a sentence.

use diagnosis::Actor;
use pack_editor::{Draft, Item, Path, get, list};
use yew::prelude::*;

use crate::context::Context;
use crate::fields::{diagnostics_of, id_field, pack_text};
use crate::pack_parts::{add, chips, choices, questions, tools};

/// The fields of a finding.
pub(crate) fn finding(ctx: &Context, path: &Path) -> Html {
    let messages = ctx.messages;
    let because = path.key("because");
    let steps = path.key("steps");
    let at = path.indices().first().copied().unwrap_or_default();
    let actors: Vec<_> = Actor::ALL
        .into_iter()
        .map(|actor| (actor.id().to_owned(), messages.actors.get(actor.id()).unwrap_or(actor.id()).to_owned()))
        .collect();
    html! {
        <>
            { pack_text(ctx, &path.key("title"), messages.title_of_finding) }
            <fieldset class="conditions">
                <legend>{ messages.because }</legend>
                { for (0..list(ctx.pack(), &because).len()).map(|nth| condition(ctx, &because.at(nth), nth)) }
                { diagnostics_of(ctx, &because) }
                { add_condition(ctx, at) }
            </fieldset>
            { pack_text(ctx, &path.key("pattern"), messages.pattern) }
            { pack_text(ctx, &path.key("why"), messages.why) }
            <fieldset>
                <legend>{ messages.steps }</legend>
                <ol class="steps">
                    { for (0..list(ctx.pack(), &steps).len()).map(|nth| html! {
                        <li key={nth}>{ pack_text(ctx, &steps.at(nth), &messages.step_n(&(nth + 1))) }{ tools(ctx, &steps.at(nth)) }</li>
                    }) }
                </ol>
                { diagnostics_of(ctx, &steps) }
                { add(ctx, &format!("add-step-{at}"), messages.add_step, Item::Step { finding: at }) }
            </fieldset>
            <fieldset id={ctx.field(&path.key("who"))}>
                <legend>{ messages.who }</legend>
                { chips(ctx, &path.key("who"), &actors) }
                { diagnostics_of(ctx, &path.key("who")) }
            </fieldset>
            { id_field(ctx, &path.key("id"), messages.id_of_finding) }
            { diagnostics_of(ctx, path) }
        </>
    }
}

/// One condition, read as a sentence: "question 1 is [no] or [unknown]".
fn condition(ctx: &Context, path: &Path, nth: usize) -> Html {
    let messages = ctx.messages;
    let all = questions(ctx.pack());
    let id = ctx.text(&path.key("question")).to_owned();
    let found = all.iter().find(|(known, _, _)| *known == id);
    let is_boxes = get(ctx.pack(), &path.key("lacks")).is_some();
    let place = path.key(if is_boxes { "lacks" } else { "is" });
    html! {
        <div class="condition" key={path.to_string()}>
            if nth > 0 {
                <span class="and">{ messages.and }</span>
            }
            if let Some((_, n, question)) = found {
                <span>{ messages.question_n(n) }{ "「" }{ ctx.text(&question.key("topic")) }{ "」" }</span>
                <span class="verb">{ if is_boxes { messages.lacks } else { messages.is } }</span>
                { chips(ctx, &place, &choices(ctx.pack(), question)) }
            } else {
                <code>{ id }</code>
            }
            { remove_condition(ctx, path) }
            { diagnostics_of(ctx, &path.key("question")) }
            { diagnostics_of(ctx, &place) }
        </div>
    }
}

fn remove_condition(ctx: &Context, path: &Path) -> Html {
    let label = ctx.messages.remove_condition;
    let gone = path.clone();
    let onclick = ctx.on_pack(move |draft: &mut Draft| draft.remove(&gone));
    html! { <button type="button" id={format!("remove-{path}")} class="tool" aria-label={label} title={label} {onclick}><span aria-hidden="true">{ "×" }</span></button> }
}

/// The questions to add a condition on.
fn add_condition(ctx: &Context, finding: usize) -> Html {
    let messages = ctx.messages;
    let one = |(question, n, place): (String, usize, Path)| {
        let id = format!("add-condition-{finding}-{question}");
        let label = format!("{} {}", messages.question_n(&n), ctx.text(&place.key("topic")));
        let onclick = ctx.on_pack(move |draft: &mut Draft| {
            draft.add(&Item::Condition { finding, question: question.clone() });
        });
        html! { <button type="button" {id} class="chip" {onclick}>{ label }</button> }
    };
    html! {
        <details id={format!("add-condition-{finding}")}>
            <summary>{ messages.add_condition }</summary>
            <span class="chips">{ for questions(ctx.pack()).into_iter().map(one) }</span>
        </details>
    }
}
