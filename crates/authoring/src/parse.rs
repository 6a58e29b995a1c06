//! Parses text into a value; refuses what is too long, too deeply nested or not JSON.

use super::json_fault::json_fault;
use diagnosis::Value;
use diagnostics::{Code, Diagnostic};

/// Maximum number of bytes of a text, seventy times the longest of the built-in packs.
const BYTES_MAX: usize = 2_000_000;

/// The text of a pack or configuration as a value.
///
/// # Errors
///
/// One diagnostic; for invalid JSON its path is the line and column, both counted from 1.
///
/// ```
/// assert_eq!(authoring::parse("{").unwrap_err().path, "line 1, column 1");
/// ```
pub fn parse(json: &str) -> Result<Value, Diagnostic> {
    if json.len() > BYTES_MAX {
        let tenths = json.len().div_ceil(100_000);
        let size = format!("{}.{}", tenths / 10, tenths % 10);
        let max = (BYTES_MAX / 1_000_000) as u32;
        return Err(Diagnostic::error(Code::TooBig, "").with(size).with(max));
    }
    serde_json::from_str(json).map_err(|error| {
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        // The parser counts bytes.
        let line = json.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
        let column = line.char_indices().take_while(|(byte, _)| *byte < error.column()).count();
        json_fault(json, Some((error.line(), column)), message)
    })
}
