//! Writes JSON.
//!
//! `domain::ContentHash` writes it too, but in the canonical form of RFC 8785, which leaves no choice. This one escapes
//! more than it must: what closes a script element or breaks a line of JavaScript never stands in a body as it is.

use crate::domain::Value;

/// `value` as JSON, in one line of printable characters. A number that JSON cannot say is `null`.
///
/// ```
/// use shindan::domain::Value;
/// use shindan::outbox::json;
/// let value = Value::Map(vec![("a".into(), Value::Text("\"</script>\n".into())), ("b".into(), Value::Number(1.0))]);
/// assert_eq!(json(&value), r#"{"a":"\"\u003c/script>\n","b":1}"#);
/// ```
pub fn json(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&written(*number)),
        Value::Text(text) => write_text(text, out),
        Value::List(items) => {
            for (i, item) in items.iter().enumerate() {
                out.push(if i == 0 { '[' } else { ',' });
                write(item, out);
            }
            out.push_str(if items.is_empty() { "[]" } else { "]" });
        }
        Value::Map(entries) => {
            for (i, (key, value)) in entries.iter().enumerate() {
                out.push(if i == 0 { '{' } else { ',' });
                write_text(key, out);
                out.push(':');
                write(value, out);
            }
            out.push_str(if entries.is_empty() { "{}" } else { "}" });
        }
    }
}

/// A number as JSON, whole ones without a point.
pub(super) fn written(number: f64) -> String {
    if !number.is_finite() {
        return "null".to_owned();
    }
    if number.fract() == 0.0 && number.abs() < 9e15 { (number as i64).to_string() } else { number.to_string() }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c < ' ' || matches!(c, '<' | '\u{7f}' | '\u{2028}' | '\u{2029}') => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}
