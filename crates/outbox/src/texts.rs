//! Stores records as texts by key: in localStorage, or in the memory of this page.

use std::cell::RefCell;

use leads::{LeadRecord, Time};
use web::local_storage::{self, Blocked};

use crate::store::{Changed, Due};
use crate::stored;

/// Prefix of the keys of leads.
pub const PREFIX: &str = "shindan:lead:";

/// A store of texts by key.
pub trait Texts {
    /// The text under `key`.
    ///
    /// # Errors
    /// Fails if storage is blocked.
    fn get(&self, key: &str) -> Result<Option<String>, Blocked>;
    /// Puts a text under `key`.
    ///
    /// # Errors
    /// Fails if storage is blocked or full.
    fn set(&self, key: &str, text: &str) -> Result<(), Blocked>;
    /// Removes the entry under `key`.
    ///
    /// # Errors
    /// Fails if storage is blocked.
    fn remove(&self, key: &str) -> Result<(), Blocked>;
    /// The keys of all leads.
    ///
    /// # Errors
    /// Fails if storage is blocked.
    fn keys(&self) -> Result<Vec<String>, Blocked>;
}

/// The browser's localStorage.
pub struct LocalStorage;

impl Texts for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, Blocked> {
        local_storage::get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Blocked> {
        local_storage::set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), Blocked> {
        local_storage::remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, Blocked> {
        local_storage::keys(PREFIX)
    }
}

/// The memory of this page.
#[derive(Default)]
pub struct Memory(RefCell<Vec<(String, String)>>);

impl Texts for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, Blocked> {
        Ok(self.0.borrow().iter().find(|(known, _)| known == key).map(|(_, text)| text.clone()))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Blocked> {
        self.remove(key)?;
        self.0.borrow_mut().push((key.to_owned(), text.to_owned()));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Blocked> {
        self.0.borrow_mut().retain(|(known, _)| known != key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Blocked> {
        Ok(self.0.borrow().iter().map(|(key, _)| key.clone()).collect())
    }
}

/// A store of records on top of texts.
pub struct TextStore<T>(pub T);

fn key(id: &str) -> String {
    [PREFIX, id].concat()
}

impl<T: Texts> TextStore<T> {
    /// The record of a lead, if it can be read.
    pub fn get(&self, id: &str) -> Option<LeadRecord> {
        stored::read(&self.text(id)?)
    }

    /// The stored text of a lead.
    pub fn text(&self, id: &str) -> Option<String> {
        self.0.get(&key(id)).ok().flatten()
    }

    /// The ids of all leads.
    pub fn ids(&self) -> Vec<String> {
        let keys = self.0.keys().unwrap_or_default();
        keys.iter().filter_map(|key| key.strip_prefix(PREFIX)).map(str::to_owned).collect()
    }

    /// The records that are due at `now`.
    pub fn due(&self, now: Time) -> Due {
        let mut due = Due::default();
        for id in self.ids() {
            match self.get(&id) {
                Some(record) if record.due(now).is_some_and(|due| due <= now) => due.records.push(record),
                Some(_) => {}
                None => due.unreadable.push(id),
            }
        }
        due
    }

    /// The time at which the first record is due.
    pub fn earliest_due(&self, now: Time) -> Option<Time> {
        self.ids().iter().filter_map(|id| self.get(id)?.due(now)).min()
    }

    /// Replaces the record of this id, if it exists and can be read, by `change(record)`.
    pub fn change(
        &self,
        id: &str,
        change: impl FnOnce(LeadRecord) -> Option<LeadRecord>,
    ) -> Result<Option<Changed>, Blocked> {
        let Some(before) = self.0.get(&key(id))?.as_deref().and_then(stored::read) else { return Ok(None) };
        let after = change(before.clone());
        match &after {
            Some(after) if *after == before => {}
            Some(after) => self.0.set(&key(id), &stored::write(after))?,
            None => self.0.remove(&key(id))?,
        }
        Ok(Some(Changed { before, after }))
    }

    /// Stores a new record, unless its id already exists.
    pub fn add(&self, record: &LeadRecord) -> Result<(), Blocked> {
        match self.0.get(&key(record.id()))? {
            Some(_) => Ok(()),
            None => self.0.set(&key(record.id()), &stored::write(record)),
        }
    }

    /// Restores a text under an id, unless the id exists again.
    pub fn restore(&self, id: &str, text: &str) -> Result<(), Blocked> {
        match self.0.get(&key(id))? {
            Some(_) => Ok(()),
            None => self.0.set(&key(id), text),
        }
    }

    /// Deletes a lead.
    ///
    /// # Errors
    /// Fails if storage is blocked.
    pub fn remove(&self, id: &str) -> Result<(), Blocked> {
        self.0.remove(&key(id))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

    use diagnosis::Value;
    use leads::{Destinations, Event, Identity, Jitter, LeadRecord, Time};

    use super::{Memory, PREFIX, TextStore, Texts};
    use crate::stored;

    const NOW: Time = Time::FIRST;

    fn record(id: &str) -> LeadRecord {
        let lead = ["{\"lead_id\":\"", id, "\",\"contact\":{\"email\":\"taro@example.co.jp\"}}"].concat();
        LeadRecord::new(lead, Destinations::default(), Identity::parse("/#readiness"), String::new(), NOW).unwrap()
    }

    fn store() -> TextStore<Memory> {
        let store = TextStore(Memory::default());
        store.add(&record("one")).unwrap();
        store
    }

    #[test]
    fn a_lead_is_taken_once() {
        let store = store();
        let deleted = store.change("one", |record| record.apply(Event::Deleted, NOW, Jitter(0))).unwrap().unwrap();
        assert!(deleted.after.unwrap().entry.is_purged());
        store.add(&record("one")).unwrap();
        assert!(store.get("one").unwrap().entry.is_purged(), "a second press brings nothing back");
        assert!(!store.text("one").unwrap().contains("taro@"));
    }

    #[test]
    fn what_is_no_record_is_named_and_left_alone() {
        let store = store();
        let strange = "{\"id\":\"strange\",\"due\":0,\"state\":\"outbox/v9\"}";
        store.0.set(&[PREFIX, "strange"].concat(), strange).unwrap();
        assert_eq!(store.due(NOW).unreadable, ["strange"]);
        assert!(store.change("strange", |_| None).unwrap().is_none());
        assert_eq!(store.text("strange").as_deref(), Some(strange));
    }

    #[test]
    fn a_deleted_text_comes_back_unless_there_is_another() {
        let store = store();
        let text = store.text("one").unwrap();
        store.remove("one").unwrap();
        store.restore("one", &text).unwrap();
        assert_eq!(store.get("one"), Some(record("one")));
        store.restore("one", "other").unwrap();
        assert_eq!(store.text("one"), Some(text));
    }

    /// Pages of version 0.1 list entries with a number under `due`, and change what they can read.
    #[test]
    fn a_page_of_an_earlier_version_leaves_records_alone() {
        let value: Value = serde_json::from_str(&stored::write(&record("one"))).unwrap();
        assert_eq!(value.get("due"), None, "it is not listed");
        let Some(Value::Text(state)) = value.get("state") else { panic!("its script splits a text") };
        assert!(state.contains(" gone "), "its script takes this for a lead that is gone, and says nothing of it");
        assert_eq!(LeadRecord::from_legacy(&value), None, "its wasm cannot read it");
    }
}
