//! All leads of this device, many at a time. Where leads are kept is the outbox's business; each change is one transaction
//! that reads the lead first, so that pages and consoles in other tabs overwrite nothing.

use std::cell::Cell;
use std::rc::Rc;

use leads::{Delivery, Jitter, LeadRecord};
use outbox::store::{Change, LeadStore, now};
use outbox::texts::{LocalStorage, TextStore};
use outbox::{database, stored};
use wasm_bindgen::JsValue;

use crate::lead::delivery::{has_failed, is_repeatable};
use crate::lead::row::LeadId;
use crate::lead::stored_lead::StoredLead;

/// The leads of this device.
#[derive(Clone)]
pub(crate) struct LeadArchive {
    local: Rc<TextStore<LocalStorage>>,
    is_blocked: Rc<Cell<bool>>,
}

/// Leads that were deleted, as they were.
#[derive(Clone, Debug, Default)]
pub(crate) struct DeletedLeads(Vec<Deleted>);

#[derive(Clone, Debug)]
enum Deleted {
    Object(JsValue),
    Text(String, String),
}

/// The browser's storage does not take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StorageError;

impl DeletedLeads {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

impl LeadArchive {
    /// Opens them.
    pub(crate) fn open() -> Self {
        Self { local: Rc::new(TextStore(LocalStorage)), is_blocked: Rc::default() }
    }

    /// Whether the browser's database could be read so far. Where it cannot, what is in localStorage is all there is.
    pub(crate) fn is_whole(&self) -> bool {
        !self.is_blocked.get()
    }

    /// How many leads there are.
    pub(crate) async fn count(&self) -> usize {
        self.is_blocked.set(false);
        let in_database = self.seen(database::count().await).unwrap_or_default() as usize;
        in_database + self.local.ids().len()
    }

    /// The leads in the database whose ids come after `last`, at most `limit`.
    pub(crate) async fn after(&self, last: &str, limit: u32) -> Vec<StoredLead> {
        let objects = self.seen(database::objects_after(last, limit).await).unwrap_or_default();
        objects.iter().map(stored_lead).collect()
    }

    /// The leads in localStorage.
    pub(crate) fn in_texts(&self) -> Vec<StoredLead> {
        self.local.ids().iter().filter_map(|id| self.in_text(id)).collect()
    }

    /// The leads of these ids, in their order; those that are gone are left out.
    pub(crate) async fn read(&self, ids: &[LeadId]) -> Vec<StoredLead> {
        let objects = self.seen(database::objects(&texts(ids)).await).unwrap_or_default();
        let mut found = objects.iter().map(stored_lead).peekable();
        let mut leads = Vec::with_capacity(ids.len());
        // The database answers in the order of the ids.
        for id in ids {
            match found.next_if(|lead| *lead.id == **id) {
                Some(lead) => leads.push(lead),
                None => leads.extend(self.in_text(id)),
            }
        }
        leads
    }

    /// Has leads sent again to `to`, or wherever they failed; the next page with the widget sends them. Gives how many that
    /// changed, once it is on the disk.
    pub(crate) async fn resend(&self, ids: &[LeadId], to: Option<String>) -> Result<usize, StorageError> {
        let change: Change = Rc::new(move |record: LeadRecord| {
            if record.lead.is_none() {
                return Some(record);
            }
            let to = to.clone();
            let is_wanted = move |delivery: &Delivery| match &to {
                Some(to) => delivery.to.as_str() == to && is_repeatable(delivery.state),
                None => has_failed(delivery.state),
            };
            // Queueing waits for nothing, so there is nothing to be random about.
            record.retried(is_wanted, now(), Jitter(0))
        });
        let changed = database::change_all(&texts(ids), now(), Some(Rc::clone(&change))).await;
        let mut count = self.in_database(changed)?.len();
        for id in ids {
            if let Ok(Some(changed)) = self.local.change(id, |record| change(record)) {
                count += usize::from(changed.after.as_ref() != Some(&changed.before));
            }
        }
        Ok(count)
    }

    /// Deletes leads altogether, also those that cannot be read.
    pub(crate) async fn remove(&self, ids: &[LeadId]) -> Result<DeletedLeads, StorageError> {
        let objects = self.in_database(database::change_all(&texts(ids), now(), None).await)?;
        let mut deleted: Vec<Deleted> = objects.into_iter().map(Deleted::Object).collect();
        for id in ids {
            if let Some(text) = self.local.text(id)
                && self.local.remove(id).is_ok()
            {
                deleted.push(Deleted::Text(id.to_string(), text));
            }
        }
        Ok(DeletedLeads(deleted))
    }

    /// Puts deleted leads back, unless there is one of that id again.
    pub(crate) async fn restore(&self, leads: &DeletedLeads) -> Result<(), StorageError> {
        let mut objects = Vec::new();
        for lead in &leads.0 {
            match lead {
                Deleted::Object(object) => objects.push(object.clone()),
                Deleted::Text(id, text) => self.local.restore(id, text).map_err(|_| StorageError)?,
            }
        }
        self.in_database(database::put_new(objects).await)
    }

    /// Has the next page with the widget look at what is to be sent; to be called after changes.
    pub(crate) async fn note_due(&self) {
        LeadStore::new().note_due().await;
    }

    fn in_text(&self, id: &str) -> Option<StoredLead> {
        let text = self.local.text(id)?;
        let unreadable = || StoredLead::unreadable(id.to_owned());
        Some(stored::read(&text).map_or_else(unreadable, |record| StoredLead::new(&record)))
    }

    fn seen<T, E>(&self, found: Result<T, E>) -> Option<T> {
        self.is_blocked.set(self.is_blocked.get() || found.is_err());
        found.ok()
    }

    /// Where the database cannot be read, nothing in it can be changed, which is no error.
    fn in_database<T: Default, E>(&self, done: Result<T, E>) -> Result<T, StorageError> {
        match done {
            Err(_) if self.is_blocked.get() => Ok(T::default()),
            done => done.map_err(|_| StorageError),
        }
    }
}

fn texts(ids: &[LeadId]) -> Vec<String> {
    ids.iter().map(|id| id.to_string()).collect()
}

fn stored_lead(object: &JsValue) -> StoredLead {
    match database::read(object) {
        Some(record) => StoredLead::new(&record),
        None => StoredLead::unreadable(database::id_of(object)),
    }
}
