//! Stores leads on this device: in the database, else in localStorage, else in the memory of this page.

use std::rc::Rc;

use leads::{LeadRecord, Time};
use web::indexed_db::DatabaseError;
use web::{clock, local_storage};

use crate::database;
use crate::texts::{LocalStorage, Memory, TextStore};

/// Key of the time, in seconds, from which on there is work; 0 means now. The widget reads it to load the outbox.
const FLAG: &str = "shindan:outbox";

/// The change of a record; `None` deletes it. Called once for each place where the record is stored.
pub type Change = Rc<dyn Fn(LeadRecord) -> Option<LeadRecord>>;

/// Result of a change.
pub struct Changed {
    /// The record before the change.
    pub before: LeadRecord,
    /// The record after the change; `None` if it was deleted.
    pub after: Option<LeadRecord>,
}

/// The records that need processing now.
#[derive(Default)]
pub struct Due {
    /// The records.
    pub records: Vec<LeadRecord>,
    /// The ids of unreadable entries.
    pub unreadable: Vec<String>,
    /// Whether the database could not be read, so that there may be more.
    pub is_partial: bool,
}

/// The leads of this device.
pub struct LeadStore {
    memory: TextStore<Memory>,
    local: TextStore<LocalStorage>,
}

/// The current time in whole seconds.
pub fn now() -> Time {
    Time::new(clock::now_seconds())
}

impl LeadStore {
    /// The store of this page.
    #[expect(clippy::new_without_default, reason = "a store is opened, and has no empty state")]
    pub fn new() -> Self {
        Self { memory: TextStore(Memory::default()), local: TextStore(LocalStorage) }
    }

    /// The record of a lead; `None` if there is no such lead. A change that could only be made in memory takes precedence over
    /// the disk.
    ///
    /// # Errors
    /// Fails if the database cannot be read, and the record is nowhere else.
    pub async fn get(&self, id: &str) -> Result<Option<LeadRecord>, DatabaseError> {
        if let Some(record) = self.memory.get(id) {
            return Ok(Some(record));
        }
        match (or_empty(database::get(id).await), self.local.get(id)) {
            (Ok(Some(record)), _) | (_, Some(record)) => Ok(Some(record)),
            (found, None) => found,
        }
    }

    /// The records that are to be sent or have changed with time, the oldest first.
    pub async fn due(&self) -> Due {
        let now = now();
        let mut due = or_empty(database::due(now).await).unwrap_or_else(|_| Due { is_partial: true, ..Due::default() });
        for more in [self.local.due(now), self.memory.due(now)] {
            due.records.retain(|record| more.records.iter().all(|other| other.id() != record.id()));
            due.records.extend(more.records);
            due.unreadable.extend(more.unreadable);
        }
        // A record in memory replaces the one on the disk, whether it is due or not.
        due.records.retain(|record| self.memory.get(record.id()).is_none_or(|shadow| shadow == *record));
        let Due { records, unreadable, is_partial } = due;
        let mut sorted = Due { records: Vec::new(), unreadable, is_partial };
        for record in records {
            let index = sorted.records.partition_point(|other| other.stored_at <= record.stored_at);
            sorted.records.insert(index, record);
        }
        sorted
    }

    /// Makes later visits load the outbox when something is due, even on pages without a form. As long as the database cannot
    /// be read, an earlier note stays.
    pub async fn note_due(&self) {
        let in_database = or_empty(database::earliest_due().await).unwrap_or_else(|_| noted());
        note(self.local.earliest_due(now()).into_iter().chain(in_database).min());
    }

    /// Whether a record in memory differs from that on the disk.
    pub fn is_ahead_of_disk(&self) -> bool {
        !self.memory.ids().is_empty()
    }

    /// Writes what is in memory alone to the disk, where that has a record of the same lead.
    pub async fn flush(&self) {
        for id in self.memory.ids() {
            self.change(&id, Rc::new(Some), None).await;
        }
    }

    /// Replaces the record by `change(record)`, atomically; `None` if there is no such lead. If storage is full or fails, the
    /// change is made in memory: closing the page before the next [`Self::flush`] restores the previous record. `latest` is the
    /// record as the caller knows it, for a database that cannot be read.
    pub async fn change(&self, id: &str, change: Change, latest: Option<LeadRecord>) -> Option<Changed> {
        let shadow = self.memory.get(id);
        let lasting: Change = {
            let change = Rc::clone(&change);
            // Another tab may have delivered or deleted the lead since: its data must not come back.
            Rc::new(move |record| change(shadow.clone().filter(|_| !record.entry.is_purged()).unwrap_or(record)))
        };
        let mut done = database::change(id, now(), Rc::clone(&lasting)).await.ok().flatten();
        if done.is_none() {
            done = self.local.change(id, |record| lasting(record)).ok().flatten();
        }
        if let Some(done) = done {
            let before = self.memory.get(id).unwrap_or(done.before);
            // Memory never fails.
            let _ = self.memory.remove(id);
            return Some(Changed { before, after: done.after });
        }
        let record = self.get(id).await.unwrap_or(latest)?;
        let _ = self.memory.add(&record);
        self.memory.change(id, |record| change(record)).ok().flatten()
    }

    /// Stores a new record, unless its id already exists. Returns whether it outlives this page.
    pub async fn add(&self, record: &LeadRecord) -> bool {
        let is_kept = database::add(record, now()).await.is_ok() || self.local.add(record).is_ok();
        if is_kept {
            // Where this one needs no sending, another one may still wait.
            if let due @ Some(_) = record.due(now()) {
                note(due);
            }
        } else {
            let _ = self.memory.add(record);
        }
        is_kept
    }
}

/// A database that the browser does not let this page have contains nothing.
fn or_empty<T: Default>(found: Result<T, DatabaseError>) -> Result<T, DatabaseError> {
    match found {
        Err(DatabaseError::Unavailable) => Ok(T::default()),
        found => found,
    }
}

/// The time that was noted last.
fn noted() -> Option<Time> {
    local_storage::get(FLAG).ok().flatten()?.parse().ok().map(Time::new)
}

fn note(due: Option<Time>) {
    // If this fails, the next form on this site loads the outbox.
    let _ = match due {
        Some(due) => local_storage::set(FLAG, &due.get().to_string()),
        None => local_storage::remove(FLAG),
    };
}
