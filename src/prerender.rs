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

/// The steps of the prerendered questionnaire of `pack`, each by its name and as HTML: the ids of the questions in
/// their order, then the ends `.waiting` and `.stuck`. Ids hold no dot.
///
/// # Errors
///
/// Words for the developer, if a view waits for something.
pub fn questionnaire(pack: Pack) -> Result<Vec<(String, String)>, String> {
    let pack = Rc::new(pack);
    let copy = Copy::of(pack.lang());
    let answers = Answers::new(Rc::clone(&pack));
    let questions = pack.questions();
    let linear = questions.iter().position(|question| question.branches()).map_or(questions.len(), |i| i + 1);
    let step = |question: &Rc<Question>| {
        let asking = Asking { answers: answers.clone(), at: Rc::clone(question), nudge: false };
        (question.id.as_str().to_owned(), ui::question(&question_view(&asking, copy), copy))
    };
    let mut steps: Vec<_> = questions.iter().take(linear).map(step).collect();
    steps.extend([(".waiting".to_owned(), waiting(copy)), (".stuck".to_owned(), stuck(copy))]);
    steps.into_iter().map(|(name, view)| Ok((name, html(view)?))).collect()
}

fn waiting(copy: &Copy) -> Html {
    html! { <div class="step end"><p role="status" tabindex="-1">{ copy.waiting }</p></div> }
}

fn stuck(copy: &Copy) -> Html {
    html! {
        <div class="step end">
            <p part="error" role="alert" tabindex="-1">{ copy.stuck }</p>
            <p><a part="cta">{ copy.stuck_cta }</a></p>
        </div>
    }
}

fn html(view: Html) -> Result<String, String> {
    let renderer = yew::LocalServerRenderer::<Step>::with_props(Props { view });
    // Nothing in these views waits, so one poll finishes.
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
