//! Reads the key `lead`.

use diagnosis::{Reader, Value};
use diagnostics::Code;

use super::destination::read_destination;
use super::lead::{Contact, Delivery, LeadField, LeadSettings, Marketing, Placement};
use super::link::Link;
use super::read::{line, link, whole};

const KEYS: [&str; 11] = [
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

/// Most days until somebody answers, and most seconds until a widget at a stand starts anew.
const DAYS_MAX: u32 = 60;
const KIOSK_MAX: u32 = 3_600;

impl LeadSettings {
    pub(crate) fn read(r: &Reader) -> Self {
        r.only(&KEYS);
        let Some(Value::Map(_)) = r.value() else {
            return Self { delivery: Delivery::Unusable, ..Self::default() };
        };
        let destinations = Destinations::read(r);
        let mut required = vec![LeadField::Email];
        required.extend(destinations.needed());
        required.extend(fields(r, "required", 0));
        required.dedup();
        let mut contact = r.child("contact").map(|r| read_contact(&r)).unwrap_or_default();
        contact.mail = contact.mail.or_else(|| destinations.mail());
        Self {
            placement: placement(r).unwrap_or_default(),
            requested: fields(r, "fields", 1),
            required,
            purpose: line(r, "purpose"),
            policy_href: link(r, "privacy_href", Link::Page),
            policy_version: line(r, "privacy_version"),
            marketing: r.child("marketing").and_then(|r| read_marketing(&r)),
            contact,
            can_skip: r.flag("skip"),
            kiosk_seconds: whole(r, "kiosk", Code::NotSeconds, 1, KIOSK_MAX),
            delivery: destinations.delivery,
            destinations: destinations.usable,
        }
    }
}

/// The placement of the key `placement`; `None` where there is none, or none that is known.
pub(crate) fn placement(r: &Reader) -> Option<Placement> {
    let found = Placement::from_id(&line(r, "placement")?);
    if found.is_none() {
        r.report(r.error("placement", Code::UnknownPlacement).with_list(Placement::ALL.map(Placement::id)));
    }
    found
}

/// The fields that the list under `key` names, which has at least `min` entries.
fn fields(r: &Reader, key: &str, min: usize) -> Vec<LeadField> {
    let places = r.child(key).map(|_| r.list(key, min)).unwrap_or_default();
    let field = |r: &Reader| {
        let text = if let Some(Value::Text(text)) = r.value() { text.as_str() } else { "" };
        let field = LeadField::from_id(text);
        if field.is_none() {
            r.report(r.error("", Code::UnknownField).with_list(LeadField::ALL.map(LeadField::id)));
        }
        field
    };
    places.iter().filter_map(field).collect()
}

fn read_marketing(r: &Reader) -> Option<Marketing> {
    r.only(&["sender", "text"]);
    let Some(Value::Map(_)) = r.value() else { return None };
    let text = line(r, "text");
    // The box may not be shown without the sender's name beside it.
    if r.child("sender").is_none() {
        r.report(r.error("sender", Code::SenderMissing));
    }
    Some(Marketing { sender: line(r, "sender")?, text })
}

fn read_contact(r: &Reader) -> Contact {
    r.only(&["tel", "mail", "days"]);
    let mail = line(r, "mail").map(|mail| ["mailto:", mail.trim_start_matches("mailto:")].concat());
    Contact {
        tel: line(r, "tel"),
        mail,
        days: whole(r, "days", Code::NotDays, 1, DAYS_MAX).unwrap_or(Contact::default().days),
    }
}

/// The key `destinations`.
#[derive(Default)]
struct Destinations {
    usable: Vec<(String, leads::DestinationSettings)>,
    delivery: Delivery,
}

impl Destinations {
    fn read(r: &Reader) -> Self {
        let Some(whole) = r.child("destinations") else { return Self::default() };
        let places = r.list("destinations", 0);
        let mut usable = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        // Whatever is no list was meant to be one.
        let mut is_meant = !matches!(whole.value(), Some(Value::List(items)) if items.len() == places.len());
        for place in &places {
            let kind = match place.value().and_then(|value| value.get("type")) {
                Some(Value::Text(kind)) => kind.trim(),
                _ => "",
            };
            seen.push(kind);
            is_meant |= leads::destination_kind(kind).is_none_or(|kind| kind.is_sent);
            let number = seen.iter().filter(|other| **other == kind).count();
            let name = if number > 1 { format!("{kind}-{number}") } else { kind.to_owned() };
            usable.extend(read_destination(place).map(|settings| (name, settings)));
        }
        let is_sent = |(_, settings): &(String, leads::DestinationSettings)| {
            leads::destination_kind(&settings.kind).is_some_and(|kind| kind.is_sent)
        };
        let delivery = match (usable.iter().any(is_sent), is_meant) {
            (true, _) => Delivery::Sent,
            (false, true) => Delivery::Unusable,
            (false, false) => Delivery::OnDevice,
        };
        Self { usable, delivery }
    }

    /// The fields without which a receiver drops a lead.
    fn needed(&self) -> impl Iterator<Item = LeadField> {
        self.usable
            .iter()
            .flat_map(|(_, settings)| match settings.kind.as_str() {
                "salesforce" => [LeadField::LastName, LeadField::Company].as_slice(),
                "zoho" => &[LeadField::LastName],
                _ => &[],
            })
            .copied()
    }

    /// The address of the first destination that is mail.
    fn mail(&self) -> Option<String> {
        self.usable.iter().find(|(_, settings)| settings.kind == "mail").map(|(_, settings)| settings.url.clone())
    }
}
