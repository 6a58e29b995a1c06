//! What can be done with leads: look for them, read them anew, make files of them; have them sent again ([`resend`]), delete
//! them and take that back ([`remove`]). Each works on many, slice by slice, and asks first where it is not easily undone.

mod remove;
mod resend;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use staff::{Announcer, Asker, Tasks};
use yew::prelude::*;

use crate::export::made::Made;
use crate::export::run::{self, Wanted};
use crate::lead::filter::{Filter, Query};
use crate::lead::row::{LeadId, Row};
use crate::list_state::{ListChange, ListState};
use crate::services::archive::{DeletedLeads, LeadArchive, StorageError};
use crate::services::{calendar, letters};
use crate::words::Words;
use crate::work::{Cancelled, Job, Step, Work};

/// Leads that are changed at once: few enough for the page to answer in between.
const SLICE: usize = 250;

/// What staff can do, and what it takes. Made anew for each view, so that it knows what the view shows.
#[derive(Clone)]
pub(crate) struct Actions {
    pub(crate) archive: LeadArchive,
    pub(crate) list: UseReducerHandle<ListState>,
    pub(crate) work: Work,
    pub(crate) tasks: Tasks,
    pub(crate) announcer: Announcer,
    pub(crate) asker: Asker,
    pub(crate) words: &'static Words,
    /// Whether the list may be seen, now and not when this was made.
    pub(crate) is_open: Rc<Cell<bool>>,
    /// What was deleted last, as long as this page is open.
    pub(crate) deleted: Rc<RefCell<Vec<DeletedLeads>>>,
    /// How many those are, for the view.
    pub(crate) deleted_count: UseStateHandle<usize>,
}

impl PartialEq for Actions {
    /// What a view may show of it is the same.
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
            // Each as it was when the view was made; what a handle leads to is the present state.
            && self.list == other.list
            && *self.deleted_count == *other.deleted_count
            && self.asker == other.asker
    }
}

/// Why something was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failure {
    Cancelled,
    Storage,
}

impl From<Cancelled> for Failure {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<StorageError> for Failure {
    fn from(_: StorageError) -> Self {
        Self::Storage
    }
}

impl Actions {
    /// Looks for other leads.
    pub(crate) fn look(&self, filter: Filter) {
        let query = Query::new(&filter, letters::plain, calendar::day_start);
        self.list.dispatch(ListChange::Look(filter, query));
    }

    /// Reads everything anew.
    pub(crate) async fn reload(&self) {
        let Some(mut step) = self.begin(Job::Reading, self.archive.count().await) else { return };
        match self.read(&mut step).await {
            Ok(rows) if self.is_open.get() => {
                self.list.dispatch(ListChange::Read(rows));
            }
            Ok(_) => {}
            Err(failure) => self.say_failure(failure.into()),
        }
        if !self.archive.is_whole() {
            self.announcer.say(self.words.no_store);
        }
    }

    async fn read(&self, step: &mut Step) -> Result<Vec<Row>, Cancelled> {
        let row = |stored: &_| Row::new(stored, letters::plain);
        let (mut rows, mut last): (Vec<Row>, String) = (Vec::new(), String::new());
        loop {
            let leads = self.archive.after(&last, SLICE as u32).await;
            rows.extend(leads.iter().map(row));
            step.done(rows.len()).await?;
            match leads.last() {
                Some(lead) if leads.len() == SLICE => last.clone_from(&lead.id),
                _ => break,
            }
        }
        rows.extend(self.archive.in_texts().iter().map(row));
        Ok(rows)
    }

    /// Makes files of leads.
    pub(crate) async fn export(&self, ids: Vec<LeadId>, wanted: Wanted) -> Option<Made> {
        let mut step = self.begin(Job::Making, ids.len())?;
        match run::make(&self.archive, &ids, &wanted, &mut step).await {
            Ok(made) => Some(made).filter(|_| self.is_open.get()),
            Err(cancelled) => {
                self.say_failure(cancelled.into());
                None
            }
        }
    }

    fn begin(&self, job: Job, total: usize) -> Option<Step> {
        let step = self.work.begin(job, total);
        if step.is_none() {
            self.announcer.say(self.words.busy);
        }
        step
    }

    /// After a change: tells the next page with the widget, and reads anew what changed, also if it was cancelled half way.
    async fn end(&self, step: Step, result: Result<(), Failure>) {
        self.archive.note_due().await;
        drop(step);
        if let Err(failure) = result {
            self.say_failure(failure);
        }
        self.reload().await;
    }

    fn say_failure(&self, failure: Failure) {
        match failure {
            Failure::Cancelled => self.announcer.say(self.words.cancelled),
            Failure::Storage => self.announcer.say(self.words.not_stored),
        }
    }
}
