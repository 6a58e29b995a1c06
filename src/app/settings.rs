//! What the site owner set: attributes of the element and the nested configuration. Total: whatever is broken becomes
//! the default and a fault that says how to mend it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::domain::{Fault, Faults, Level, Levels, Reader, Value};

/// The attributes of `<shindan-widget>` as they stand in the page.
#[derive(Clone, Debug, Default)]
pub struct Attributes {
    /// `cta-href`
    pub cta_href: Option<String>,
    /// `mode`
    pub mode: Option<String>,
    /// `lead`
    pub lead: Option<String>,
}

/// What the widget goes by.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Where the call to action leads; `None` shows none.
    pub cta_href: Option<Link>,
    /// The owner's wording of the call to action, by level, instead of the pack's.
    pub cta_label: Levels<Option<Rc<str>>>,
}

/// A link that is safe to follow: `http:`, `https:`, `mailto:`, `tel:`, or one relative to the page.
///
/// ```
/// use shindan::app::Link;
/// assert!(Link::new("/consultation").is_some());
/// assert!(Link::new("javascript:alert(1)").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(Rc<str>);

impl Link {
    /// The only way to make a link; `None` for any other scheme, for nothing, and for hidden control characters.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let clean = !text.is_empty() && !text.chars().any(|c| c.is_control() || c == ' ');
        let scheme = text.split(['/', '?', '#']).next()?.split_once(':').map(|(scheme, _)| scheme);
        let known = scheme.is_none_or(|scheme| {
            ["http", "https", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
        });
        (clean && known).then(|| Self(text.into()))
    }

    /// The link as text.
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.0)
    }
}

const LINK_MEND: &str = "write a link that begins with https://, http://, mailto:, tel: or /";

impl Settings {
    /// Reads attributes and configuration; an attribute wins over the configuration.
    pub fn read(attributes: &Attributes, config: &Value) -> (Self, Faults) {
        let faults = RefCell::new(Faults::default());
        let settings = {
            let r = Reader::root(config, &faults);
            if *config != Value::Null {
                r.only(&["cta", "lead", "theme"]);
            }
            let cta = r.child("cta");
            let label = |level: Level| {
                let label = cta.as_ref()?.child("label")?.text_if_any(level.id())?;
                (!label.is_empty()).then_some(label)
            };
            let cta_label = Levels {
                ready: label(Level::Ready),
                nearly: label(Level::Nearly),
                prepare: label(Level::Prepare),
                rethink: label(Level::Rethink),
            };
            let configured = cta.as_ref().and_then(|r| {
                r.only(&["href", "label", "context"]);
                let href = r.text_if_any("href")?;
                let link = Link::new(&href);
                if link.is_none() && !href.is_empty() {
                    r.fault("href", "is no link to follow", LINK_MEND);
                }
                link
            });
            Self { cta_href: configured, cta_label }
        };
        let mut faults = faults.into_inner();
        let settings = settings.with_attributes(attributes, &mut faults);
        (settings, faults)
    }

    fn with_attributes(mut self, attributes: &Attributes, faults: &mut Faults) -> Self {
        let mut fault = |name: &str, reason: &str, mend: &str| {
            let path = ["attribute ", name].concat();
            faults.0.push(Fault { path, reason: reason.to_owned(), mend: mend.to_owned() });
        };
        match attributes.cta_href.as_deref().map(Link::new) {
            Some(Some(link)) => self.cta_href = Some(link),
            Some(None) => fault("cta-href", "is no link to follow, so it is left out", LINK_MEND),
            None if self.cta_href.is_none() => {
                fault("cta-href", "is missing, so no call to action is shown", "add it with the link to your consultation");
            }
            None => {}
        }
        match attributes.mode.as_deref() {
            None | Some("inline") => {}
            Some("popup" | "slider" | "side-tab") => fault("mode", "comes in a later version; shown inline", "write \"inline\""),
            Some(_) => fault("mode", "is not known; shown inline", "write \"inline\""),
        }
        if !matches!(attributes.lead.as_deref(), None | Some("after" | "before" | "off")) {
            fault("lead", "is not known; \"after\" is used", "write \"after\", \"before\" or \"off\"");
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(attributes: &Attributes, config: &str) -> (Settings, Vec<String>) {
        let (settings, faults) = Settings::read(attributes, &serde_json::from_str(config).unwrap());
        (settings, faults.0.iter().map(Fault::to_string).collect())
    }

    #[test]
    fn only_followable_links_pass() {
        for good in ["https://a.example/b", "HTTP://a", "mailto:a@b.example", "tel:+81", "/x", "x/y", "?a:b", "#c:d"] {
            assert!(Link::new(good).is_some(), "{good}");
        }
        for bad in ["", " ", "javascript:alert(1)", "JaVaScRiPt:x", "java\tscript:x", "data:text/html,x", "vbscript:x", "a b"] {
            assert!(Link::new(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn an_attribute_wins_over_the_configuration() {
        let attributes = Attributes { cta_href: Some("/a".into()), ..Attributes::default() };
        let (settings, faults) = read(&attributes, r#"{"cta":{"href":"/b","label":{"ready":"話す"}}}"#);
        assert_eq!(settings.cta_href, Link::new("/a"));
        assert_eq!(settings.cta_label.ready.as_deref(), Some("話す"));
        assert_eq!(faults, Vec::<String>::new());
    }

    #[test]
    fn each_broken_value_is_one_fault_and_the_default() {
        let attributes = Attributes {
            cta_href: Some("javascript:x".into()),
            mode: Some("banana".into()),
            lead: Some("".into()),
        };
        let (settings, faults) = read(&attributes, r#"{"cat":1,"cta":{"label":{"ready":7}}}"#);
        assert_eq!(settings.cta_href, None);
        assert_eq!(settings.cta_label.ready, None);
        let places: Vec<&str> = faults.iter().filter_map(|fault| fault.split(':').next()).collect();
        assert_eq!(places, ["cat", "cta.label.ready", "attribute cta-href", "attribute mode", "attribute lead"]);
    }
}
