//! The key `cta.booking`: a page of a booking service, which the call to action opens instead of `cta.href`.

use std::rc::Rc;

use diagnosis::{Reader, Value};
use diagnostics::Code;

use super::link::{Link, host_and_path};
use super::query::with_parameters;
use super::read::{line, link};

/// A page on which the respondent picks a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// Its address: `https:`, or `http:` on this machine.
    pub href: Rc<str>,
    /// Whether the widget shows it in a frame in the place of the result; otherwise the call to action is a link to it.
    pub is_framed: bool,
    /// The owner's heading above the frame, which also names the frame for screen readers.
    pub title: Option<Rc<str>>,
}

impl Booking {
    /// `None` where there is no address that can be used.
    pub(crate) fn read(r: &Reader) -> Option<Self> {
        r.only(&["href", "frame", "title", "disclosure"]);
        if r.child("href").is_none() && matches!(r.value(), Some(Value::Map(_))) {
            r.report(r.error("href", Code::Missing));
        }
        let href = link(r, "href", Link::Booking).map(Rc::from);
        let is_framed = r.flag("frame");
        let title = line(r, "title").map(Rc::from);
        href.map(|href| Self { href, is_framed, title })
    }
}

/// The parameters by which a service that is framed knows that it is, such as its own embed code writes them.
///
/// Calendly: those of its `widget.js`. Google: that of the frame that "Website embed" of an appointment schedule gives.
/// HubSpot: that of the embed code of a meetings page.
fn frame_parameters(href: &str) -> &'static str {
    let (host, path) = host_and_path(href);
    let is_of = |name: &str| host == name || host.strip_suffix(name).is_some_and(|rest| rest.ends_with('.'));
    if is_of("calendly.com") {
        "embed_domain=1&embed_type=Inline"
    } else if host == "calendar.google.com" && path.contains("/appointments/") {
        "gv=true"
    } else if host.starts_with("meetings") && is_of("hubspot.com") {
        "embed=true"
    } else {
        ""
    }
}

/// The address for a frame that shows the page `href` of a booking service; of an unknown service it is the same.
pub(crate) fn frame_address(href: &str) -> Rc<str> {
    with_parameters(href, frame_parameters(href))
}

/// The service whose embed code names another address for frames than `href`, if that is known.
///
/// ```
/// # use settings::unframed_service;
/// assert_eq!(unframed_service("https://calendar.app.google/Ab12"), Some("Google"));
/// assert_eq!(unframed_service("https://calendly.com/example/30min"), None);
/// ```
pub fn unframed_service(href: &str) -> Option<&'static str> {
    let (host, path) = host_and_path(href);
    match host.as_str() {
        "calendar.app.google" => Some("Google"),
        "timerex.net" | "www.timerex.net" => Some("TimeRex"),
        "app.spirinc.com" if !path.starts_with("/external/") => Some("Spir"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::frame_address;

    #[test]
    fn services_get_the_parameters_of_their_embed_code() {
        let check = |href: &str, expect: &str| assert_eq!(&*frame_address(href), expect);
        check("https://calendly.com/a/30min", "https://calendly.com/a/30min?embed_domain=1&embed_type=Inline");
        check("https://calendly.com.example/a", "https://calendly.com.example/a");
        let google = "https://calendar.google.com/calendar/appointments/schedules/Ac";
        check(google, &format!("{google}?gv=true"));
        check(&format!("{google}?gv=true"), &format!("{google}?gv=true"));
        check("https://calendar.google.com/calendar/embed?src=a", "https://calendar.google.com/calendar/embed?src=a");
        check("https://meetings-eu1.hubspot.com/a", "https://meetings-eu1.hubspot.com/a?embed=true");
        check("https://evilhubspot.com/a", "https://evilhubspot.com/a");
        check("https://timerex.net/s/a/b", "https://timerex.net/s/a/b");
        check("https://user@calendly.com/a#b", "https://user@calendly.com/a?embed_domain=1&embed_type=Inline#b");
    }
}
