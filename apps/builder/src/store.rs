//! Stores the work in IndexedDB with its last steps, so that undo works after a reload. Two tabs do not overwrite each
//! other: stored work has a revision number, and a tab that does not know the last one is notified instead.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use pack_editor::History;
use wasm_bindgen::JsValue;
use web::indexed_db::{DatabaseError, Schema, Transaction, transact};
use web_sys::IdbTransactionMode;

use crate::work::Work;

const SCHEMA: Schema = Schema { database: "shindan-builder", store: "work", key: "name", index: "revision" };

/// The name of the only record.
const NAME: &str = "work";
/// Number of undo steps that are stored.
const STEPS: usize = 50;
/// The place where earlier versions stored the work, without its steps.
const EARLIER: &str = "shindan-builder:work";

/// The stored work and its revision number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct StoredWork {
    /// The revision number of the last stored change; 0 for none.
    pub(crate) revision: u32,
    /// The work; `None` if nothing is stored, or nothing that can be read.
    pub(crate) history: Option<History<Work>>,
}

/// Result of storing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Saved {
    /// The work is stored under this revision number.
    As(u32),
    /// Another tab has stored something since; nothing was overwritten.
    Conflict(Box<StoredWork>),
    /// This browser cannot store anything.
    Blocked,
}

fn number(record: &JsValue) -> u32 {
    Reflect::get(record, &SCHEMA.index.into()).ok().and_then(|value| value.as_f64()).unwrap_or_default() as u32
}

fn read(record: &JsValue) -> StoredWork {
    if record.is_undefined() {
        return StoredWork::default();
    }
    let text = Reflect::get(record, &"text".into()).ok().and_then(|value| value.as_string());
    StoredWork { revision: number(record), history: text.and_then(|text| serde_json::from_str(&text).ok()) }
}

fn record(revision: u32, text: &str) -> Object {
    let record = Object::new();
    for (key, value) in [("name", NAME.into()), (SCHEMA.index, f64::from(revision).into()), ("text", text.into())] {
        // A plain object accepts any member.
        let _ = Reflect::set(&record, &key.into(), &value);
    }
    record
}

/// Loads the stored work.
pub(crate) async fn load() -> Result<StoredWork, DatabaseError> {
    let work = |transaction: &Transaction, result: Rc<RefCell<StoredWork>>| {
        transaction.on_success(transaction.store.get(&NAME.into()), move |found| *result.borrow_mut() = read(&found));
    };
    let kept = transact(SCHEMA, IdbTransactionMode::Readonly, work).await?;
    Ok(if kept.revision == 0 { StoredWork { history: earlier(), ..kept } } else { kept })
}

/// The work of an earlier version of this page.
fn earlier() -> Option<History<Work>> {
    let text = web::local_storage::get(EARLIER).ok().flatten()?;
    crate::import::earlier_work(&text).map(History::of)
}

/// Stores the work, unless the stored revision differs from `known`.
pub(crate) async fn save(history: &History<Work>, known: u32) -> Saved {
    let text = serde_json::to_string(&history.shortened(STEPS)).unwrap_or_default();
    let next = known.wrapping_add(1);
    let conflict: Rc<RefCell<Option<StoredWork>>> = Rc::default();
    let found = Rc::clone(&conflict);
    let work = move |transaction: &Transaction, _: Rc<RefCell<()>>| {
        let running = transaction.clone();
        transaction.on_success(transaction.store.get(&NAME.into()), move |old| {
            if number(&old) == known {
                running.on_success(running.store.put(&record(next, &text)), |_| ());
            } else {
                *found.borrow_mut() = Some(read(&old));
            }
        });
    };
    match transact::<()>(SCHEMA, IdbTransactionMode::Readwrite, work).await {
        Err(_) => Saved::Blocked,
        Ok(()) => match conflict.borrow_mut().take() {
            Some(kept) => Saved::Conflict(Box::new(kept)),
            None => Saved::As(next),
        },
    }
}
