//! Leads as the console shows and finds them. Pure: no browser, no storage.

pub(crate) mod delivery;
pub(crate) mod filter;
pub(crate) mod local_time;
pub(crate) mod row;
pub(crate) mod stored_lead;
pub(crate) mod wording;
