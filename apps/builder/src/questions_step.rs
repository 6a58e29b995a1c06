//! The first step: the choice of the diagnosis, its sections, questions and choices.

use pack_editor::{Item, Path, RuleKind, flag, get, has_met, list};
use yew::prelude::*;

use crate::context::Context;
use crate::fields::{diagnostics_of, id_field, labelled, pack_flag, pack_text, select};
use crate::number_field::number_field;
use crate::pack_parts::{add, move_question, row, tools};
use crate::which_pack::{languages, version, which};

/// The step.
pub(crate) fn questions_step(ctx: &Context) -> Html {
    let messages = ctx.messages;
    let sections = Path::parse("sections");
    html! {
        <>
            <section aria-labelledby="group-pack">
                <h2 id="group-pack">{ messages.group_pack }</h2>
                { which(ctx) }
            </section>
            if ctx.draft.is_none() {
                <p class="note">{ messages.checking }</p>
            } else {
                <section aria-labelledby="group-whole">
                    <h2 id="group-whole">{ messages.group_whole }</h2>
                    { pack_text(ctx, &Path::parse("title"), messages.title_of_pack) }
                    { pack_text(ctx, &Path::parse("lead"), messages.lead_of_pack) }
                    <div class="pair">
                        { id_field(ctx, &Path::parse("id"), messages.id_of_pack) }
                        { version(ctx) }
                    </div>
                    { languages(ctx) }
                </section>
                { for (0..list(ctx.pack(), &sections).len()).map(|at| section(ctx, &sections.at(at), at)) }
                { diagnostics_of(ctx, &sections) }
                { add(ctx, "add-section", messages.add_section, Item::Section) }
            }
        </>
    }
}

fn section(ctx: &Context, path: &Path, at: usize) -> Html {
    let messages = ctx.messages;
    let questions = path.key("questions");
    let rule = get(ctx.pack(), path).and_then(RuleKind::of);
    let rule_id = rule.map_or_else(|| ctx.text(&path.key("rule")).to_owned(), |rule| rule.id().to_owned());
    let options: Vec<_> = RuleKind::ALL
        .into_iter()
        .map(|rule| (rule.id().to_owned(), messages.rules.get(rule.id()).unwrap_or(rule.id()).to_owned()))
        .collect();
    let choose = {
        let ctx = ctx.clone();
        Callback::from(move |id: String| {
            if let Some(rule) = RuleKind::ALL.into_iter().find(|rule| rule.id() == id) {
                ctx.edit_pack("", move |draft| draft.set_rule(at, rule));
            }
        })
    };
    let rule_field = ctx.field(&path.key("rule"));
    html! {
        <section aria-labelledby={format!("section-{at}")} class="part" key={path.to_string()}>
            <div class="head">
                <h2 id={format!("section-{at}")}>{ messages.section_n(&(at + 1)) }</h2>
                { tools(ctx, path) }
            </div>
            { pack_text(ctx, &path.key("title"), messages.title_of_section) }
            <div class="pair">
                { labelled(ctx, &rule_field, messages.rule, None, select(&rule_field, &rule_id, &options, choose)) }
                { id_field(ctx, &path.key("id"), messages.id_of_section) }
            </div>
            if let Some(rule) = rule {
                <div class="note rule">
                    { rule_picture(rule) }
                    <p>{ messages.rules_help.get(rule.id()) }</p>
                </div>
            }
            if rule == Some(RuleKind::Ladder) {
                { number_field(ctx, &path.key("points_per_rung"), messages.points_per_rung) }
            }
            { diagnostics_of(ctx, path) }
            <ol class="rows">
                { for (0..list(ctx.pack(), &questions).len()).map(|nth| question_row(ctx, &questions.at(nth), rule)) }
            </ol>
            { diagnostics_of(ctx, &questions) }
            { add(ctx, &format!("add-question-{at}"), messages.add_question, Item::Question { section: at }) }
        </section>
    }
}

/// The icon of a rule: parts that add up, a gate, steps.
fn rule_picture(rule: RuleKind) -> Html {
    let shapes = match rule {
        RuleKind::Sum => {
            html! { <><rect x="2" y="22" width="14" height="16" /><rect x="19" y="14" width="14" height="24" /><rect x="36" y="26" width="14" height="12" /></> }
        }
        RuleKind::AllOf => html! { <path d="M10 38V12a16 10 0 0 1 32 0v26h-8V14a8 5 0 0 0-16 0v24z" /> },
        RuleKind::Ladder => html! { <path d="M2 38V30h12v-9h12v-9h12V3h12v35z" /> },
    };
    html! { <svg viewBox="0 0 52 40" width="52" height="40" aria-hidden="true">{ shapes }</svg> }
}

fn question_row(ctx: &Context, path: &Path, rule: Option<RuleKind>) -> Html {
    let messages = ctx.messages;
    let n = crate::pack_parts::questions(ctx.pack())
        .into_iter()
        .find(|(_, _, place)| place == path)
        .map_or(0, |(_, n, _)| n);
    let summary = html! { <><b>{ messages.question_n(&n) }</b>{ " " }{ ctx.text(&path.key("text")) }</> };
    row(ctx, path, summary, || question(ctx, path, rule))
}

fn question(ctx: &Context, path: &Path, rule: Option<RuleKind>) -> Html {
    let messages = ctx.messages;
    let choices = path.key("choices");
    let boxes = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |is_on: bool| {
            let path = path.clone();
            ctx.edit_pack("", move |draft| draft.set_multiple(&path, is_on));
        })
    };
    let add_choice = match path.indices()[..] {
        [section, question] => {
            add(ctx, &format!("add-choice-{path}"), messages.add_choice, Item::Choice { section, question })
        }
        _ => html! {},
    };
    html! {
        <>
            { pack_text(ctx, &path.key("text"), messages.text_of_question) }
            { pack_text(ctx, &path.key("topic"), messages.topic) }
            { pack_text(ctx, &path.key("help"), messages.help_of_question) }
            <div class="pair">
                { pack_flag(ctx, &path.key("multiple"), messages.multiple, Some(boxes)) }
                { id_field(ctx, &path.key("id"), messages.id_of_question) }
            </div>
            { section_of(ctx, path) }
            { diagnostics_of(ctx, path) }
            <ol class="choice-rows">
                { for (0..list(ctx.pack(), &choices).len()).map(|at| choice(ctx, &choices.at(at), at, path, rule)) }
            </ol>
            { diagnostics_of(ctx, &choices) }
            { add_choice }
        </>
    }
}

/// The section that the question is in, where there are others.
fn section_of(ctx: &Context, path: &Path) -> Html {
    let sections = Path::parse("sections");
    let count = list(ctx.pack(), &sections).len();
    let Some(mine) = path.indices().first().copied().filter(|_| count > 1) else { return html! {} };
    let title = |at: usize| ctx.messages.section_titled(&(at + 1), &ctx.text(&sections.at(at).key("title")));
    let options: Vec<_> = (0..count).map(|at| (at.to_string(), title(at))).collect();
    let choose = {
        let (ctx, path) = (ctx.clone(), path.clone());
        Callback::from(move |at: String| {
            if let Ok(section) = at.parse() {
                move_question(&ctx, &path, section, None);
            }
        })
    };
    let id = format!("section-of-{path}");
    labelled(ctx, &id, ctx.messages.section_of_question, None, select(&id, &mine.to_string(), &options, choose))
}

fn choice(ctx: &Context, path: &Path, at: usize, question: &Path, rule: Option<RuleKind>) -> Html {
    let messages = ctx.messages;
    let is_met = flag(ctx.pack(), &path.key("met"));
    let ends = path.key("ends_section");
    let can_end = rule == Some(RuleKind::AllOf) && !is_met && !flag(ctx.pack(), &question.key("multiple"));
    html! {
        <li key={path.to_string()}>
            <div class="head"><b>{ messages.choice_n(&(at + 1)) }</b>{ tools(ctx, path) }</div>
            { pack_text(ctx, &path.key("label"), messages.label_of_choice) }
            { pack_text(ctx, &path.key("note"), messages.note_of_choice) }
            <div class="trio">
                if rule.is_some_and(has_met) {
                    { pack_flag(ctx, &path.key("met"), messages.met, None) }
                } else {
                    { number_field(ctx, &path.key("points"), messages.points) }
                }
                if can_end || get(ctx.pack(), &ends).is_some() {
                    { pack_flag(ctx, &ends, messages.ends_section, None) }
                }
                { id_field(ctx, &path.key("id"), messages.id_of_choice) }
            </div>
            { diagnostics_of(ctx, path) }
        </li>
    }
}
