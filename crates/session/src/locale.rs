//! What the views speak with: messages, the browser's way of writing days and choosing plural forms, and the page's campaign.

use std::rc::Rc;

use diagnosis::Actor;
use messages::{MessageKey, Messages};

/// What the views of one language speak with. Days and plural forms are the browser's business.
#[derive(Clone, Copy)]
pub struct Locale<'a> {
    /// The wording.
    pub messages: &'a Messages,
    /// Puts a day, counted from 1970-01-01, in words.
    pub date: &'a dyn Fn(u32) -> String,
    /// Whether the language speaks of so many as of one.
    pub is_one: &'a dyn Fn(u32) -> bool,
    /// The campaign parameters of the page as a query; empty without any.
    pub campaign: &'a dyn Fn() -> String,
}

/// Who acts on a finding, in words.
pub(crate) fn actor_name(actor: Actor, messages: &Messages) -> &Rc<str> {
    messages.get(match actor {
        Actor::Executive => MessageKey::ExecutiveActs,
        Actor::Promoter => MessageKey::PromoterActs,
        Actor::Floor => MessageKey::FloorActs,
        Actor::Adviser => MessageKey::AdviserActs,
    })
}
