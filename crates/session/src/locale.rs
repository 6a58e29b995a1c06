//! The language-dependent parts of the views: messages, the browser's formatting of days and plural forms, and the
//! page's campaign.

use std::rc::Rc;

use diagnosis::Actor;
use messages::{MessageKey, Messages};

/// Locale of the views. The browser formats days and selects plural forms.
#[derive(Clone, Copy)]
pub struct Locale<'a> {
    /// The messages.
    pub messages: &'a Messages,
    /// Formats a day, counted from 1970-01-01, in words.
    pub date: &'a dyn Fn(u32) -> String,
    /// Whether the language uses the singular form for this number.
    pub is_one: &'a dyn Fn(u32) -> bool,
    /// The campaign parameters of the page as a query; empty if there are none.
    pub campaign: &'a dyn Fn() -> String,
}

/// The people who act on a finding, in words.
pub(crate) fn actor_name(actor: Actor, messages: &Messages) -> &Rc<str> {
    messages.get(match actor {
        Actor::Executive => MessageKey::ExecutiveActs,
        Actor::Promoter => MessageKey::PromoterActs,
        Actor::Floor => MessageKey::FloorActs,
        Actor::Adviser => MessageKey::AdviserActs,
    })
}
