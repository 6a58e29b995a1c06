//! Recognises secrets. Anyone who can see a page can read its configuration, so a configuration may contain none.
//!
//! The rules are shared by the linter, which informs authors, and the widget, which sends nothing to a destination
//! whose settings contain a secret. A text is judged by its exact format (prefix, case, alphabet and length as
//! documented by the service), a name by its whole words, because a false positive on a harmless text would cost an
//! owner every lead.

/// Sequences of words that make a name that of a secret.
const NAMES: [&[&str]; 18] = [
    &["secret"],
    &["token"],
    &["accesstoken"],
    &["authtoken"],
    &["password"],
    &["passwd"],
    &["passphrase"],
    &["apikey"],
    &["api", "key"],
    &["accesskey"],
    &["access", "key"],
    &["privatekey"],
    &["private", "key"],
    &["signing", "key"],
    &["authorization"],
    &["credential"],
    &["credentials"],
    &["bearer"],
];

/// The alphabet after a prefix.
#[derive(Clone, Copy)]
enum Alphabet {
    /// Capital letters and digits.
    Upper,
    /// `0-9 a-f` and hyphens.
    Hex,
    /// Letters and digits.
    Alphanumeric,
    /// Letters, digits, `-` and `_`.
    Base64Url,
    /// Letters, digits, `-`, `_` and dots.
    Dotted,
}

impl Alphabet {
    fn has(self, byte: u8) -> bool {
        match self {
            Alphabet::Upper => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
            Alphabet::Hex => matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-'),
            Alphabet::Alphanumeric => byte.is_ascii_alphanumeric(),
            Alphabet::Base64Url => byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'),
            Alphabet::Dotted => byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'),
        }
    }
}

/// The format of a service's credential: the prefix, the alphabet of the rest, and its minimum and maximum length.
struct Shape(&'static str, Alphabet, usize, usize);

const ANY: usize = usize::MAX;

/// Credentials that no page may contain, whatever its owner declares.
const PRIVATE: [Shape; 28] = [
    Shape("pat-na1-", Alphabet::Hex, 16, ANY), // HubSpot, private apps
    Shape("pat-na2-", Alphabet::Hex, 16, ANY),
    Shape("pat-na3-", Alphabet::Hex, 16, ANY),
    Shape("pat-eu1-", Alphabet::Hex, 16, ANY),
    Shape("pat-ap1-", Alphabet::Hex, 16, ANY),
    Shape("sk_live_", Alphabet::Alphanumeric, 16, ANY), // Stripe
    Shape("sk_test_", Alphabet::Alphanumeric, 16, ANY),
    Shape("rk_live_", Alphabet::Alphanumeric, 16, ANY),
    Shape("rk_test_", Alphabet::Alphanumeric, 16, ANY),
    Shape("whsec_", Alphabet::Alphanumeric, 16, ANY),
    Shape("xoxb-", Alphabet::Base64Url, 12, ANY), // Slack
    Shape("xoxp-", Alphabet::Base64Url, 12, ANY),
    Shape("xoxa-", Alphabet::Base64Url, 12, ANY),
    Shape("ghp_", Alphabet::Alphanumeric, 36, 255), // GitHub
    Shape("gho_", Alphabet::Alphanumeric, 36, 255),
    Shape("ghs_", Alphabet::Alphanumeric, 36, 255),
    Shape("github_pat_", Alphabet::Base64Url, 22, ANY),
    Shape("glpat-", Alphabet::Dotted, 20, ANY),      // GitLab
    Shape("AKIA", Alphabet::Upper, 16, 16),          // AWS
    Shape("ASIA", Alphabet::Upper, 16, 16),          // AWS, temporary
    Shape("ya29.", Alphabet::Dotted, 20, ANY),       // Google OAuth
    Shape("GOCSPX-", Alphabet::Base64Url, 20, ANY),  // Google OAuth, client secrets
    Shape("shpat_", Alphabet::Hex, 32, 32),          // Shopify
    Shape("shpss_", Alphabet::Hex, 32, 32),          // Shopify
    Shape("SG.", Alphabet::Dotted, 60, 80),          // SendGrid
    Shape("npm_", Alphabet::Alphanumeric, 36, 36),   // npm
    Shape("sk-ant-", Alphabet::Base64Url, 32, ANY),  // Anthropic
    Shape("sk-proj-", Alphabet::Base64Url, 32, ANY), // OpenAI
];

/// Keys that some services intend for pages: a secret unless the owner declares it public.
const PUBLISHABLE: [Shape; 1] = [Shape("AIza", Alphabet::Base64Url, 35, 35)]; // Google

/// Whether a value of this name is a secret.
///
/// ```
/// # use leads::is_secret_name;
/// assert!(is_secret_name("X-API-Key") && is_secret_name("apiKey") && is_secret_name("client_secret"));
/// assert!(!is_secret_name("oid") && !is_secret_name("secretary_name") && !is_secret_name("zapikey"));
/// ```
pub fn is_secret_name(name: &str) -> bool {
    let words = words(name);
    NAMES.iter().any(|secret| words.windows(secret.len()).any(|window| window == *secret))
}

/// The words of a name in lower case: `X-API-Key`, `clientSecret`, `access_token`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = '_';
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        if !c.is_ascii_alphanumeric() {
            before = c;
            continue;
        }
        // A capital begins a word after a lower-case letter and, as the last of several capitals, before one.
        let ends_capitals = before.is_ascii_uppercase() && rest.peek().is_some_and(|next| next.is_ascii_lowercase());
        let begins = !before.is_ascii_alphanumeric()
            || (c.is_ascii_uppercase() && (!before.is_ascii_uppercase() || ends_capitals));
        match words.last_mut().filter(|_| !begins) {
            Some(word) => word.push(c.to_ascii_lowercase()),
            None => words.push(c.to_ascii_lowercase().to_string()),
        }
        before = c;
    }
    words
}

/// Whether a text is or contains a secret, judged by its format; also an address that contains one.
///
/// ```
/// # use leads::is_secret;
/// assert!(is_secret("https://me:pw@crm.example/"));
/// assert!(is_secret("https://crm.example/?api_key=0123"));
/// assert!(!is_secret("https://crm.example/?encoding=UTF-8"));
/// assert!(!is_secret("Aizawa Securities LP"));
/// ```
pub fn is_secret(text: &str) -> bool {
    is_private_credential(text) || parts(text).any(is_publishable) || has_secret_parameter(text)
}

/// Whether a text is or contains a credential that no page may contain, even if its owner declares it public: access to
/// an account, rather than the key of a form.
pub fn is_private_credential(text: &str) -> bool {
    let is_shaped = |part: &str| PRIVATE.iter().any(|shape| shape.fits(part)) || is_model_key(part);
    let is_key = text.split_once("-----BEGIN ").is_some_and(|(_, rest)| rest.contains("PRIVATE KEY-----"));
    is_key || parts(text).any(is_shaped) || is_authorization(text) || has_password(text)
}

impl Shape {
    fn fits(&self, text: &str) -> bool {
        let Self(prefix, alphabet, min, max) = self;
        let Some(rest) = text.strip_prefix(prefix) else { return false };
        (*min..=*max).contains(&rest.len()) && rest.bytes().all(|byte| alphabet.has(byte))
    }
}

/// The parts of a text between blanks, quotation marks and the delimiters of addresses.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let is_mark =
        |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | ';' | '=' | '&' | '?' | '#' | '/' | ':');
    text.split(is_mark).filter(|part| !part.is_empty())
}

fn is_publishable(part: &str) -> bool {
    PUBLISHABLE.iter().any(|shape| shape.fits(part)) || is_web_token(part)
}

/// A JSON web token: three parts, of which the first says `{"`.
fn is_web_token(part: &str) -> bool {
    let is_coded = |part: &str| !part.is_empty() && part.bytes().all(|byte| Alphabet::Base64Url.has(byte));
    part.len() > 40 && part.starts_with("eyJ") && part.split('.').count() == 3 && part.split('.').all(is_coded)
}

/// `sk-` and at least 32 characters in one piece, the format of several language model services.
fn is_model_key(part: &str) -> bool {
    let Some(rest) = part.strip_prefix("sk-") else { return false };
    let has = |is: fn(&u8) -> bool| rest.as_bytes().iter().any(is);
    rest.len() >= 32 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()) && has(u8::is_ascii_digit)
}

/// The value of the header `Authorization`: `Bearer` and a token, or `Basic` and an encoded `user:password`.
fn is_authorization(text: &str) -> bool {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "-._~+/=".contains(c);
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || "\"',".contains(c)).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| {
        let [scheme, token] = pair else { return false };
        if scheme.eq_ignore_ascii_case("bearer") {
            token.len() >= 16 && token.chars().all(is_token)
        } else {
            scheme.eq_ignore_ascii_case("basic") && is_coded_password(token)
        }
    })
}

/// Whether it is base64 of printable characters that include a colon.
fn is_coded_password(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let is_whole = text.len().is_multiple_of(4) && text.len() - digits.len() <= 2 && !digits.is_empty();
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in digits.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return false,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    is_whole && bytes.contains(&b':') && bytes.iter().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The rest of an address after `//`.
fn after_scheme(text: &str) -> Option<&str> {
    text.trim().split_once("://").map(|(_, rest)| rest)
}

/// Whether an address contains a password.
fn has_password(text: &str) -> bool {
    let authority = after_scheme(text).and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    authority.split_once('@').is_some_and(|(user, _)| user.split_once(':').is_some_and(|(_, word)| !word.is_empty()))
}

/// Whether an address has a secret among its parameters, by their names.
fn has_secret_parameter(text: &str) -> bool {
    let query = after_scheme(text).and_then(|rest| rest.split_once('?')).map_or("", |(_, query)| query);
    let is_secret =
        |pair: &str| pair.split_once('=').is_some_and(|(name, value)| is_secret_name(name) && !value.is_empty());
    query.split(['&', '#']).any(is_secret)
}
