//! The nested configuration of a widget: links, lead form, destinations, theme, and how a panel opens.
//!
//! Shapes by the reader of packs, so that an owner is told in the same words; what the values mean is judged here.

use std::cell::RefCell;

use super::links::Link;
use super::words::room;
use super::{Notes, Remark, receivers, secrets, theme};
use diagnosis::Level;
use diagnosis::Value;
use diagnosis::{Faults, Reader};

const TOP: [&str; 4] = ["cta", "lead", "theme", "open"];
const CTA: [&str; 3] = ["href", "label", "context"];
const LEAD: [&str; 11] = [
    "placement",
    "fields",
    "required",
    "purpose",
    "privacy_href",
    "privacy_version",
    "marketing",
    "contact",
    "skip",
    "kiosk",
    "destinations",
];
const OPEN: [&str; 5] = ["button", "title", "delay", "exit", "again_days"];
const MARKETING: [&str; 2] = ["sender", "text"];
const CONTACT: [&str; 3] = ["tel", "mail", "days"];
/// Most days until somebody answers, and most seconds until a widget at a stand starts anew.
const LONGEST_DAYS: u32 = 60;
const LONGEST_KIOSK: u32 = 3_600;
/// Most seconds until a panel opens by itself, and most days until it may do so again (www/modes/settings.js).
const LONGEST_DELAY: u32 = 3_600;
const LONGEST_AGAIN: u32 = 3_650;
const PLACEMENTS: [&str; 3] = ["after", "before", "off"];

/// Everything there is to say about a configuration.
///
/// ```
/// use authoring::lint_config;
/// use diagnosis::Value;
/// let value: Value = serde_json::from_str(r#"{ "cta": { "href": "javascript:alert(1)" } }"#).unwrap();
/// assert_eq!(lint_config(&value)[0].fault.to_string(),
///     "cta.href: is no link to follow; begin it with https://, http://, mailto:, tel: or /");
/// ```
pub fn lint_config(value: &Value) -> Vec<Remark> {
    let faults = RefCell::new(Faults::default());
    let mut notes = Notes::default();
    let r = Reader::root(value, &faults);
    r.only(&TOP);
    if let Some(r) = r.child("cta") {
        cta(&r, &mut notes);
    }
    if let Some(r) = r.child("lead") {
        lead(&r, &mut notes);
    }
    if let Some(r) = r.child("open") {
        open(&r);
    }
    if let Some(r) = r.child("theme") {
        r.only(&theme::keys());
        for key in theme::keys() {
            r.text_if_any(key);
        }
    }
    notes.faults(faults.into_inner());
    if let Some(value) = value.get("theme") {
        theme::look(value, &mut notes);
    }
    secrets::look("", value, &mut notes);
    notes.0
}

/// Everything there is to say about one of `lead.destinations`, secrets included. Paths begin at the destination.
///
/// ```
/// use authoring::lint_destination;
/// use diagnosis::Value;
/// let value: Value = serde_json::from_str(r#"{ "type": "form", "url": "https://example.com/?token=1" }"#).unwrap();
/// assert_eq!(lint_destination(&value)[0].fault.path, "url");
/// ```
pub fn lint_destination(value: &Value) -> Vec<Remark> {
    let faults = RefCell::new(Faults::default());
    let mut notes = Notes::default();
    receivers::look(&Reader::root(value, &faults), &mut notes);
    notes.faults(faults.into_inner());
    secrets::look("", value, &mut notes);
    notes.0
}

fn cta(r: &Reader, notes: &mut Notes) {
    r.only(&CTA);
    r.flag("context");
    link(r, "href", Link::Followed, notes);
    let Some(labels) = r.child("label") else { return };
    labels.only(&Level::ALL.map(Level::id));
    for level in Level::ALL {
        let Some(text) = labels.text_if_any(level.id()) else { continue };
        let language = if text.is_ascii() { "en" } else { "ja" };
        let length = text.chars().count();
        if let Some(most) = room("cta", language).filter(|most| length > *most) {
            let reason = format!("is too long for a button on a phone: {length} characters");
            notes.warning(&labels.path_to(level.id()), &reason, &format!("shorten it to {most}"));
        }
    }
}

fn open(r: &Reader) {
    r.only(&OPEN);
    // `false` is a panel without a button of its own.
    if r.child("button").is_some_and(|it| it.is_text()) {
        r.text_if_any("button");
    } else if r.flag("button") {
        r.fault("button", "is no text", "the words on the button, or false for none");
    }
    r.text_if_any("title");
    r.flag("exit");
    for (key, most) in [("delay", LONGEST_DELAY), ("again_days", LONGEST_AGAIN)] {
        if r.child(key).is_some() {
            r.number(key, 0, most);
        }
    }
}

fn lead(r: &Reader, notes: &mut Notes) {
    r.only(&LEAD);
    if let Some(placement) = r.text_if_any("placement").filter(|text| !PLACEMENTS.contains(&&**text)) {
        let is_empty = placement.is_empty();
        if !is_empty {
            r.fault("placement", "is no place for the form", "one of: after, before, off");
        }
    }
    inputs(r, "fields", 1);
    inputs(r, "required", 0);
    r.text_if_any("purpose");
    r.text_if_any("privacy_version");
    r.flag("skip");
    if r.child("kiosk").is_some() {
        r.number("kiosk", 1, LONGEST_KIOSK);
    }
    if let Some(contact) = r.child("contact") {
        contact.only(&CONTACT);
        contact.text_if_any("tel");
        contact.text_if_any("mail");
        if contact.child("days").is_some() {
            contact.number("days", 1, LONGEST_DAYS);
        }
    }
    link(r, "privacy_href", Link::Page, notes);
    if let Some(marketing) = r.child("marketing") {
        marketing.only(&MARKETING);
        marketing.text_if_any("text");
        // The box may not be shown without the sender's name beside it.
        marketing.text("sender");
    }
    if r.child("destinations").is_some() {
        for destination in r.list("destinations", 0) {
            receivers::look(&destination, notes);
        }
    }
}

/// Looks at the names of inputs under `key`, if there are any; `least` is how many there are to be then.
fn inputs(r: &Reader, key: &str, least: usize) {
    if r.child(key).is_none() {
        return;
    }
    for field in r.list(key, least) {
        let name = field.as_text();
        if !name.is_empty() && !receivers::FIELDS.contains(&&*name) {
            field.fault("", "is no field of the form", &["one of: ", &receivers::FIELDS.join(", ")].concat());
        }
    }
}

/// Looks at the link under `key`, if there is one.
pub(super) fn link(r: &Reader, key: &str, link: Link, notes: &mut Notes) {
    let Some(href) = r.text_if_any(key).filter(|href| !href.is_empty()) else { return };
    if let Some((reason, mend)) = link.fault(&href) {
        notes.error(&r.path_to(key), reason, mend);
    }
}
