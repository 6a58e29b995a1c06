//! `window.dataLayer`: tag managers hear that there is a lead, and nothing of whom.
//!
//! No lead travels here, so this is no way of delivery, and the queue knows nothing of it.

use super::body::Order;
use super::reply::{Outcome, Reply, unread};
use super::{Connector, Settings};
use crate::domain::Value;
use crate::outbox::json::json;
use crate::outbox::lead::text;
use crate::outbox::payload::Payload;
use crate::outbox::queue::Sight;
use crate::outbox::retry::Tries;

/// What may be told of a lead.
const HARMLESS: [&str; 2] = ["diagnosis.score", "diagnosis.level"];

pub(super) struct DataLayer;

impl Connector for DataLayer {
    fn sight(&self) -> Option<Sight> {
        None
    }

    fn order(&self, to: &Settings, lead: &Payload, tries: Tries) -> Order {
        let harmless = |name: &String| to.part_of(&[], name).is_none_or(|path| HARMLESS.contains(&path));
        let told = to.filled(&[], lead, tries).into_iter().filter(|(name, _)| harmless(name)).collect();
        Order::Push { json: event(lead, told) }
    }

    fn outcome(&self, _to: &Settings, reply: &Reply) -> Outcome {
        unread(reply)
    }
}

/// The event `generate_lead` as JSON, to be pushed once, on first acceptance: with the lead's id, and with value (in yen)
/// and source if the owner set them.
pub fn generate_lead(lead: &Payload, value: Option<&str>, source: Option<&str>) -> String {
    let set = [("value", value), ("lead_source", source)];
    let told = set.into_iter().filter_map(|(name, said)| said.map(|said| (name.to_owned(), said.to_owned())));
    event(lead, told.collect())
}

/// `value` is a number if it reads as one, as analytics wants it.
fn event(lead: &Payload, told: Vec<(String, String)>) -> String {
    let mut entries = vec![
        ("event".to_owned(), text("generate_lead")),
        ("lead_id".to_owned(), text(&lead.at("lead_id"))),
        ("currency".to_owned(), text("JPY")),
    ];
    for (name, said) in told {
        let number = said.parse().ok().filter(|number: &f64| name == "value" && number.is_finite());
        let value = number.map_or(Value::Text(said), Value::Number);
        match entries.iter_mut().find(|(key, _)| *key == name) {
            Some((_, old)) => *old = value,
            None => entries.push((name, value)),
        }
    }
    json(&Value::Map(entries))
}
