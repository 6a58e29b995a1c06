//! How many leads each arm of a comparison brought, with the interval of its share.

use std::collections::BTreeMap;

use funnel_data::interval;
use yew::prelude::*;

use crate::list_state::Rows;
use crate::messages::Messages;

/// The table, under its heading; nothing where fewer than two arms brought leads. Tests do not count.
pub(crate) fn arms(messages: &Messages, rows: &Rows) -> Html {
    let mut leads: BTreeMap<&str, u32> = BTreeMap::new();
    for row in rows.iter().filter(|row| !row.is_test && !row.variant.is_empty()) {
        *leads.entry(&row.variant).or_default() += 1;
    }
    if leads.len() < 2 {
        return Html::default();
    }
    let all: u32 = leads.values().sum();
    let line = |(arm, count): (&&str, &u32)| {
        let share = interval(f64::from(*count), f64::from(all));
        let percent = |share: f64| format!("{:.0}", share * 100.0);
        html! {
            <tr key={*arm}>
                <th scope="row">{ *arm }</th><td>{ *count }</td>
                <td>{ messages.between(&percent(share.low), &percent(share.high)) }</td>
            </tr>
        }
    };
    html! {
        <section aria-labelledby="group-arms">
            <h2 id="group-arms">{ messages.arms }</h2>
            <table id="arms">
                <thead><tr>
                    <th scope="col">{ messages.arm }</th><th scope="col">{ messages.arm_leads }</th><th scope="col">{ messages.arm_share }</th>
                </tr></thead>
                <tbody>{ for leads.iter().map(line) }</tbody>
            </table>
            <p class="note">{ messages.arms_help }</p>
        </section>
    }
}
