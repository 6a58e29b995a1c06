//! The outbox: leads on their way from a page without a server into a CRM.
//!
//! A [`Lead`] becomes a [`Payload`] (`lead/v1`). The [`Queue`] holds it with one state for each destination, and is kept
//! in storage *before* anything is sent. [`plan`] says what is to be done next, [`apply`] what an event does, both pure:
//! time, randomness and replies arrive as data. A [`Destination`] turns a payload into an [`Order`], and a [`Reply`] into
//! an [`Outcome`].
//!
//! Knows the rules of [`crate::domain`], and neither the widget nor the web. Whoever drives it does, in this order:
//!
//! 1. `plan(&queue, now)`.
//! 2. [`Action::Settle`]: apply [`Event::TimePassed`] and store.
//! 3. [`Action::Send`]: apply [`Event::SendStarted`] and store, in one transaction that reads the entry first. Send only
//!    if [`Queue::is_sending`] then says that this tab holds the lease; else plan again.
//! 4. Send within [`TIMEOUT`], apply [`Event::Replied`] and store.
//!
//! While the browser knows itself to be offline it should not send: a try is a try. The write of a new lead must be
//! durable before the respondent is told that it is kept.

mod apply;
mod attribution;
mod connectors;
mod id;
mod json;
mod lead;
mod payload;
mod plan;
mod queue;
mod retry;
mod stored;
mod time;

pub use apply::{Event, Target, apply};
pub use attribution::{Attribution, CLICK_IDS, UTM};
pub use connectors::{
    Body, Destination, Mode, Order, Outcome, Problem, Reply, Request, Settings, generate_lead, read_destinations,
};
pub use id::LeadId;
pub use json::json;
pub use lead::{Antispam, Consent, Contact, Diagnosis, Given, Lead};
pub use payload::{PAYLOAD_MAX, Payload, TooLarge};
pub use plan::{Action, plan};
pub use queue::{Delivery, Entry, Gone, Kept, Queue, Sender, Settled, Sight, State};
pub use retry::{Chance, KEPT, LEASE, TIMEOUT, TRIES_MAX, Tries, WINDOW, wait_after};
pub use time::{Millis, Span, Time, retry_after};
