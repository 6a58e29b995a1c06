//! Leads on their way from a page without a server into a CRM: the rules of the outbox and the connectors, as pure
//! functions.
//!
//! An [`Entry`] holds the state of one lead at each destination. It is stored *before* anything is sent. [`plan`]
//! returns what to do next and [`apply`] what an event changes; time, randomness and replies are arguments. A
//! [`Destination`] turns a lead into a [`RequestTemplate`] for its receiver and a reply into a [`ReplyOutcome`];
//! [`request_body`] fills the template in. A [`LeadRecord`] is what a device stores of a lead: its entry, the lead as
//! JSON text, its destinations and the page it was taken on ([`Identity`]).
//!
//! ```
//! use diagnosis::Id;
//! use leads::{Action, Entry, Event, Jitter, Outcome, ReplyVisibility, Step, TabId, Time, apply, plan};
//!
//! let now = Time::new(1_800_000_000);
//! let [lead, crm] = ["4f2a", "hubspot"].map(|id| Id::new(id).unwrap());
//! let entry = Entry::new(lead.clone(), [(crm.clone(), ReplyVisibility::Readable)], now);
//! assert_eq!(plan(&[entry.clone()], now), Action::Send { id: lead, to: crm });
//!
//! let tab = TabId(1);
//! let entry = apply(entry, Event::At { to: "hubspot", step: Step::Start { by: tab } }, now, Jitter(0)).unwrap();
//! let attempt = entry.is_sending("hubspot", tab).expect("this tab holds the lease, so it may send");
//!
//! let reply = Step::Reply { by: tab, attempt, outcome: Outcome::Delivered };
//! let entry = apply(entry, Event::At { to: "hubspot", step: reply }, now, Jitter(0)).unwrap();
//! assert!(entry.is_purged(), "what arrived is deleted from the device");
//! ```
//!
//! A driver, such as the crate `outbox`, does this in order:
//!
//! 1. `plan_records(&records, now)`.
//! 2. [`Action::Expire`]: apply [`Event::TimePassed`] and store.
//! 3. [`Action::Send`]: apply [`Step::Start`] and store, in one transaction that reads the record first. Send only if
//!    [`Entry::is_sending`] then says that this tab holds the lease; else plan again.
//! 4. Send within 15 seconds, apply [`Step::Reply`] and store.
//!
//! The write of a new lead must be durable before the respondent reads that it is stored. After an
//! [`Outcome::Offline`] nothing else should be tried for a while, or until the browser has a network again.

pub mod address;
mod apply;
mod attribution;
mod connectors;
mod contact;
mod encode;
mod entry;
mod events;
mod expiry;
mod from_value;
mod identity;
mod lead_value;
mod leaves;
mod legacy;
mod manual_copy;
mod payload;
mod plan;
mod record;
mod retry;
mod secret;
mod stored;
mod time;

pub use apply::apply;
pub use attribution::{Attribution, PageAddress, Visit};
pub use connectors::{
    AddressKind, BodyKind, DESTINATION_KINDS, Destination, DestinationKind, DestinationSettings, FieldSource,
    HUBSPOT_HOSTS, Outcome, PARTS_FOR_TAG_MANAGERS, Refusal, RefusalReason, Reply, ReplyOutcome, RequestTemplate,
    SALESFORCE_EMAIL_MAX, destination_kind, refusals,
};
pub use contact::{Input, InputError};
pub use encode::{RequestBody, lines, object, request_body};
pub use entry::{Delivery, Entry, FinalState, ReplyVisibility, State, TabId};
pub use events::{Event, Step};
pub use from_value::{from_value, parse};
pub use identity::Identity;
pub use lead_value::{flatten, lead_from_json, note, text_of, to_json, with_attempt};
pub use manual_copy::{copy_text, mail_href};
pub use payload::{Antispam, Consent, Consents, Contact, DiagnosisSummary, Inquiry, Lead, LeadParts, WidgetInfo};
pub use plan::{Action, plan};
pub use record::{Destinations, LeadRecord, Reason, plan_records};
pub use retry::{ATTEMPTS_MAX, Attempt, Jitter, LEASE, RETENTION, WINDOW, wait_after};
pub use secret::{is_private_credential, is_secret, is_secret_name};
pub use time::{Seconds, Span, Time};
