//! Background functions of the page: storing the work, checking it, and navigating in it.

mod checks;
mod keys;
mod places;
mod store;

pub(crate) use checks::{use_checks, use_first_question, use_packs};
pub(crate) use keys::use_keys;
pub(crate) use places::use_places;
pub(crate) use store::use_store;
