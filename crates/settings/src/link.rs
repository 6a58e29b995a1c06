//! Links: where they may lead.

use diagnostics::Code;

/// What a link may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// A page on the web, or beside the page that holds the widget.
    Page,
    /// A page, a mail or a call: what the respondent follows.
    Followed,
    /// A page of a booking service: encrypted, or no further than this machine.
    Booking,
    /// Where data is sent: encrypted, or no further than this machine.
    Receiver,
    /// An address for mail.
    Mail,
}

impl Link {
    /// What is wrong with `href`, if anything.
    pub fn fault(self, href: &str) -> Option<Code> {
        // A browser drops control characters at the ends, and these wherever they stand: `java\nscript:` is a script.
        let ends = |c: char| c.is_whitespace() || c.is_control();
        let href: String = href.trim_matches(ends).chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
        let (scheme, rest) = scheme(&href);
        let is_web = matches!(scheme.as_deref(), Some("http" | "https")) && has_host(rest);
        let fits = match self {
            Link::Page => scheme.is_none() || is_web,
            Link::Followed => {
                scheme.is_none() || is_web || (scheme.as_deref().is_some_and(reaches) && !rest.is_empty())
            }
            Link::Booking | Link::Receiver => is_web && (scheme.as_deref() == Some("https") || is_loopback(rest)),
            Link::Mail => scheme.as_deref() == Some("mailto") && rest.contains('@'),
        };
        if fits && !href.is_empty() {
            return None;
        }
        Some(match self {
            Link::Page => Code::NotPageLink,
            Link::Followed => Code::NotLink,
            Link::Booking | Link::Receiver if is_web => Code::NotEncrypted,
            Link::Booking => Code::NotBookingAddress,
            Link::Receiver => Code::NotReceiverAddress,
            Link::Mail => Code::NotMailAddress,
        })
    }
}

/// Schemes that reach a person without a page.
fn reaches(scheme: &str) -> bool {
    ["mailto", "tel"].contains(&scheme)
}

/// The scheme of an address in small letters, if it has one, and what follows it.
fn scheme(href: &str) -> (Option<String>, &str) {
    match href.split_once(':') {
        Some((name, rest)) if name.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            let is_scheme = name.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
            if is_scheme { (Some(name.to_ascii_lowercase()), rest) } else { (None, href) }
        }
        _ => (None, href),
    }
}

/// The host of what follows `https:`, with its port.
fn host(rest: &str) -> &str {
    let authority = rest.strip_prefix("//").unwrap_or_default().split(['/', '?', '#', '\\']).next().unwrap_or_default();
    authority.rsplit_once('@').map_or(authority, |(_, host)| host)
}

fn has_host(rest: &str) -> bool {
    let host = host(rest);
    !host.is_empty() && !host.contains(char::is_whitespace)
}

/// The host of an address of the web in small letters, without user and port, and its path; both are empty for other links.
pub fn host_and_path(href: &str) -> (String, &str) {
    let (_, rest) = scheme(href);
    let host = host(rest).split(':').next().unwrap_or_default().to_ascii_lowercase();
    let rest = rest.strip_prefix("//").unwrap_or_default();
    let page = rest.split(['?', '#']).next().unwrap_or_default();
    (host, page.find('/').and_then(|start| page.get(start..)).unwrap_or_default())
}

fn is_loopback(rest: &str) -> bool {
    let host = host(rest);
    let name = if host.starts_with('[') { host.split_inclusive(']').next() } else { host.split(':').next() };
    name.is_some_and(|name| ["localhost", "127.0.0.1", "[::1]"].contains(&name) || name.ends_with(".localhost"))
}

#[cfg(test)]
mod tests {
    use super::{Code, Link};

    #[test]
    fn what_a_browser_takes_for_a_script_is_no_link() {
        for href in
            ["javascript:a()", " JavaScript:a()", "\u{1} javascript:a()", "java\nscript:a()", "\u{1f}data:text/html,a"]
        {
            assert_eq!(Link::Followed.fault(href), Some(Code::NotLink), "{href:?}");
        }
        assert_eq!(Link::Followed.fault("/javascript:a"), None);
    }
}
