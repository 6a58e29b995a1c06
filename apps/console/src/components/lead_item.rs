//! One lead of the list: a line, and all its data when it is unfolded.

use std::rc::Rc;

use web_sys::{HtmlDetailsElement, HtmlInputElement};
use yew::prelude::*;

use super::lead_details::LeadDetails;
use crate::actions::Actions;
use crate::lead::delivery::Delivery;
use crate::lead::row::Row;
use crate::lead::wording;
use crate::list_state::ListChange;
use crate::messages::Messages;
use crate::services::calendar;

/// Properties of [`LeadItem`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LeadItemProps {
    pub(crate) actions: Actions,
    pub(crate) row: Rc<Row>,
    /// Position in the list, from 1, and the length of the list.
    pub(crate) place: (usize, usize),
    pub(crate) is_picked: bool,
    pub(crate) is_unfolded: bool,
}

/// The item.
#[component]
pub(crate) fn LeadItem(props: &LeadItemProps) -> Html {
    let LeadItemProps { actions, row, place: (place, total), is_picked, is_unfolded } = props.clone();
    let (messages, title) = (actions.messages, wording::title(actions.messages, &row));
    let onchange = {
        let (list, id) = (actions.list.dispatcher(), Rc::clone(&row.id));
        move |event: Event| {
            let is_picked = event.target_unchecked_into::<HtmlInputElement>().checked();
            list.dispatch(ListChange::Pick(Rc::clone(&id), is_picked));
        }
    };
    let ontoggle = {
        let (list, id) = (actions.list.dispatcher(), Rc::clone(&row.id));
        move |event: Event| {
            let is_open = event.target_unchecked_into::<HtmlDetailsElement>().open();
            if is_open != is_unfolded {
                list.dispatch(ListChange::Fold(Rc::clone(&id), is_open));
            }
        }
    };
    html! {
        <li data-id={row.id.to_string()} aria-posinset={place.to_string()} aria-setsize={total.to_string()}>
            <label class="pick">
                <input type="checkbox" aria-label={messages.pick(&title)} checked={is_picked} {onchange} />
            </label>
            <details open={is_unfolded} {ontoggle}>
                <summary>
                    <span class="title">{ title }</span>
                    <span class="when">{ calendar::local_time(leads::Time::new(row.stored_at)).to_the_minute() }</span>
                    <span class="verdict">{ wording::verdict(messages, &row) }</span>
                    <span class="chips">{ chips(messages, &row) }</span>
                </summary>
                <div class="whole">
                    if is_unfolded {
                        <LeadDetails {actions} {row} />
                    }
                </div>
            </details>
        </li>
    }
}

fn chips(messages: &Messages, row: &Row) -> Html {
    let chip = |class: &'static str, text: String| html! { <span class={classes!("chip", class)}>{ text }</span> };
    let delivery_chip = |delivery: &Delivery| chip(delivery.kind().id(), wording::delivery(messages, delivery, None));
    html! {
        <>
            if row.is_test {
                { chip("mark", messages.test.to_owned()) }
            }
            if row.is_suspect {
                { chip("mark", messages.suspect.to_owned()) }
            }
            if row.deliveries.is_empty() {
                { chip("kept", messages.state_kept.to_owned()) }
            }
            { for row.deliveries.iter().map(delivery_chip) }
        </>
    }
}
