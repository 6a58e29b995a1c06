//! All leads of this device, many at a time, for the console.

use std::cell::Cell;
use std::rc::Rc;

use leads::{Delivery, FinalState, Jitter, LeadRecord, State};
use outbox::store::{Change, LeadStore, now};
use outbox::texts::{LocalStorage, TextStore};
use outbox::{database, stored};
use wasm_bindgen::prelude::*;

use crate::console_lead::{ConsoleLead, list};

/// The leads of this device.
#[wasm_bindgen]
pub struct LeadArchive {
    local: TextStore<LocalStorage>,
    is_blocked: Cell<bool>,
}

/// Leads that were deleted, as they were.
#[wasm_bindgen]
pub struct DeletedLeads(Vec<Deleted>);

enum Deleted {
    Object(JsValue),
    Text(String, String),
}

#[wasm_bindgen]
impl DeletedLeads {
    /// How many there are.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }
}

#[wasm_bindgen]
impl LeadArchive {
    /// Opens them.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self { local: TextStore(LocalStorage), is_blocked: Cell::new(false) }
    }

    /// Whether the browser's database could be read so far. Where it cannot, what is in localStorage is all there is.
    #[wasm_bindgen(getter)]
    pub fn is_whole(&self) -> bool {
        !self.is_blocked.get()
    }

    /// How many leads there are.
    pub async fn count(&self) -> usize {
        self.is_blocked.set(false);
        let in_database = self.seen(database::count().await).unwrap_or_default() as usize;
        in_database + self.local.ids().len()
    }

    /// The leads in the database whose ids come after `last`, at most `limit`, as JSON; see `ConsoleLead`.
    pub async fn after(&self, last: String, limit: u32) -> String {
        let objects = self.seen(database::objects_after(&last, limit).await).unwrap_or_default();
        list(&objects.iter().map(console_lead).collect::<Vec<_>>())
    }

    /// The leads in localStorage, as JSON.
    pub fn in_texts(&self) -> String {
        list(&self.texts(&self.local.ids()))
    }

    /// The leads of these ids as JSON; those that are gone are left out.
    pub async fn read(&self, ids: Vec<String>) -> String {
        let objects = self.seen(database::objects(&ids).await).unwrap_or_default();
        let mut leads: Vec<ConsoleLead> = objects.iter().map(console_lead).collect();
        leads.extend(self.texts(&ids));
        list(&leads)
    }

    /// Has leads sent again to `to`, or wherever they failed; the next page with the widget sends them. Gives how many that
    /// changed.
    ///
    /// # Errors
    /// Where the database does not take it.
    pub async fn resend(&self, ids: Vec<String>, to: Option<String>) -> Result<usize, JsValue> {
        let change: Change = Rc::new(move |record: LeadRecord| {
            if record.lead.is_none() {
                return Some(record);
            }
            let to = to.clone();
            let is_wanted = move |delivery: &Delivery| match &to {
                Some(to) => delivery.to.as_str() == to && is_repeatable(delivery),
                None => has_failed(delivery),
            };
            // Queueing waits for nothing, so there is nothing to be random about.
            record.retried(is_wanted, now(), Jitter(0))
        });
        let changed = self.in_database(database::change_all(&ids, now(), Some(Rc::clone(&change))).await)?;
        let mut count = changed.len();
        for id in &ids {
            if let Ok(Some(changed)) = self.local.change(id, |record| change(record)) {
                count += usize::from(changed.after.as_ref() != Some(&changed.before));
            }
        }
        Ok(count)
    }

    /// Deletes leads altogether, also those that cannot be read.
    ///
    /// # Errors
    /// Where the database does not take it.
    pub async fn remove(&self, ids: Vec<String>) -> Result<DeletedLeads, JsValue> {
        let objects = self.in_database(database::change_all(&ids, now(), None).await)?;
        let mut deleted: Vec<Deleted> = objects.into_iter().map(Deleted::Object).collect();
        for id in ids {
            if let Some(text) = self.local.text(&id)
                && self.local.remove(&id).is_ok()
            {
                deleted.push(Deleted::Text(id, text));
            }
        }
        Ok(DeletedLeads(deleted))
    }

    /// Puts deleted leads back, `count` of them from `first` on, unless there is one of that id again.
    ///
    /// # Errors
    /// Where storage does not take it.
    pub async fn restore(&self, leads: &DeletedLeads, first: usize, count: usize) -> Result<(), JsValue> {
        let mut objects = Vec::new();
        for lead in leads.0.iter().skip(first).take(count) {
            match lead {
                Deleted::Object(object) => objects.push(object.clone()),
                Deleted::Text(id, text) => self.local.restore(id, text).map_err(|_| blocked())?,
            }
        }
        self.in_database(database::put_new(objects).await)
    }

    /// Has the next page with the widget look at what is to be sent; to be called after changes.
    pub async fn note_due(&self) {
        LeadStore::new().note_due().await;
    }

    fn texts(&self, ids: &[String]) -> Vec<ConsoleLead> {
        let texts = ids.iter().filter_map(|id| self.local.text(id).map(|text| (id, text)));
        let leads = texts.map(|(id, text)| match stored::read(&text) {
            Some(record) => ConsoleLead::new(&record),
            None => ConsoleLead::unreadable(id.clone()),
        });
        leads.collect()
    }

    fn seen<T, E>(&self, found: Result<T, E>) -> Option<T> {
        self.is_blocked.set(self.is_blocked.get() || found.is_err());
        found.ok()
    }

    /// Where the database cannot be read, nothing in it can be changed, which is no error.
    fn in_database<T: Default, E>(&self, done: Result<T, E>) -> Result<T, JsValue> {
        match done {
            Err(_) if self.is_blocked.get() => Ok(T::default()),
            done => done.map_err(|_| blocked()),
        }
    }
}

fn blocked() -> JsValue {
    js_sys::Error::new("the browser's storage does not take it").into()
}

fn console_lead(object: &JsValue) -> ConsoleLead {
    match database::read(object) {
        Some(record) => ConsoleLead::new(&record),
        None => ConsoleLead::unreadable(database::id_of(object)),
    }
}

fn has_failed(delivery: &Delivery) -> bool {
    let failures = [FinalState::Rejected, FinalState::ActionRequired, FinalState::Expired];
    delivery.state.end().is_some_and(|how| failures.contains(&how))
}

fn is_repeatable(delivery: &Delivery) -> bool {
    let is_doubtful = delivery.state.end() == Some(FinalState::SentUnconfirmed);
    has_failed(delivery) || is_doubtful || matches!(delivery.state, State::RetryWait { .. })
}
