//! What can be done with leads: read them anew, have them sent again, delete them, take that back, make files of them. Each
//! works on many, slice by slice, and asks first where it is not easily undone.

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

    /// Has the leads sent again to a destination, after a question where they may have arrived there.
    pub(crate) async fn resend_to(&self, id: LeadId, to: String) {
        let words = self.words;
        let is_doubtful = self.list.rows.iter().any(|row| row.id == id && row.is_doubtful(&to));
        if !is_doubtful || self.asker.ask(words.ask_doubtful, words.yes_again).await {
            self.resend(vec![Rc::clone(&id)], Some(to)).await;
            focus_on_lead(&id);
        }
    }

    /// Has what failed sent again, of what is looked for.
    pub(crate) async fn resend_failed(&self) {
        let (words, ids) = (self.words, self.list.ids_found(Row::is_failed));
        if ids.is_empty() {
            self.announcer.say(words.none_failed);
        } else if self.asker.ask(words.ask_again(&ids.len()), words.yes_again).await {
            self.resend(ids, None).await;
        }
    }

    async fn resend(&self, ids: Vec<LeadId>, to: Option<String>) {
        let Some(mut step) = self.begin(Job::SendingAgain, ids.len()) else { return };
        let (mut done, mut count) = (0, 0);
        let result: Result<(), Failure> = async {
            for slice in ids.chunks(SLICE) {
                count += self.archive.resend(slice, to.clone()).await?;
                done += slice.len();
                step.done(done).await?;
            }
            Ok(())
        }
        .await;
        self.end(step, result).await;
        if count > 0 {
            self.announcer.say(self.words.said_again(&count));
        }
    }

    /// Deletes those that are chosen, found or not.
    pub(crate) async fn remove_picked(&self) {
        let ids: Vec<LeadId> = self.list.picked.iter().map(Rc::clone).collect();
        if ids.is_empty() { self.announcer.say(self.words.none_picked) } else { self.remove(ids).await }
    }

    /// Deletes what has arrived, of what is looked for.
    pub(crate) async fn remove_delivered(&self) {
        let ids = self.list.ids_found(Row::is_delivered);
        if ids.is_empty() { self.announcer.say(self.words.none_delivered) } else { self.remove(ids).await }
    }

    /// Deletes leads, after a question.
    pub(crate) async fn remove(&self, ids: Vec<LeadId>) {
        let words = self.words;
        if !self.asker.ask(words.ask_remove(&ids.len()), words.yes_remove(&ids.len())).await {
            return;
        }
        let Some(mut step) = self.begin(Job::Removing, ids.len()) else { return };
        self.deleted.borrow_mut().clear();
        let mut done = 0;
        let result: Result<(), Failure> = async {
            for slice in ids.chunks(SLICE) {
                let deleted = self.archive.remove(slice).await?;
                self.deleted.borrow_mut().push(deleted);
                done += slice.len();
                step.done(done).await?;
            }
            Ok(())
        }
        .await;
        self.end(step, result).await;
        let count = self.count_deleted();
        if count > 0 {
            self.announcer.say(words.said_removed(&count));
        }
        // What had it is gone.
        staff::focus("group-list");
    }

    /// Takes the last deletion back.
    pub(crate) async fn undo(&self) {
        let count = *self.deleted_count;
        let Some(mut step) = self.begin(Job::Restoring, count) else { return };
        let deleted = self.deleted.take();
        let mut done = 0;
        let result: Result<(), Failure> = async {
            for leads in &deleted {
                self.archive.restore(leads).await?;
                done += leads.len();
                step.done(done).await?;
            }
            Ok(())
        }
        .await;
        let is_done = result.is_ok();
        if !is_done {
            // It can be tried again: what is back already is left alone then.
            self.deleted.replace(deleted);
        }
        self.end(step, result).await;
        self.count_deleted();
        if is_done {
            self.announcer.say(self.words.said_restored(&count));
        }
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

    fn count_deleted(&self) -> usize {
        let count = self.deleted.borrow().iter().map(DeletedLeads::len).sum();
        self.deleted_count.set(count);
        count
    }

    fn say_failure(&self, failure: Failure) {
        match failure {
            Failure::Cancelled => self.announcer.say(self.words.cancelled),
            Failure::Storage => self.announcer.say(self.words.not_stored),
        }
    }
}

/// Puts the focus on the line of a lead: the button that had it may be gone.
fn focus_on_lead(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let line =
        document.and_then(|document| document.query_selector(&format!("[data-id='{id}'] summary")).ok().flatten());
    if let Some(line) = line.and_then(|line| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(line).ok()) {
        // Where it cannot take the focus, the focus stays where it is.
        let _ = line.focus();
    }
}
