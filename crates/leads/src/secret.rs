//! What a secret looks like. Whoever can see a page can read its configuration, so that may hold none.
//!
//! In one place for the linter, which tells authors, and for the widget, which sends nothing to a destination that holds
//! one.

/// How to mend a configuration that holds a secret.
pub const SECRET_MEND: &str = "remove it and make a new one: anyone who sees the page can read this. \
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

/// Whether what bears this name is a secret.
///
/// ```
/// # use leads::is_secret_name;
/// assert!(is_secret_name("X-API-Key"));
/// assert!(!is_secret_name("oid"));
/// ```
pub fn is_secret_name(name: &str) -> bool {
    let bare: Vec<u8> = name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase()).collect();
    // Not by `str::contains`: the general search weighs more than all else here.
    NAMES.iter().any(|part| bare.windows(part.len()).any(|window| window == part.as_bytes()))
}

/// Whether a text is a secret, by what it looks like; also an address that holds one.
///
/// ```
/// # use leads::is_secret;
/// assert!(is_secret("https://me:pw@crm.example/"));
/// assert!(is_secret("https://crm.example/?api_key=0123"));
/// assert!(!is_secret("https://crm.example/?encoding=UTF-8"));
/// ```
pub fn is_secret(text: &str) -> bool {
    let text = text.trim();
    let begins = |part: &&str| text.get(..part.len()).is_some_and(|start| start.eq_ignore_ascii_case(part));
    // A word that merely begins alike is too short to be one.
    let is_known = text.len() >= 16 && BEGINNINGS.iter().any(begins);
    is_known || is_web_token(text) || is_in_address(text)
}

/// A JSON web token: three parts, of which the first says `{"`.
fn is_web_token(text: &str) -> bool {
    text.starts_with("eyJ") && text.split('.').count() == 3 && text.len() > 40
}

/// An address with a password in it, or with a secret among its parameters.
fn is_in_address(text: &str) -> bool {
    let Some(rest) = text.split_once(':').and_then(|(_, rest)| rest.strip_prefix("//")) else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_signed_in = authority.split_once('@').is_some_and(|(user, _)| user.contains(':'));
    let names =
        |pair: &str| pair.split_once('=').is_some_and(|(name, value)| is_secret_name(name) && !value.is_empty());
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    is_signed_in || query.split(['&', '#']).any(names)
}
