//! All data of a lead, loaded on demand.

use std::rc::Rc;

use staff::{Button, ButtonKind, use_tasks};
use yew::prelude::*;

use crate::actions::Actions;
use crate::lead::delivery::{Delivery, destination_name};
use crate::lead::row::Row;
use crate::lead::stored_lead::{StoredLead, reference_of};
use crate::lead::wording;
use crate::messages::Messages;
use crate::services::calendar;
use crate::shared::Shared;

/// Properties of [`LeadDetails`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LeadDetailsProps {
    pub(crate) actions: Actions,
    pub(crate) row: Rc<Row>,
}

/// Loading state of the lead.
#[derive(Clone, PartialEq)]
enum Reading {
    Pending,
    Ready(Shared<StoredLead>),
    Missing,
}

/// The lead; the previous data stays until it is reloaded.
#[component]
pub(crate) fn LeadDetails(props: &LeadDetailsProps) -> Html {
    let LeadDetailsProps { actions, row } = props.clone();
    let (reading, tasks) = (use_state(|| Reading::Pending), use_tasks());
    {
        let (reading, archive) = (reading.setter(), actions.archive.clone());
        use_effect_with(Shared::from_rc(row), move |row| {
            let id = Rc::clone(&row.id);
            tasks.spawn(async move {
                let found = archive.read(&[id]).await.pop();
                reading.set(found.map_or(Reading::Missing, |lead| Reading::Ready(lead.into())));
            });
        });
    }
    match &*reading {
        Reading::Pending => html! {},
        Reading::Missing => html! { <p>{ actions.messages.missing }</p> },
        Reading::Ready(stored) => whole(&actions, stored),
    }
}

fn whole(actions: &Actions, stored: &StoredLead) -> Html {
    let messages = actions.messages;
    let at = calendar::local_time(leads::Time::new(stored.stored_at)).to_the_minute();
    let remove = {
        let (actions, id) = (actions.clone(), Rc::from(stored.id.as_str()));
        move |()| {
            let (doing, id) = (actions.clone(), Rc::clone(&id));
            actions.tasks.spawn(async move { doing.remove(vec![id]).await });
        }
    };
    html! {
        <>
            <p>{ messages.stored(&reference_of(&stored.id), &at, &stored.page_title) }</p>
            <h3>{ messages.sending }</h3>
            { deliveries(actions, stored) }
            <h3>{ messages.data }</h3>
            { data(messages, stored) }
            <div class="buttons">
                <Button class="remove" kind={ButtonKind::Danger} label={messages.remove} onclick={remove} />
            </div>
        </>
    }
}

/// The deliveries in words, each with a button if it can be repeated.
fn deliveries(actions: &Actions, stored: &StoredLead) -> Html {
    let messages = actions.messages;
    if stored.deliveries.is_empty() {
        return html! { <p>{ messages.kept_help }</p> };
    }
    let entry = |delivery: &Delivery| {
        let (status, reason) =
            (wording::delivery(messages, delivery, Some(calendar::local_time)), wording::reason(messages, delivery));
        html! {
            <li key={&*delivery.to}>
                <p>{ status }{ " " }{ reason }</p>
                <p class="help">{ wording::help(messages, delivery.kind()) }</p>
                if stored.lead.is_some() && delivery.is_repeatable() {
                    { again(actions, stored, delivery) }
                }
            </li>
        }
    };
    html! { <ul class="deliveries">{ for stored.deliveries.iter().map(entry) }</ul> }
}

fn again(actions: &Actions, stored: &StoredLead, delivery: &Delivery) -> Html {
    let (doing, id, to) = (actions.clone(), Rc::from(stored.id.as_str()), delivery.to.clone());
    let onclick = move |()| {
        let (actions, id, to) = (doing.clone(), Rc::clone(&id), to.clone());
        doing.tasks.spawn(async move { actions.resend_to(id, to).await });
    };
    html! { <Button class="again" label={actions.messages.again(&destination_name(&delivery.to))} {onclick} /> }
}

fn data(messages: &Messages, stored: &StoredLead) -> Html {
    let Some(lead) = &stored.lead else { return html! { <p>{ messages.no_data_help }</p> } };
    let field = |(path, text): (String, String)| {
        html! { <div><dt>{ wording::field(messages, &path) }</dt><dd>{ text }</dd></div> }
    };
    html! { <dl>{ for leads::flatten(lead).into_iter().map(field) }</dl> }
}
