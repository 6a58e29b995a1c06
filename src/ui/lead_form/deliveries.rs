//! The state of a lead at each destination, and which of them is shown to the respondent.

/// State of a lead at a destination, the best first. Of several destinations the best state counts; the owner has to
/// fix the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeadState {
    /// The receiver has it.
    Delivered,
    /// The receiver accepted it and is processing it.
    Accepted,
    /// It is being sent.
    Sending,
    /// It waits to be sent.
    Queued,
    /// It will be sent again.
    RetryWait,
    /// It was sent, and the reply cannot be read.
    SentUnconfirmed,
    /// The receiver refuses its content.
    Rejected,
    /// The owner's settings are at fault.
    ActionRequired,
    /// No attempts are left.
    Expired,
    /// It is stored here, without a destination.
    Kept,
    /// The respondent deleted it.
    Removed,
}

impl LeadState {
    const ALL: [LeadState; 11] = [
        LeadState::Delivered,
        LeadState::Accepted,
        LeadState::Sending,
        LeadState::Queued,
        LeadState::RetryWait,
        LeadState::SentUnconfirmed,
        LeadState::Rejected,
        LeadState::ActionRequired,
        LeadState::Expired,
        LeadState::Kept,
        LeadState::Removed,
    ];

    /// Name of the state in the outbox.
    pub fn id(self) -> &'static str {
        match self {
            LeadState::Delivered => "delivered",
            LeadState::Accepted => "accepted",
            LeadState::Sending => "sending",
            LeadState::Queued => "queued",
            LeadState::RetryWait => "retry_wait",
            LeadState::SentUnconfirmed => "sent_unconfirmed",
            LeadState::Rejected => "rejected",
            LeadState::ActionRequired => "action_required",
            LeadState::Expired => "expired",
            LeadState::Kept => "kept",
            LeadState::Removed => "removed",
        }
    }

    /// The state of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }

    /// Name of the state in the event `shindan:lead`; `None` for a lead without a destination.
    pub fn event_id(self) -> &'static str {
        if self == LeadState::Kept { LeadState::Queued.id() } else { self.id() }
    }

    /// Whether the lead is, or may be, only on this device.
    pub(super) fn is_waiting(self) -> bool {
        !matches!(self, LeadState::Delivered | LeadState::Accepted | LeadState::SentUnconfirmed | LeadState::Removed)
    }

    /// Whether it may be sent once more on demand.
    pub(super) fn can_retry(self) -> bool {
        matches!(
            self,
            LeadState::RetryWait | LeadState::SentUnconfirmed | LeadState::ActionRequired | LeadState::Expired
        )
    }

    /// Whether the respondent may deliver it in another way, and delete it.
    pub(super) fn can_hand_on(self) -> bool {
        self.can_retry() || matches!(self, LeadState::Rejected | LeadState::Kept)
    }
}

/// A status of a lead at one destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryStatus {
    /// Id of the lead.
    pub lead_id: String,
    /// The name of the destination; `None` for a lead without one.
    pub destination: Option<String>,
    /// State of the lead at this destination.
    pub state: LeadState,
    /// What went wrong, for the owner.
    pub code: Option<String>,
    /// The parts of the lead that were refused, by their dotted names.
    pub fields: Vec<String>,
}

/// All known statuses of a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deliveries(Vec<DeliveryStatus>);

impl Deliveries {
    /// The status of a lead that was deleted.
    pub(super) fn removed(lead_id: &str) -> Self {
        let (lead_id, state) = (lead_id.to_owned(), LeadState::Removed);
        Self(vec![DeliveryStatus { lead_id, destination: None, state, code: None, fields: Vec::new() }])
    }

    /// Adds a status; returns whether the best state has changed.
    pub fn update(&mut self, news: DeliveryStatus) -> bool {
        let before = self.best();
        match self.0.iter_mut().find(|known| known.destination == news.destination) {
            Some(known) => *known = news,
            None => self.0.push(news),
        }
        self.best() != before
    }

    /// The best state.
    pub fn best(&self) -> Option<LeadState> {
        self.0.iter().map(|known| known.state).min()
    }

    /// The last parts of the names of refused fields, which are the names of inputs.
    pub(super) fn refused(&self) -> Vec<&str> {
        let fields = self.0.iter().flat_map(|known| &known.fields);
        fields.map(|field| field.rsplit('.').next().unwrap_or(field)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn news(destination: &str, state: LeadState, fields: &[&str]) -> DeliveryStatus {
        let fields = fields.iter().map(|field| (*field).to_owned()).collect();
        DeliveryStatus { lead_id: "id".into(), destination: Some(destination.into()), state, code: None, fields }
    }

    #[test]
    fn the_best_destination_counts() {
        let mut all = Deliveries::default();
        assert!(all.update(news("a", LeadState::Queued, &[])));
        assert!(!all.update(news("b", LeadState::Rejected, &["contact.phone", "email"])));
        assert!(all.update(news("a", LeadState::ActionRequired, &[])));
        assert_eq!((all.best(), all.refused()), (Some(LeadState::Rejected), vec!["phone", "email"]));
        assert!(all.update(news("b", LeadState::Delivered, &[])));
        assert!(all.refused().is_empty());
    }

    #[test]
    fn every_state_is_known_by_its_name() {
        for state in LeadState::ALL {
            assert_eq!(LeadState::from_id(state.id()), Some(state));
        }
    }
}
