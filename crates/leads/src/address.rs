//! Addresses as owners write them: how a browser reads them, and whether data may be sent there.

/// The address as a browser reads it: without control characters and white space at its ends, and without tabs and line
/// breaks anywhere, because `java`, a line break and `script:` are a script too.
pub fn normalised_address(address: &str) -> String {
    let ends = |c: char| c.is_whitespace() || c.is_control();
    address.trim_matches(ends).chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect()
}

/// The scheme of an address in lower case, if it has one, and the rest.
pub fn scheme(address: &str) -> (Option<String>, &str) {
    match address.split_once(':') {
        Some((name, rest)) if name.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            let is_scheme = name.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
            if is_scheme { (Some(name.to_ascii_lowercase()), rest) } else { (None, address) }
        }
        _ => (None, address),
    }
}

/// The host in the rest after `https:`, with its port.
pub fn host(rest: &str) -> &str {
    let authority = rest.strip_prefix("//").unwrap_or_default().split(['/', '?', '#', '\\']).next().unwrap_or_default();
    authority.rsplit_once('@').map_or(authority, |(_, host)| host)
}

/// Whether an address, given as scheme and rest, is a web address.
pub fn is_web(scheme: Option<&str>, rest: &str) -> bool {
    let host = host(rest);
    matches!(scheme, Some("http" | "https")) && !host.is_empty() && !host.contains(char::is_whitespace)
}

/// Whether data sent to a web address is encrypted, or stays on this machine.
pub fn is_private(scheme: Option<&str>, rest: &str) -> bool {
    scheme == Some("https") || is_loopback(rest)
}

fn is_loopback(rest: &str) -> bool {
    let host = host(rest);
    let name = if host.starts_with('[') { host.split_inclusive(']').next() } else { host.split(':').next() };
    name.is_some_and(|name| ["localhost", "127.0.0.1", "[::1]"].contains(&name) || name.ends_with(".localhost"))
}
