//! The outbox: leads on their way from a page without a server into a CRM.
//!
//! One [`Entry`] a lead says how it stands at each destination, and is kept in storage *before* anything is sent. [`plan`]
//! says what is to be done next, [`apply`] what an event does, both pure: time, randomness and replies arrive as data. A
//! [`Destination`] says how a lead is put for its receiver, an [`Order`], and what comes of a reply, an [`Outcome`].
//!
//! No personal data comes in here: the lead itself stays with the page, which fills in an order. So ids, names and times
//! are all that is kept in an entry, and all that [`answer`], the way in from the page, is asked about.
//!
//! Knows the rules of [`diagnosis`], and neither the widget nor the web. Whoever drives it does, in this order:
//!
//! 1. `plan(&entries, now)`.
//! 2. [`Action::Settle`]: apply [`Event::TimePassed`] and store.
//! 3. [`Action::Send`]: apply [`Event::SendStarted`] and store, in one transaction that reads the entry first. Send only
//!    if [`Entry::is_sending`] then says that this tab holds the lease; else plan again.
//! 4. Send within 15 seconds, apply [`Event::Replied`] and store.
//!
//! Where an entry is [`Entry::is_gone`], the lead itself is deleted by the same write. The write of a new lead must be
//! durable before the respondent is told that it is kept. While the browser knows itself to be offline it should not send.

mod answer;
mod apply;
mod attribution;
mod connectors;
mod contact;
mod destination_settings;
mod diagnosis_lines;
mod entry;
mod events;
mod leaves;
mod payload;
mod plan;
mod retry;
mod secret;
mod stored;
mod terms;
mod time;

pub use answer::answer;
pub use apply::apply;
pub use attribution::{Attribution, PageAddress, Visit};
pub use connectors::{Destination, Heard, Order, Outcome, Refusal, Reply};
pub use contact::{Input, InputError};
pub use destination_settings::DestinationSettings;
pub use diagnosis_lines::diagnosis_lines;
pub use entry::{Delivery, Entry, Sender, Settled, Sight, State};
pub use events::{Event, Step};
pub use payload::{Antispam, Consent, Consents, Contact, DiagnosisSummary, Inquiry, Lead, LeadParts, WidgetInfo};
pub use plan::{Action, plan};
pub use retry::{Chance, KEPT, LEASE, TRIES_MAX, Tries, WINDOW, wait_after};
pub use secret::{SECRET_MEND, is_secret, is_secret_name};
pub use time::{Seconds, Span, Time};
