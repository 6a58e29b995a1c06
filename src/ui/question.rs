//! One question as a step of a form. The prerendered questionnaire consists of the same steps.

use std::rc::Rc;

use messages::{MessageKey, Messages};
use session::{ChoiceView, Event, QuestionView};
use yew::prelude::*;

use super::action::{Action, press, report};
use super::text::{live_text, text};

/// The step that asks `view`.
///
/// The key makes Yew create it again for each question: focusing its legend makes a screen reader announce it, inputs
/// keep no state of the previous question, no text of another question can remain, and scroll anchoring does not scroll
/// the page to hold a button in place that has moved down.
pub fn question(view: &QuestionView, messages: &Messages, on_action: &Callback<Action>) -> Html {
    let t = |key| text(messages.get(key));
    html! {
        <div key={view.id.shared()} class="step">
            <progress part="progress" max={view.total.to_string()} value={view.index.to_string()}
                aria-label={Rc::clone(messages.get(MessageKey::Progress))} />
            if let Some((title, intro)) = &view.intro {
                <div class="intro"><strong>{ text(title) }</strong><p>{ text(intro) }</p></div>
            }
            { fieldset(view, on_action) }
            <p role="alert" hidden={!view.nudge}>{ t(MessageKey::Nudge) }</p>
            <div class="nav">
                <button type="button" class="quiet" part="back" hidden={view.index == 1}
                    onclick={press(on_action, Action::Run(Event::Back))}>{ t(MessageKey::Back) }</button>
                <button part="next" onclick={press(on_action, Action::Run(Event::Next { question: view.id.clone() }))}>
                    { t(MessageKey::Next) }
                </button>
            </div>
        </div>
    }
}

fn fieldset(view: &QuestionView, on_action: &Callback<Action>) -> Html {
    html! {
        <fieldset part="question" data-question={view.id.shared()}
            aria-describedby={view.help.as_ref().map(|_| "help")}>
            <legend tabindex="-1">
                // The position changes with an answer that skips questions. Screen readers read the legend in one go.
                <small>{ live_text(&[&*view.place, " "].concat().into()) }<span>{ text(&view.section) }</span></small>
                { text(&view.text) }
            </legend>
            // The element exists even without text, so that the choices keep their places.
            <p id="help" hidden={view.help.is_none()}>{ for view.help.iter().map(text) }</p>
            { for view.choices.iter().map(|item| choice(item, view, on_action)) }
        </fieldset>
    }
}

fn choice(item: &ChoiceView, view: &QuestionView, on_action: &Callback<Action>) -> Html {
    let (question, choice) = (view.id.clone(), item.id.clone());
    let chosen = Action::Run(Event::Choose { question: question.clone(), choice: choice.clone() });
    // A tap chooses and continues. A key press also clicks, but with detail 0: it only selects, by its change event.
    let tap = (!view.multiple).then(|| {
        let on_action = on_action.clone();
        Callback::from(move |event: MouseEvent| {
            if event.detail() > 0 {
                // Otherwise the label would click its input again, which may by then belong to another question.
                event.prevent_default();
                on_action.emit(Action::Tap { question: question.clone(), choice: choice.clone() });
            }
        })
    });
    html! {
        <label key={item.id.shared()} part="choice" onclick={tap}>
            <input type={if view.multiple { "checkbox" } else { "radio" }} name={view.id.shared()}
                value={item.id.shared()} checked={item.chosen} onchange={report(on_action, chosen)} />
            <span>
                { text(&item.label) }
                if let Some(note) = &item.note {
                    <small>{ text(note) }</small>
                }
            </span>
        </label>
    }
}
