//! What the form needs of the page around it, and of the outbox behind it.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leads::Attribution;
use settings::{LeadField, LeadSettings};
use web_sys::EventTarget;
use yew::{AttrValue, Callback};

use super::{DeliveryStatus, Draft, LeadState};

/// A future of this page.
pub type LocalFuture<T> = Pin<Box<dyn Future<Output = T>>>;

/// Why a lead was not taken by the outbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubmitError {
    /// The outbox did not load.
    NotLoaded,
    /// The lead is larger than what can be sent.
    TooLarge,
    /// Anything else, such as a storage that fails.
    Failed,
}

/// The storage of the outbox cannot be read now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// A lead that was submitted before, as the outbox stores it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredLead {
    /// The lead as JSON; `None` once personal data was deleted.
    pub lead_json: Option<String>,
    /// Its status at each destination.
    pub deliveries: Vec<DeliveryStatus>,
}

/// The page around a lead form. `browser` has the real one; tests have their own.
pub trait LeadHost {
    /// What was typed so far in this tab, or which lead was sent.
    fn draft(&self) -> Draft;
    /// Keeps that for this tab; an empty draft forgets it.
    fn keep_draft(&self, draft: &Draft);
    /// Where the respondent came from.
    fn attribution(&self) -> Attribution;
    /// The run in its text form: there is one lead a run.
    fn run(&self) -> String;
    /// The arm of a comparison that the respondent sees.
    fn variant(&self) -> Option<String>;
    /// Whether the page shows a draft, whose leads are tests.
    fn is_draft(&self) -> bool;
    /// A new UUID.
    fn new_lead_id(&self) -> String;
    /// Milliseconds since 1970-01-01 UTC.
    fn now_ms(&self) -> f64;
    /// The time in RFC 3339.
    fn now_text(&self) -> String;
    /// The inputs of a lead in JSON, by their fields.
    fn inputs_of(&self, lead_json: &str) -> Vec<(LeadField, String)>;
    /// Dispatches `shindan:lead` for something that the respondent did here. What the outbox does is reported without the form.
    fn emit_lead(&self, lead_id: &str, state: LeadState);
    /// Shows the result that waits for the form, for as long as this tab lasts.
    fn unlock(&self);
    /// Restarts the widget for the next visitor at a stand, and deletes the data of this one.
    fn restart(&self);
    /// Where touches of the widget are looked for.
    fn event_target(&self) -> EventTarget;
    /// Copies `text`; answers whether that could be done.
    fn copy(&self, text: String) -> LocalFuture<bool>;
    /// The outbox, which is loaded the first time, and again after a failure.
    fn outbox(&self) -> LocalFuture<Result<Rc<dyn Outbox>, SubmitError>>;
    /// Sets the listener for every change of a delivery; `None` removes it.
    fn listen(&self, listener: Option<Callback<DeliveryStatus>>);
}

/// Where leads go: it keeps them, and sends them.
pub trait Outbox {
    /// Whether the last lead outlives this page.
    fn is_durable(&self) -> bool;
    /// Stores a lead; resolves once it is stored.
    fn submit(&self, lead_json: String) -> LocalFuture<Result<(), SubmitError>>;
    /// The stored lead with its statuses; `None` if there is no such lead. Fails while the storage cannot be read.
    fn stored_lead(&self, lead_id: String) -> LocalFuture<Result<Option<StoredLead>, Unreadable>>;
    /// Sends a lead once more, where that is possible.
    fn retry(&self, lead_id: String) -> LocalFuture<()>;
    /// Deletes a lead from this device.
    fn remove(&self, lead_id: String) -> LocalFuture<()>;
    /// The lead in words.
    fn copy_text(&self, lead_json: &str) -> String;
    /// A link that opens a mail to `address`, a `mailto:` link, with the lead in it.
    fn mail_href(&self, address: &str, lead_json: &str) -> String;
}

/// A shared [`LeadHost`] as a property; two are equal if they are the same.
#[derive(Clone)]
pub struct LeadHostHandle(pub Rc<dyn LeadHost>);

impl PartialEq for LeadHostHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for LeadHostHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LeadHostHandle")
    }
}

/// What a widget needs for its lead form.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadContext {
    /// The page around it.
    pub host: LeadHostHandle,
    /// What the owner set.
    pub settings: Rc<LeadSettings>,
    /// The language of pack and messages, a BCP 47 tag.
    pub lang: AttrValue,
    /// Whether results wait for the form. One that was opened from a link does not.
    pub is_gated: bool,
    /// Whether the respondent began this pack by an offer: somebody is there, even before the first answer.
    pub is_offered: bool,
}
