//! Links and their permitted targets.

use diagnostics::Code;
use leads::address::{host, is_private, is_web, normalised_address, scheme};

/// Permitted kinds of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// A page on the web, or beside the page that holds the widget.
    Page,
    /// A page, a mail address or a phone number: a link that the respondent follows.
    Followed,
    /// A page of a booking service: encrypted, or on this machine.
    Booking,
}

impl Link {
    /// The fault of `href`, if any.
    pub fn fault(self, href: &str) -> Option<Code> {
        let href = normalised_address(href);
        let (scheme, rest) = scheme(&href);
        let is_web = is_web(scheme.as_deref(), rest);
        let fits = match self {
            Link::Page => scheme.is_none() || is_web,
            Link::Followed => {
                scheme.is_none() || is_web || (scheme.as_deref().is_some_and(reaches) && !rest.is_empty())
            }
            Link::Booking => is_web && is_private(scheme.as_deref(), rest),
        };
        if fits && !href.is_empty() {
            return None;
        }
        Some(match self {
            Link::Page => Code::NotPageLink,
            Link::Followed => Code::NotLink,
            Link::Booking if is_web => Code::NotEncrypted,
            Link::Booking => Code::NotBookingAddress,
        })
    }
}

/// Schemes that contact a person without a page.
fn reaches(scheme: &str) -> bool {
    ["mailto", "tel"].contains(&scheme)
}

/// The lower-case host of a web address, without user and port, and its path; both are empty for other links.
pub fn host_and_path(href: &str) -> (String, &str) {
    let (_, rest) = scheme(href);
    let host = host(rest).split(':').next().unwrap_or_default().to_ascii_lowercase();
    let rest = rest.strip_prefix("//").unwrap_or_default();
    let page = rest.split(['?', '#']).next().unwrap_or_default();
    (host, page.find('/').and_then(|start| page.get(start..)).unwrap_or_default())
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
