//! Fills in a [`RequestTemplate`]: objects, forms, or lines for people. This module knows no receiver.

use diagnosis::Value;

use crate::connectors::{BodyKind, FieldSource, RequestTemplate};
use crate::lead_value::{flatten, note, part, text_of, to_json};

/// The body of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestBody {
    /// JSON text, sent as `application/json`; the reply can be read.
    Json(String),
    /// JSON text, sent as `text/plain` and without any header; the reply can be read.
    PlainText(String),
    /// Pairs, sent as `application/x-www-form-urlencoded`; the reply is not read.
    UrlEncoded(Vec<(String, String)>),
    /// Pairs, sent as `multipart/form-data`; the reply is not read.
    Multipart(Vec<(String, String)>),
}

/// The body that `template` describes, for a lead that has the number of its attempt; `None` if nothing is sent.
pub fn request_body(template: &RequestTemplate, lead: &Value) -> Option<RequestBody> {
    Some(match template.body {
        BodyKind::Json | BodyKind::NestedJson => RequestBody::Json(to_json(&object(template, lead))),
        BodyKind::PlainText => RequestBody::PlainText(to_json(&object(template, lead))),
        BodyKind::UrlEncoded => RequestBody::UrlEncoded(pairs(template, lead)),
        BodyKind::Multipart => RequestBody::Multipart(pairs(template, lead)),
        BodyKind::Mail | BodyKind::Copy | BodyKind::DataLayer => return None,
    })
}

/// The object that `template` describes.
pub fn object(template: &RequestTemplate, lead: &Value) -> Value {
    let mut made = if template.is_whole { lead.clone() } else { Value::Map(Vec::new()) };
    for (name, source) in &template.fields {
        if template.body == BodyKind::NestedJson {
            put(&mut made, name, filled(source, lead));
        } else {
            let value = match filled(source, lead) {
                number @ Value::Number(_) if matches!(source, FieldSource::Number(_)) => number,
                other => Value::Text(text_of(&other)),
            };
            set(&mut made, name, value);
        }
    }
    made
}

/// The lines that the respondent forwards, by mail or by copying.
pub fn lines(template: &RequestTemplate, lead: &Value) -> String {
    let contact = lead.get("contact").filter(|_| template.is_whole).map(flatten).unwrap_or_default();
    let pairs = contact.into_iter().chain(fields(template, lead));
    let mut lines: Vec<String> = pairs.map(|(name, text)| [&name, ": ", &text].concat()).collect();
    if template.is_whole {
        lines.push(note(lead));
    }
    lines.join("\n")
}

fn pairs(template: &RequestTemplate, lead: &Value) -> Vec<(String, String)> {
    let mut pairs = if template.is_whole { flatten(lead) } else { Vec::new() };
    pairs.extend(fields(template, lead));
    pairs
}

fn fields<'a>(template: &'a RequestTemplate, lead: &'a Value) -> impl Iterator<Item = (String, String)> + 'a {
    template.fields.iter().map(|(name, source)| (name.clone(), text_of(&filled(source, lead))))
}

fn filled(source: &FieldSource, lead: &Value) -> Value {
    match source {
        FieldSource::Text(text) => Value::Text(text.clone()),
        FieldSource::Number(number) => Value::Number((*number).into()),
        FieldSource::Part(path) => part(lead, path).cloned().unwrap_or(Value::Null),
        FieldSource::Note => Value::Text(note(lead)),
        FieldSource::Cut(source, max) => {
            let text = text_of(&filled(source, lead));
            Value::Text(text.chars().take(*max as usize).collect())
        }
    }
}

/// Sets a member of an object; an existing one keeps its place.
fn set(object: &mut Value, name: &str, value: Value) {
    if let Value::Map(entries) = object {
        match entries.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => *old = value,
            None => entries.push((name.to_owned(), value)),
        }
    }
}

/// Sets the part of that dotted name; numbers in it are indexes of lists.
fn put(value: &mut Value, path: &str, new: Value) {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    if let (Value::List(items), Ok(index)) = (&mut *value, name.parse::<usize>()) {
        while items.len() <= index {
            items.push(Value::Null);
        }
    } else if value.get(name).is_none() {
        set(value, name, Value::Null);
    }
    let slot = match value {
        Value::List(items) => name.parse::<usize>().ok().and_then(|index| items.get_mut(index)),
        Value::Map(entries) => entries.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value),
        _ => None,
    };
    match (slot, rest) {
        (Some(slot), None) => *slot = new,
        (Some(slot), Some(rest)) => {
            if *slot == Value::Null {
                let is_index =
                    rest.split('.').next().is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_digit()));
                *slot = if is_index { Value::List(Vec::new()) } else { Value::Map(Vec::new()) };
            }
            put(slot, rest, new);
        }
        (None, _) => {}
    }
}
