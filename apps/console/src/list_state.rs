//! State of the list: the leads, and which of them match the filter, are selected and are unfolded.

use std::collections::HashSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::lead::filter::{Filter, Query};
use crate::lead::row::{LeadId, Row};
use crate::shared::Shared;

/// Rows in order.
pub(crate) type Rows = Shared<Vec<Rc<Row>>>;

/// The list, which is empty as long as the page is locked.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ListState {
    /// Whether the leads have been loaded.
    pub(crate) has_read: bool,
    /// All leads, the newest first.
    pub(crate) rows: Rows,
    /// The leads that match the filter.
    pub(crate) found: Rows,
    pub(crate) filter: Filter,
    /// The filter in a form that is ready to be applied.
    query: Query,
    pub(crate) picked: Shared<HashSet<LeadId>>,
    pub(crate) unfolded: Shared<HashSet<LeadId>>,
}

/// A change of the list.
#[derive(Debug)]
pub(crate) enum ListChange {
    /// All leads were loaded, in any order.
    Read(Vec<Row>),
    /// The filter was changed. The query belongs to the filter; only the browser can prepare it.
    SetFilter(Filter, Query),
    Pick(LeadId, bool),
    /// Adds the leads that match the filter to the selection.
    PickFound,
    PickNone,
    Fold(LeadId, bool),
    /// The page is locked.
    Forget,
}

impl Reducible for ListState {
    type Action = ListChange;

    fn reduce(self: Rc<Self>, change: ListChange) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            ListChange::Read(rows) => next.read(rows),
            ListChange::SetFilter(filter, query) => {
                next.found = query.find(&next.rows).into();
                (next.filter, next.query) = (filter, query);
            }
            ListChange::Pick(id, is_picked) => set(next.picked.make_mut(), id, is_picked),
            ListChange::PickFound => {
                next.picked.make_mut().extend(self.found.iter().map(|row| Rc::clone(&row.id)));
            }
            ListChange::PickNone => next.picked = Shared::default(),
            ListChange::Fold(id, is_unfolded) => set(next.unfolded.make_mut(), id, is_unfolded),
            ListChange::Forget => next = Self { filter: next.filter, query: next.query, ..Self::default() },
        }
        next.into()
    }
}

fn set(ids: &mut HashSet<LeadId>, id: LeadId, is_in: bool) {
    if is_in {
        ids.insert(id);
    } else {
        ids.remove(&id);
    }
}

impl ListState {
    fn read(&mut self, mut rows: Vec<Row>) {
        rows.sort_by_key(|row| std::cmp::Reverse(row.stored_at));
        // A lead that is stored in two places is one lead.
        let mut ids = HashSet::new();
        rows.retain(|row| ids.insert(Rc::clone(&row.id)));
        if !self.picked.iter().all(|id| ids.contains(id)) {
            self.picked.make_mut().retain(|id| ids.contains(id));
        }
        self.has_read = true;
        self.rows = rows.into_iter().map(Rc::new).collect::<Vec<_>>().into();
        self.found = self.query.find(&self.rows).into();
    }

    /// The ids of the leads that match the filter and this condition.
    pub(crate) fn ids_found(&self, is: impl Fn(&Row) -> bool) -> Vec<LeadId> {
        self.found.iter().filter(|row| is(row)).map(|row| Rc::clone(&row.id)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lead::stored_lead::StoredLead;

    fn row(id: &str, stored_at: u32) -> Row {
        Row::new(&StoredLead { stored_at, ..StoredLead::unreadable(id.to_owned()) }, str::to_owned)
    }

    fn query(text: &str) -> Query {
        Query::new(&Filter { text: text.to_owned(), ..Filter::default() }, str::to_owned, |_, _| None)
    }

    fn after(changes: impl IntoIterator<Item = ListChange>) -> Rc<ListState> {
        changes.into_iter().fold(Rc::default(), Reducible::reduce)
    }

    fn ids(rows: &Rows) -> Vec<&str> {
        rows.iter().map(|row| &*row.id).collect()
    }

    fn three() -> ListChange {
        ListChange::Read(vec![row("one", 1), row("three", 3), row("two", 2), row("two", 2)])
    }

    #[test]
    fn the_newest_comes_first_and_each_once() {
        assert_eq!(ids(&after([three()]).rows), ["three", "two", "one"]);
    }

    #[test]
    fn what_is_chosen_stays_chosen_as_long_as_it_is_there() {
        let pick = |id: &str| ListChange::Pick(id.into(), true);
        let state = after([three(), pick("one"), pick("two"), ListChange::Read(vec![row("two", 2)])]);
        assert_eq!(state.picked.iter().map(|id| &**id).collect::<Vec<_>>(), ["two"]);
    }

    #[test]
    fn what_is_found_is_chosen_beside_what_was_chosen() {
        let set_filter = ListChange::SetFilter(Filter::default(), query("two"));
        let state = after([three(), ListChange::Pick("one".into(), true), set_filter, ListChange::PickFound]);
        assert_eq!(ids(&state.found), ["two"]);
        assert!(state.picked.len() == 2 && state.picked.contains("one") && state.picked.contains("two"));
    }

    #[test]
    fn nothing_of_a_lead_is_left_when_the_page_is_locked() {
        let state = after([three(), ListChange::PickFound, ListChange::Fold("one".into(), true), ListChange::Forget]);
        let ListState { has_read, rows, found, picked, unfolded, .. } = &*state;
        assert!(!has_read && rows.is_empty() && found.is_empty() && picked.is_empty() && unfolded.is_empty());
    }
}
