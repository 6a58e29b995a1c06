//! The funnel as a chart and as a table with the same numbers.

use std::rc::Rc;

use funnel_data::{Funnel, Question, Unit};
use yew::prelude::*;

use crate::messages::Messages;
use crate::numbers::{count, percent, share};

/// Properties of [`FunnelView`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FunnelViewProps {
    pub(crate) messages: &'static Messages,
    pub(crate) funnel: Rc<Funnel>,
}

/// Chart, table, and the question at which most people leave.
#[component]
pub(crate) fn FunnelView(props: &FunnelViewProps) -> Html {
    let FunnelViewProps { messages, funnel } = props;
    let (unit, counts) = match funnel.unit {
        Unit::Visits => (messages.unit_visits, messages.counts_visits),
        Unit::Users => (messages.unit_users, messages.counts_users),
        Unit::Events => (messages.unit_events, messages.counts_events),
    };
    let has_left = funnel.questions.iter().any(|question| question.left.is_some());
    html! {
        <section aria-labelledby="group-result">
            <h2 id="group-result" tabindex="-1">{ messages.result }</h2>
            <p id="read">{ messages.read(&funnel.questions.len(), &count(funnel.all.seen), &unit) }</p>
            if let Some((question, left)) = worst(&funnel.questions) {
                <p id="worst"><strong>{ messages.most_left(&question.id, &percent(share(left, question.seen)), &count(left)) }</strong></p>
            }
            { picture(messages, funnel) }
            { questions(messages, &funnel.questions) }
            <p class="note">{ counts }</p>
            if !has_left {
                <p class="note">{ messages.no_answers }</p>
            }
            <h3>{ messages.ends }</h3>
            { ends(messages, funnel) }
        </section>
    }
}

/// The question at which the largest share leaves, with the number of people.
fn worst(questions: &[Question]) -> Option<(&Question, f64)> {
    let left = questions.iter().filter_map(|question| Some((question, question.left.filter(|left| *left > 0.0)?)));
    left.max_by(|(a, left_a), (b, left_b)| share(*left_a, a.seen).total_cmp(&share(*left_b, b.seen)))
}

/// One bar per question: the people who continued, and those who left. The texts beside the bars keep their size on a
/// phone.
fn picture(messages: &Messages, funnel: &Funnel) -> Html {
    let most = funnel.questions.iter().map(|question| question.seen).fold(0.0, f64::max);
    let bar = |question: &Question| {
        let (seen, left) = (share(question.seen, most), share(question.left.unwrap_or_default(), most));
        let stayed = (seen - left).max(0.0);
        html! {
            <div key={question.id.clone()}>
                <span>{ format!("{} · {}", question.id, count(question.seen)) }</span>
                <svg viewBox="0 0 100 8" preserveAspectRatio="none">
                    <rect class="stayed" width={(stayed * 100.0).to_string()} height="8" />
                    <rect class="left" x={(stayed * 100.0).to_string()} width={(left * 100.0).to_string()} height="8" />
                </svg>
            </div>
        }
    };
    html! {
        <div class="picture" role="img" aria-label={messages.picture}>{ for funnel.questions.iter().map(bar) }</div>
    }
}

fn questions(messages: &Messages, questions: &[Question]) -> Html {
    let row = |question: &Question| {
        let left = question.left.map_or_else(|| "–".to_owned(), count);
        let rate =
            question.left.map_or_else(|| "–".to_owned(), |left| messages.percent(&percent(share(left, question.seen))));
        html! {
            <tr key={question.id.clone()}>
                <th scope="row">{ &question.id }</th><td>{ count(question.seen) }</td><td>{ left }</td><td>{ rate }</td>
            </tr>
        }
    };
    html! {
        <table id="questions">
            <thead><tr>
                <th scope="col">{ messages.question }</th><th scope="col">{ messages.seen }</th>
                <th scope="col">{ messages.left }</th><th scope="col">{ messages.share_left }</th>
            </tr></thead>
            <tbody>{ for questions.iter().map(row) }</tbody>
        </table>
    }
}

/// The steps after the questions.
fn ends(messages: &Messages, funnel: &Funnel) -> Html {
    let all = &funnel.all;
    let row = |(name, n): (&'static str, f64)| {
        html! {
            <tr key={name}>
                <th scope="row">{ name }</th><td>{ count(n) }</td><td>{ messages.percent(&percent(share(n, all.seen))) }</td>
            </tr>
        }
    };
    html! {
        <table id="ends">
            <thead><tr>
                <th scope="col">{ messages.step }</th><th scope="col">{ messages.count }</th><th scope="col">{ messages.of_seen }</th>
            </tr></thead>
            <tbody>{ for [(messages.complete, all.complete), (messages.cta, all.cta), (messages.leads, all.leads)].map(row) }</tbody>
        </table>
    }
}
