//! Renders the questionnaire natively, for the loader to show before the wasm is there.
//!
//! The same views that run later, for the *linear prefix* of a pack: the questions up to the first whose answer decides
//! what is asked next. Two ends follow: one for waiting, one for where the verdict cannot be worked out.

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use yew::prelude::*;

use crate::app::{Asking, Copy, question_view};
use crate::domain::{Answers, Pack, Question};
use crate::ui;

/// The HTML of the prerendered questionnaire of `pack`.
///
/// # Errors
///
/// Words for the developer, if a view waits for something.
pub fn questionnaire(pack: Pack) -> Result<String, String> {
    let renderer = yew::LocalServerRenderer::<Questionnaire>::with_props(Props { pack: Rc::new(pack) });
    // Nothing in these views waits, so one poll finishes.
    match pin!(renderer.hydratable(false).render()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => Ok(html),
        Poll::Pending => Err("a view waits for something; the questionnaire must not".to_owned()),
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    pack: Rc<Pack>,
}

#[component]
fn Questionnaire(props: &Props) -> Html {
    let copy = Copy::of(props.pack.lang());
    let answers = Answers::new(Rc::clone(&props.pack));
    let questions = props.pack.questions();
    let linear = questions.iter().position(|question| question.branches()).map_or(questions.len(), |i| i + 1);
    let step = |question: &Rc<Question>| {
        let asking = Asking { answers: answers.clone(), at: Rc::clone(question), nudge: false };
        ui::question(&question_view(&asking, copy), copy)
    };
    html! {
        <form novalidate=true>
            { for questions.iter().take(linear).map(step) }
            <div class="step" data-end="waiting"><p role="status" tabindex="-1">{ copy.waiting }</p></div>
            <div class="step" data-end="stuck">
                <p part="error" role="alert" tabindex="-1">{ copy.stuck }</p>
                <p><a part="cta">{ copy.stuck_cta }</a></p>
            </div>
        </form>
    }
}
