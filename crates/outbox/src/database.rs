//! Stores records in the browser's database.

use std::cell::RefCell;
use std::rc::Rc;

use diagnosis::Value;
use js_sys::{Array, JsString, Object};
use leads::{LeadRecord, Time};
use wasm_bindgen::prelude::*;
use web::indexed_db::{DatabaseError, Schema, Transaction, transact};
use web_sys::{IdbCursor, IdbKeyRange, IdbTransactionMode};

use crate::store::{Change, Changed, Due};
use crate::stored;

const SCHEMA: Schema = Schema { database: "shindan", store: "leads", key: "id", index: "due" };

#[wasm_bindgen]
extern "C" {
    /// An object in the store.
    #[wasm_bindgen(extends = Object)]
    type StoredObject;
    #[wasm_bindgen(method, getter)]
    fn id(this: &StoredObject) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_id(this: &StoredObject, id: &str);
    #[wasm_bindgen(method, setter)]
    fn set_due(this: &StoredObject, due: &Array);
    #[wasm_bindgen(method, setter)]
    fn set_state(this: &StoredObject, state: &str);
    #[wasm_bindgen(method, getter)]
    fn record(this: &StoredObject) -> JsValue;
    #[wasm_bindgen(method, setter)]
    fn set_record(this: &StoredObject, record: &str);
}

/// The record in an object, also one of version 0.1.
pub fn read(object: &JsValue) -> Option<LeadRecord> {
    if !object.is_object() {
        return None;
    }
    match object.unchecked_ref::<StoredObject>().record().as_string() {
        Some(record) => LeadRecord::from_json(&record),
        None => stored::read_value(&value(object)),
    }
}

/// The id of an object.
pub fn id_of(object: &JsValue) -> String {
    object.unchecked_ref::<StoredObject>().id().as_string().unwrap_or_default()
}

fn write(record: &LeadRecord, now: Time) -> JsValue {
    let object: StoredObject = Object::new().unchecked_into();
    object.set_id(record.id());
    if let Some(due) = record.due(now) {
        object.set_due(&key(due));
    }
    object.set_state(stored::LEFT_ALONE);
    object.set_record(&record.to_json());
    object.into()
}

/// The key of the index: a list of one number, which sorts after all numbers.
fn key(due: Time) -> Array {
    Array::of1(&due.get().into())
}

/// The browser's value as plain data. JSON is avoided: a host page may have changed how it serialises lists.
fn value(js: &JsValue) -> Value {
    if let Some(text) = js.as_string() {
        Value::Text(text)
    } else if let Some(number) = js.as_f64() {
        Value::Number(number)
    } else if let Some(flag) = js.as_bool() {
        Value::Bool(flag)
    } else if Array::is_array(js) {
        Value::List(js.unchecked_ref::<Array>().iter().map(|item| value(&item)).collect())
    } else if js.is_object() {
        let object: &Object = js.unchecked_ref();
        let entries = Object::entries(object);
        let entries = entries.iter().map(|entry| {
            let entry: Array = entry.unchecked_into();
            (String::from(entry.get(0).unchecked_into::<JsString>()), value(&entry.get(1)))
        });
        Value::Map(entries.collect())
    } else {
        Value::Null
    }
}

/// The records that are due at `now`.
pub async fn due(now: Time) -> Result<Due, DatabaseError> {
    let found = transact(SCHEMA, IdbTransactionMode::Readonly, |transaction, found: Rc<RefCell<Vec<JsValue>>>| {
        let Ok(index) = transaction.store.index(SCHEMA.index) else { return transaction.abort() };
        let legacy = IdbKeyRange::upper_bound(&now.get().into());
        let current = IdbKeyRange::bound(&Array::new(), &key(now));
        for range in [legacy, current] {
            let Ok(range) = range else { return transaction.abort() };
            let found = Rc::clone(&found);
            transaction.on_success(index.get_all_with_key(&range), move |objects| {
                found.borrow_mut().extend(objects.unchecked_into::<Array>().iter());
            });
        }
    })
    .await?;
    let mut due = Due::default();
    for object in found {
        match read(&object) {
            Some(record) => due.records.push(record),
            None => due.unreadable.push(id_of(&object)),
        }
    }
    Ok(due)
}

/// The time at which the first record is due.
pub async fn earliest_due() -> Result<Option<Time>, DatabaseError> {
    let first = transact(SCHEMA, IdbTransactionMode::Readonly, |transaction, first: Rc<RefCell<Option<u32>>>| {
        let Ok(index) = transaction.store.index(SCHEMA.index) else { return transaction.abort() };
        for request in [index.open_key_cursor(), index.open_key_cursor_with_range(&key_range_of_lists())] {
            let first = Rc::clone(&first);
            transaction.on_success(request, move |cursor| {
                let Ok(cursor) = cursor.dyn_into::<IdbCursor>() else { return };
                let key = cursor.key().unwrap_or_default();
                let due = key.as_f64().or_else(|| key.dyn_ref::<Array>().and_then(|list| list.get(0).as_f64()));
                let mut first = first.borrow_mut();
                *first = due.map(|due| due as u32).into_iter().chain(*first).min();
            });
        }
    })
    .await?;
    Ok(first.map(Time::new))
}

fn key_range_of_lists() -> JsValue {
    IdbKeyRange::lower_bound(&Array::new()).map_or(JsValue::UNDEFINED, JsValue::from)
}

/// The record of this id, if it exists and can be read.
pub async fn get(id: &str) -> Result<Option<LeadRecord>, DatabaseError> {
    let object = transact(SCHEMA, IdbTransactionMode::Readonly, |transaction, object: Rc<RefCell<JsValue>>| {
        transaction.on_success(transaction.store.get(&id.into()), move |found| *object.borrow_mut() = found);
    });
    Ok(read(&object.await?))
}

/// Replaces the record of this id, if it exists and can be read, by `change(record)`.
pub async fn change(id: &str, now: Time, change: Change) -> Result<Option<Changed>, DatabaseError> {
    transact(SCHEMA, IdbTransactionMode::Readwrite, |transaction, changed: Rc<RefCell<Option<Changed>>>| {
        let running = transaction.clone();
        transaction.on_success(transaction.store.get(&id.into()), move |object| {
            let Some(before) = read(&object) else { return };
            let after = change(before.clone());
            put(&running, &before, after.as_ref(), now);
            *changed.borrow_mut() = Some(Changed { before, after });
        });
    })
    .await
}

fn put(running: &Transaction, before: &LeadRecord, after: Option<&LeadRecord>, now: Time) {
    let done = match after {
        Some(after) if after == before => Ok(()),
        Some(after) => running.store.put(&write(after, now)).map(|_| ()),
        None => running.store.delete(&before.id().into()).map(|_| ()),
    };
    if done.is_err() {
        running.abort();
    }
}

/// Stores a new record, unless its id already exists.
pub async fn add(record: &LeadRecord, now: Time) -> Result<(), DatabaseError> {
    put_new(vec![write(record, now)]).await
}

/// Puts objects into the store, except those whose id already exists.
pub async fn put_new(objects: Vec<JsValue>) -> Result<(), DatabaseError> {
    transact(SCHEMA, IdbTransactionMode::Readwrite, |transaction, _: Rc<RefCell<()>>| {
        for object in objects {
            let running = transaction.clone();
            let id = object.unchecked_ref::<StoredObject>().id();
            transaction.on_success(transaction.store.get(&id), move |found| {
                if found.is_undefined() && running.store.put(&object).is_err() {
                    running.abort();
                }
            });
        }
    })
    .await
}

/// Number of leads.
pub async fn count() -> Result<u32, DatabaseError> {
    transact(SCHEMA, IdbTransactionMode::Readonly, |transaction, count: Rc<RefCell<u32>>| {
        transaction.on_success(transaction.store.count(), move |found| {
            *count.borrow_mut() = found.as_f64().unwrap_or_default() as u32;
        });
    })
    .await
}

/// The objects whose ids follow `last`, at most `limit`.
pub async fn objects_after(last: &str, limit: u32) -> Result<Vec<JsValue>, DatabaseError> {
    transact(SCHEMA, IdbTransactionMode::Readonly, |transaction, objects: Rc<RefCell<Vec<JsValue>>>| {
        let Ok(range) = IdbKeyRange::lower_bound_with_open(&last.into(), true) else { return transaction.abort() };
        let request = transaction.store.get_all_with_key_and_limit(&range, limit);
        transaction.on_success(request, move |found| {
            objects.borrow_mut().extend(found.unchecked_into::<Array>().iter());
        });
    })
    .await
}

/// The objects of these ids.
pub async fn objects(ids: &[String]) -> Result<Vec<JsValue>, DatabaseError> {
    transact(SCHEMA, IdbTransactionMode::Readonly, |transaction, objects: Rc<RefCell<Vec<JsValue>>>| {
        for id in ids {
            let objects = Rc::clone(&objects);
            transaction.on_success(transaction.store.get(&id.into()), move |found| {
                if found.is_object() {
                    objects.borrow_mut().push(found);
                }
            });
        }
    })
    .await
}

/// Replaces each record of these ids by `change(record)`, in one transaction. Returns the objects that were changed, in
/// their previous form; a record to be deleted is also deleted if it cannot be read.
pub async fn change_all(ids: &[String], now: Time, change: Option<Change>) -> Result<Vec<JsValue>, DatabaseError> {
    transact(SCHEMA, IdbTransactionMode::Readwrite, |transaction, changed: Rc<RefCell<Vec<JsValue>>>| {
        for id in ids {
            let (running, changed, change) = (transaction.clone(), Rc::clone(&changed), change.clone());
            let key = JsValue::from_str(id);
            transaction.on_success(transaction.store.get(&id.into()), move |object| {
                if !object.is_object() {
                    return;
                }
                let Some(change) = change else {
                    changed.borrow_mut().push(object);
                    if running.store.delete(&key).is_err() {
                        running.abort();
                    }
                    return;
                };
                let Some(before) = read(&object) else { return };
                let after = change(before.clone());
                if after.as_ref() != Some(&before) {
                    changed.borrow_mut().push(object);
                }
                put(&running, &before, after.as_ref(), now);
            });
        }
    })
    .await
}
