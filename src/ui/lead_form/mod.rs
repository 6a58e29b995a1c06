//! The lead form in a result, and the status that replaces it once a lead was submitted.
//!
//! [`LeadForm`] contains either; [`Kiosk`] restarts a widget at a stand. They access the page through [`LeadHost`], and
//! the delivery of a lead through [`Outbox`].
//!
//! An input belongs to the person who types in it. Its text is read from the page when it is needed, and only
//! `field::write` writes it, which never writes to an input that has the focus or is being composed in.

mod checkbox;
mod component;
mod consent;
mod contact_ways;
mod deliveries;
mod draft;
mod field;
mod form;
mod host;
mod kiosk;
mod lead;
mod look_up;
mod preview;
mod status;
mod wording;

pub use component::{LeadForm, LeadFormProps};
pub use deliveries::{Deliveries, DeliveryStatus, LeadState};
pub use draft::Draft;
pub use host::{LeadContext, LeadHost, LeadHostHandle, LocalFuture, Outbox, StoredLead, SubmitError, Unreadable};
pub use kiosk::Kiosk;
