//! An entry as data for storage, and back.
//!
//! What is stored may be of another version, or damaged by whoever has the device in hand. Then it is not taken up, and its
//! caller says so; nothing is guessed.

use super::id::LeadId;
use super::lead::{map, text};
use super::payload::Payload;
use super::queue::{Delivery, Entry, Gone, Kept, Sender, Settled, Sight, State};
use super::retry::Tries;
use super::time::{Millis, Span, Time};
use crate::domain::{Id, Value};

/// The form of what is stored; another is not read.
const FORM: &str = "outbox/v1";

impl Entry {
    /// The entry as data. [`Entry::read`] takes it up again.
    pub fn to_value(&self) -> Value {
        let id = text(&self.id().to_string());
        match self {
            Entry::Kept(kept) => map([
                ("form", text(FORM)),
                ("id", id),
                ("created", of_time(kept.created)),
                ("payload", kept.payload.value().clone()),
                ("deliveries", Value::List(kept.deliveries.iter().map(of_delivery).collect())),
            ]),
            Entry::Gone(gone) => {
                let end = |(to, how): &(Id, Settled)| map([("to", text(to.as_str())), ("state", text(how.id()))]);
                map([
                    ("form", text(FORM)),
                    ("id", id),
                    ("gone", of_time(gone.since)),
                    ("deliveries", Value::List(gone.ends.iter().map(end).collect())),
                ])
            }
        }
    }

    /// Takes up an entry from storage; `None` if it is not one that [`Entry::to_value`] wrote.
    pub fn read(value: &Value) -> Option<Self> {
        let id = LeadId::new(word(value, "id")?).filter(|_| word(value, "form") == Some(FORM))?;
        let Some(Value::List(deliveries)) = value.get("deliveries") else { return None };
        if let Some(since) = time(value, "gone") {
            let end = |value| Some((name(value)?, settled(word(value, "state")?)?));
            return Some(Entry::Gone(Gone { id, since, ends: deliveries.iter().map(end).collect::<Option<_>>()? }));
        }
        let payload = Payload::read(value.get("payload")?).filter(|payload| payload.id() == Some(id))?;
        let deliveries = deliveries.iter().map(delivery).collect::<Option<_>>()?;
        Some(Entry::Kept(Kept { id, created: time(value, "created")?, payload, deliveries }))
    }
}

fn of_delivery(delivery: &Delivery) -> Value {
    let sight = match delivery.sight {
        Sight::Readable => "readable",
        Sight::Opaque => "opaque",
    };
    let tries_of = |tries: Tries| Value::Number(f64::from(tries.get()));
    let [mut by, mut tries, mut at, mut wait, mut asked] = [const { Value::Null }; 5];
    match delivery.state {
        State::Queued => {}
        State::Sending { by: sender, tries: number, since } => {
            (by, tries, at) = (Value::Number(f64::from(sender.0)), tries_of(number), of_time(since));
        }
        State::RetryWait { tries: number, wait: span, asked: of_receiver } => {
            (tries, at) = (tries_of(number), of_time(span.from));
            (wait, asked) = (Value::Number(span.length.0 as f64), Value::Number(of_receiver.0 as f64));
        }
        State::Settled { at: time, .. } => at = of_time(time),
    }
    map([
        ("to", text(delivery.to.as_str())),
        ("sight", text(sight)),
        ("began", of_time(delivery.began)),
        ("state", text(delivery.state.id())),
        ("by", by),
        ("tries", tries),
        ("at", at),
        ("wait", wait),
        ("asked", asked),
    ])
}

fn delivery(value: &Value) -> Option<Delivery> {
    let sight = match word(value, "sight")? {
        "readable" => Sight::Readable,
        "opaque" => Sight::Opaque,
        _ => return None,
    };
    let tries = || number(value, "tries").and_then(|n| u8::try_from(n).ok()).and_then(Tries::new);
    let state = match word(value, "state")? {
        "queued" => State::Queued,
        "sending" => {
            let by = Sender(u32::try_from(number(value, "by")?).ok()?);
            State::Sending { by, tries: tries()?, since: time(value, "at")? }
        }
        "retry_wait" => {
            let wait = Span { from: time(value, "at")?, length: Millis(number(value, "wait")?) };
            State::RetryWait { tries: tries()?, wait, asked: Millis(number(value, "asked")?) }
        }
        other => State::Settled { how: settled(other)?, at: time(value, "at")? },
    };
    Some(Delivery { to: name(value)?, sight, began: time(value, "began")?, state })
}

fn settled(id: &str) -> Option<Settled> {
    Settled::ALL.into_iter().find(|how| how.id() == id)
}

fn name(value: &Value) -> Option<Id> {
    Id::new(word(value, "to")?)
}

fn of_time(time: Time) -> Value {
    Value::Number(time.millis() as f64)
}

fn time(value: &Value, key: &str) -> Option<Time> {
    number(value, key).map(Time::from_millis)
}

/// A whole number that a browser's numbers can hold.
fn number(value: &Value, key: &str) -> Option<u64> {
    match value.get(key)? {
        Value::Number(n) if n.fract() == 0.0 && (0.0..=9e15).contains(n) => Some(*n as u64),
        _ => None,
    }
}

fn word<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    match value.get(key)? {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
