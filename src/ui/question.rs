//! One question as a step of a form. The prerendered questionnaire is made of these very steps.

use yew::prelude::*;

use crate::app::{ChoiceView, Copy, QuestionView};

use super::{h, say, text};

/// The step that asks `view`.
///
/// The root's key makes Yew build every step afresh: a `change` event that follows a tap then falls on a node that is
/// gone, and cannot answer the next question.
pub fn question(view: &QuestionView, copy: &'static Copy) -> Html {
    let QuestionView { index, total, .. } = *view;
    let intro = |(title, lead): &_| h("div.intro", vec![h("p.title", vec![text(title)]), h("p", vec![text(lead)])]);
    let place = h("span.place", vec![text(&view.place), h("span.section", vec![text(&view.section)])]);
    html! {
        <div class="step" key={view.id.as_str()}>
            <progress part="progress" max={total.to_string()} value={index.to_string()} aria-label={copy.progress}>{ text(&view.place) }</progress>
            { for view.intro.iter().map(intro) }
            <fieldset part="question" data-question={view.id.shared()} aria-describedby={view.help.as_ref().map(|_| "help")}>
                <legend tabindex="-1">{ place }{ h("span.text", vec![text(&view.text)]) }</legend>
                { for view.help.iter().map(|help| html! { <p id="help" class="help">{ text(help) }</p> }) }
                { for view.choices.iter().map(|item| choice(item, view)) }
            </fieldset>
            <p class="nudge" role="alert" hidden={!view.nudge}>{ copy.nudge }</p>
            <div class="nav">
                <button part="back" type="button" class="quiet" hidden={index == 1}>{ copy.back }</button>
                { h("button@next", vec![say(copy.next)]) }
            </div>
        </div>
    }
}

fn choice(item: &ChoiceView, view: &QuestionView) -> Html {
    let kind = if view.multiple { "checkbox" } else { "radio" };
    let mut label = vec![text(&item.label)];
    label.extend(item.note.iter().map(|note| h("span.note", vec![text(note)])));
    html! {
        <label part="choice">
            <input type={kind} name={view.id.shared()} value={item.id.shared()} checked={item.chosen} />
            { h("span.label", label) }
        </label>
    }
}
