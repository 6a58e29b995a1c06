//! The owner's configuration of one destination.

use serde::{Deserialize, Serialize};

/// One destination of the owner's configuration, as plain data.
///
/// `Destination::new` decides whether it can be used. Texts contain no line breaks or tabs and no blanks at their ends;
/// the reader of the configuration ensures that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DestinationSettings {
    /// The kind of receiver, such as `hubspot` or `webhook-json`.
    pub kind: String,
    /// The address of the receiver; empty if nothing is sent.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// The receiver's fields by name, each with the dotted name of the part of `lead/v1` that fills it, or `note`. If
    /// empty, the connector's own names are used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<(String, String)>,
    /// Maximum number of characters that the receiver keeps of a field, by its name; a longer value is cut.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub max: Vec<(String, u32)>,
    /// Fields by name that have the same text in every lead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constants: Vec<(String, String)>,
    /// Whether the owner declared that a value that looks like a secret is meant to be public.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_public: bool,
}

/// A receiver's own fields: the name of each, and the part of the lead that fills it.
pub(super) type OwnFields = &'static [(&'static str, &'static str)];

impl DestinationSettings {
    /// The constant of this name.
    pub(super) fn constant(&self, name: &str) -> Option<&str> {
        self.constants.iter().find(|(key, _)| key == name).map(|(_, text)| text.as_str())
    }

    /// Maximum number of characters that the receiver keeps of this field, if the owner set it.
    pub(super) fn max_of(&self, field: &str) -> Option<u32> {
        self.max.iter().find(|(name, _)| name == field).map(|(_, max)| *max)
    }

    /// Each field that a part of the lead fills: those of the owner, or else the connector's `own`.
    pub(super) fn field_parts(&self, own: OwnFields) -> impl Iterator<Item = (&str, &str)> {
        let own = if self.fields.is_empty() { own } else { &[] };
        let set = self.fields.iter().map(|(name, part)| (name.as_str(), part.as_str()));
        set.chain(own.iter().copied())
    }

    /// The part of the lead that fills this field of the receiver.
    pub(super) fn part_of<'s>(&'s self, own: OwnFields, field: &str) -> Option<&'s str> {
        self.field_parts(own).find(|(name, _)| *name == field).map(|(_, part)| part)
    }
}
