//! A form for trying answers, with the resulting verdict.

use std::rc::Rc;

use diagnosis::{Answers, Pack, Question, diagnose};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::messages::Messages;

/// The questions that follow from these answers, and the verdict once there is one.
pub(crate) fn try_answers(
    pack: &Rc<Pack>,
    run: &UseStateHandle<String>,
    messages: &'static Messages,
    on_show: &Callback<AttrValue>,
) -> Html {
    let answers = Answers::parse(Rc::clone(pack), run);
    let asked: Vec<Rc<Question>> = answers.visible_questions().cloned().collect();
    let field = |question: Rc<Question>| try_question(&answers, &question, run, messages);
    let verdict = answers.clone().complete().ok().map(|complete| diagnose(&complete));
    let show = {
        let (on_show, text) = (on_show.clone(), answers.encode());
        Callback::from(move |_: MouseEvent| on_show.emit(text.clone().into()))
    };
    html! {
        <>
            { for asked.into_iter().map(field) }
            <div role="status" id="verdict">
                if let Some(verdict) = verdict {
                    <p><b>{ messages.verdict(&pack.levels().get(verdict.level).title, &verdict.score.get()) }</b></p>
                    if verdict.level < verdict.level_of_score {
                        <p>{ messages.verdict_capped(&pack.levels().get(verdict.level_of_score).title) }</p>
                    }
                    <ul>{ for verdict.findings.iter().map(|hit| html! { <li>{ hit.finding.title.to_string() }</li> }) }</ul>
                    <button type="button" id="try-show" onclick={show}>{ messages.show_in_preview }</button>
                } else {
                    <p class="help">{ messages.verdict_open }</p>
                }
            </div>
        </>
    }
}

fn try_question(
    answers: &Answers,
    question: &Rc<Question>,
    run: &UseStateHandle<String>,
    messages: &'static Messages,
) -> Html {
    let id = format!("try-{}", question.id);
    let has = |at: usize| answers.has(question, at);
    if question.multiple {
        let one = |(at, choice): (usize, &diagnosis::Choice)| {
            let (answers, question, run) = (answers.clone(), Rc::clone(question), run.clone());
            let onchange = Callback::from(move |event: Event| {
                let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
                let wanted = |(other, choice): (usize, &diagnosis::Choice)| {
                    let keeps = if other == at { is_on } else { answers.has(&question, other) };
                    keeps.then(|| choice.id.to_string())
                };
                let chosen: Vec<String> = question.choices.iter().enumerate().filter_map(wanted).collect();
                let mut next = answers.clone();
                next.answer(&question, &chosen.iter().map(String::as_str).collect::<Vec<_>>());
                run.set(next.encode());
            });
            html! { <label class="choice"><input type="checkbox" checked={has(at)} {onchange} /><span>{ choice.label.to_string() }</span></label> }
        };
        let none = {
            let (mut next, question, run) = (answers.clone(), Rc::clone(question), run.clone());
            next.answer(&question, &[]);
            Callback::from(move |_: MouseEvent| run.set(next.encode()))
        };
        return html! {
            <fieldset {id}>
                <legend>{ question.topic.to_string() }</legend>
                { for question.choices.iter().enumerate().map(one) }
                <button type="button" onclick={none}>{ messages.no_box }</button>
            </fieldset>
        };
    }
    let onchange = {
        let (answers, question, run) = (answers.clone(), Rc::clone(question), run.clone());
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut next = answers.clone();
            next.answer(&question, &[value.as_str()]);
            run.set(next.encode());
        })
    };
    let option = |(at, choice): (usize, &diagnosis::Choice)| {
        html! { <option value={choice.id.to_string()} selected={has(at)}>{ choice.label.to_string() }</option> }
    };
    let is_open = !question.choices.iter().enumerate().any(|(at, _)| has(at));
    html! {
        <div class="field">
            <label for={id.clone()}>{ question.topic.to_string() }</label>
            <select {id} {onchange}>
                if is_open {
                    <option value="" selected=true>{ messages.choose_answer }</option>
                }
                { for question.choices.iter().enumerate().map(option) }
            </select>
        </div>
    }
}
