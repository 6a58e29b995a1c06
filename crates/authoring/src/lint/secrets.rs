//! Values that look like secrets. Whoever can see the page can read its configuration, so it may hold none.

use super::Notes;
use diagnosis::Value;
use leads::{SECRET_MEND, is_secret, is_secret_name};

/// Names every value below `value` that looks like a secret, without repeating it.
pub(super) fn look(path: &str, value: &Value, notes: &mut Notes) {
    match value {
        Value::Map(entries) => {
            for (key, inner) in entries {
                let path = if path.is_empty() { key.clone() } else { [path, ".", key].concat() };
                if is_secret_name(key) && matches!(inner, Value::Text(_) | Value::Number(_)) {
                    notes.error(&path, "is a secret, by its name", SECRET_MEND);
                } else {
                    look(&path, inner, notes);
                }
            }
        }
        Value::List(items) => {
            for (i, inner) in items.iter().enumerate() {
                look(&format!("{path}[{i}]"), inner, notes);
            }
        }
        Value::Text(text) if is_secret(text) => notes.error(path, "looks like a secret", SECRET_MEND),
        _ => {}
    }
}
