//! The state of a lead at one destination, and the possible actions.

use leads::{FinalState, Reason, State, Time};

/// A delivery of a lead.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Delivery {
    /// The destination's name; empty where the record cannot be read.
    pub(crate) to: String,
    /// The state; `None` if the record cannot be read.
    pub(crate) state: Option<State>,
    /// The receiver's reply.
    pub(crate) reason: Reason,
}

/// Groups of states that mean the same to staff. A lead without any delivery is `Kept`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Kept,
    Waiting,
    Delivered,
    Unconfirmed,
    Failed,
    Unknown,
}

impl Kind {
    /// The groups that can be filtered by.
    pub(crate) const NAMED: [Self; 5] = [Self::Kept, Self::Waiting, Self::Delivered, Self::Unconfirmed, Self::Failed];

    /// Name of the group, in the catalogue, as a class, and as a value of the filter.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Waiting => "waiting",
            Self::Delivered => "delivered",
            Self::Unconfirmed => "unconfirmed",
            Self::Failed => "failed",
            Self::Unknown => "unknown",
        }
    }

    /// The group of that name.
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|kind| kind.id() == id)
    }
}

impl Delivery {
    pub(crate) fn kind(&self) -> Kind {
        match self.state.map(State::end) {
            None => Kind::Unknown,
            Some(None) => Kind::Waiting,
            Some(Some(FinalState::Delivered | FinalState::Accepted)) => Kind::Delivered,
            Some(Some(FinalState::SentUnconfirmed)) => Kind::Unconfirmed,
            Some(Some(FinalState::Rejected | FinalState::ActionRequired | FinalState::Expired)) => Kind::Failed,
        }
    }

    /// The time at which it ended, if it did.
    pub(crate) fn ended_at(&self) -> Option<Time> {
        match self.state {
            Some(State::Final { at, .. }) => Some(at),
            _ => None,
        }
    }

    /// Whether it may be sent again by hand.
    pub(crate) fn is_repeatable(&self) -> bool {
        self.state.is_some_and(is_repeatable)
    }
}

/// Whether sending ended without delivering the lead.
pub(crate) fn has_failed(state: State) -> bool {
    let failures = [FinalState::Rejected, FinalState::ActionRequired, FinalState::Expired];
    state.end().is_some_and(|how| failures.contains(&how))
}

/// Whether it may be sent again by hand: it failed, may not have arrived, or waits for another attempt.
pub(crate) fn is_repeatable(state: State) -> bool {
    has_failed(state) || state.end() == Some(FinalState::SentUnconfirmed) || matches!(state, State::RetryWait { .. })
}

/// Display name of a destination: its product, and its number if there are several.
pub(crate) fn destination_name(to: &str) -> String {
    let product = |kind: &str| match kind {
        "hubspot" => Some("HubSpot"),
        "salesforce" => Some("Salesforce"),
        "zoho" => Some("Zoho CRM"),
        "espocrm" => Some("EspoCRM"),
        "webhook-json" => Some("Webhook (JSON)"),
        "webhook-simple" => Some("Webhook"),
        "form" => Some("Form"),
        _ => None,
    };
    let numbered = to.rsplit_once('-').filter(|(_, number)| number.bytes().all(|digit| digit.is_ascii_digit()));
    match (product(to), numbered) {
        (Some(name), _) => name.to_owned(),
        (None, Some((kind, number))) => product(kind).map_or_else(|| to.to_owned(), |name| format!("{name} {number}")),
        (None, None) => to.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_destination_is_called_by_its_product_and_number() {
        let names = ["hubspot", "webhook-json", "webhook-json-2", "form-12", "other-2", "other"].map(destination_name);
        assert_eq!(names, ["HubSpot", "Webhook (JSON)", "Webhook (JSON) 2", "Form 12", "other-2", "other"]);
    }

    #[test]
    fn what_arrived_or_is_on_its_way_is_not_sent_again() {
        let ended = |how| State::Final { how, at: Time::FIRST };
        let check = |state, failed, repeatable| {
            assert_eq!((has_failed(state), is_repeatable(state)), (failed, repeatable), "{state:?}");
        };
        check(State::Queued, false, false);
        check(ended(FinalState::Delivered), false, false);
        check(ended(FinalState::Accepted), false, false);
        check(ended(FinalState::SentUnconfirmed), false, true);
        for how in [FinalState::Rejected, FinalState::ActionRequired, FinalState::Expired] {
            check(ended(how), true, true);
        }
    }
}
