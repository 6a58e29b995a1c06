//! Keeps leads on this device: in the database, else in localStorage, else in the memory of this page.

use std::rc::Rc;

use leads::{LeadRecord, Time};
use web::{clock, local_storage};

use crate::database;
use crate::texts::{LocalStorage, Memory, TextStore};

/// Says from when on, in seconds, there is something to be done; 0 is at once. The widget reads it to load the outbox.
const FLAG: &str = "shindan:outbox";

/// What becomes of a record; `None` forgets it. Called once for each place where the record is.
pub type Change = Rc<dyn Fn(LeadRecord) -> Option<LeadRecord>>;

/// What a change did.
pub struct Changed {
    /// The record as it was.
    pub before: LeadRecord,
    /// The record as it is; `None` if it was forgotten.
    pub after: Option<LeadRecord>,
}

/// What has to be looked at now.
#[derive(Default)]
pub struct Due {
    /// The records.
    pub records: Vec<LeadRecord>,
    /// The ids of what cannot be read.
    pub unreadable: Vec<String>,
}

/// The leads of this device.
pub struct LeadStore {
    memory: TextStore<Memory>,
    local: TextStore<LocalStorage>,
}

/// Now, in whole seconds.
pub fn now() -> Time {
    Time::new(clock::now_seconds())
}

impl LeadStore {
    /// The store of this page.
    #[expect(clippy::new_without_default, reason = "a store is opened, and has no empty state")]
    pub fn new() -> Self {
        Self { memory: TextStore(Memory::default()), local: TextStore(LocalStorage) }
    }

    /// The record of a lead. What could only be changed in memory stands before what is on the disk.
    pub async fn get(&self, id: &str) -> Option<LeadRecord> {
        if let Some(record) = self.memory.get(id) {
            return Some(record);
        }
        match database::get(id).await {
            Ok(Some(record)) => Some(record),
            _ => self.local.get(id),
        }
    }

    /// What is to be sent, and what time has changed, the oldest first.
    pub async fn due(&self) -> Due {
        let now = now();
        let mut due = database::due(now).await.unwrap_or_default();
        for more in [self.local.due(now), self.memory.due(now)] {
            due.records.retain(|record| more.records.iter().all(|other| other.id() != record.id()));
            due.records.extend(more.records);
            due.unreadable.extend(more.unreadable);
        }
        // What rests in memory stands for what is on the disk, whether it is due or not.
        due.records.retain(|record| self.memory.get(record.id()).is_none_or(|shadow| shadow == *record));
        let Due { records, unreadable } = due;
        let mut sorted = Due { records: Vec::new(), unreadable };
        for record in records {
            let index = sorted.records.partition_point(|other| other.stored_at <= record.stored_at);
            sorted.records.insert(index, record);
        }
        sorted
    }

    /// Has later visits look after the outbox when something is due, also where no form comes up.
    pub async fn note_due(&self) {
        let in_database = database::earliest_due().await.ok().flatten();
        note(self.local.earliest_due(now()).into_iter().chain(in_database).min());
    }

    /// Puts `change(record)` in the place of the record, in one go; `None` if there is no such lead. Where there is no room
    /// it is done in memory: whoever closes the page then has what was there before.
    pub async fn change(&self, id: &str, change: Change) -> Option<Changed> {
        let shadow = self.memory.get(id);
        let lasting: Change = {
            let change = Rc::clone(&change);
            Rc::new(move |record| change(shadow.clone().unwrap_or(record)))
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
        let record = self.get(id).await?;
        let _ = self.memory.add(&record);
        self.memory.change(id, |record| change(record)).ok().flatten()
    }

    /// Keeps a new record, unless there is one of that id. Says whether it outlives this page.
    pub async fn add(&self, record: &LeadRecord) -> bool {
        let is_kept = database::add(record, now()).await.is_ok() || self.local.add(record).is_ok();
        if is_kept {
            note(record.due(now()));
        } else {
            let _ = self.memory.add(record);
        }
        is_kept
    }
}

fn note(due: Option<Time>) {
    // Where that fails, another form on this site is what has the outbox looked after.
    let _ = match due {
        Some(due) => local_storage::set(FLAG, &due.get().to_string()),
        None => local_storage::remove(FLAG),
    };
}
