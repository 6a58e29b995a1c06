//! The site owner's configuration as types: what the attributes and the nested JSON say, read leniently.
//!
//! One wrong value costs that value: the default stands in, and a [`diagnostics::Diagnostic`] says where it is and how to
//! fix it. The widget, the linter and the builder all read here, so that they judge alike. Whether there is a
//! configuration at all is a [`Configuration`], whose four states every consumer handles.
//!
//! ```
//! use diagnosis::Value;
//! use settings::{Placement, Settings};
//! let value: Value = serde_json::from_str(r#"{ "lead": { "placement": "before", "kiosk": "soon" } }"#).unwrap();
//! let (settings, diagnostics) = Settings::read(&value);
//! assert_eq!(settings.lead.placement, Placement::Before);
//! assert_eq!(settings.lead.kiosk_seconds, None);
//! assert_eq!(diagnostics[0].to_string(), "lead.kiosk: must be a whole number; write seconds, from 1 to 3600");
//! ```

mod attributes;
mod booking;
mod call_to_action;
mod configuration;
mod console;
mod destination;
mod disclosure;
mod lead;
mod lead_reader;
mod link;
mod open;
mod period;
mod query;
mod read;
mod secrets;
mod theme;
mod variants;

pub use attributes::Attributes;
pub use booking::{Booking, unframed_service};
pub use call_to_action::{Call, CallContext, CallToAction, Frame};
pub use configuration::{Configuration, Settings};
pub use console::{Source, console_line};
pub use destination::read_destination;
pub use disclosure::DisclosureSettings;
pub use lead::{Contact, Delivery, LeadField, LeadSettings, Marketing, Placement};
pub use leads::DESTINATION_KINDS;
pub use link::{Link, host_and_path};
pub use open::OpenSettings;
pub use period::Period;
pub use secrets::secret_diagnostics;
pub use theme::{THEME_KEYS, Theme, not_in_css, theme_property};
pub use variants::Variant;
