//! The whole questionnaire on paper, for the people who have to approve it.

use diagnosis::Value;
use pack_editor::{Path, RuleKind, flag, get, has_met, list, number, text};
use yew::prelude::*;

use crate::context::Context;
use crate::pack_parts::{choices, questions, texts};

/// The questionnaire, which a stylesheet shows only in print.
pub(crate) fn paper(ctx: &Context) -> Html {
    let messages = ctx.messages;
    let get = |path: &str| ctx.text(&Path::parse(path)).to_owned();
    let sections = list(ctx.pack(), &Path::parse("sections"));
    let places = questions(ctx.pack());
    html! {
        <section class="paper" lang={ctx.work().pack.lang.clone()}>
            <h1>{ get("title") }</h1>
            <p>{ get("lead") }</p>
            <p class="help">{ messages.paper_version(&get("id"), &get("version")) }</p>
            { for sections.iter().enumerate().map(|(at, one)| section(ctx, one, at, &places)) }
            <h2>{ messages.group_levels }</h2>
            <ul>{ for list(ctx.pack(), &Path::parse("levels")).iter().map(|level| html! {
                <li><b>{ of(level, "title") }</b>{ " " }{ messages.points_from(&number(level, &Path::parse("from")).unwrap_or_default()) }{ " — " }{ of(level, "meaning") }</li>
            }) }</ul>
            <h2>{ messages.group_caps }</h2>
            <ul>{ for list(ctx.pack(), &Path::parse("caps")).iter().map(|cap| html! { <li>{ of(cap, "reason") }</li> }) }</ul>
            <h2>{ messages.group_findings }</h2>
            { for list(ctx.pack(), &Path::parse("findings")).iter().map(|finding| html! {
                <div class="entry">
                    <h3>{ of(finding, "title") }</h3>
                    <p>{ of(finding, "pattern") }{ " " }{ of(finding, "why") }</p>
                    <ol>{ for texts(finding, &Path::parse("steps")).into_iter().map(|step| html! { <li>{ step }</li> }) }</ol>
                </div>
            }) }
            <table class="signoff">
                <tr>{ for [messages.sign_made, messages.sign_checked, messages.sign_agreed].map(|label| html! { <th scope="col">{ label }</th> }) }</tr>
                <tr><td></td><td></td><td></td></tr>
            </table>
        </section>
    }
}

fn of<'a>(value: &'a Value, key: &str) -> &'a str {
    text(value, &Path::parse(key))
}

fn section(ctx: &Context, section: &Value, at: usize, places: &[(String, usize, Path)]) -> Html {
    let rule = RuleKind::of(section);
    let mine = places.iter().filter(|(_, _, place)| place.indices().first() == Some(&at));
    html! {
        <>
            <h2>{ of(section, "title") }</h2>
            <p class="help">{ rule.and_then(|rule| ctx.messages.rules_help.get(rule.id())) }</p>
            { for mine.map(|(_, n, place)| question(ctx, *n, place, rule)) }
        </>
    }
}

fn question(ctx: &Context, n: usize, place: &Path, rule: Option<RuleKind>) -> Html {
    let worth = |at: usize| {
        let choice = place.key("choices").at(at);
        match rule.is_some_and(has_met) {
            true if flag(ctx.pack(), &choice.key("met")) => ctx.messages.met.to_owned(),
            true => String::new(),
            false => ctx.messages.points_n(&number(ctx.pack(), &choice.key("points")).unwrap_or_default()),
        }
    };
    html! {
        <div class="entry">
            <h3>{ ctx.messages.question_n(&n) }{ " " }{ ctx.text(&place.key("text")) }</h3>
            if get(ctx.pack(), &place.key("help")).is_some() {
                <p class="help">{ ctx.text(&place.key("help")) }</p>
            }
            <ul>{ for choices(ctx.pack(), place).into_iter().enumerate().map(|(at, (_, label))| html! {
                <li>{ "□ " }{ label }{ " " }{ ctx.text(&place.key("choices").at(at).key("note")) }{ " " }<i>{ worth(at) }</i></li>
            }) }</ul>
        </div>
    }
}
