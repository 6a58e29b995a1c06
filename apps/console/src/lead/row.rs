//! The data that the list keeps of each lead: little, so that 10,000 leads fit into memory and are searched at once.

use std::rc::Rc;

use super::delivery::{Delivery, Kind};
use super::stored_lead::{StoredLead, joined, reference_of};

/// The id of a lead, shared by many holders.
pub(crate) type LeadId = Rc<str>;

/// A lead of the list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) id: LeadId,
    /// The time at which it was stored, in seconds since 1970-01-01 UTC.
    pub(crate) stored_at: u32,
    /// Whether its data is still stored.
    pub(crate) has_data: bool,
    /// Company and person, or the address; empty if there is neither.
    pub(crate) title: String,
    /// The score; empty if there is no diagnosis.
    pub(crate) score: String,
    /// The level in words.
    pub(crate) level: String,
    /// The arm of a comparison that the respondent saw; empty without one.
    pub(crate) variant: String,
    pub(crate) is_test: bool,
    pub(crate) is_suspect: bool,
    pub(crate) deliveries: Vec<Delivery>,
    /// The searchable text, in normalised letters.
    pub(crate) words: String,
}

const CONTACT: [&str; 7] = ["last_name", "first_name", "email", "phone", "company", "title", "size"];

impl Row {
    /// The row of a lead; `plain` normalises letters that look the same.
    pub(crate) fn new(stored: &StoredLead, plain: impl Fn(&str) -> String) -> Self {
        let summary = stored.text("diagnosis.summary");
        let level = summary.lines().next().unwrap_or_default().to_owned();
        let named = joined([stored.text("contact.company"), stored.person()], "　");
        let mut words: Vec<String> = CONTACT.iter().map(|name| stored.text(&["contact.", name].concat())).collect();
        words.extend(["inquiry.message", "diagnosis.level"].map(|path| stored.text(path)));
        words.extend([level.clone(), reference_of(&stored.id), stored.id.clone()]);
        Self {
            id: stored.id.as_str().into(),
            stored_at: stored.stored_at,
            has_data: stored.lead.is_some(),
            title: if named.is_empty() { stored.text("contact.email") } else { named },
            score: stored.text("diagnosis.score"),
            level,
            variant: stored.text("widget.variant"),
            is_test: stored.is_test(),
            is_suspect: stored.text("antispam.suspect") == "true",
            deliveries: stored.deliveries.clone(),
            words: plain(&words.join(" ")),
        }
    }

    /// Whether it has arrived at all its destinations.
    pub(crate) fn is_delivered(&self) -> bool {
        !self.deliveries.is_empty() && self.deliveries.iter().all(|delivery| delivery.kind() == Kind::Delivered)
    }

    /// Whether it failed at some destination and can still be sent there.
    pub(crate) fn is_failed(&self) -> bool {
        self.has_data && self.deliveries.iter().any(|delivery| delivery.kind() == Kind::Failed)
    }

    /// Whether it may have arrived at the destination of this name.
    pub(crate) fn is_doubtful(&self, to: &str) -> bool {
        self.deliveries.iter().any(|delivery| delivery.to == to && delivery.kind() == Kind::Unconfirmed)
    }
}
