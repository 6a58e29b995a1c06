//! The stored form of a record: JSON, flat, with whole numbers, and with its version.
//!
//! A record that is damaged or of another version is not read, and the caller reports it; nothing is guessed.

use diagnosis::Id;
use serde::{Deserialize, Serialize};

use crate::connectors::DestinationSettings;
use crate::entry::{Delivery, Entry, FinalState, ReplyVisibility, State, TabId};
use crate::from_value::{from_value, parse};
use crate::identity::Identity;
use crate::record::{LeadRecord, Reason};
use crate::retry::Attempt;
use crate::time::{Seconds, Span, Time};

/// The version of this form.
const VERSION: u32 = 2;

#[derive(Serialize, Deserialize)]
struct StoredRecord {
    version: u32,
    id: String,
    stored_at: u32,
    created: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    purged_at: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lead: Option<String>,
    deliveries: Vec<StoredDelivery>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    origin: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    page_title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    data_layer: Option<DestinationSettings>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_announced: bool,
}

#[derive(Serialize, Deserialize)]
struct StoredDelivery {
    to: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    destination: Option<DestinationSettings>,
    visibility: String,
    queued_at: u32,
    state: String,
    /// The time at which the state began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tab: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    attempt: Option<u32>,
    /// A length in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wait: Option<u32>,
    /// A length in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    retry_after: Option<u32>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    code: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    fields: Vec<String>,
}

impl LeadRecord {
    /// The record as JSON text, which [`LeadRecord::from_json`] reads.
    pub fn to_json(&self) -> String {
        let delivery = |delivery: &Delivery| {
            let reason = self.reason(delivery.to.as_str()).cloned().unwrap_or_default();
            let destination = self.destinations.iter().find(|(name, _)| *name == delivery.to);
            StoredDelivery {
                destination: destination.map(|(_, settings)| settings.clone()),
                code: reason.code,
                fields: reason.fields,
                ..stored_delivery(delivery)
            }
        };
        let stored = StoredRecord {
            version: VERSION,
            id: self.id().to_owned(),
            stored_at: self.stored_at.get(),
            created: self.entry.created.get(),
            purged_at: self.entry.purged_at.map(Time::get),
            lead: self.lead.clone(),
            deliveries: self.entry.deliveries.iter().map(delivery).collect(),
            origin: self.identity.as_ref().map(|identity| identity.as_str().to_owned()),
            page_title: self.page_title.clone(),
            data_layer: self.data_layer.clone(),
            is_announced: self.is_announced,
        };
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// Reads a record from storage; `None` if [`LeadRecord::to_json`] did not write it.
    pub fn from_json(text: &str) -> Option<Self> {
        let stored: StoredRecord = from_value(&parse(text)?)?;
        if stored.version != VERSION {
            return None;
        }
        let mut record = Self {
            entry: Entry {
                id: Id::new(&stored.id)?,
                created: Time::new(stored.created),
                purged_at: stored.purged_at.map(Time::new),
                deliveries: Vec::new(),
            },
            stored_at: Time::new(stored.stored_at),
            lead: stored.lead,
            destinations: Vec::new(),
            reasons: Vec::new(),
            identity: stored.origin.as_deref().map(Identity::parse),
            page_title: stored.page_title,
            data_layer: stored.data_layer,
            is_announced: stored.is_announced,
            is_legacy: false,
        };
        for mut stored in stored.deliveries {
            let destination = stored.destination.take();
            let reason = Reason { code: std::mem::take(&mut stored.code), fields: std::mem::take(&mut stored.fields) };
            let delivery = delivery_of(&stored)?;
            if record.entry.is_purged() && delivery.state.end().is_none() {
                return None;
            }
            record.destinations.extend(destination.map(|settings| (delivery.to.clone(), settings)));
            if reason != Reason::default() {
                record.reasons.push((delivery.to.clone(), reason));
            }
            record.entry.deliveries.push(delivery);
        }
        Some(record)
    }
}

fn stored_delivery(delivery: &Delivery) -> StoredDelivery {
    let mut stored = StoredDelivery {
        to: delivery.to.as_str().to_owned(),
        destination: None,
        visibility: delivery.visibility.id().to_owned(),
        queued_at: delivery.queued_at.get(),
        state: delivery.state.id().to_owned(),
        since: None,
        tab: None,
        attempt: None,
        wait: None,
        retry_after: None,
        code: String::new(),
        fields: Vec::new(),
    };
    match delivery.state {
        State::Queued => {}
        State::Sending { by, attempt, since } => {
            (stored.tab, stored.attempt, stored.since) = (Some(by.0), Some(attempt.get().into()), Some(since.get()));
        }
        State::RetryWait { attempt, wait, retry_after } => {
            (stored.attempt, stored.since) = (Some(attempt.get().into()), Some(wait.from.get()));
            (stored.wait, stored.retry_after) = (Some(wait.length.0), Some(retry_after.0));
        }
        State::Final { at, .. } => stored.since = Some(at.get()),
    }
    stored
}

fn delivery_of(stored: &StoredDelivery) -> Option<Delivery> {
    let since = stored.since.map(Time::new);
    let attempt = stored.attempt.and_then(Attempt::new);
    let state = match stored.state.as_str() {
        "queued" => State::Queued,
        "sending" => State::Sending { by: TabId(stored.tab?), attempt: attempt?, since: since? },
        "retry_wait" => State::RetryWait {
            attempt: attempt?,
            wait: Span { from: since?, length: Seconds(stored.wait?) },
            retry_after: Seconds(stored.retry_after?),
        },
        id => State::Final { how: FinalState::from_id(id)?, at: since? },
    };
    Some(Delivery {
        to: Id::new(&stored.to)?,
        visibility: ReplyVisibility::from_id(&stored.visibility)?,
        queued_at: Time::new(stored.queued_at),
        state,
    })
}
