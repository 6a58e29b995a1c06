//! The arms of a comparison side by side, each rate with its interval.

use std::rc::Rc;

use funnel_data::{Arm, Funnel, interval};
use yew::prelude::*;

use crate::messages::Messages;
use crate::numbers::{count, percent};

/// Properties of [`Arms`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ArmsProps {
    pub(crate) messages: &'static Messages,
    pub(crate) funnel: Rc<Funnel>,
}

/// The count of an arm at a step.
type Hits = fn(&Arm) -> f64;

/// The comparison; renders nothing if there is only one arm.
#[component]
pub(crate) fn Arms(props: &ArmsProps) -> Html {
    let ArmsProps { messages, funnel } = props;
    if funnel.arms.is_empty() {
        return Html::default();
    }
    let steps: [(&str, Hits); 3] =
        [(messages.complete, |arm| arm.complete), (messages.cta, |arm| arm.cta), (messages.leads, |arm| arm.leads)];
    html! {
        <section aria-labelledby="group-arms">
            <h2 id="group-arms">{ messages.arms }</h2>
            <p class="note">{ messages.arms_help }</p>
            { for steps.into_iter().map(|(step, hits)| table(messages, &funnel.arms, step, hits)) }
        </section>
    }
}

/// One step of every arm.
fn table(messages: &Messages, arms: &[Arm], step: &'static str, hits: Hits) -> Html {
    let row = |arm: &Arm| {
        let rate = interval(hits(arm), arm.seen);
        let name = if arm.name.is_empty() { messages.no_arm } else { &arm.name };
        let shown = count(hits(arm));
        html! {
            <tr key={arm.name.clone()}>
                <th scope="row">{ name }</th>
                <td>{ count(arm.seen) }</td>
                <td>{ shown }</td>
                <td>
                    { messages.between(&percent(rate.low), &percent(rate.high)) }
                    <svg class="interval" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="line" x="0" y="3.5" width="100" height="1" />
                        <rect class="stayed" x={(rate.low * 100.0).to_string()} y="0"
                            width={((rate.high - rate.low) * 100.0).max(0.5).to_string()} height="8" />
                    </svg>
                </td>
            </tr>
        }
    };
    html! {
        <table key={step} class="arms">
            <caption>{ step }</caption>
            <thead><tr>
                <th scope="col">{ messages.arm }</th><th scope="col">{ messages.seen }</th>
                <th scope="col">{ messages.count }</th><th scope="col">{ messages.interval }</th>
            </tr></thead>
            <tbody>{ for arms.iter().map(row) }</tbody>
        </table>
    }
}
