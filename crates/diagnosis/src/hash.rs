//! The content hash: SHA-256 over the canonical form of the pack's JSON.
//!
//! The canonical form is RFC 8785 (keys sorted, no white space), restricted to the whole numbers that packs contain. A
//! receipt can therefore be checked years later with any tool that implements RFC 8785, and formatting a file does not
//! change its hash.

use std::fmt;

use sha2::{Digest, Sha256};

use super::value::Value;

/// SHA-256 of a pack's canonical JSON.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ContentHash([u8; 32]);

impl ContentHash {
    /// The hash of `value`.
    pub fn of(value: &Value) -> Self {
        let mut text = String::new();
        write_canonical(value, &mut text);
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// The hash whose hexadecimal form is `text`.
    pub(super) fn from_hex(text: &str) -> Option<Self> {
        let mut digits = text.chars().map(|digit| digit.to_digit(16));
        let mut bytes = [0; 32];
        for byte in &mut bytes {
            *byte = (digits.next()?? << 4 | digits.next()??) as u8;
        }
        digits.next().is_none().then_some(Self(bytes))
    }

    /// The first twelve hex digits: enough to distinguish versions on paper.
    pub fn short(&self) -> String {
        hex(self.0.iter().take(6))
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(self.0.iter()))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

fn hex<'a>(bytes: impl Iterator<Item = &'a u8>) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    bytes.flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn write_canonical(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => out.push_str(&(*number as i64).to_string()),
        Value::Text(text) => write_string(text, out),
        Value::List(items) => write_list(items, '[', ']', out, write_canonical),
        Value::Map(entries) => write_list(&in_order(entries), '{', '}', out, |(key, value), out| {
            write_string(key, out);
            out.push(':');
            write_canonical(value, out);
        }),
    }
}

/// The entries sorted by the UTF-16 units of their keys. A standard sort would only add code for the dozen keys of a
/// pack's objects.
fn in_order(entries: &[(String, Value)]) -> Vec<&(String, Value)> {
    let mut ordered: Vec<&(String, Value)> = Vec::with_capacity(entries.len());
    for entry in entries {
        let before = ordered.iter().take_while(|other| other.0.encode_utf16().lt(entry.0.encode_utf16())).count();
        ordered.insert(before, entry);
    }
    ordered
}

fn write_list<T>(items: &[T], open: char, close: char, out: &mut String, write: impl Fn(&T, &mut String)) {
    out.push(open);
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(close);
}

fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if c < ' ' => {
                out.push_str("\\u00");
                out.push_str(&hex([c as u8].iter()));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(json: &str) -> String {
        ContentHash::of(&serde_json::from_str(json).unwrap()).to_string()
    }

    #[test]
    fn formatting_and_key_order_do_not_matter() {
        assert_eq!(hash(r#"{"a":1,"b":["x"]}"#), hash("{ \"b\": [ \"\\u0078\" ],\n \"a\": 1.0 }"));
        assert_ne!(hash(r#"{"a":1}"#), hash(r#"{"a":2}"#));
    }

    #[test]
    fn equals_what_other_tools_compute() {
        // printf '{"a":"\\n診断","b":[1,true,null]}' | sha256sum
        assert_eq!(
            hash("{\"b\":[1,true,null],\"a\":\"\\n診断\"}"),
            "33beb9b9c3ff9466b65d842f467285b3294ac2367dba40d4218d5fba743abe46"
        );
    }
}
