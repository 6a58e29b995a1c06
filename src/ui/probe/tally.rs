//! An ordinary component with state: a listener, a formatted float, a map with removals, and a list with keys.

use std::collections::HashMap;

use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// Amount that one press adds.
    pub(super) unit: f64,
}

pub(super) enum Msg {
    Add(u32),
    Remove(u32),
    Reverse,
}

/// Counts presses by number, and lists them in either order.
pub(super) struct Tally {
    counts: HashMap<u32, u32>,
    is_reversed: bool,
}

impl Component for Tally {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self { counts: HashMap::from([(1, 1), (2, 1), (3, 1)]), is_reversed: false }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Add(number) => *self.counts.entry(number).or_default() += 1,
            Msg::Remove(number) => drop(self.counts.remove(&number)),
            Msg::Reverse => self.is_reversed = !self.is_reversed,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let mut rows: Vec<(u32, u32)> = self.counts.iter().map(|(number, count)| (*number, *count)).collect();
        rows.sort_unstable();
        if self.is_reversed {
            rows.reverse();
        }
        let total: u32 = self.counts.values().sum();
        html! {
            <section data-probe="tally">
                <p data-probe="total">{ format!("{:.2}", f64::from(total) * ctx.props().unit) }</p>
                <ul>
                    { for rows.into_iter().map(|(number, count)| html! {
                        <li key={number} data-number={number.to_string()}>
                            { format!("{number}: {count}") }
                            <button type="button" data-probe="add" onclick={link.callback(move |_| Msg::Add(number))}>{ "+" }</button>
                            <button type="button" data-probe="remove" onclick={link.callback(move |_| Msg::Remove(number))}>{ "-" }</button>
                        </li>
                    }) }
                </ul>
                <button type="button" data-probe="reverse" onclick={link.callback(|_| Msg::Reverse)}>{ "Reverse" }</button>
            </section>
        }
    }
}
