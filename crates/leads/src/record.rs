//! A lead as stored on a device: its states, its content and its destinations.

use diagnosis::{Id, Value};

use crate::apply::apply;
use crate::connectors::{Destination, DestinationSettings, ReplyOutcome};
use crate::entry::{Delivery, Entry, FinalState, ReplyVisibility, State};
use crate::events::{Event, Step};
use crate::identity::Identity;
use crate::lead_value::lead_from_json;
use crate::plan::{Action, plan, plan_by};
use crate::retry::{Jitter, LEASE};
use crate::time::Time;

/// A stored lead. Its text form is in `stored`, that of earlier versions in `legacy`.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadRecord {
    /// The state of the lead at each destination.
    pub entry: Entry,
    /// The time at which it was stored, by the clock of that moment.
    pub stored_at: Time,
    /// The lead as JSON text; `None` once its data was deleted.
    pub lead: Option<String>,
    /// The destinations that it was submitted to, by name.
    pub destinations: Vec<(Id, DestinationSettings)>,
    /// Replies of receivers, by the name of the destination.
    pub reasons: Vec<(Id, Reason)>,
    /// The page and widget on which it was submitted; `None` for a record of an earlier version, which did not tell
    /// pages apart.
    pub identity: Option<Identity>,
    /// The title of the page on which it was submitted.
    pub page_title: String,
    /// The data layer that is notified on first acceptance.
    pub data_layer: Option<DestinationSettings>,
    /// Whether the data layer was notified: once a lead was accepted somewhere, or at least sent.
    pub is_announced: bool,
    /// Whether it was read from the text form of an earlier version, a page of which may still be open.
    pub is_legacy: bool,
}

/// Why a receiver did not accept a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// A technical code, such as `http_404`; empty if there is none.
    pub code: String,
    /// The parts of the lead that were refused, such as `contact.email`.
    pub fields: Vec<String>,
}

/// Destinations of a widget's leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Destinations {
    /// The destinations that leads are sent to, by name: the kind, and a number from the second of a kind on.
    pub named: Vec<(Id, DestinationSettings)>,
    /// The data layer, if it is one of them.
    pub data_layer: Option<DestinationSettings>,
}

impl Destinations {
    /// Reads the owner's destinations by their names. Destinations that a connector refuses are left out.
    pub fn new(configured: &[(String, DestinationSettings)]) -> Self {
        let mut made = Self::default();
        for (name, settings) in configured {
            let Ok(destination) = Destination::new(settings) else { continue };
            if destination.is_data_layer() {
                made.data_layer = Some(settings.clone());
            } else if let (Some(name), Some(_)) = (Id::new(name), destination.visibility()) {
                made.named.push((name, settings.clone()));
            }
        }
        made
    }
}

/// The action at `now` for stored records, as [`plan`] returns it for entries. A receiver is identified by its kind and address:
/// two pages of a site may give two receivers the same name.
pub fn plan_records(records: &[LeadRecord], now: Time) -> Action {
    plan_by(records, |record| &record.entry, LeadRecord::receiver_of, now)
}

impl LeadRecord {
    /// A lead that was just submitted; `None` if it has no id, or is not a JSON object.
    pub fn new(lead: String, to: Destinations, identity: Identity, page_title: String, now: Time) -> Option<Self> {
        let Value::Text(id) = lead_from_json(&lead)?.get("lead_id")?.clone() else { return None };
        let visibility = |settings: &DestinationSettings| {
            Destination::new(settings).ok().and_then(|to| to.visibility()).unwrap_or(ReplyVisibility::Opaque)
        };
        let queue = to.named.iter().map(|(name, settings)| (name.clone(), visibility(settings)));
        Some(Self {
            entry: Entry::new(Id::new(&id)?, queue, now),
            stored_at: now,
            lead: Some(lead),
            destinations: to.named,
            reasons: Vec::new(),
            identity: Some(identity),
            page_title,
            data_layer: to.data_layer,
            is_announced: false,
            is_legacy: false,
        })
    }

    /// The id of the lead.
    pub fn id(&self) -> &str {
        self.entry.id().as_str()
    }

    /// The record after an event; `None` if it is to be deleted completely. The event that makes the data unnecessary
    /// also deletes it.
    ///
    /// A record that a page of an earlier version is sending is left alone, except for a deletion: that page must be
    /// able to store the outcome, and could not read the form of this version.
    #[must_use]
    pub fn apply(self, event: Event<'_>, now: Time, jitter: Jitter) -> Option<Self> {
        if self.is_held_by_legacy(now) && event != Event::Deleted {
            return Some(self);
        }
        let mut after = Self { entry: apply(self.entry.clone(), event, now, jitter)?, ..self.clone() };
        let sent = |delivery: &Delivery| delivery.state.end().is_some_and(|how| how.was_sent());
        after.is_announced |= after.entry.deliveries().iter().any(sent);
        if after.entry.is_purged() {
            (after.lead, after.data_layer) = (None, None);
            after.destinations.clear();
        }
        after.is_legacy = self.is_legacy && after == self;
        Some(after)
    }

    /// The record once somebody requests it to be sent again to the destinations that `is_wanted` selects; `None` as
    /// for [`LeadRecord::apply`].
    #[must_use]
    pub fn retried(self, is_wanted: impl Fn(&Delivery) -> bool, now: Time, jitter: Jitter) -> Option<Self> {
        let wanted = self.entry.deliveries().iter().filter(|delivery| is_wanted(delivery));
        let names: Vec<Id> = wanted.map(|delivery| delivery.to.clone()).collect();
        names
            .into_iter()
            .try_fold(self, |record, to| record.apply(Event::At { to: to.as_str(), step: Step::Retry }, now, jitter))
    }

    /// The record once its respondent asks to send it again; `None` as for [`LeadRecord::apply`]. What was sent without a readable
    /// reply is sent again only if nothing else may succeed: its receiver may have it already.
    #[must_use]
    pub fn sent_again(self, now: Time, jitter: Jitter) -> Option<Self> {
        let was_sent = |delivery: &Delivery| delivery.state.end().is_some_and(FinalState::was_sent);
        let is_hopeless = |delivery: &Delivery| delivery.state.end() == Some(FinalState::Rejected);
        let is_last_resort = self.entry.deliveries().iter().all(|delivery| was_sent(delivery) || is_hopeless(delivery));
        self.retried(|delivery| is_last_resort || !was_sent(delivery), now, jitter)
    }

    /// Applies a reply, and stores the reason that the receiver gave.
    #[must_use]
    pub fn apply_reply(self, to: &str, step: Step, reply: ReplyOutcome, now: Time, jitter: Jitter) -> Option<Self> {
        let before = self.entry.clone();
        let mut after = self.apply(Event::At { to, step }, now, jitter)?;
        if after.entry != before {
            after.reasons.retain(|(name, _)| name.as_str() != to);
            if let Some(name) = Id::new(to).filter(|_| !reply.code.is_empty() || !reply.fields.is_empty()) {
                after.reasons.push((name, Reason { code: reply.code, fields: reply.fields }));
            }
        }
        Some(after)
    }

    /// The time at which it has to be checked again: at once while something is to be sent, later when time alone will
    /// change it, never if the lead only stays here.
    pub fn due(&self, now: Time) -> Option<Time> {
        if self.entry.deliveries().iter().any(|delivery| delivery.state.end().is_none()) {
            return Some(Time::FIRST);
        }
        match plan(std::slice::from_ref(&self.entry), now) {
            Action::Wait { until } => Some(until),
            Action::Expire { .. } | Action::Send { .. } => Some(now),
            Action::Nothing => None,
        }
    }

    /// Whether a page of an earlier version holds its lease.
    fn is_held_by_legacy(&self, now: Time) -> bool {
        let is_held = |delivery: &Delivery| matches!(delivery.state, State::Sending { since, .. } if since <= now && since.after(LEASE) > now);
        self.is_legacy && self.entry.deliveries().iter().any(is_held)
    }

    /// Kind and address of the receiver of a delivery; its name where the destination is not known.
    fn receiver_of<'a>(&'a self, delivery: &'a Delivery) -> (&'a str, &'a str) {
        let found = self.destinations.iter().find(|(name, _)| *name == delivery.to);
        found.map_or((delivery.to.as_str(), ""), |(_, settings)| (&settings.kind, &settings.url))
    }

    /// The reply of the receiver of this name.
    pub fn reason(&self, to: &str) -> Option<&Reason> {
        self.reasons.iter().find(|(name, _)| name.as_str() == to).map(|(_, reason)| reason)
    }

    /// The destination of the lead under this name, with the page's current configuration; `current` is empty if this
    /// is not its page, and the lead then goes to its original destination.
    ///
    /// A destination is identified by its kind and address; where several share these, as two organisations at Salesforce do, only
    /// by all its settings, or by its name if just one of them was the lead's. If its address is not among the current ones, the
    /// owner is assumed to have corrected it, and the destination is identified by its name, unless that name now belongs to
    /// another of this lead's destinations.
    pub fn destination<'a>(
        &'a self,
        to: &str,
        current: &'a [(Id, DestinationSettings)],
    ) -> Option<&'a DestinationSettings> {
        let named = |list: &'a [(Id, DestinationSettings)]| {
            list.iter().find(|(name, _)| name.as_str() == to).map(|(_, settings)| settings)
        };
        let meant = named(&self.destinations)?;
        let is_meant = |other: &DestinationSettings| other.kind == meant.kind && other.url == meant.url;
        let candidates: Vec<_> = current.iter().filter(|(_, settings)| is_meant(settings)).collect();
        if !candidates.is_empty() {
            let is_alone = self.destinations.iter().filter(|(_, settings)| is_meant(settings)).count() == 1;
            let unchanged = candidates.iter().find(|(_, settings)| settings == meant);
            let corrected = || match candidates.as_slice() {
                [only] => Some(only),
                several => several.iter().find(|(name, _)| name.as_str() == to),
            };
            let found = unchanged.or_else(|| corrected().filter(|_| is_alone));
            return Some(found.map_or(meant, |(_, settings)| settings));
        }
        let is_other = |fixed: &&DestinationSettings| {
            let same = |other: &DestinationSettings| other.kind == fixed.kind && other.url == fixed.url;
            self.destinations.iter().any(|(_, other)| same(other))
        };
        Some(named(current).filter(|fixed| fixed.kind == meant.kind && !is_other(fixed)).unwrap_or(meant))
    }
}
