//! A lead as JSON, read by the dotted names of its parts. Its types are those of `lead/v1`; here it is only data to
//! pass on.

use diagnosis::Value;

use crate::from_value::parse;

/// The lead in this JSON text; `None` if it is not a JSON object.
pub fn lead_from_json(text: &str) -> Option<Value> {
    parse(text).filter(|lead| matches!(lead, Value::Map(_)))
}

/// A value as JSON text.
pub fn to_json(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The text of any value in a lead: a list is joined with commas, an object with spaces.
pub fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => flag.to_string(),
        // Formatting an `f64` would add 20 KB.
        Value::Number(_) => to_json(value),
        Value::Text(text) => text.clone(),
        Value::List(items) => items.iter().map(text_of).collect::<Vec<_>>().join(", "),
        Value::Map(entries) => entries.iter().map(|(_, inner)| text_of(inner)).collect::<Vec<_>>().join(" "),
    }
}

/// Every non-empty part that is not an object, under its dotted name, in order.
pub fn flatten(value: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    add_flat(value, "", &mut found);
    found
}

fn add_flat(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    let Value::Map(entries) = value else { return };
    for (name, inner) in entries {
        let name = [path, name].concat();
        if matches!(inner, Value::Map(_)) {
            add_flat(inner, &[&name, "."].concat(), found);
            continue;
        }
        let text = text_of(inner);
        if !text.is_empty() {
            found.push((name, text));
        }
    }
}

/// The part of this dotted name.
pub(crate) fn part<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(value, |value, name| value.get(name))
}

/// The lead as it is sent in this attempt: the number follows the id of the lead.
pub fn with_attempt(lead: &Value, attempt: u8) -> Value {
    let mut lead = lead.clone();
    if let Value::Map(entries) = &mut lead {
        entries.retain(|(name, _)| name != "attempt");
        let index = entries.iter().position(|(name, _)| name == "created_at").map_or(0, |index| index + 1);
        entries.insert(index, ("attempt".to_owned(), Value::Number(attempt.into())));
    }
    lead
}

/// The text for a receiver with a single text field, the same in every language: message, summary, receipt.
pub fn note(lead: &Value) -> String {
    let text = |path: &str| part(lead, path).map(text_of).unwrap_or_default();
    let mut blocks: Vec<String> = ["inquiry.message", "diagnosis.summary"].map(text).into_iter().collect();
    let mut lines = Vec::new();
    if lead.get("diagnosis").is_some() {
        lines.push(["score: ", &text("diagnosis.score"), " ", &text("diagnosis.level")].concat());
        let [pack, version, hash] =
            ["pack", "version", "content_hash"].map(|name| text(&["diagnosis.", name].concat()));
        lines.push(["receipt: ", &pack, " ", &version, " ", &hash].concat());
    }
    lines.push(["lead_id: ", &text("lead_id")].concat());
    blocks.push(lines.join("\n"));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}
