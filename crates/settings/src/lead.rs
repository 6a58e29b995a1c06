//! The key `lead`: the contact form, and the destinations of leads.

use leads::{DestinationSettings, Input, SALESFORCE_EMAIL_MAX};

/// Placement of the contact form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Placement {
    /// Below the result.
    #[default]
    After,
    /// Instead of the result, until it is sent or skipped.
    Before,
    /// No form.
    Off,
}

impl Placement {
    /// Every placement, the default first.
    pub const ALL: [Placement; 3] = [Placement::After, Placement::Before, Placement::Off];

    /// Name of the placement in configurations.
    pub fn id(self) -> &'static str {
        match self {
            Placement::After => "after",
            Placement::Before => "before",
            Placement::Off => "off",
        }
    }

    /// The placement of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|placement| placement.id() == id)
    }
}

/// An input of the contact form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadField {
    /// The name of the company.
    Company,
    /// The family name.
    LastName,
    /// The given name.
    FirstName,
    /// The e-mail address, which is always asked for.
    Email,
    /// The phone number.
    Phone,
    /// The job title.
    Title,
    /// The size of the company, one of a list.
    Size,
    /// The respondent's message.
    Message,
}

impl LeadField {
    /// Every field.
    pub const ALL: [LeadField; 8] = [
        LeadField::Company,
        LeadField::LastName,
        LeadField::FirstName,
        LeadField::Email,
        LeadField::Phone,
        LeadField::Title,
        LeadField::Size,
        LeadField::Message,
    ];

    /// The part of a lead that the field fills.
    pub fn part_of<'l>(
        self,
        contact: &'l mut leads::Contact,
        message: &'l mut Option<String>,
    ) -> &'l mut Option<String> {
        match self {
            LeadField::Company => &mut contact.company,
            LeadField::LastName => &mut contact.last_name,
            LeadField::FirstName => &mut contact.first_name,
            LeadField::Email => &mut contact.email,
            LeadField::Phone => &mut contact.phone,
            LeadField::Title => &mut contact.title,
            LeadField::Size => &mut contact.size,
            LeadField::Message => message,
        }
    }

    /// Name of the field in configurations, in the form and in `lead/v1`.
    pub fn id(self) -> &'static str {
        match self {
            LeadField::Company => "company",
            LeadField::LastName => "last_name",
            LeadField::FirstName => "first_name",
            LeadField::Email => "email",
            LeadField::Phone => "phone",
            LeadField::Title => "title",
            LeadField::Size => "size",
            LeadField::Message => "message",
        }
    }

    /// The field of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }

    /// The kind of text that the field accepts.
    pub fn input(self) -> Input {
        match self {
            LeadField::Company => Input::Company,
            LeadField::LastName | LeadField::FirstName => Input::Name,
            LeadField::Email => Input::Email,
            LeadField::Phone => Input::Phone,
            LeadField::Title | LeadField::Size => Input::Line,
            LeadField::Message => Input::Message,
        }
    }
}

/// The separate consent to marketing mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marketing {
    /// The sender's formal name, which must be shown beside the box; without it there is no box.
    pub sender: String,
    /// The owner's own wording of the consent.
    pub text: Option<String>,
}

/// Contact details of the owner, for when sending fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// A phone number, as displayed.
    pub tel: Option<String>,
    /// A `mailto:` link: from `contact.mail`, else from a destination of type `mail`.
    pub mail: Option<String>,
    /// Days until the respondent may expect a reply; 3 by default.
    pub days: u32,
}

impl Default for Contact {
    fn default() -> Self {
        Self { tel: None, mail: None, days: 3 }
    }
}

/// What the form may promise about sending.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delivery {
    /// The owner named no receiver: leads stay on this device, and the form says so.
    #[default]
    OnDevice,
    /// At least one receiver can be sent to.
    Sent,
    /// The owner named receivers, or may have, and none can be used: the form says that its settings are at fault,
    /// offers manual delivery, and never speaks of sending.
    Unusable,
}

/// Settings of the contact form.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadSettings {
    /// Where the form stands.
    pub placement: Placement,
    /// The fields that the owner asks for, in order; empty for the default ones. See [`LeadSettings::fields`].
    pub requested: Vec<LeadField>,
    /// The required fields: the e-mail address, those without which a receiver drops a lead, and those that the owner
    /// requires.
    pub required: Vec<LeadField>,
    /// The purpose of use, in the owner's words.
    pub purpose: Option<String>,
    /// A link to the owner's privacy policy.
    pub policy_href: Option<String>,
    /// The version of that policy, which is stored with each lead.
    pub policy_version: Option<String>,
    /// The consent to marketing mail, if the owner asks for it.
    pub marketing: Option<Marketing>,
    /// Contact details of the owner.
    pub contact: Contact,
    /// Whether the respondent may skip the form to see a result that waits for it.
    pub can_skip: bool,
    /// Seconds without a touch after which a widget in kiosk mode starts again.
    pub kiosk_seconds: Option<u32>,
    /// The usable destinations, by their names (`hubspot`, the second of a kind `hubspot-2`), in order. A refused
    /// destination keeps its number, so that fixing it does not rename the others.
    pub destinations: Vec<(String, DestinationSettings)>,
    /// What the form may promise about sending.
    pub delivery: Delivery,
}

impl Default for LeadSettings {
    fn default() -> Self {
        Self {
            placement: Placement::default(),
            requested: Vec::new(),
            required: vec![LeadField::Email],
            purpose: None,
            policy_href: None,
            policy_version: None,
            marketing: None,
            contact: Contact::default(),
            can_skip: false,
            kiosk_seconds: None,
            destinations: Vec::new(),
            delivery: Delivery::default(),
        }
    }
}

impl LeadSettings {
    /// The fields of the form in order, for a language; includes the required ones.
    ///
    /// ```
    /// # use settings::{LeadField, LeadSettings};
    /// let usual = LeadSettings::default();
    /// assert_eq!(usual.fields("ja")[1..3], [LeadField::LastName, LeadField::FirstName]);
    /// assert_eq!(usual.fields("en")[1..3], [LeadField::FirstName, LeadField::LastName]);
    /// ```
    pub fn fields(&self, lang: &str) -> Vec<LeadField> {
        let [first, second] = match lang {
            "ja" => [LeadField::LastName, LeadField::FirstName],
            _ => [LeadField::FirstName, LeadField::LastName],
        };
        let usual = [LeadField::Company, first, second, LeadField::Email, LeadField::Phone, LeadField::Message];
        let requested: &[LeadField] = if self.requested.is_empty() { &usual } else { &self.requested };
        let mut fields = Vec::new();
        for field in requested.iter().chain(&self.required) {
            if !fields.contains(field) {
                fields.push(*field);
            }
        }
        fields
    }

    /// Maximum number of characters that the form accepts in a field: fewer than usual where a receiver silently drops
    /// a lead with more.
    pub fn longest(&self, field: LeadField) -> usize {
        let is_for_salesforce = self.destinations.iter().any(|(_, to)| to.kind == "salesforce");
        match field {
            LeadField::Email if is_for_salesforce => SALESFORCE_EMAIL_MAX,
            _ => field.input().longest(),
        }
    }
}
