//! Renders the questionnaire natively, for the loader to show before the wasm has loaded.
//!
//! It renders the same views that run later, for the *linear prefix* of a pack: the questions up to the first whose
//! answer decides what is asked next. Two ends follow: one for waiting, one for when the verdict cannot be computed.

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use yew::prelude::*;

use crate::ui;
use diagnosis::{Answers, Pack, Question};
use messages::{MessageKey, Messages};
use session::{Asking, question_view};

/// The steps of the prerendered questionnaire of `pack`, each with the id of its question and its HTML.
///
/// # Errors
///
/// A message for the developer, if a view waits for something.
pub fn questionnaire(pack: Pack, messages: &Messages) -> Result<Vec<(String, String)>, String> {
    let pack = Rc::new(pack);
    let answers = Answers::new(Rc::clone(&pack));
    let questions = pack.questions();
    let linear = questions.iter().position(|question| question.branches()).map_or(questions.len(), |i| i + 1);
    let step = |question: &Rc<Question>| {
        let asking = Asking { answers: answers.clone(), current_question: Rc::clone(question), nudge: false };
        Ok((
            question.id.as_str().to_owned(),
            html(ui::question(&question_view(&asking, messages), messages, &Callback::noop()))?,
        ))
    };
    questions.iter().take(linear).map(step).collect()
}

/// The ends of a questionnaire in the language of `messages`, named `.waiting` and `.stuck`: for the time until the
/// verdict arrives, and for when it cannot be computed.
///
/// # Errors
///
/// The same as for [`questionnaire`].
pub fn ends(messages: &Messages) -> Result<[(&'static str, String); 2], String> {
    let waiting = html! { <div class="step end"><p role="status" tabindex="-1">{ &**messages.get(MessageKey::Waiting) }</p></div> };
    let stuck = html! {
        <div class="step end">
            <p part="error" role="alert" tabindex="-1">{ &**messages.get(MessageKey::Stuck) }</p>
            <p><a part="cta">{ &**messages.get(MessageKey::StuckCta) }</a></p>
        </div>
    };
    Ok([(".waiting", html(waiting)?), (".stuck", html(stuck)?)])
}

fn html(view: Html) -> Result<String, String> {
    let renderer = yew::LocalServerRenderer::<Step>::with_props(Props { view });
    // Nothing in these views waits, so a single poll completes the future.
    match pin!(renderer.hydratable(false).render()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => Ok(html),
        Poll::Pending => Err("a view waits for something; the questionnaire must not".to_owned()),
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    view: Html,
}

#[component]
fn Step(props: &Props) -> Html {
    props.view.clone()
}
