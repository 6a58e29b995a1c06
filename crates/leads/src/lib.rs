//! The outbox: leads on their way from a page without a server into a CRM.
//!
//! One [`Entry`] a lead says how it stands at each destination, and is kept in storage *before* anything is sent. [`plan`]
//! says what is to be done next, [`apply`] what an event does, both pure: time, randomness and replies arrive as data. A
//! [`Destination`] says how a lead is put for its receiver, a [`RequestTemplate`], and what comes of a reply, a
//! [`ReplyOutcome`].
//!
//! A [`LeadRecord`] is what a device stores of a lead: its entry, the lead as JSON text, where it was meant to go, and the
//! page that took it, its [`Origin`]. [`request_body`] fills in a template.
//!
//! Knows the rules of [`diagnosis`], and neither the widget nor the web. Whoever drives it does, in this order:
//!
//! 1. `plan(&entries, now)`.
//! 2. [`Action::Expire`]: apply [`Event::TimePassed`] and store.
//! 3. [`Action::Send`]: apply [`Step::Start`] and store, in one transaction that reads the record first. Send only if
//!    [`Entry::is_sending`] then says that this tab holds the lease; else plan again.
//! 4. Send within 15 seconds, apply [`Step::Reply`] and store.
//!
//! The write of a new lead must be durable before the respondent is told that it is kept. After an
//! [`Outcome::Offline`] nothing else should be tried for a while, or until the browser has a network again.

mod apply;
mod attribution;
mod by_hand;
mod connectors;
mod contact;
mod encode;
mod entry;
mod events;
mod expiry;
mod from_value;
mod lead_value;
mod leaves;
mod legacy;
mod origin;
mod payload;
mod plan;
mod record;
mod retry;
mod secret;
mod stored;
mod time;

pub use apply::apply;
pub use attribution::{Attribution, PageAddress, Visit};
pub use by_hand::{copy_text, mail_href};
pub use connectors::{
    BodyKind, Destination, DestinationSettings, FieldSource, Outcome, Refusal, Reply, ReplyOutcome, RequestTemplate,
};
pub use contact::{Input, InputError};
pub use encode::{RequestBody, lines, object, request_body};
pub use entry::{Delivery, Entry, FinalState, ReplyVisibility, State, TabId};
pub use events::{Event, Step};
pub use from_value::{from_value, parse};
pub use lead_value::{flatten, lead_from_json, note, text_of, to_json, with_attempt};
pub use origin::Origin;
pub use payload::{Antispam, Consent, Consents, Contact, DiagnosisSummary, Inquiry, Lead, LeadParts, WidgetInfo};
pub use plan::{Action, plan};
pub use record::{Destinations, LeadRecord, Reason};
pub use retry::{ATTEMPTS_MAX, Attempt, Jitter, KEPT, LEASE, WINDOW, wait_after};
pub use secret::{SECRET_MEND, is_private_credential, is_secret, is_secret_name};
pub use time::{Seconds, Span, Time};
