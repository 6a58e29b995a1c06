//! Which messages the form uses.

use std::rc::Rc;

use leads::InputError;
use messages::{LeadMessageKey, Messages};
use settings::{Delivery, LeadField};

/// The label of an input.
pub(super) fn label_key(field: LeadField) -> LeadMessageKey {
    match field {
        LeadField::Company => LeadMessageKey::Company,
        LeadField::LastName => LeadMessageKey::LastName,
        LeadField::FirstName => LeadMessageKey::FirstName,
        LeadField::Email => LeadMessageKey::Email,
        LeadField::Phone => LeadMessageKey::Phone,
        LeadField::Title => LeadMessageKey::Title,
        LeadField::Size => LeadMessageKey::Size,
        LeadField::Message => LeadMessageKey::Message,
    }
}

/// The error message of the input with this label.
pub(super) fn error_text(error: InputError, label: &str, messages: &Messages) -> Rc<str> {
    let (key, detail) = match error {
        InputError::Missing => (LeadMessageKey::Missing, String::new()),
        InputError::TooLong { max } => (LeadMessageKey::Long, max.to_string()),
        InputError::Space => (LeadMessageKey::Space, String::new()),
        InputError::NoAt => (LeadMessageKey::NoAt, String::new()),
        InputError::ManyAts => (LeadMessageKey::ManyAts, String::new()),
        InputError::BeforeAt => (LeadMessageKey::BeforeAt, String::new()),
        InputError::AfterAt => (LeadMessageKey::AfterAt, String::new()),
        InputError::Character(stray) => (LeadMessageKey::Character, stray.to_string()),
        InputError::Beginning => (LeadMessageKey::Beginning, String::new()),
        InputError::TooFewDigits => (LeadMessageKey::Few, String::new()),
        InputError::TooManyDigits => (LeadMessageKey::Many, String::new()),
    };
    messages.fill(key, &[("label", label), ("detail", &detail)])
}

/// The wording for a form that sends, and for one that only stores. A form that sends nothing never speaks of sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wording {
    pub(super) gate: LeadMessageKey,
    pub(super) along: LeadMessageKey,
    pub(super) agree: LeadMessageKey,
    pub(super) preview: LeadMessageKey,
    pub(super) submit: LeadMessageKey,
    pub(super) not_yet: LeadMessageKey,
    pub(super) too_large: LeadMessageKey,
    pub(super) failed: LeadMessageKey,
    pub(super) kept: LeadMessageKey,
}

impl Wording {
    /// The wording for what the form may promise.
    pub(super) fn of(delivery: Delivery) -> Self {
        match delivery {
            Delivery::Sent => Self {
                gate: LeadMessageKey::Gate,
                along: LeadMessageKey::Along,
                agree: LeadMessageKey::Agree,
                preview: LeadMessageKey::Preview,
                submit: LeadMessageKey::Submit,
                not_yet: LeadMessageKey::NotYet,
                too_large: LeadMessageKey::TooLarge,
                failed: LeadMessageKey::Failed,
                kept: LeadMessageKey::Kept,
            },
            Delivery::OnDevice | Delivery::Unusable => Self {
                gate: LeadMessageKey::GateKept,
                along: LeadMessageKey::AlongKept,
                agree: LeadMessageKey::AgreeKept,
                preview: LeadMessageKey::PreviewKept,
                submit: LeadMessageKey::Store,
                not_yet: LeadMessageKey::NotYetKept,
                too_large: LeadMessageKey::TooLargeKept,
                failed: LeadMessageKey::FailedKept,
                kept: match delivery {
                    Delivery::Unusable => LeadMessageKey::KeptUnusable,
                    Delivery::OnDevice | Delivery::Sent => LeadMessageKey::Kept,
                },
            },
        }
    }
}
