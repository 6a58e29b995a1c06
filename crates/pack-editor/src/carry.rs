//! Carries an edit of a pack's JSON in one language over to another language: everything but the texts.

use authoring::WORDS;
use diagnosis::Value;

/// `other`, a pack in another language, with what has changed between `before` and `after`. It keeps its own texts; an
/// entry that is new has those of `after`, to be translated.
///
/// Only what has changed is touched, so that a key that one language alone has stays where it is.
pub(crate) fn carry(before: &Value, after: &Value, other: &Value) -> Value {
    carry_at("", before, after, other)
}

/// The same at a place whose last key is `key`.
fn carry_at(key: &str, before: &Value, after: &Value, other: &Value) -> Value {
    if before == after {
        return other.clone();
    }
    match (after, other) {
        (Value::Map(_), Value::Map(entries)) => Value::Map(carry_entries(before, after, entries)),
        (Value::List(items), Value::List(others)) => {
            let earlier: &[Value] = if let Value::List(earlier) = before { earlier } else { &[] };
            Value::List(carry_items(key, earlier, items, others))
        }
        (Value::Text(_), Value::Text(_)) if WORDS.contains(&key) => other.clone(),
        _ => after.clone(),
    }
}

/// The entries of an object, in the order that the other language has them in.
fn carry_entries(before: &Value, after: &Value, others: &[(String, Value)]) -> Vec<(String, Value)> {
    let mut carried: Vec<(String, Value)> = Vec::new();
    for (key, other) in others {
        match (before.get(key), after.get(key)) {
            (Some(_), None) => {}
            (earlier, Some(now)) => {
                carried.push((key.clone(), carry_at(key, earlier.unwrap_or(&Value::Null), now, other)));
            }
            (None, None) => carried.push((key.clone(), other.clone())),
        }
    }
    let Value::Map(now) = after else { return carried };
    // An optional text that the other language never had is no part of the edit.
    let is_added = |key: &str| before.get(key).is_none() || !WORDS.contains(&key);
    let is_missing = |key: &str| others.iter().all(|(known, _)| known != key);
    carried.extend(now.iter().filter(|(key, _)| is_missing(key) && is_added(key)).cloned());
    carried
}

/// The entries of a list, in their new order.
fn carry_items(key: &str, before: &[Value], after: &[Value], others: &[Value]) -> Vec<Value> {
    let one = |(at, item): (usize, &Value)| {
        let pair = match item.get("id") {
            Some(id) => with_id(before, id).zip(with_id(others, id)),
            None => position(before, after, at).and_then(|old| before.get(old).zip(others.get(old))),
        };
        pair.map_or_else(|| item.clone(), |(earlier, other)| carry_at(key, earlier, item, other))
    };
    after.iter().enumerate().map(one).collect()
}

fn with_id<'a>(items: &'a [Value], id: &Value) -> Option<&'a Value> {
    items.iter().find(|item| item.get("id") == Some(id))
}

/// The earlier position of an entry without an id: that of an equal entry, else the same one in a list of equal length.
fn position(before: &[Value], after: &[Value], at: usize) -> Option<usize> {
    let item = after.get(at)?;
    if before.get(at) == Some(item) {
        return Some(at);
    }
    before.iter().position(|earlier| earlier == item).or((before.len() == after.len()).then_some(at))
}
