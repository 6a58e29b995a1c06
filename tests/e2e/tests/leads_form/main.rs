//! The lead form, as a respondent meets it: what it asks, what it says, and what it hands over.
//!
//! What becomes of a lead on bad networks and at bad receivers is the matter of `leads`.

mod filling;
mod form_page;
mod kiosk;
mod looks;
mod payload;
mod placement;
mod settings;
mod status;

use form_page::FormPage;
