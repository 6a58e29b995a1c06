//! The key `disclosure` of a destination or a booking: what only the owner knows of a recipient. The widget does not use it;
//! the table of what is sent to whom does.

use diagnosis::Reader;

use super::read::line;

/// What the owner filled in of one recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DisclosureSettings {
    /// Its formal name.
    pub recipient: Option<String>,
    /// The country in which it keeps the data.
    pub country: Option<String>,
    /// What protects the data there.
    pub measures: Option<String>,
    /// What the data are sent for.
    pub purpose: Option<String>,
}

impl DisclosureSettings {
    /// Reads the key, and notes what cannot be used.
    ///
    /// ```
    /// use std::cell::RefCell;
    /// use diagnosis::{Reader, Value};
    /// use diagnostics::Diagnostics;
    /// use settings::DisclosureSettings;
    /// let value: Value = serde_json::from_str(r#"{ "country": "Japan", "state": "Tokyo" }"#).unwrap();
    /// let found = RefCell::new(Diagnostics::default());
    /// let said = DisclosureSettings::read(&Reader::root(&value, &found));
    /// assert_eq!(said.country.as_deref(), Some("Japan"));
    /// assert_eq!(found.borrow().0[0].path, "state");
    /// ```
    pub fn read(r: &Reader) -> Self {
        r.only(&["recipient", "country", "measures", "purpose"]);
        Self {
            recipient: line(r, "recipient"),
            country: line(r, "country"),
            measures: line(r, "measures"),
            purpose: line(r, "purpose"),
        }
    }
}
