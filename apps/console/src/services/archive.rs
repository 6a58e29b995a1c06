//! All leads of this device, many at a time. The outbox determines where leads are stored; each change is one
//! transaction that reads the lead first, so that pages and consoles in other tabs overwrite nothing.

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

/// Deleted leads in their previous form.
#[derive(Clone, Debug, Default)]
pub(crate) struct DeletedLeads(Vec<Deleted>);

#[derive(Clone, Debug)]
enum Deleted {
    Object(JsValue),
    Text(String, String),
}

/// The browser's storage refuses the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StorageError;

impl DeletedLeads {
    /// Number of leads.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

impl LeadArchive {
    /// Opens the archive.
    pub(crate) fn open() -> Self {
        Self { local: Rc::new(TextStore(LocalStorage)), is_blocked: Rc::default() }
    }

    /// Whether the browser's database could be read so far. If not, only the leads in localStorage are available.
    pub(crate) fn is_whole(&self) -> bool {
        !self.is_blocked.get()
    }

    /// Number of leads.
    pub(crate) async fn count(&self) -> usize {
        self.is_blocked.set(false);
        let in_database = self.seen(database::count().await).unwrap_or_default() as usize;
        in_database + self.local.ids().len()
    }

    /// The leads in the database whose ids follow `last`, at most `limit`.
    pub(crate) async fn after(&self, last: &str, limit: u32) -> Vec<StoredLead> {
        let objects = self.seen(database::objects_after(last, limit).await).unwrap_or_default();
        objects.iter().map(stored_lead).collect()
    }

    /// The leads in localStorage.
    pub(crate) fn in_texts(&self) -> Vec<StoredLead> {
        self.local.ids().iter().filter_map(|id| self.in_text(id)).collect()
    }

    /// The leads of these ids, in order; missing ones are left out.
    pub(crate) async fn read(&self, ids: &[LeadId]) -> Vec<StoredLead> {
        let objects = self.seen(database::objects(&texts(ids)).await).unwrap_or_default();
        let mut found = objects.iter().map(stored_lead).peekable();
        let mut leads = Vec::with_capacity(ids.len());
        // The database returns them in the order of the ids.
        for id in ids {
            match found.next_if(|lead| *lead.id == **id) {
                Some(lead) => leads.push(lead),
                None => leads.extend(self.in_text(id)),
            }
        }
        leads
    }

    /// Has leads sent again to `to`, or wherever they failed; the next page with the widget sends them. Returns the
    /// number of changed leads, once the change is on the disk.
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
            // Queueing involves no wait, so no jitter is needed.
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

    /// Deletes leads completely, including those that cannot be read.
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

    /// Restores deleted leads, except those whose id exists again.
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

    /// Makes the next page with the widget check for leads to send; call it after changes.
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

    /// If the database cannot be read, nothing in it can be changed, which is not an error.
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
