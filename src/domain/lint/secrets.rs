//! Values that look like secrets. Whoever can see the page can read its configuration, so it may hold none.

use super::Notes;
use crate::domain::value::Value;

const MEND: &str = "remove it and make a new one: anyone who sees the page can read this. \
                    Send to a form's public address or to a webhook that keeps the secret";

/// What the name of a secret holds, without `-` and `_`.
const NAMES: [&str; 11] = [
    "secret",
    "token",
    "password",
    "passwd",
    "apikey",
    "accesskey",
    "privatekey",
    "authorization",
    "credential",
    "bearer",
    "signingkey",
];

/// What secrets of well-known services begin with.
const BEGINNINGS: [&str; 18] = [
    "bearer ",
    "basic ",
    "pat-na1-",
    "pat-eu1-",
    "sk-",
    "sk_live_",
    "sk_test_",
    "rk_live_",
    "xoxb-",
    "xoxp-",
    "ghp_",
    "github_pat_",
    "glpat-",
    "akia",
    "aiza",
    "ya29.",
    "-----begin",
    "shpat_",
];

/// Names every value below `value` that looks like a secret, without repeating it.
pub(super) fn look(path: &str, value: &Value, notes: &mut Notes) {
    match value {
        Value::Map(entries) => {
            for (key, inner) in entries {
                let path = if path.is_empty() { key.clone() } else { [path, ".", key].concat() };
                if is_name(key) && matches!(inner, Value::Text(_) | Value::Number(_)) {
                    notes.error(&path, "is a secret, by its name", MEND);
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
        Value::Text(text) if is_secret(text) => notes.error(path, "looks like a secret", MEND),
        _ => {}
    }
}

fn is_name(key: &str) -> bool {
    let bare: String = key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    NAMES.iter().any(|name| bare.contains(name))
}

fn is_secret(text: &str) -> bool {
    let lower = text.trim().to_ascii_lowercase();
    // A word that merely begins alike is too short to be one.
    let begins = BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning) && lower.len() >= 16);
    begins || is_web_token(text.trim()) || is_signed_in(&lower) || has_secret_in_query(&lower)
}

/// A JSON web token: three parts, of which the first says `{"`.
fn is_web_token(text: &str) -> bool {
    text.starts_with("eyJ") && text.split('.').count() == 3 && text.len() > 40
}

/// An address with a password in it.
fn is_signed_in(text: &str) -> bool {
    let authority = text.split_once("://").map(|(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default());
    authority.and_then(|authority| authority.split_once('@')).is_some_and(|(user, _)| user.contains(':'))
}

/// An address with a secret among its parameters.
fn has_secret_in_query(text: &str) -> bool {
    let query = text.split_once("://").and_then(|(_, rest)| rest.split_once('?')).map(|(_, query)| query);
    let names = |pair: &str| pair.split_once('=').is_some_and(|(name, value)| is_name(name) && !value.is_empty());
    query.is_some_and(|query| query.split(['&', '#']).any(names))
}
