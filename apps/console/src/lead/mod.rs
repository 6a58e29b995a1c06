//! Leads as the console shows and finds them. This module is pure: it uses no browser and no storage.

pub(crate) mod delivery;
pub(crate) mod filter;
pub(crate) mod local_time;
pub(crate) mod row;
pub(crate) mod stored_lead;
pub(crate) mod wording;
