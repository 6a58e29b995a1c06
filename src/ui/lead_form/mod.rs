//! The lead form in a result, and what takes its place once a lead was handed over.
//!
//! [`LeadForm`] holds either; [`Kiosk`] starts a widget at a stand anew. What they need of the page goes through
//! [`LeadHost`], what becomes of a lead through [`Outbox`].
//!
//! An input belongs to who types in it. Its text is read from the page when it is needed, and written by
//! `field::write` alone, which never writes to an input that has the focus or is being composed in.

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
mod preview;
mod status;
mod wording;

pub use component::{LeadForm, LeadFormProps};
pub use deliveries::{DeliveryStatus, LeadState};
pub use draft::Draft;
pub use host::{LeadContext, LeadHost, LeadHostHandle, LocalFuture, Outbox, StoredLead, SubmitError};
pub use kiosk::Kiosk;
