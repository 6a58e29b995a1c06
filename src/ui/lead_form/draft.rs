//! What was typed so far, for this tab alone, so that a reload takes nothing away; and which lead was sent, so that it
//! takes no second one. Personal data goes from here as soon as the lead is kept elsewhere.

use settings::LeadField;

/// What a tab knows of the form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The id of the lead that is being written, by which it is sent only once.
    pub lead_id: Option<String>,
    /// When the form came up, in milliseconds since 1970-01-01 UTC.
    pub since_ms: Option<f64>,
    /// What was typed.
    pub values: Vec<(LeadField, String)>,
    /// The lead that was sent, and the run that it was sent with.
    pub sent: Option<(String, String)>,
}

impl Draft {
    /// The lead that was sent with this run. Another run is another matter.
    pub(super) fn sent_with(&self, run: &str) -> Option<&str> {
        self.sent.as_ref().filter(|(_, of_run)| of_run == run).map(|(id, _)| id.as_str())
    }
}
