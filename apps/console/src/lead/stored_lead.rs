//! A lead as stored on this device.

use diagnosis::Value;
use leads::{LeadRecord, lead_from_json};

use super::delivery::Delivery;

/// A lead, or the rest of one whose data is deleted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StoredLead {
    /// Id of the lead.
    pub(crate) id: String,
    /// The time at which it was stored, in seconds since 1970-01-01 UTC; 0 if the record cannot be read.
    pub(crate) stored_at: u32,
    /// The title of the page on which it was submitted.
    pub(crate) page_title: String,
    /// The lead; `None` once its data is deleted, or if the record cannot be read.
    pub(crate) lead: Option<Value>,
    /// Its deliveries.
    pub(crate) deliveries: Vec<Delivery>,
}

impl StoredLead {
    /// The lead of a record.
    pub(crate) fn new(record: &LeadRecord) -> Self {
        let deliveries = record.entry.deliveries().iter().map(|delivery| {
            let to = delivery.to.as_str().to_owned();
            let reason = record.reason(&to).cloned().unwrap_or_default();
            Delivery { to, state: Some(delivery.state), reason }
        });
        Self {
            id: record.id().to_owned(),
            stored_at: record.stored_at.get(),
            page_title: record.page_title.clone(),
            lead: record.lead.as_deref().and_then(lead_from_json),
            deliveries: deliveries.collect(),
        }
    }

    /// A lead that cannot be read, being of another version or damaged. It can be deleted.
    pub(crate) fn unreadable(id: String) -> Self {
        let unknown = Delivery { to: String::new(), state: None, reason: leads::Reason::default() };
        Self { id, stored_at: 0, page_title: String::new(), lead: None, deliveries: vec![unknown] }
    }

    /// The field of this dotted name, as text; empty if there is none.
    pub(crate) fn text(&self, path: &str) -> String {
        let part = path.split('.').try_fold(self.lead.as_ref(), |value, name| Some(value?.get(name)));
        part.flatten().map(leads::text_of).unwrap_or_default()
    }

    /// Whether it is a test lead.
    pub(crate) fn is_test(&self) -> bool {
        self.text("test") == "true"
    }

    /// The name of the person.
    pub(crate) fn person(&self) -> String {
        joined([self.text("contact.last_name"), self.text("contact.first_name")], " ")
    }
}

/// Joins the non-empty texts with `separator`.
pub(crate) fn joined(texts: [String; 2], separator: &str) -> String {
    let mut texts = Vec::from(texts);
    texts.retain(|text| !text.is_empty());
    texts.join(separator)
}

/// The reference number that the respondent reads: the first eight digits of the id.
pub(crate) fn reference_of(id: &str) -> String {
    let digits: Vec<char> = id.chars().take(8).flat_map(char::to_uppercase).collect();
    let (first, last) = digits.split_at(digits.len().min(4));
    first.iter().chain(['-'].iter()).chain(last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_is_the_beginning_of_the_id() {
        assert_eq!(reference_of("0a1b2c3d-0000-4000-8000-000000000000"), "0A1B-2C3D");
        assert_eq!(reference_of("ab"), "AB-");
    }

    #[test]
    fn parts_are_read_by_their_names_and_what_is_not_there_is_empty() {
        let lead = lead_from_json(r#"{"test":true,"contact":{"last_name":"試験"},"n":[1,2]}"#);
        let stored = StoredLead { lead, ..StoredLead::unreadable("x".to_owned()) };
        assert!(stored.is_test());
        assert_eq!((stored.person(), stored.text("contact.email")), ("試験".to_owned(), String::new()));
        assert_eq!(stored.text("n"), "1, 2");
        assert_eq!(StoredLead::unreadable("x".to_owned()).text("test"), "");
    }
}
