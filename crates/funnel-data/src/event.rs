//! The events that are counted, by their names in exports.

/// Kind of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Event {
    /// The arm of a comparison was shown.
    Variant,
    /// A question appeared on screen.
    View,
    /// A question was left in the forward direction.
    Answer,
    /// A verdict was reached.
    Complete,
    /// The call to action was followed.
    Cta,
    /// A lead was submitted.
    Lead,
}

impl Event {
    /// The event of that name: in the widget's form (`shindan:view`), or in GA4's (`shindan_view`). `state` is that of
    /// a lead, if known: a lead counts once it has been sent.
    pub(crate) fn named(name: &str, state: Option<&str>) -> Option<Self> {
        if name == "generate_lead" {
            return Some(Event::Lead);
        }
        let is_taken = state.is_none_or(|state| matches!(state, "delivered" | "accepted" | "sent_unconfirmed"));
        match name.strip_prefix("shindan")?.strip_prefix([':', '_', ' '])? {
            "variant" => Some(Event::Variant),
            "view" => Some(Event::View),
            "answer" => Some(Event::Answer),
            "complete" => Some(Event::Complete),
            "cta" => Some(Event::Cta),
            "lead" if is_taken => Some(Event::Lead),
            _ => None,
        }
    }

    /// Whether the event belongs to one question.
    pub(crate) fn is_of_question(self) -> bool {
        matches!(self, Event::View | Event::Answer)
    }
}
