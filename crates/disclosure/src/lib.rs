//! What a configuration has sent to whom, when and why, as a table to be pasted into the owner's legal page.
//!
//! It works out what the widget does with a configuration, and adds what only the owner can know (crate `settings`,
//! [`DisclosureSettings`]). What is sent comes from the lead itself and from the connectors: there is no second list of it.
//! It says nothing of what a law asks for.
//!
//! ```
//! use diagnosis::Value;
//! use disclosure::{disclosure, to_text};
//! let config: Value = serde_json::from_str(r#"{ "lead": { "purpose": "相談に答えるため",
//!     "destinations": [{ "type": "webhook-json", "url": "https://hooks.example.jp/lead" }] } }"#).unwrap();
//! let text = to_text(&disclosure(&config, None, "ja"), "ja");
//! assert!(text.contains("hooks.example.jp") && text.contains("メールアドレス") && text.contains("相談に答えるため"));
//! ```

mod messages;
mod parts;
mod render;

use std::cell::RefCell;
use std::rc::Rc;

use diagnosis::{Pack, Reader, Value};
use diagnostics::Diagnostics;
use leads::{Destination, DestinationSettings, FieldSource, destination_kind};
use settings::{DisclosureSettings, LeadSettings, Placement, Settings, host_and_path, read_destination};

use messages::{Messages, fill};
use parts::{Parts, note_parts};

pub use render::{to_html, to_text};

/// A transmission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Who gets it, in the owner's words, or what the configuration says of that.
    pub recipient: String,
    /// What is sent, a line each.
    pub sent: Vec<String>,
    /// When.
    pub when: String,
    /// What for; `None` where the owner has to fill it in.
    pub purpose: Option<String>,
    /// The country that it goes to; `None` where the owner has to fill it in.
    pub country: Option<String>,
    /// What protects it there, where the owner wrote that.
    pub measures: Option<String>,
}

/// Everything that is sent by the widget with this configuration, where the pack is `pack`, in the language `lang` (Japanese
/// or else English).
pub fn disclosure(config: &Value, pack: Option<&Rc<Pack>>, lang: &str) -> Vec<Row> {
    let (settings, _) = Settings::read(config);
    let messages = Messages::of(lang);
    let found = RefCell::new(Diagnostics::default());
    let root = Reader::root(config, &found);
    let mut rows = Vec::new();
    // An arm of a comparison may show a form that the page otherwise does not have.
    let placements = settings.variants.iter().filter_map(|arm| arm.placement).chain([settings.lead.placement]);
    if placements.into_iter().any(|placement| placement != Placement::Off)
        && let Some(lead) = root.child("lead")
        && lead.child("destinations").is_some()
    {
        let parts = Parts::of(&settings.lead, !settings.variants.is_empty(), pack, lang);
        for place in lead.list("destinations", 0) {
            let disclosure = place.child("disclosure").map(|r| DisclosureSettings::read(&r)).unwrap_or_default();
            if let Some(to) = read_destination(&place) {
                rows.extend(of_destination(&to, disclosure, &parts, &settings.lead, messages));
            }
        }
    }
    let booking = root.child("cta").and_then(|cta| cta.child("booking"));
    let disclosure =
        booking.and_then(|r| r.child("disclosure")).map(|r| DisclosureSettings::read(&r)).unwrap_or_default();
    rows.extend(of_call(&settings, disclosure, messages));
    rows.extend(settings.benchmark.as_deref().and_then(|address| of_benchmark(address, messages)));
    rows
}

/// What goes to a destination of leads; nothing where the respondent alone hands the lead on.
fn of_destination(
    to: &DestinationSettings,
    disclosure: DisclosureSettings,
    parts: &Parts,
    lead: &LeadSettings,
    messages: &Messages,
) -> Option<Row> {
    let destination = Destination::new(to).ok()?;
    let is_sent = destination_kind(&to.kind).is_some_and(|kind| kind.is_sent);
    if !is_sent && !destination.is_data_layer() {
        return None;
    }
    let template = destination.template(&parts.names());
    let mut names: Vec<String> = if template.is_whole { parts.names() } else { Vec::new() };
    if destination.is_data_layer() {
        // The outbox always names the lead.
        names.push("lead_id".to_owned());
    }
    for (_, source) in &template.fields {
        names.extend(parts_of(source, parts));
    }
    let host = host_and_path(&to.url).0;
    let named = if destination.is_data_layer() { messages.tag_manager.to_owned() } else { host };
    let purpose = disclosure.purpose.or_else(|| lead.purpose.clone().filter(|_| !destination.is_data_layer()));
    Some(Row {
        recipient: recipient(disclosure.recipient, &named),
        sent: parts.sentences(&names, messages),
        when: if destination.is_data_layer() { messages.when_told } else { messages.when_submitted }.to_owned(),
        purpose,
        country: disclosure.country,
        measures: disclosure.measures,
    })
}

/// The parts of a lead that fill a field.
fn parts_of(source: &FieldSource, parts: &Parts) -> Vec<String> {
    match source {
        FieldSource::Text(_) | FieldSource::Number(_) => Vec::new(),
        FieldSource::Part(part) => parts.below(part),
        FieldSource::Note => note_parts(&parts.names()),
        FieldSource::Cut(inner, _) => parts_of(inner, parts),
    }
}

/// What goes along with the call to action.
fn of_call(settings: &Settings, disclosure: DisclosureSettings, messages: &Messages) -> Option<Row> {
    let cta = &settings.cta;
    let booking = cta.booking.as_ref();
    let href = booking.map(|booking| &booking.href).or(cta.href.as_ref())?;
    let mut sent = vec![messages.request.to_owned()];
    sent.extend(cta.has_context.then(|| messages.context.to_owned()));
    sent.extend(cta.has_campaign.then(|| messages.campaign.to_owned()));
    // A link to the owner's own page that says nothing is a link like any other.
    if booking.is_none() && sent.len() == 1 {
        return None;
    }
    let (host, _) = host_and_path(href);
    let own_site = host.is_empty().then(|| messages.own_site.to_owned());
    let is_framed = booking.is_some_and(|booking| booking.is_framed);
    Some(Row {
        recipient: recipient(disclosure.recipient, own_site.as_deref().unwrap_or(&host)),
        sent,
        when: if is_framed { messages.when_framed } else { messages.when_followed }.to_owned(),
        purpose: disclosure.purpose,
        country: disclosure.country.or(own_site),
        measures: disclosure.measures,
    })
}

/// What a file of another site, which is fetched for a comparison, tells that site.
fn of_benchmark(address: &str, messages: &Messages) -> Option<Row> {
    let (host, _) = host_and_path(address);
    (!host.is_empty()).then(|| Row {
        recipient: host,
        sent: vec![messages.request.to_owned()],
        when: messages.when_compared.to_owned(),
        purpose: Some(messages.to_compare.to_owned()),
        country: None,
        measures: None,
    })
}

fn recipient(disclosure: Option<String>, host: &str) -> String {
    disclosure.map_or_else(|| host.to_owned(), |name| fill("{name} ({host})", &[("name", &name), ("host", host)]))
}
