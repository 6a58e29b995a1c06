//! The nested configuration of a widget: links, lead form, destinations, theme, and how a panel opens.
//!
//! The `settings` crate reads it as the widget does. This module reports what that accepts although it would be misread,
//! invisible, or filed wrongly at a receiver.

use std::cell::RefCell;

use diagnosis::{Level, Reader, Value};
use diagnostics::{Code, Diagnostic, Diagnostics};
use settings::{DisclosureSettings, Settings, Variant, read_destination, secret_diagnostics, unframed_service};

use super::receivers::lint_fields;
use super::theme::lint_theme;
use super::words::max_length;

/// Everything there is to say about a configuration.
///
/// ```
/// use authoring::lint_config;
/// use diagnosis::Value;
/// let value: Value = serde_json::from_str(r#"{ "cta": { "href": "javascript:alert(1)" } }"#).unwrap();
/// assert_eq!(lint_config(&value)[0].to_string(),
///     "cta.href: is no link to follow; begin it with https://, http://, mailto:, tel: or /");
/// ```
pub fn lint_config(value: &Value) -> Vec<Diagnostic> {
    let (settings, mut found) = Settings::read(value);
    for level in Level::ALL {
        if let Some(label) = settings.cta.label.get(level) {
            lint_label(level, label, "cta.label.", &mut found);
        }
    }
    lint_variants(&settings.variants, &mut found);
    if let Some(booking) = settings.cta.booking.as_ref().filter(|booking| booking.is_framed)
        && let Some(service) = unframed_service(&booking.href)
    {
        found.push(Diagnostic::warning(Code::BookingNotForFrames, "cta.booking.href").with(service));
    }
    let destinations = value.get("lead").and_then(|lead| lead.get("destinations"));
    if let Some(Value::List(destinations)) = destinations {
        for (i, destination) in destinations.iter().enumerate() {
            lint_fields(&format!("lead.destinations[{i}]."), destination, &mut found);
        }
    }
    lint_disclosures(value, &mut found);
    if let Some(theme) = value.get("theme") {
        lint_theme(theme, &mut found);
    }
    found
}

/// Everything there is to say about one of `lead.destinations`, secrets included. Paths begin at the destination.
///
/// ```
/// use authoring::lint_destination;
/// use diagnosis::Value;
/// let value: Value = serde_json::from_str(r#"{ "type": "form", "url": "https://example.com/?token=1" }"#).unwrap();
/// assert_eq!(lint_destination(&value)[0].path, "url");
/// ```
pub fn lint_destination(value: &Value) -> Vec<Diagnostic> {
    let found = RefCell::new(Diagnostics::default());
    let r = Reader::root(value, &found);
    read_destination(&r);
    if let Some(disclosure) = r.child("disclosure") {
        DisclosureSettings::read(&disclosure);
    }
    let mut found = found.into_inner().0;
    let mut secrets = Vec::new();
    secret_diagnostics("", value, &mut secrets);
    secrets.retain(|secret| !found.contains(secret));
    found.extend(secrets);
    lint_fields("", value, &mut found);
    found
}

/// Arms that cannot be distinguished, and arms whose verdicts cannot be compared.
fn lint_variants(arms: &[Variant], found: &mut Vec<Diagnostic>) {
    for (at, arm) in arms.iter().enumerate() {
        let place = |key: &str| format!("variants[{at}]{key}");
        for level in Level::ALL {
            if let Some(label) = arm.label.get(level) {
                lint_label(level, label, &place(".cta.label."), found);
            }
        }
        let mut earlier = arms.iter().take(at);
        if let Some(other) = earlier.clone().find(|other| arm.changes_as(other)) {
            found.push(Diagnostic::warning(Code::VariantsAlike, place("")).with(other.id.as_str()));
        } else if let Some(other) = earlier.find(|other| arm.pack != other.pack) {
            found.push(Diagnostic::warning(Code::VariantsOfOtherRules, place(".pack")).with(other.id.as_str()));
        }
    }
}

/// What the owner says of recipients, which the widget itself does not read.
fn lint_disclosures(value: &Value, found: &mut Vec<Diagnostic>) {
    let own = RefCell::new(Diagnostics::default());
    let root = Reader::root(value, &own);
    let booking = root.child("cta").and_then(|cta| cta.child("booking"));
    let lead = root.child("lead").filter(|lead| matches!(value_of(lead, "destinations"), Some(Value::List(_))));
    let destinations = lead.map(|lead| lead.list("destinations", 0)).unwrap_or_default();
    for place in booking.iter().chain(&destinations) {
        if let Some(disclosure) = place.child("disclosure") {
            DisclosureSettings::read(&disclosure);
        }
    }
    found.extend(own.into_inner().0);
}

fn value_of<'v>(r: &Reader<'v>, key: &str) -> Option<&'v Value> {
    r.child(key)?.value()
}

fn lint_label(level: Level, label: &str, place: &str, found: &mut Vec<Diagnostic>) {
    let language = if label.is_ascii() { "en" } else { "ja" };
    let length = label.chars().count();
    if let Some(max) = max_length("cta", language).filter(|max| length > *max) {
        let diagnostic = Diagnostic::warning(Code::TooLongForButton, [place, level.id()].concat());
        found.push(diagnostic.with(length as u32).with(max as u32));
    }
}
