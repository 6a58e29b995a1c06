//! Records of version 0.1, which stored an entry as lines of words. They are read, and written in the form of `stored`
//! as soon as something about them changes.
//!
//! ```text
//! 12345678-9abc-4ef0-9234-56789abcdef0 1795310414          (or: … gone 1795310420)
//! hubspot readable 1795310414 retry_wait 1 1795310414 3 0
//! form opaque 1795310414 sent_unconfirmed 1795310415
//! ```
//!
//! A destination was stored as its kind, its address, and a line for each field: its name, a tab, and a part of the
//! lead, or `=` and a text.

use std::str::Split;

use diagnosis::{Id, Value};

use crate::connectors::DestinationSettings;
use crate::entry::{Delivery, Entry, FinalState, ReplyVisibility, State, TabId};
use crate::lead_value::{text_of, to_json};
use crate::record::{LeadRecord, Reason};
use crate::retry::Attempt;
use crate::time::{Seconds, Span, Time};

impl LeadRecord {
    /// Reads a record of version 0.1; `None` if it is not one.
    pub fn from_legacy(value: &Value) -> Option<Self> {
        let text = |name: &str| value.get(name).map(text_of).unwrap_or_default();
        let entry = entry(&text("state")).filter(|entry| entry.id.as_str() == text("id"))?;
        let stored_at = match value.get("created") {
            Some(Value::Number(seconds)) => Time::new(*seconds as u32),
            _ => entry.created,
        };
        let destinations =
            members(value.get("to")).filter_map(|(name, to)| Some((Id::new(name)?, settings(&text_of(to)))));
        let reasons = members(value.get("why")).filter_map(|(name, why)| {
            let name = Id::new(name)?;
            let said: Vec<String> = match why {
                Value::List(items) => items.iter().map(text_of).collect(),
                _ => Vec::new(),
            };
            let delivery = entry.deliveries.iter().find(|delivery| delivery.to == name)?;
            let reason = match delivery.state.end()? {
                FinalState::Rejected => Reason { code: String::new(), fields: said },
                _ => Reason { code: said.join(" "), fields: Vec::new() },
            };
            (reason != Reason::default()).then_some((name, reason))
        });
        Some(Self {
            destinations: destinations.collect(),
            reasons: reasons.collect(),
            entry,
            stored_at,
            lead: value.get("payload").filter(|lead| matches!(lead, Value::Map(_))).map(to_json),
            identity: None,
            page_title: text("page"),
            data_layer: value.get("push").map(|push| settings(&text_of(push))),
            is_announced: value.get("told") == Some(&Value::Bool(true)),
            is_legacy: true,
        })
    }
}

fn members(value: Option<&Value>) -> impl Iterator<Item = (&str, &Value)> {
    let entries = match value {
        Some(Value::Map(entries)) => entries.as_slice(),
        _ => &[],
    };
    entries.iter().map(|(name, value)| (name.as_str(), value))
}

fn settings(text: &str) -> DestinationSettings {
    let mut lines = text.split('\n');
    let mut next = || lines.next().unwrap_or_default().to_owned();
    let mut made = DestinationSettings { kind: next(), url: next(), ..DestinationSettings::default() };
    for (name, source) in lines.filter_map(|line| line.split_once('\t')) {
        match source.strip_prefix('=') {
            Some(text) => made.constants.push((name.to_owned(), text.to_owned())),
            None => made.fields.push((name.to_owned(), source.to_owned())),
        }
    }
    made
}

fn entry(text: &str) -> Option<Entry> {
    let mut lines = text.split('\n');
    let mut words = Words(lines.next()?.split(' '));
    let mut entry = Entry { id: words.id()?, created: words.time()?, purged_at: None, deliveries: Vec::new() };
    match words.next() {
        "gone" => entry.purged_at = Some(words.time()?),
        "" => {}
        _ => return None,
    }
    for line in lines {
        let delivery = delivery(Words(line.split(' ')))?;
        if entry.is_purged() && delivery.state.end().is_none() {
            return None;
        }
        entry.deliveries.push(delivery);
    }
    Some(entry)
}

fn delivery(mut words: Words<'_>) -> Option<Delivery> {
    let to = words.id()?;
    let visibility = ReplyVisibility::from_id(words.next())?;
    let queued_at = words.time()?;
    let state = match words.next() {
        "queued" => State::Queued,
        "sending" => {
            State::Sending { by: TabId(words.number()?), attempt: Attempt::new(words.number()?)?, since: words.time()? }
        }
        "retry_wait" => State::RetryWait {
            attempt: Attempt::new(words.number()?)?,
            wait: Span { from: words.time()?, length: Seconds(words.number()?) },
            retry_after: Seconds(words.number()?),
        },
        id => State::Final { how: FinalState::from_id(id)?, at: words.time()? },
    };
    Some(Delivery { to, visibility, queued_at, state })
}

/// The words of a line, one after the other; empty after the end.
struct Words<'a>(Split<'a, char>);

impl<'a> Words<'a> {
    fn next(&mut self) -> &'a str {
        self.0.next().unwrap_or_default()
    }

    fn number(&mut self) -> Option<u32> {
        self.next().parse().ok()
    }

    fn id(&mut self) -> Option<Id> {
        Id::new(self.next())
    }

    fn time(&mut self) -> Option<Time> {
        self.number().map(Time::new)
    }
}
