//! From text to a value: refuses what is too long, too deep or no JSON, before anything looks at what it says.

use diagnosis::{Fault, Value};
use serde_json::Error;

/// Bytes of the longest text that is looked at, seventy times the longest of the built-in packs.
const BYTES_MAX: usize = 2_000_000;

/// The text as a value.
///
/// # Errors
///
/// One fault; for what is no JSON its path is the line and column, both counted from 1.
pub(crate) fn parse(json: &str) -> Result<Value, Fault> {
    if json.len() > BYTES_MAX {
        let tenths = json.len().div_ceil(100_000);
        let reason = format!("is {}.{} MB long", tenths / 10, tenths % 10);
        let mend = format!("a pack has {} MB at most: leave out what is not a pack's", BYTES_MAX / 1_000_000);
        return Err(Fault { path: String::new(), reason, mend });
    }
    serde_json::from_str(json).map_err(|error| told(&error))
}

fn told(error: &Error) -> Fault {
    let path = format!("line {}, column {}", error.line(), error.column());
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    let (reason, mend) = if words.starts_with("recursion limit") {
        ("is nested too deeply".to_owned(), "close the brackets before it")
    } else {
        (format!("is no JSON ({words})"), "look there for a missing comma, bracket or quotation mark")
    };
    Fault { path, reason, mend: mend.to_owned() }
}
