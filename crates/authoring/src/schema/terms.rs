//! The keywords of JSON Schema that the format needs. They know the limits of texts, ids and lists, but no field.

use diagnosis::Id;
use diagnosis::Value;
use diagnosis::format::{LIST_MAX, OPTIONAL, TEXT_MAX};

/// An object with these keys and no others, each described by `field`; an optional one may also be `null`.
pub(super) fn object(keys: &[&str], field: impl Fn(&str) -> Value) -> Value {
    object_with(&[], keys, field)
}

/// An object whose keys in `must`, optional elsewhere, are required.
pub(super) fn object_with(must: &[&str], keys: &[&str], field: impl Fn(&str) -> Value) -> Value {
    let optional = |key: &str| OPTIONAL.contains(&key) && !must.contains(&key);
    let null = || map([("type", word("null"))]);
    let place = |key: &&str| match field(key) {
        schema if optional(key) => ((*key).to_owned(), any_of([schema, null()])),
        schema => ((*key).to_owned(), schema),
    };
    let required: Vec<&str> = keys.iter().filter(|key| !optional(key)).copied().collect();
    map([
        ("type", word("object")),
        ("properties", Value::Map(keys.iter().map(place).collect())),
        ("required", words(&required)),
        ("additionalProperties", Value::Bool(false)),
    ])
}

pub(super) fn text() -> Value {
    map([("$ref", word("#/$defs/text"))])
}

pub(super) fn id() -> Value {
    map([("$ref", word("#/$defs/id"))])
}

/// One line that is not blank, with the same blank and control characters as in the reader.
pub(super) fn defined_text() -> Value {
    const CONTROL: &str = "\\u0000-\\u001f\\u007f-\\u009f";
    const BLANK: &str = "\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
    let line = ["[^", CONTROL, "]*"].concat();
    let pattern = ["^", &line, "[^", CONTROL, BLANK, "]", &line, "$"].concat();
    map([("type", word("string")), ("maxLength", whole(TEXT_MAX)), ("pattern", word(&pattern))])
}

pub(super) fn defined_id() -> Value {
    let pattern = ["^[a-z0-9_-]{1,", &Id::LONGEST.to_string(), "}$"].concat();
    map([("type", word("string")), ("pattern", word(&pattern))])
}

pub(super) fn number(min: u32, max: u32) -> Value {
    map([("type", word("integer")), ("minimum", whole(min as usize)), ("maximum", whole(max as usize))])
}

pub(super) fn flag() -> Value {
    map([("type", word("boolean"))])
}

pub(super) fn list(min: usize, item: Value) -> Value {
    map([("type", word("array")), ("minItems", whole(min)), ("maxItems", whole(LIST_MAX)), ("items", item)])
}

pub(super) fn any_of<const N: usize>(schemas: [Value; N]) -> Value {
    map([("anyOf", Value::List(schemas.to_vec()))])
}

pub(super) fn one_of<const N: usize>(ids: [&str; N]) -> Value {
    values(ids.map(word))
}

pub(super) fn values<const N: usize>(values: [Value; N]) -> Value {
    map([("enum", Value::List(values.to_vec()))])
}

pub(super) fn described(what: &str, schema: Value) -> Value {
    joined(map([("description", word(what))]), schema)
}

pub(super) fn joined(first: Value, second: Value) -> Value {
    match (first, second) {
        (Value::Map(first), Value::Map(second)) => Value::Map([first, second].concat()),
        (_, second) => second,
    }
}

pub(super) fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Map(entries.map(|(key, value)| (key.to_owned(), value)).to_vec())
}

pub(super) fn words(words: &[&str]) -> Value {
    Value::List(words.iter().map(|text| word(text)).collect())
}

pub(super) fn word(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(super) fn whole(number: usize) -> Value {
    Value::Number(number as f64)
}
