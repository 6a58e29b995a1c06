//! Actions on leads: search, reload and export them; have them sent again ([`resend`]), delete them and undo that
//! ([`remove`]). Each works on many leads, slice by slice, and asks for confirmation where it is hard to undo.

mod remove;
mod resend;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use staff::{Announcer, Asker, Tasks};
use yew::prelude::*;

use crate::export::export_output::ExportOutput;
use crate::export::run::{self, Wanted};
use crate::lead::filter::{Filter, Query};
use crate::lead::row::{LeadId, Row};
use crate::list_state::{ListChange, ListState};
use crate::messages::Messages;
use crate::services::archive::{DeletedLeads, LeadArchive, StorageError};
use crate::services::{calendar, letters};
use crate::work::{Cancelled, Job, Step, Work};

/// Number of leads that are changed at once: few enough for the page to respond in between.
const SLICE: usize = 250;

/// The actions of staff, and their dependencies. Created for each view, so that it knows what the view shows.
#[derive(Clone)]
pub(crate) struct Actions {
    pub(crate) archive: LeadArchive,
    pub(crate) list: UseReducerHandle<ListState>,
    pub(crate) work: Work,
    pub(crate) tasks: Tasks,
    pub(crate) announcer: Announcer,
    pub(crate) asker: Asker,
    pub(crate) messages: &'static Messages,
    /// Whether the list may be shown at the time of the call, not when this was created.
    pub(crate) is_open: Rc<Cell<bool>>,
    /// The leads of each deletion, the last one at the end, as long as this page is open.
    pub(crate) deleted: Rc<RefCell<Vec<Vec<DeletedLeads>>>>,
    /// Number of leads of the last deletion that is not undone, for the view.
    pub(crate) deleted_count: UseStateHandle<usize>,
}

impl PartialEq for Actions {
    /// Two values are equal if a view shows the same for both.
    fn eq(&self, other: &Self) -> bool {
        self.messages == other.messages
            // These are values from the time of the view; the handles lead to the present state.
            && self.list == other.list
            && *self.deleted_count == *other.deleted_count
            && self.asker == other.asker
    }
}

/// The reason why an action was not done.
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
    /// Changes the filter.
    pub(crate) fn set_filter(&self, filter: Filter) {
        let query = Query::new(&filter, letters::plain, calendar::day_start);
        self.list.dispatch(ListChange::SetFilter(filter, query));
    }

    /// Reloads everything.
    pub(crate) async fn reload(&self) {
        let Some(mut step) = self.begin(Job::Reading, self.archive.count().await) else { return };
        match self.read(&mut step).await {
            Ok(rows) if self.is_open.get() => {
                self.list.dispatch(ListChange::Read(rows));
            }
            Ok(_) => {}
            Err(failure) => self.announce_failure(failure.into()),
        }
        if !self.archive.is_whole() {
            self.announcer.announce(self.messages.no_store);
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

    /// Exports leads to files.
    pub(crate) async fn export(&self, ids: Vec<LeadId>, wanted: Wanted) -> Option<ExportOutput> {
        let mut step = self.begin(Job::Making, ids.len())?;
        match run::make(&self.archive, &ids, &wanted, &mut step).await {
            Ok(made) => Some(made).filter(|_| self.is_open.get()),
            Err(cancelled) => {
                self.announce_failure(cancelled.into());
                None
            }
        }
    }

    fn begin(&self, job: Job, total: usize) -> Option<Step> {
        let step = self.work.begin(job, total);
        if step.is_none() {
            self.announcer.announce(self.messages.busy);
        }
        step
    }

    /// After a change: notifies the next page with the widget, and reloads what changed, even if it was cancelled half
    /// way.
    async fn end(&self, step: Step, result: Result<(), Failure>) {
        self.archive.note_due().await;
        drop(step);
        if let Err(failure) = result {
            self.announce_failure(failure);
        }
        self.reload().await;
    }

    fn announce_failure(&self, failure: Failure) {
        match failure {
            Failure::Cancelled => self.announcer.announce(self.messages.cancelled),
            Failure::Storage => self.announcer.announce(self.messages.not_stored),
        }
    }
}
