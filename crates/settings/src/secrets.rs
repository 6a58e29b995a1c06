//! Finds values that look like secrets anywhere in a configuration.

use diagnosis::Value;
use diagnostics::{Code, Diagnostic};
use leads::{is_private_credential, is_secret, is_secret_name};

/// Reports every value at and below `path` that looks like a secret, without repeating it. A value in an object with
/// `"public": true` may be intended for pages, unless it is a credential that no page may contain.
pub fn secret_diagnostics(path: &str, value: &Value, found: &mut Vec<Diagnostic>) {
    find(path, value, false, found);
}

fn find(path: &str, value: &Value, is_public: bool, found: &mut Vec<Diagnostic>) {
    match value {
        Value::Map(entries) => {
            let is_public = is_public || value.get("public") == Some(&Value::Bool(true));
            for (key, inner) in entries {
                let path = if path.is_empty() { key.clone() } else { [path, ".", key].concat() };
                match secret_code(key, inner, is_public) {
                    Some(code) => found.push(Diagnostic::error(code, path)),
                    None => find(&path, inner, is_public, found),
                }
            }
        }
        Value::List(items) => {
            for (i, inner) in items.iter().enumerate() {
                find(&format!("{path}[{i}]"), inner, is_public, found);
            }
        }
        Value::Text(text) if is_secret_text(text, is_public) => {
            found.push(Diagnostic::error(Code::SecretByLook, path));
        }
        _ => {}
    }
}

/// The reason why a value of that name is a secret, if it is.
pub(crate) fn secret_code(name: &str, value: &Value, is_public: bool) -> Option<Code> {
    match value {
        Value::Text(text) if is_secret_text(text, is_public) => Some(Code::SecretByLook),
        Value::Text(_) | Value::Number(_) if !is_public && is_secret_name(name) => Some(Code::SecretByName),
        _ => None,
    }
}

/// Whether a text is a secret.
pub(crate) fn is_secret_text(text: &str, is_public: bool) -> bool {
    if is_public { is_private_credential(text) } else { is_secret(text) }
}
