//! The verdict: score, level, caps, findings, way up, roadmap, call to action.

use std::rc::Rc;

use messages::{MessageKey, Messages};
use session::{ComparedView, CtaView, Event, FindingView, ResultView};
use yew::prelude::*;

use super::action::{Action, press};
use super::picture::{points, score};
use super::result_actions::{ResultActionState, paper_fields, result_actions};
use super::text::text;

/// What the widget knows of a result beside the run.
#[derive(Clone, Debug, Default)]
pub struct ResultState {
    /// The element for the benchmark; empty until its file has loaded.
    pub benchmark: NodeRef,
    /// State of the result actions.
    pub actions: ResultActionState,
    /// The calls to action, from above.
    pub calls: [NodeRef; 2],
    /// Whether all of it is kept as it is, but hidden.
    pub is_hidden: bool,
    /// Whether only its heading and the lead form are shown.
    pub is_gated: bool,
}

/// The verdict of `view`: what a phone shows first, and below it the `rest`, which is [`result_rest`] or is still to come.
pub fn result(
    view: &ResultView,
    messages: &Messages,
    state: &ResultState,
    rest: Html,
    on_action: &Callback<Action>,
) -> Html {
    let t = |key| text(messages.get(key));
    let [first_call, _] = &state.calls;
    html! {
        <div class={if state.is_gated { "result gated" } else { "result" }} part="result" hidden={state.is_hidden}>
            <h2 tabindex="-1"><small>{ text(&view.title) }</small>{ t(MessageKey::Result) }</h2>
            if let Some(day) = &view.day {
                <p>{ text(day) }</p>
            }
            { paper_fields(messages) }
            { summary(view, messages) }
            { cta(view.cta.as_ref(), 0, first_call, on_action) }
            { rest }
        </div>
    }
}

/// All of the result that is below its summary, with the lead form. It is by far most of it.
pub fn result_rest(
    view: &ResultView,
    messages: &Messages,
    state: &ResultState,
    lead: Html,
    on_action: &Callback<Action>,
) -> Html {
    let t = |key| text(messages.get(key));
    let [_, last_call] = &state.calls;
    html! {
        <>
            { for view.compared.iter().map(compared) }
            { points(view, messages, on_action) }
            <section ref={state.benchmark.clone()} part="benchmark" hidden=true></section>
            { way_up(view) }
            { findings(view, messages) }
            { roadmap(view, messages) }
            { cta(view.cta.as_ref(), 1, last_call, on_action) }
            <div class="lead">{ lead }</div>
            { offer(view, on_action) }
            { result_actions(view, messages, &state.actions, on_action) }
            <div class="nav">
                <button class="quiet" part="back" onclick={press(on_action, Action::Run(Event::Back))}>
                    { t(MessageKey::Review) }
                </button>
                <button class="quiet" part="restart" onclick={press(on_action, Action::Run(Event::Restart))}>
                    { t(MessageKey::Restart) }
                </button>
            </div>
            <p class="receipt">{ t(MessageKey::Receipt) }{ " " }<span part="receipt">{ text(&view.receipt) }</span></p>
            { probes() }
        </>
    }
}

#[cfg(feature = "maintainer-probe")]
use super::probe::probes;

/// Renders nothing; the feature `maintainer-probe` replaces this function.
#[cfg(not(feature = "maintainer-probe"))]
fn probes() -> Html {
    Html::default()
}

fn summary(view: &ResultView, messages: &Messages) -> Html {
    let t = |key| text(messages.get(key));
    html! {
        <div class="summary">
            { score(view, messages) }
            <p>
                <small>{ t(MessageKey::Level) }</small>
                <strong part="level" data-level={view.level}>{ text(&view.level_title) }</strong>
            </p>
            <p class="meaning">{ text(&view.meaning) }</p>
            if !view.caps.is_empty() {
                <div class="caps">
                    <h3>{ t(MessageKey::Caps) }</h3>
                    { for view.caps.iter().map(|cap| html! { <p part="cap">{ text(cap) }</p> }) }
                </div>
            }
        </div>
    }
}

fn cta(item: Option<&CtaView>, nth: usize, node: &NodeRef, on_action: &Callback<Action>) -> Html {
    html! {
        if let Some(item) = item {
            <div class="call">
                <p>{ text(&item.note) }</p>
                <a ref={node.clone()} part="cta" href={Rc::clone(&item.href)} onclick={on_cta_click(item, nth, on_action)}>
                    { text(&item.label) }
                </a>
            </div>
        }
    }
}

/// What a click on the call to action does: where it has a frame, that opens, unless the click asks for another tab or window.
fn on_cta_click(item: &CtaView, nth: usize, on_action: &Callback<Action>) -> Callback<MouseEvent> {
    let (is_framed, is_booking) = (item.frame.is_some(), item.is_booking);
    on_action.reform(move |event: MouseEvent| {
        if is_framed && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            Action::OpenBooking(nth)
        } else {
            Action::FollowCta(is_booking)
        }
    })
}

/// The pack that fits next.
fn offer(view: &ResultView, on_action: &Callback<Action>) -> Html {
    html! {
        if let Some(offer) = &view.offer {
            <section class="offer">
                <p>{ text(&offer.text) }</p>
                <div class="nav"><button class="quiet" part="offer" name={offer.pack.shared()}
                    onclick={press(on_action, Action::BeginPack(offer.pack.clone()))}>{ text(&offer.label) }</button></div>
            </section>
        }
    }
}

fn compared(item: &ComparedView) -> Html {
    html! {
        <section part="compared">
            <h3>{ text(&item.heading) }</h3>
            <p>{ text(&item.summary) }</p>
            <table><tbody>
                <tr><td></td>{ for item.columns.iter().map(|column| html! { <th>{ text(column) }</th> }) }</tr>
                { for item.rows.iter().map(|(name, [one, two])| html! {
                    <tr><th>{ text(name) }</th><td>{ text(one) }</td><td>{ text(two) }</td></tr>
                }) }
            </tbody></table>
        </section>
    }
}

fn way_up(view: &ResultView) -> Html {
    html! {
        if let Some((heading, lead, changes)) = &view.way_up {
            <section part="way-up">
                <h3>{ text(heading) }</h3>
                <p>{ text(lead) }</p>
                <ol>
                    { for changes.iter().map(|change| html! {
                        <li>
                            <strong>{ text(&change.goal) }</strong>
                            if let Some(step) = &change.step {
                                <p>{ text(step) }</p>
                            }
                        </li>
                    }) }
                </ol>
            </section>
        }
    }
}

fn findings(view: &ResultView, messages: &Messages) -> Html {
    let t = |key| text(messages.get(key));
    html! {
        <section>
            <h3>{ t(MessageKey::Findings) }</h3>
            if view.findings.is_empty() {
                <p>{ t(MessageKey::NoFindings) }</p>
            }
            { for view.findings.iter().map(|item| finding(item, messages)) }
            if !view.more_findings.is_empty() {
                <details>
                    <summary>{ text(&view.more_label) }</summary>
                    { for view.more_findings.iter().map(|item| finding(item, messages)) }
                </details>
            }
        </section>
    }
}

fn finding(item: &FindingView, messages: &Messages) -> Html {
    let t = |key| text(messages.get(key));
    html! {
        <article part="finding">
            <h4>{ text(&item.title) }</h4>
            <dl>
                <dt>{ t(MessageKey::Pattern) }</dt><dd>{ text(&item.pattern) }</dd>
                <dt>{ t(MessageKey::Why) }</dt><dd>{ text(&item.why) }</dd>
                <dt class="steps">{ t(MessageKey::Steps) }</dt>
                <dd><ul>{ for item.steps.iter().map(|step| html! { <li>{ text(step) }</li> }) }</ul></dd>
                <dt>{ t(MessageKey::Who) }</dt><dd>{ text(&item.who) }</dd>
            </dl>
        </article>
    }
}

fn roadmap(view: &ResultView, messages: &Messages) -> Html {
    let t = |key| text(messages.get(key));
    html! {
        <section part="roadmap">
            <h3>{ t(MessageKey::Roadmap) }</h3>
            <ol>
                { for view.roadmap.iter().map(|[when, title, explained]| html! {
                    <li><small>{ text(when) }</small><strong>{ text(title) }</strong><p>{ text(explained) }</p></li>
                }) }
            </ol>
        </section>
    }
}
