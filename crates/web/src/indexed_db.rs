//! IndexedDB: one transaction at a time, which succeeds only once its data is on the disk.
//!
//! A transaction does all its work in the callbacks of its own requests: a future would have to run before the
//! transaction ends, and a host page that replaces `Promise` runs it too late. A database may also never answer, so
//! opening one has a time limit.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::{
    IdbDatabase, IdbIndexParameters, IdbObjectStore, IdbObjectStoreParameters, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

/// Timeout for opening a database, in milliseconds: some browsers never answer the first time.
const TIMEOUT_MS: u32 = 4_000;

/// Why a transaction was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseError {
    /// The browser lets this page have no database, which stays so: there is nothing in it.
    Unavailable,
    /// The database cannot be opened now, or a transaction failed: what it contains is unknown.
    Failed,
}

/// A database with one object store, in its first version.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// The name of the database.
    pub database: &'static str,
    /// The name of the object store.
    pub store: &'static str,
    /// The key of its objects.
    pub key: &'static str,
    /// The indexed member, whose name is also that of the index.
    pub index: &'static str,
}

#[wasm_bindgen]
extern "C" {
    /// web-sys provides the options of a transaction only as an unstable interface.
    #[wasm_bindgen(extends = IdbDatabase)]
    type Database;
    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Database,
        store: &str,
        mode: IdbTransactionMode,
        options: &TransactionOptions,
    ) -> Result<IdbTransaction, JsValue>;

    #[wasm_bindgen(extends = Object)]
    type TransactionOptions;
    #[wasm_bindgen(method, setter)]
    fn set_durability(this: &TransactionOptions, durability: &str);
}

/// A running transaction.
#[derive(Clone, Debug)]
pub struct Transaction {
    /// The object store.
    pub store: IdbObjectStore,
    listeners: Rc<RefCell<Vec<EventListener>>>,
}

impl Transaction {
    /// Calls `then` with the result of a request. A request that fails ends the transaction.
    pub fn on_success(&self, request: Result<IdbRequest, JsValue>, then: impl FnOnce(JsValue) + 'static) {
        match request {
            Ok(request) => {
                let source = request.clone();
                let listener =
                    EventListener::once(&request, "success", move |_| then(source.result().unwrap_or_default()));
                self.listeners.borrow_mut().push(listener);
            }
            Err(_) => self.abort(),
        }
    }

    /// Rolls the transaction back.
    pub fn abort(&self) {
        // The transaction may have ended already, which does no harm.
        let _ = self.store.transaction().abort();
    }
}

/// Runs `work` in one transaction, and returns the content of `result` once the data is on the disk.
///
/// # Errors
/// Fails if the database cannot be opened in time, or if the transaction fails, for example because storage is full.
pub async fn transact<T: Default + 'static>(
    schema: Schema,
    mode: IdbTransactionMode,
    work: impl FnOnce(&Transaction, Rc<RefCell<T>>),
) -> Result<T, DatabaseError> {
    let database = open(schema).await?;
    let result = Rc::new(RefCell::new(T::default()));
    let begun = begin(schema, &database, mode);
    if let Ok((transaction, _)) = &begun {
        work(transaction, Rc::clone(&result));
    }
    // The database closes after its last transaction.
    database.close();
    let (_transaction, ended) = begun.map_err(|_| DatabaseError::Failed)?;
    if ended.await != Ok(true) {
        return Err(DatabaseError::Failed);
    }
    Ok(result.take())
}

/// A channel whose one message is whether all went well; a second message is dropped.
type Ending = (Rc<dyn Fn(bool)>, oneshot::Receiver<bool>);

fn ending() -> Ending {
    let (sender, receiver) = oneshot::channel();
    let sender = RefCell::new(Some(sender));
    let end = move |is_well| {
        if let Some(sender) = sender.borrow_mut().take() {
            // Sending fails only if nobody waits any more.
            let _ = sender.send(is_well);
        }
    };
    (Rc::new(end), receiver)
}

fn begin(
    schema: Schema,
    database: &Database,
    mode: IdbTransactionMode,
) -> Result<(Transaction, oneshot::Receiver<bool>), JsValue> {
    let options: TransactionOptions = Object::new().unchecked_into();
    options.set_durability("strict");
    let running = database.transaction(schema.store, mode, &options)?;
    let (end, ended) = ending();
    let listeners = [("complete", true), ("abort", false)].map(|(name, is_well)| {
        let end = Rc::clone(&end);
        EventListener::once(&running, name, move |_| end(is_well))
    });
    let store = running.object_store(schema.store)?;
    Ok((Transaction { store, listeners: Rc::new(RefCell::new(listeners.into())) }, ended))
}

async fn open(schema: Schema) -> Result<Database, DatabaseError> {
    let factory =
        web_sys::window().and_then(|window| window.indexed_db().ok().flatten()).ok_or(DatabaseError::Unavailable)?;
    let request = factory.open_with_u32(schema.database, 1).map_err(|_| DatabaseError::Unavailable)?;
    let (end, ended) = ending();
    let upgraded = request.clone();
    let _listeners = [
        EventListener::once(&request, "upgradeneeded", move |_| {
            // If this fails there is no store, and transactions report it.
            let _ = create(schema, &upgraded);
        }),
        EventListener::once(&request, "success", {
            let end = Rc::clone(&end);
            move |_| end(true)
        }),
        EventListener::once(&request, "error", {
            let end = Rc::clone(&end);
            move |_| end(false)
        }),
    ];
    let _timeout = Timeout::new(TIMEOUT_MS, move || end(false));
    if ended.await != Ok(true) {
        return Err(DatabaseError::Failed);
    }
    request.result().map(JsCast::unchecked_into).map_err(|_| DatabaseError::Failed)
}

fn create(schema: Schema, request: &IdbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    let parameters = IdbObjectStoreParameters::new();
    parameters.set_key_path(&schema.key.into());
    let store = database.create_object_store_with_optional_parameters(schema.store, &parameters)?;
    store.create_index_with_str_and_optional_parameters(schema.index, schema.index, &IdbIndexParameters::new())?;
    Ok(())
}
