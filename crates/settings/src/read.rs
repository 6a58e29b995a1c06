//! Reads the values of a configuration leniently: a value that cannot be used is reported and left out.

use diagnosis::format::TEXT_MAX;
use diagnosis::{Reader, Value};
use diagnostics::{Code, Diagnostic};

use super::link::Link;

/// The text under `key` as one line; `None` if it is missing, not a text, empty or damaged.
///
/// A line break is reported and replaced by a space, so that the owner's text is still used.
pub(crate) fn line(r: &Reader, key: &str) -> Option<String> {
    line_or(r, key, Code::NotText)
}

/// The line under `key`, with the given code if it is not a text or empty.
pub(crate) fn line_or(r: &Reader, key: &str, code: Code) -> Option<String> {
    let Some(Value::Text(text)) = r.child(key)?.value() else {
        r.report(r.error(key, code));
        return None;
    };
    let line = one_line(text);
    if line.is_empty() {
        let code = if code == Code::NotText { Code::Empty } else { code };
        r.report(r.error(key, code));
        return None;
    }
    if line.contains(char::REPLACEMENT_CHARACTER) {
        r.report(r.error(key, Code::BrokenCharacters));
        return None;
    }
    let warn = |code| Diagnostic::warning(code, r.path_to(key));
    if text.len() > TEXT_MAX {
        r.report(warn(Code::TooLong).with(TEXT_MAX as u32));
    }
    if text.contains(char::is_control) {
        r.report(warn(Code::ControlCharacter));
    }
    Some(line)
}

/// A text with each run of white space replaced by one space, and trimmed.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The link under `key`.
pub(crate) fn link(r: &Reader, key: &str, kind: Link) -> Option<String> {
    let href = line(r, key)?;
    match kind.fault(&href) {
        Some(code) => {
            r.report(r.error(key, code));
            None
        }
        None => Some(href),
    }
}

/// The whole number under `key`; `code` names its unit, with its bounds as arguments.
pub(crate) fn whole(r: &Reader, key: &str, code: Code, min: u32, max: u32) -> Option<u32> {
    match r.child(key)?.value() {
        Some(Value::Number(n)) if n.fract() == 0.0 && *n >= f64::from(min) && *n <= f64::from(max) => Some(*n as u32),
        _ => {
            r.report(r.error(key, code).with(min).with(max));
            None
        }
    }
}
