//! The outbox as a widget uses it: it accepts a lead and reports its status.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use diagnosis::Value;
use js_sys::{Error, Function};
use leads::{
    DestinationSettings, Destinations, Event, Identity, LeadRecord, from_value, lead_from_json, parse, to_json,
};
use wasm_bindgen::prelude::*;

use crate::sender::{Sender, jitter};
use crate::status::StoredLead;
use crate::store::now;
use crate::throttle;

/// Maximum number of bytes of a lead: browsers let this much outlive its page, even for two leads in progress.
const LEAD_MAX: usize = 32_768;

thread_local! {
    /// One sender for all widgets of the page.
    static SENDER: RefCell<Option<Rc<Sender>>> = const { RefCell::new(None) };
}

fn sender() -> Rc<Sender> {
    SENDER.with_borrow_mut(|sender| Rc::clone(sender.get_or_insert_with(Sender::new)))
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Error)]
    type CodedError;
    #[wasm_bindgen(method, setter)]
    fn set_code(this: &CodedError, code: &str);
}

fn error(code: &str, message: &str) -> JsValue {
    let error: CodedError = Error::new(message).unchecked_into();
    error.set_code(code);
    error.into()
}

/// The outbox of one widget.
#[wasm_bindgen]
pub struct Outbox {
    sender: Rc<Sender>,
    identity: Identity,
    page_title: String,
    destinations: Destinations,
    pushes: Function,
    listener: Function,
    is_durable: Rc<Cell<bool>>,
}

#[wasm_bindgen]
impl Outbox {
    /// Opens the outbox of a widget, and sends leads that are still waiting.
    ///
    /// `identity` is the page and the widget on it, see [`Identity`]. `destinations` are the usable ones of the owner,
    /// as a JSON list of pairs, each a name and [`DestinationSettings`]; destinations that may not be sent to
    /// ([`leads::refusals`]) are left out. `pushes` is called with each lead and returns whether tag managers are
    /// notified of it, `true` or `false`; any other value leaves the decision to the destinations. `listener` receives
    /// each change of a lead that was submitted or looked up here, as a `DeliveryStatus`.
    ///
    /// # Errors
    /// Fails if `destinations` is not such a list.
    pub fn open(
        identity: &str,
        page_title: String,
        destinations: &str,
        pushes: Function,
        listener: Function,
    ) -> Result<Outbox, JsValue> {
        let configured: Option<Vec<(String, DestinationSettings)>> = parse(destinations).as_ref().and_then(from_value);
        let configured = configured.ok_or_else(|| error("invalid", "this is no list of destinations"))?;
        let destinations = Destinations::new(&configured);
        let (sender, identity) = (sender(), Identity::parse(identity));
        sender.watches.configure(&identity, &destinations.named);
        sender.wake(false);
        Ok(Self { sender, identity, page_title, destinations, pushes, listener, is_durable: Rc::new(Cell::new(true)) })
    }

    /// Whether the last submitted lead outlives this page.
    #[wasm_bindgen(getter)]
    pub fn is_durable(&self) -> bool {
        self.is_durable.get()
    }

    /// Accepts a lead (JSON text), each id only once; resolves once it is stored.
    ///
    /// # Errors
    /// An error whose `code` is `too_large` for a lead of more than 32 KiB, `invalid` for a text that is not a lead.
    pub async fn submit(&self, lead_json: String) -> Result<(), JsValue> {
        // A suspicious lead is marked, not dropped.
        let lead = if throttle::is_too_many() { suspect(&lead_json) } else { lead_json };
        if lead.len() > LEAD_MAX {
            return Err(error("too_large", "the lead is too large: shorten the texts of consent"));
        }
        let (to, identity, title) = (self.destinations_now(), self.identity.clone(), self.page_title.clone());
        let record =
            LeadRecord::new(lead, to, identity, title, now()).ok_or_else(|| error("invalid", "this is no lead"))?;
        self.is_durable.set(self.sender.store.add(&record).await);
        self.sender.watches.add(record.id(), &self.listener, None);
        if let Ok(Some(stored)) = self.sender.store.get(record.id()).await {
            self.sender.watches.notify(&stored);
        }
        self.sender.wake(true);
        Ok(())
    }

    /// A lead of this device; `listener` is notified of its changes from now on.
    ///
    /// # Errors
    /// An error whose `code` is `unreadable` if the database cannot be read now.
    pub async fn stored_lead(&self, id: String) -> Result<Option<StoredLead>, JsValue> {
        let found = self.sender.store.get(&id).await;
        let record = found.map_err(|_| error("unreadable", "the database of this browser cannot be read now"))?;
        Ok(record.map(|record| {
            self.sender.watches.add(&id, &self.listener, Some(&record));
            StoredLead::new(&record)
        }))
    }

    /// Makes another attempt at each destination where a lead has not arrived, as [`LeadRecord::sent_again`] selects them.
    pub async fn retry(&self, id: String) {
        self.sender.apply(&id, |record| record.sent_again(now(), jitter())).await;
        self.sender.wake(true);
    }

    /// Deletes the data of a lead. A request in progress cannot be recalled.
    pub async fn remove(&self, id: String) {
        self.sender.apply(&id, |record| record.apply(Event::Deleted, now(), jitter())).await;
    }

    /// The lead (JSON text) in words, for keeping a copy.
    pub fn copy_text(&self, lead_json: &str) -> String {
        lead_from_json(lead_json).map(|lead| leads::copy_text(&lead)).unwrap_or_default()
    }

    /// A link that opens a mail to `address` (`mailto:…`) with the lead (JSON text) in it, no longer than mail programs
    /// accept.
    pub fn mail_href(&self, address: &str, lead_json: &str) -> String {
        lead_from_json(lead_json).map(|lead| leads::mail_href(address, &lead)).unwrap_or_default()
    }

    /// Checks for leads to send.
    pub fn wake(&self) {
        self.sender.wake(false);
    }
}

impl Outbox {
    /// The destinations of a lead that is submitted now.
    fn destinations_now(&self) -> Destinations {
        let mut to = self.destinations.clone();
        // A callback that throws counts as undecided.
        let pushes = self.pushes.call0(&JsValue::NULL).ok().and_then(|answer| answer.as_bool());
        if pushes == Some(false) {
            to.data_layer = None;
        } else if pushes == Some(true) && to.data_layer.is_none() {
            to.data_layer =
                Some(DestinationSettings { kind: "data-layer".to_owned(), ..DestinationSettings::default() });
        }
        to
    }
}

fn suspect(lead_json: &str) -> String {
    let Some(mut lead) = lead_from_json(lead_json) else { return lead_json.to_owned() };
    if let Value::Map(entries) = &mut lead {
        let mark = ("suspect".to_owned(), Value::Bool(true));
        match entries.iter_mut().find(|(name, _)| name == "antispam") {
            Some((_, Value::Map(marks))) => {
                marks.retain(|(name, _)| name != "suspect");
                marks.push(mark);
            }
            _ => entries.push(("antispam".to_owned(), Value::Map(vec![mark]))),
        }
    }
    to_json(&lead)
}
