//! The outbox of one element: a wasm of its own, with these exports (crates/outbox).

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::reports::LeadReports;
use crate::ui::lead_form::{DeliveryStatus, LeadState, LocalFuture, Outbox, StoredLead, SubmitError, Unreadable};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Outbox)]
    #[derive(Clone)]
    pub(in crate::browser) type OutboxObject;
    #[wasm_bindgen(method, getter)]
    fn is_durable(this: &OutboxObject) -> bool;
    #[wasm_bindgen(method)]
    fn submit(this: &OutboxObject, lead_json: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn stored_lead(this: &OutboxObject, id: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn retry(this: &OutboxObject, id: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn remove(this: &OutboxObject, id: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn copy_text(this: &OutboxObject, lead_json: &str) -> String;
    #[wasm_bindgen(method)]
    fn mail_href(this: &OutboxObject, address: &str, lead_json: &str) -> String;

    #[wasm_bindgen(js_name = StoredLead)]
    type StoredLeadObject;
    #[wasm_bindgen(method, getter)]
    fn lead(this: &StoredLeadObject) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn deliveries(this: &StoredLeadObject) -> Vec<StatusObject>;

    #[wasm_bindgen(js_name = DeliveryStatus)]
    pub(super) type StatusObject;
    #[wasm_bindgen(method, getter)]
    fn lead_id(this: &StatusObject) -> String;
    #[wasm_bindgen(method, getter)]
    fn destination(this: &StatusObject) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn state(this: &StatusObject) -> String;
    #[wasm_bindgen(method, getter)]
    fn code(this: &StatusObject) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn fields(this: &StatusObject) -> Vec<String>;
    #[wasm_bindgen(method)]
    fn free(this: &StatusObject);

    /// What `submit` rejects with.
    type CodedError;
    #[wasm_bindgen(method, getter)]
    fn code(this: &CodedError) -> JsValue;
}

impl StatusObject {
    /// Converts the object into a status and frees it; `None` if the state is unknown, such as that of another
    /// version.
    pub(super) fn into_status(self) -> Option<DeliveryStatus> {
        let status = LeadState::from_id(&self.state()).map(|state| DeliveryStatus {
            lead_id: self.lead_id(),
            destination: self.destination(),
            state,
            code: self.code(),
            fields: self.fields(),
        });
        self.free();
        status
    }
}

/// An open outbox.
pub(super) struct BrowserOutbox {
    pub(super) outbox: OutboxObject,
    pub(super) reports: Rc<LeadReports>,
}

/// Waits for a promise whose result nobody needs.
fn done(promise: Promise) -> LocalFuture<()> {
    Box::pin(async move {
        // What fails here shows in the states of the lead, or not at all.
        let _ = JsFuture::from(promise).await;
    })
}

impl Outbox for BrowserOutbox {
    fn is_durable(&self) -> bool {
        self.outbox.is_durable()
    }

    fn submit(&self, lead_json: String) -> LocalFuture<Result<(), SubmitError>> {
        let promise = self.outbox.submit(&lead_json);
        Box::pin(async move {
            let error: CodedError = match JsFuture::from(promise).await {
                Ok(_) => return Ok(()),
                Err(error) => error.unchecked_into(),
            };
            let is_large = error.is_object() && error.code().as_string().is_some_and(|code| code == "too_large");
            Err(if is_large { SubmitError::TooLarge } else { SubmitError::Failed })
        })
    }

    fn stored_lead(&self, lead_id: String) -> LocalFuture<Result<Option<StoredLead>, Unreadable>> {
        let (promise, reports) = (self.outbox.stored_lead(&lead_id), Rc::clone(&self.reports));
        Box::pin(async move {
            let found = JsFuture::from(promise).await.map_err(|_| Unreadable)?;
            if !found.is_object() {
                return Ok(None);
            }
            let found: StoredLeadObject = found.unchecked_into();
            let deliveries: Vec<_> = found.deliveries().into_iter().filter_map(StatusObject::into_status).collect();
            for status in &deliveries {
                reports.record(status.clone());
            }
            Ok(Some(StoredLead { lead_json: found.lead(), deliveries }))
        })
    }

    fn retry(&self, lead_id: String) -> LocalFuture<()> {
        done(self.outbox.retry(&lead_id))
    }

    fn remove(&self, lead_id: String) -> LocalFuture<()> {
        done(self.outbox.remove(&lead_id))
    }

    fn copy_text(&self, lead_json: &str) -> String {
        self.outbox.copy_text(lead_json)
    }

    fn mail_href(&self, address: &str, lead_json: &str) -> String {
        self.outbox.mail_href(address, lead_json)
    }
}
