//! The picture of the verdict: the ring of the score, a bar a point, a light a condition.
//!
//! Each is a drawing with a label, and the same stands beside it as text. Bars differ by length and lights by shape, so
//! that nothing depends on colour.

use std::rc::Rc;

use messages::{MessageKey, Messages};
use session::{Event, PointView, ResultView};
use yew::prelude::*;

use super::action::{Action, report};
use super::text::{live_text, text};

/// A kind of drawing.
struct Gauge {
    class: &'static str,
    view_box: &'static str,
    /// What is always drawn.
    track: &'static str,
    /// What is drawn as far as the value goes.
    value: &'static str,
}

/// It ends just behind its beginning, so that a full ring has no seam.
const CIRCLE: &str = "M50 5a45 45 0 1 1-.01 0h1";
const RING: Gauge = Gauge { class: "ring", view_box: "0 0 100 100", track: CIRCLE, value: CIRCLE };
const BAR: Gauge = Gauge { class: "bar", view_box: "0 0 100 12", track: "M0 6H100", value: "M0 6H100" };
const LIGHT: Gauge = Gauge { class: "light", view_box: "0 0 100 100", track: CIRCLE, value: "M28 52l16 16 30-34" };

/// The ring with the score, and the score in it. What is tried shows as a second, paler value.
pub(super) fn score(view: &ResultView, messages: &Messages) -> Html {
    let t = |key| text(messages.get(key));
    let label =
        [messages.get(MessageKey::Score), " ", &view.score.to_string(), messages.get(MessageKey::OfHundred)].concat();
    html! {
        <p class="score">
            { gauge(&RING, label.into(), view.score, view.what_if) }
            <span class="points">
                { t(MessageKey::Score) }
                <strong part="score">{ view.score.to_string() }</strong>
                { t(MessageKey::OfHundred) }
            </span>
        </p>
    }
}

/// The questions by section, each with its answer, and with a box to try a better one.
pub(super) fn points(view: &ResultView, messages: &Messages, on_action: &Callback<Action>) -> Html {
    let t = |key| text(messages.get(key));
    // Where everything is met there is nothing to try.
    let can_try = view.sections.iter().flat_map(|(_, points)| points).any(|item| item.tried.is_some());
    html! {
        <section class="picture">
            <h3>{ t(MessageKey::Points) }</h3>
            { for view.sections.iter().map(|(title, points)| html! {
                <>
                    <h4>{ text(title) }</h4>
                    <ul>{ for points.iter().map(|item| point(item, messages, on_action)) }</ul>
                </>
            }) }
            if can_try {
                <p class="what-if" role="status">{ live_text(&view.what_if_text) }</p>
            }
        </section>
    }
}

fn point(item: &PointView, messages: &Messages, on_action: &Callback<Action>) -> Html {
    let t = |key| text(messages.get(key));
    let tries = Action::Run(Event::Choose { question: item.id.clone(), choice: item.id.clone() });
    let kind = if item.is_condition { &LIGHT } else { &BAR };
    html! {
        <li data-point={item.id.shared()}>
            { gauge(kind, Rc::clone(&item.share_label), item.share, None) }
            <span><strong>{ text(&item.topic) }</strong><small>{ text(&item.answer) }</small></span>
            if let Some(tried) = item.tried {
                <label>
                    // There is one in each row: out of it, the row's topic tells them apart.
                    <input type="checkbox" name={item.id.shared()} value="best" checked={tried} onchange={report(on_action, tries)}
                        aria-label={[&*item.topic, " ", messages.get(MessageKey::TryIt)].concat()} />
                    { t(MessageKey::TryIt) }
                </label>
            }
        </li>
    }
}

fn gauge(gauge: &Gauge, label: Rc<str>, value: u8, tried: Option<u8>) -> Html {
    let path = |class: Option<&'static str>, line: &'static str, length: u8| {
        html! { <path class={class} d={line} pathLength="100" stroke-dasharray={[&length.to_string(), " 101"].concat()} /> }
    };
    html! {
        <svg class={gauge.class} viewBox={gauge.view_box} role="img" aria-label={label}>
            { path(None, gauge.track, 100) }
            { path(Some("tried"), gauge.value, tried.unwrap_or(0)) }
            { path(Some("value"), gauge.value, value) }
        </svg>
    }
}
