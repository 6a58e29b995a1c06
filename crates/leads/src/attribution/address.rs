//! The parts of an address that a lead may contain.

/// A parameter of an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pair<'a> {
    /// The decoded name.
    pub(super) name: String,
    /// The value: decoded if the result is a text, else as written.
    pub(super) value: String,
    /// Name and value as written.
    written: &'a str,
}

/// The parameters of an address, in order. Some mail programs write `&amp;` for `&`, which leaves names that begin with
/// `amp;`.
pub(super) fn pairs(address: &str) -> impl Iterator<Item = Pair<'_>> {
    let (_, query) = split(address);
    query.split('&').map(|written| written.trim_start_matches("amp;")).filter(|written| !written.is_empty()).map(
        |written| {
            let (name, value) = written.split_once('=').unwrap_or((written, ""));
            Pair { name: text(name), value: text(value), written }
        },
    )
}

/// The address without fragment, user and password, and with only those parameters whose name `is_kept`. Empty if it is
/// not a web address.
pub(super) fn stripped(address: &str, is_kept: impl Fn(&str) -> bool, max: usize) -> String {
    let (base, _) = split(address);
    let Some((scheme, rest)) = base.split_once("://") else {
        return String::new();
    };
    let host = rest.split('/').next().unwrap_or_default();
    let rest = host.rsplit_once('@').map_or(rest, |(user, _)| rest.get(user.len() + 1..).unwrap_or_default());
    let mut stripped = [scheme, "://", rest].concat();
    for (i, pair) in pairs(address).filter(|pair| is_kept(&pair.name)).enumerate() {
        stripped.push(if i == 0 { '?' } else { '&' });
        stripped.push_str(pair.written);
    }
    cut_escaped(&stripped, max).to_owned()
}

/// The beginning of a text, of at most `max` characters.
pub(super) fn cut(text: &str, max: usize) -> &str {
    text.char_indices().nth(max).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The beginning of a percent-encoded text: escapes are never cut, and the escapes of one character stay together.
pub(super) fn cut_escaped(text: &str, max: usize) -> &str {
    let beginning = cut(text, max);
    if beginning.len() == text.len() {
        return text;
    }
    let mut end = beginning.len();
    // At most three escapes may belong to a character that continues after the end.
    for _ in 0..4 {
        let starts = |at: usize| byte_at(text, at).is_none_or(|byte| byte & 0xc0 != 0x80);
        let is_within = (1..3).any(|back| end.checked_sub(back).is_some_and(|at| is_escape(text, at)));
        if !is_within && starts(end) {
            break;
        }
        let before = (1..=3).filter_map(|back| end.checked_sub(back)).find(|at| is_escape(text, *at));
        match before {
            Some(at) => end = at,
            None => break,
        }
    }
    text.get(..end).unwrap_or(beginning)
}

/// Whether an escape, `%` with two digits, begins at that byte.
fn is_escape(text: &str, at: usize) -> bool {
    byte_at(text, at).is_some()
}

/// The byte that is escaped at that place.
fn byte_at(text: &str, at: usize) -> Option<u8> {
    let digits = text.get(at..at + 3)?.strip_prefix('%')?;
    if digits.bytes().all(|digit| digit.is_ascii_hexdigit()) { u8::from_str_radix(digits, 16).ok() } else { None }
}

/// Base and query of an address, without its fragment.
fn split(address: &str) -> (&str, &str) {
    let address = address.trim();
    let address = address.split_once('#').map_or(address, |(before, _)| before);
    address.split_once('?').unwrap_or((address, ""))
}

/// A decoded part of a query; as written if decoding gives no text.
fn text(written: &str) -> String {
    let spaced = written.replace('+', " ");
    let mut bytes = Vec::with_capacity(spaced.len());
    let mut at = 0;
    while let Some(byte) = spaced.as_bytes().get(at) {
        let escaped = byte_at(&spaced, at);
        bytes.push(escaped.unwrap_or(*byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| written.to_owned())
}
