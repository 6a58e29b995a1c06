//! The events that count, by the names that exports have for them.

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Event {
    /// The arm of a comparison was shown.
    Variant,
    /// A question came on screen.
    View,
    /// A question was left forwards.
    Answer,
    /// A verdict was reached.
    Complete,
    /// The call to action was followed.
    Cta,
    /// A lead was taken.
    Lead,
}

impl Event {
    /// The event of that name: as the widget tells it (`shindan:view`), or as GA4 takes it (`shindan_view`). `state` is that of
    /// a lead, where it is told: a lead counts once it is on its way.
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

    /// Whether it is of one question.
    pub(crate) fn is_of_question(self) -> bool {
        matches!(self, Event::View | Event::Answer)
    }
}
