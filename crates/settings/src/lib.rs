//! The site owner's configuration as types: what the attributes and the nested JSON say, read leniently.

mod lead;

pub use lead::{Contact, Delivery, LeadField, LeadSettings, Marketing, Placement};
