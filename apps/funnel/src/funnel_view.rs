//! The funnel as a chart and as a table with the same numbers.

use std::rc::Rc;

use funnel_data::{Funnel, Question, Unit};
use yew::prelude::*;

use crate::numbers::{count, percent, share};
use crate::words::Words;

/// Properties of [`FunnelView`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FunnelViewProps {
    pub(crate) words: &'static Words,
    pub(crate) funnel: Rc<Funnel>,
}

/// Chart, table, and the question at which most people leave.
#[component]
pub(crate) fn FunnelView(props: &FunnelViewProps) -> Html {
    let FunnelViewProps { words, funnel } = props;
    let (unit, counts) = match funnel.unit {
        Unit::Visits => (words.unit_visits, words.counts_visits),
        Unit::Users => (words.unit_users, words.counts_users),
        Unit::Events => (words.unit_events, words.counts_events),
    };
    let has_left = funnel.questions.iter().any(|question| question.left.is_some());
    html! {
        <section aria-labelledby="group-result">
            <h2 id="group-result" tabindex="-1">{ words.result }</h2>
            <p id="read">{ words.read(&funnel.questions.len(), &count(funnel.all.seen), &unit) }</p>
            if let Some((question, left)) = worst(&funnel.questions) {
                <p id="worst"><strong>{ words.most_left(&question.id, &percent(share(left, question.seen)), &count(left)) }</strong></p>
            }
            { picture(words, funnel) }
            { questions(words, &funnel.questions) }
            <p class="note">{ counts }</p>
            if !has_left {
                <p class="note">{ words.no_answers }</p>
            }
            <h3>{ words.ends }</h3>
            { ends(words, funnel) }
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
fn picture(words: &Words, funnel: &Funnel) -> Html {
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
        <div class="picture" role="img" aria-label={words.picture}>{ for funnel.questions.iter().map(bar) }</div>
    }
}

fn questions(words: &Words, questions: &[Question]) -> Html {
    let row = |question: &Question| {
        let left = question.left.map_or_else(|| "–".to_owned(), count);
        let rate =
            question.left.map_or_else(|| "–".to_owned(), |left| words.percent(&percent(share(left, question.seen))));
        html! {
            <tr key={question.id.clone()}>
                <th scope="row">{ &question.id }</th><td>{ count(question.seen) }</td><td>{ left }</td><td>{ rate }</td>
            </tr>
        }
    };
    html! {
        <table id="questions">
            <thead><tr>
                <th scope="col">{ words.question }</th><th scope="col">{ words.seen }</th>
                <th scope="col">{ words.left }</th><th scope="col">{ words.share_left }</th>
            </tr></thead>
            <tbody>{ for questions.iter().map(row) }</tbody>
        </table>
    }
}

/// The steps after the questions.
fn ends(words: &Words, funnel: &Funnel) -> Html {
    let all = &funnel.all;
    let row = |(name, n): (&'static str, f64)| {
        html! {
            <tr key={name}>
                <th scope="row">{ name }</th><td>{ count(n) }</td><td>{ words.percent(&percent(share(n, all.seen))) }</td>
            </tr>
        }
    };
    html! {
        <table id="ends">
            <thead><tr>
                <th scope="col">{ words.step }</th><th scope="col">{ words.count }</th><th scope="col">{ words.of_seen }</th>
            </tr></thead>
            <tbody>{ for [(words.complete, all.complete), (words.cta, all.cta), (words.leads, all.leads)].map(row) }</tbody>
        </table>
    }
}
