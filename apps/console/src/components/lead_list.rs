//! The list with its selection. The document contains only a few leads, however many there are.

use std::rc::Rc;

use staff::Button;
use yew::prelude::*;

use super::lead_item::LeadItem;
use super::virtual_list::use_virtual_list;
use crate::actions::Actions;
use crate::lead::row::Row;
use crate::list_state::{ListChange, ListState};
use crate::messages::Messages;

/// Properties of [`LeadList`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LeadListProps {
    pub(crate) actions: Actions,
}

/// The list.
#[component]
pub(crate) fn LeadList(props: &LeadListProps) -> Html {
    let actions = &props.actions;
    let (messages, state) = (actions.messages, &*actions.list);
    let part = use_virtual_list(&state.found);
    let picks = |change: fn() -> ListChange| {
        let list = actions.list.dispatcher();
        move |()| list.dispatch(change())
    };
    let rows = state.found.get(part.rows.clone()).unwrap_or_default();
    let item = |(at, row): (usize, &Rc<Row>)| {
        html! {
            <LeadItem
                key={&*row.id}
                actions={actions.clone()}
                place={(at + 1, state.found.len())}
                is_picked={state.picked.contains(&row.id)}
                is_unfolded={state.unfolded.contains(&row.id)}
                row={Rc::clone(row)}
            />
        }
    };
    html! {
        <div>
            <p id="count" role="status">{ count(messages, state) }</p>
            <div class="buttons" role="group" aria-label={messages.picking} hidden={state.rows.is_empty()}>
                <Button id="pickAll" label={messages.pick_all} onclick={picks(|| ListChange::PickFound)} />
                <Button id="pickNone" label={messages.pick_none} onclick={picks(|| ListChange::PickNone)} />
            </div>
            <div class="room" ref={part.before} />
            <ol class="list" aria-labelledby="group-list" ref={part.list}>
                { for (part.rows.start..).zip(rows).map(item) }
            </ol>
            <div class="room" ref={part.behind} />
        </div>
    }
}

fn count(messages: &Messages, state: &ListState) -> String {
    let (found, all, picked) = (state.found.len(), state.rows.len(), state.picked.len());
    match (state.has_read, all) {
        (false, _) => String::new(),
        (true, 0) => messages.empty.to_owned(),
        (true, _) if found == all => messages.count_all(&all, &picked),
        (true, _) => messages.count_found(&all, &found, &picked),
    }
}
