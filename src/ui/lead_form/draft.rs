//! The inputs so far, for this tab only, so that a reload loses nothing; and the lead that was sent, so that a reload
//! does not send a second one. Personal data is removed from here as soon as the lead is stored elsewhere.

use settings::LeadField;

/// Stored state of the form in a tab. A lead that is not sent yet has no id in it: a duplicated tab copies the draft, and what
/// is sent from each of the two is a lead of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The time at which the form appeared, in milliseconds since 1970-01-01 UTC.
    pub since_ms: Option<f64>,
    /// The inputs.
    pub values: Vec<(LeadField, String)>,
    /// The lead that was sent, and the run that it was sent with.
    pub sent: Option<(String, String)>,
}

impl Draft {
    /// The lead that was sent with this run; `None` for another run.
    pub(super) fn sent_with(&self, run: &str) -> Option<&str> {
        self.sent.as_ref().filter(|(_, of_run)| of_run == run).map(|(id, _)| id.as_str())
    }
}
