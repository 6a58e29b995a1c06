//! A destination of leads as the owner configured it.

/// What the owner set for one destination of `lead.destinations`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DestinationSettings {
    /// The type, such as `hubspot`.
    pub kind: String,
    /// The address; empty where nothing is sent.
    pub url: String,
    /// The receiver's fields, each with the part of `lead/v1` that fills it.
    pub fields: Vec<(String, String)>,
    /// The receiver's fields that are the same in every lead, each with its text.
    pub constants: Vec<(String, String)>,
    /// Whether the owner says that what looks like a secret here is meant to be public.
    pub is_public: bool,
}
