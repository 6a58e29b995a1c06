//! The second step: levels, caps, findings, roadmap, offers; and what all runs come to.

use diagnosis::{Actor, Level, Value};
use pack_editor::{Draft, Item, Path, RuleKind, get, has_met, list, text};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::context::Context;
use crate::fields::{id_field, labelled, number_text, said_of, select, whole, word};
use crate::pack_parts::{add, chips, choices, questions, row, tools};
use crate::try_out::TryOut;
use crate::words::BUILT_IN;

/// The step.
pub(crate) fn result_step(ctx: &Context) -> Html {
    let words = ctx.words;
    if ctx.draft.is_none() {
        return html! { <p class="note">{ words.checking }</p> };
    }
    html! {
        <>
            <section aria-labelledby="group-levels">
                <h2 id="group-levels">{ words.group_levels }</h2>
                <p class="help">{ words.levels_help }</p>
                { bar(ctx) }
                { said_of(ctx, &Path::parse("levels")) }
                <ol class="rows">{ for (0..list(ctx.pack(), &Path::parse("levels")).len()).map(|at| level(ctx, at)) }</ol>
            </section>
            <section aria-labelledby="group-caps">
                <h2 id="group-caps">{ words.group_caps }</h2>
                <p class="help">{ words.caps_help }</p>
                { for entries(ctx, "caps").map(|path| cap(ctx, &path)) }
                { add_cap(ctx) }
            </section>
            { rows(ctx, "findings", words.group_findings, add(ctx, "add-finding", words.add_finding, Item::Finding), finding) }
            { rows(ctx, "roadmap", words.group_roadmap, add(ctx, "add-stage", words.add_stage, Item::Stage), stage) }
            { rows(ctx, "next", words.group_next, add(ctx, "add-offer", words.add_offer, Item::Offer), offer) }
            <TryOut pack={ctx.pack().clone()} words={words} on_show={show(ctx)} />
        </>
    }
}

fn show(ctx: &Context) -> Callback<AttrValue> {
    let ctx = ctx.clone();
    Callback::from(move |run: AttrValue| {
        ctx.dispatch.dispatch(crate::state::Action::Run(Some(run.as_str().into())));
        ctx.say(ctx.words.run_shown);
    })
}

fn entries(ctx: &Context, key: &str) -> impl Iterator<Item = Path> {
    let place = Path::parse(key);
    (0..list(ctx.pack(), &place).len()).map(move |at| place.at(at))
}

fn rows(ctx: &Context, key: &str, heading: &str, add: Html, fields: fn(&Context, &Path) -> Html) -> Html {
    let heading_id = format!("group-{key}");
    let one = |path: Path| {
        let title = ["title", "label"].map(|name| ctx.text(&path.key(name)).to_owned()).concat();
        row(ctx, &path, html! { title }, || fields(ctx, &path))
    };
    html! {
        <section aria-labelledby={heading_id.clone()}>
            <h2 id={heading_id}>{ heading }</h2>
            <ol class="rows">{ for entries(ctx, key).map(one) }</ol>
            { add }
        </section>
    }
}

/// The bands of the levels on one bar, with a handle for each but the lowest.
fn bar(ctx: &Context) -> Html {
    let from: Vec<u32> = (0..4)
        .map(|at| number_text(ctx, &Path::parse("levels").at(at).key("from")).parse().unwrap_or_default())
        .collect();
    let ends = std::iter::once(100).chain(from.iter().copied());
    let band = |((at, from), end): ((usize, &u32), u32)| {
        let width = end.saturating_sub(*from);
        html! { <rect class={format!("band-{at}")} x={from.to_string()} y="0" width={width.to_string()} height="10" /> }
    };
    let handle = |at: usize| {
        let path = Path::parse("levels").at(at).key("from");
        let title = ctx.text(&Path::parse("levels").at(at).key("title"));
        let oninput = {
            let (ctx, path) = (ctx.clone(), path.clone());
            Callback::from(move |event: InputEvent| {
                let value = event.target_unchecked_into::<HtmlInputElement>().value();
                let (path, number) = (path.clone(), value.parse::<u32>().unwrap_or_default());
                ctx.edit_pack(&format!("band-{path}"), move |draft| {
                    draft.set("", &path, Some(Value::Number(f64::from(number))));
                });
            })
        };
        let settle = ctx.clone();
        html! {
            <input
                type="range" class="band" min="1" max="100" id={format!("band-{at}")} key={at}
                aria-label={ctx.words.band_from(&title)} value={number_text(ctx, &path)} {oninput}
                onchange={move |_: Event| settle.settle()}
            />
        }
    };
    html! {
        <div class="bands">
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{ for from.iter().enumerate().zip(ends).map(band) }</svg>
            { for (0..3).map(handle) }
        </div>
    }
}

fn level(ctx: &Context, at: usize) -> Html {
    let words = ctx.words;
    let path = Path::parse("levels").at(at);
    let open = ctx.state.place.open.as_ref() == Some(&path);
    let from = number_text(ctx, &path.key("from"));
    let toggle = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |_: MouseEvent| ctx.dispatch.dispatch(crate::state::Action::Unfold(path.clone())))
    };
    html! {
        <li class={classes!("row", open.then_some("open"))} key={at}>
            <div class="head">
                <button type="button" class="fold" id={format!("fold-{path}")} aria-expanded={open.to_string()} onclick={toggle}>
                    <span class={format!("swatch band-{at}")} aria-hidden="true"></span>
                    <b>{ ctx.text(&path.key("title")) }</b>{ " " }{ words.points_from(&from) }
                </button>
            </div>
            if open {
                <div class="body">
                    { whole(ctx, &path.key("from"), words.from) }
                    { word(ctx, &path.key("title"), words.title_of_level) }
                    { word(ctx, &path.key("meaning"), words.meaning) }
                    { word(ctx, &path.key("cta"), words.cta) }
                    { word(ctx, &path.key("cta_note"), words.cta_note) }
                </div>
            }
        </li>
    }
}

/// The sections that caps can hang on: ids and titles.
fn gates(ctx: &Context) -> Vec<(String, String)> {
    let of = |section: &Value| {
        let is_gate = RuleKind::of(section).is_some_and(has_met);
        let get = |key: &str| text(section, &Path::parse(key)).to_owned();
        is_gate.then(|| (get("id"), get("title")))
    };
    list(ctx.pack(), &Path::parse("sections")).iter().filter_map(of).collect()
}

fn levels(ctx: &Context) -> Vec<(String, String)> {
    let title = |at: usize| ctx.text(&Path::parse("levels").at(at).key("title")).to_owned();
    Level::ALL.into_iter().enumerate().map(|(at, level)| (level.id().to_owned(), title(at))).collect()
}

fn add_cap(ctx: &Context) -> Html {
    match gates(ctx).is_empty() {
        true => html! { <p class="note">{ ctx.words.no_gate }</p> },
        false => add(ctx, "add-cap", ctx.words.add_cap, Item::Cap),
    }
}

/// A select for a text of the pack.
fn pick(ctx: &Context, path: &Path, label: &str, options: &[(String, String)]) -> Html {
    let change = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |id: String| {
            let path = path.clone();
            ctx.edit_pack("", move |draft| draft.set("", &path, Some(Value::Text(id.clone()))));
        })
    };
    let id = ctx.field(path);
    labelled(ctx, &id, label, None, select(&id, ctx.text(path), options, change))
}

fn cap(ctx: &Context, path: &Path) -> Html {
    let words = ctx.words;
    let is_ended = ends_somewhere(ctx.pack(), ctx.text(&path.key("section")))
        || get(ctx.pack(), &path.key("ended_reason")).is_some();
    let sentence = {
        let title = |options: &[(String, String)], id: &str| {
            options.iter().find(|(known, _)| known == id).map_or_else(|| id.to_owned(), |(_, title)| title.clone())
        };
        words.cap_sentence(
            &title(&gates(ctx), ctx.text(&path.key("section"))),
            &number_text(ctx, &path.key("missing")),
            &title(&levels(ctx), ctx.text(&path.key("level"))),
        )
    };
    html! {
        <div class="card" key={path.to_string()}>
            <div class="head"><b>{ sentence }</b>{ tools(ctx, path) }</div>
            <div class="trio">
                { pick(ctx, &path.key("section"), words.cap_section, &gates(ctx)) }
                { whole(ctx, &path.key("missing"), words.cap_missing) }
                { pick(ctx, &path.key("level"), words.cap_level, &levels(ctx)) }
            </div>
            { said_of(ctx, path) }
            { word(ctx, &path.key("reason"), words.reason) }
            if is_ended {
                { word(ctx, &path.key("ended_reason"), words.ended_reason) }
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

fn finding(ctx: &Context, path: &Path) -> Html {
    let words = ctx.words;
    let because = path.key("because");
    let steps = path.key("steps");
    let at = path.indices().first().copied().unwrap_or_default();
    let actors: Vec<_> = Actor::ALL
        .into_iter()
        .map(|actor| (actor.id().to_owned(), words.actors.get(actor.id()).unwrap_or(actor.id()).to_owned()))
        .collect();
    html! {
        <>
            { word(ctx, &path.key("title"), words.title_of_finding) }
            <fieldset class="conditions">
                <legend>{ words.because }</legend>
                { for (0..list(ctx.pack(), &because).len()).map(|nth| condition(ctx, &because.at(nth), nth)) }
                { said_of(ctx, &because) }
                { add_condition(ctx, at) }
            </fieldset>
            { word(ctx, &path.key("pattern"), words.pattern) }
            { word(ctx, &path.key("why"), words.why) }
            <fieldset>
                <legend>{ words.steps }</legend>
                <ol class="steps">
                    { for (0..list(ctx.pack(), &steps).len()).map(|nth| html! {
                        <li key={nth}>{ word(ctx, &steps.at(nth), &words.step_n(&(nth + 1))) }{ tools(ctx, &steps.at(nth)) }</li>
                    }) }
                </ol>
                { said_of(ctx, &steps) }
                { add(ctx, &format!("add-step-{at}"), words.add_step, Item::Step { finding: at }) }
            </fieldset>
            <fieldset id={ctx.field(&path.key("who"))}>
                <legend>{ words.who }</legend>
                { chips(ctx, &path.key("who"), &actors) }
                { said_of(ctx, &path.key("who")) }
            </fieldset>
            { id_field(ctx, &path.key("id"), words.id_of_finding) }
            { said_of(ctx, path) }
        </>
    }
}

/// One condition, read as a sentence: "question 1 is [no] or [unknown]".
fn condition(ctx: &Context, path: &Path, nth: usize) -> Html {
    let words = ctx.words;
    let all = questions(ctx.pack());
    let id = ctx.text(&path.key("question")).to_owned();
    let found = all.iter().find(|(known, _, _)| *known == id);
    let is_boxes = get(ctx.pack(), &path.key("lacks")).is_some();
    let place = path.key(if is_boxes { "lacks" } else { "is" });
    html! {
        <div class="condition" key={path.to_string()}>
            if nth > 0 {
                <span class="and">{ words.and }</span>
            }
            if let Some((_, n, question)) = found {
                <span>{ words.question_n(n) }{ "「" }{ ctx.text(&question.key("topic")) }{ "」" }</span>
                <span class="verb">{ if is_boxes { words.lacks } else { words.is } }</span>
                { chips(ctx, &place, &choices(ctx.pack(), question)) }
            } else {
                <code>{ id }</code>
            }
            { remove_condition(ctx, path) }
            { said_of(ctx, &path.key("question")) }
            { said_of(ctx, &place) }
        </div>
    }
}

fn remove_condition(ctx: &Context, path: &Path) -> Html {
    let label = ctx.words.remove_condition;
    let gone = path.clone();
    let onclick = ctx.on_pack(move |draft: &mut Draft| draft.remove(&gone));
    html! { <button type="button" id={format!("remove-{path}")} class="tool" aria-label={label} title={label} {onclick}><span aria-hidden="true">{ "×" }</span></button> }
}

/// The questions to add a condition on.
fn add_condition(ctx: &Context, finding: usize) -> Html {
    let words = ctx.words;
    let one = |(question, n, place): (String, usize, Path)| {
        let id = format!("add-condition-{finding}-{question}");
        let label = format!("{} {}", words.question_n(&n), ctx.text(&place.key("topic")));
        let onclick = ctx.on_pack(move |draft: &mut Draft| {
            draft.add(&Item::Condition { finding, question: question.clone() });
        });
        html! { <button type="button" {id} class="chip" {onclick}>{ label }</button> }
    };
    html! {
        <details id={format!("add-condition-{finding}")}>
            <summary>{ words.add_condition }</summary>
            <span class="chips">{ for questions(ctx.pack()).into_iter().map(one) }</span>
        </details>
    }
}

fn stage(ctx: &Context, path: &Path) -> Html {
    let words = ctx.words;
    let options: Vec<_> = questions(ctx.pack())
        .into_iter()
        .map(|(id, n, place)| (id, format!("{} {}", words.question_n(&n), ctx.text(&place.key("topic")))))
        .collect();
    html! {
        <>
            { word(ctx, &path.key("title"), words.title_of_stage) }
            { word(ctx, &path.key("text"), words.text_of_stage) }
            { whole(ctx, &path.key("months"), words.months) }
            <fieldset>
                <legend>{ words.stage_questions }</legend>
                <p class="help">{ words.stage_questions_help }</p>
                { chips(ctx, &path.key("questions"), &options) }
                { said_of(ctx, &path.key("questions")) }
            </fieldset>
        </>
    }
}

fn offer(ctx: &Context, path: &Path) -> Html {
    let words = ctx.words;
    let packs: Vec<_> =
        BUILT_IN.iter().map(|id| ((*id).to_owned(), words.packs.get(id).unwrap_or(id).to_owned())).collect();
    html! {
        <>
            { pick(ctx, &path.key("pack"), words.offer_pack, &packs) }
            { word(ctx, &path.key("text"), words.text_of_offer) }
            { word(ctx, &path.key("label"), words.label_of_offer) }
            <fieldset>
                <legend>{ words.offer_levels }</legend>
                <p class="help">{ words.offer_levels_help }</p>
                { offer_levels(ctx, path) }
            </fieldset>
            { said_of(ctx, path) }
        </>
    }
}

/// The levels of an offer as chips; without the key it is made at every level, and so all are pressed.
fn offer_levels(ctx: &Context, path: &Path) -> Html {
    let place = path.key("levels");
    let has_list = get(ctx.pack(), &place).is_some();
    let all = levels(ctx);
    if has_list {
        return html! { <>{ chips(ctx, &place, &all) }{ every_level(ctx, &place) }{ said_of(ctx, &place) }</> };
    }
    let one = |(id, label): &(String, String)| {
        let others: Vec<Value> =
            all.iter().filter(|(other, _)| other != id).map(|(other, _)| Value::Text(other.clone())).collect();
        let place = place.clone();
        let onclick = ctx.on_pack(move |draft: &mut Draft| draft.set("", &place, Some(Value::List(others.clone()))));
        crate::pack_parts::chip(&format!("{}-{id}", ctx.field(&path.key("levels"))), label, true, onclick)
    };
    html! { <span class="chips">{ for all.iter().map(one) }</span> }
}

fn every_level(ctx: &Context, place: &Path) -> Html {
    let place = place.clone();
    let onclick = ctx.on_pack(move |draft: &mut Draft| draft.set("", &place, None));
    html! { <button type="button" {onclick}>{ ctx.words.every_level }</button> }
}
