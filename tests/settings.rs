//! The owner's configuration: what each value comes to, and that whatever is damaged costs only itself.

mod support;

use diagnosis::Value;
use diagnostics::{Code, Diagnostic, Language};
use serde_json::json;
use settings::{
    Attributes, Booking, Call, CallContext, Configuration, Contact, Delivery, LeadField, LeadSettings, OpenSettings,
    Placement, Settings,
};
use support::Json;
use support::damage::{Dice, damaged, damaged_bytes};

fn read(json: &Json) -> (Settings, Vec<Diagnostic>) {
    Settings::read(&support::value(json))
}

fn paths(found: &[Diagnostic]) -> Vec<&str> {
    found.iter().map(|one| one.path.as_str()).collect()
}

/// Everything that can be set, rightly.
fn whole() -> Json {
    json!({
        "cta": { "href": "/consult", "campaign": true, "booking": { "href": "https://calendly.com/example/30min", "frame": true, "title": "Pick  a time" }, "label": { "ready": "Talk  to us", "rethink": "相談する" }, "context": true },
        "lead": {
            "placement": "before", "fields": ["email", "company"], "required": ["phone"], "purpose": "To answer you.",
            "privacy_href": "/privacy", "privacy_version": "2026-11", "marketing": { "sender": "Example Ltd", "text": "News" },
            "contact": { "tel": "03-0000-0000", "mail": "desk@example.com", "days": 2 }, "skip": true, "kiosk": 90,
            "destinations": [
                { "type": "webhook-json", "url": "https://n8n.example/hook", "fields": { "campaign": "attribution.utm.utm_campaign" } },
                { "type": "webhook-json", "url": "https://n8n.example/other", "constants": { "lead_source": "Aizawa Securities LP" } },
                { "type": "salesforce", "url": "https://webto.salesforce.example/", "constants": { "oid": "00D000000000001" } },
                { "type": "mail", "url": "mailto:sales@example.com" },
            ],
        },
        "theme": { "accent": "#00664f", "font": "serif" },
        "open": { "button": false, "title": "Check", "delay": 20, "exit": true, "again_days": 0 },
    })
}

#[test]
fn every_value_is_read() {
    let (settings, found) = read(&whole());
    assert_eq!(found, []);
    assert_eq!(settings.cta.href.as_deref(), Some("/consult"));
    assert_eq!(settings.cta.label.ready.as_deref(), Some("Talk to us"));
    assert_eq!((settings.cta.label.nearly.as_deref(), settings.cta.has_context), (None, true));
    let title = Some("Pick a time".into());
    let booking = Booking { href: "https://calendly.com/example/30min".into(), is_framed: true, title };
    assert_eq!((settings.cta.booking, settings.cta.has_campaign), (Some(booking), true));
    let lead = &settings.lead;
    assert_eq!((lead.placement, lead.can_skip, lead.kiosk_seconds), (Placement::Before, true, Some(90)));
    assert_eq!(
        lead.fields("ja"),
        [LeadField::Email, LeadField::Company, LeadField::LastName, LeadField::Phone],
        "what must be filled in is there"
    );
    assert_eq!(lead.marketing.as_ref().unwrap().sender, "Example Ltd");
    let mail = Some("mailto:desk@example.com".to_owned());
    assert_eq!(lead.contact, Contact { tel: Some("03-0000-0000".to_owned()), mail, days: 2 });
    let names: Vec<_> = lead.destinations.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["webhook-json", "webhook-json-2", "salesforce", "mail"]);
    assert_eq!(lead.destinations[0].1.fields, [("campaign".to_owned(), "attribution.utm.campaign".to_owned())]);
    assert_eq!(lead.delivery, Delivery::Sent);
    assert_eq!((settings.open.has_button, settings.open.delay, settings.open.again_days), (false, Some(20), 0));
    assert_eq!(settings.theme.0, [("accent", "#00664f".to_owned()), ("font", "serif".to_owned())]);
}

/// Each wrong value, put into a configuration that is right otherwise, costs that value and gives one diagnostic there.
#[test]
fn one_wrong_value_costs_that_value() {
    let wrong = [
        ("/cta/href", json!("javascript:alert(1)")),
        ("/cta/label/ready", json!(7)),
        ("/cta/context", json!("true")),
        ("/cta/campaign", json!(["utm_source"])),
        ("/cta/booking/frame", json!("yes")),
        ("/cta/booking/title", json!(3)),
        ("/lead/placement", json!("beside")),
        ("/lead/purpose", json!("\u{fffd}\u{fffd}の\u{fffd}")),
        ("/lead/privacy_href", json!("mailto:a@b")),
        ("/lead/marketing/text", json!([])),
        ("/lead/contact/days", json!(0)),
        ("/lead/contact/tel", json!(3)),
        ("/lead/skip", json!(1)),
        ("/lead/kiosk", json!(-1)),
        ("/theme/accent", json!(7)),
        ("/open/title", json!("")),
        ("/open/delay", json!("soon")),
        ("/open/exit", json!("yes")),
        ("/open/again_days", json!(1e9)),
    ];
    for (place, value) in wrong {
        let (mut with, mut without) = (whole(), whole());
        *with.pointer_mut(place).unwrap() = value;
        let (parent, key) = place.rsplit_once('/').unwrap();
        without.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
        let (settings, found) = read(&with);
        assert_eq!(paths(&found), [place.trim_start_matches('/').replace('/', ".")], "{found:?}");
        let mut default = read(&without).0;
        default.has_refused_cta_href = place == "/cta/href";
        assert_eq!(settings, default, "{place}");
    }
    let (_, found) = read(&json!({ "lead": { "purpose": "\u{fffd}" } }));
    assert_eq!(
        found[0].to_string(),
        "lead.purpose: holds characters that were lost (\u{fffd}); save the file as UTF-8"
    );
}

#[test]
fn a_booking_goes_before_the_link_and_without_an_address_there_is_none() {
    let of = |cta: Json| {
        let (settings, found) = read(&json!({ "cta": cta }));
        let context = CallContext { level: diagnosis::Level::Prepare, receipt: "p-1", campaign: "utm_source=a" };
        (settings.cta.call(context), paths(&found).join(", "))
    };
    let link = |href: &str| Some(Call { href: href.into(), frame: None, is_booking: false });
    assert_eq!(of(json!({})), (None, String::new()));
    let bare = json!({ "href": "/a", "context": true, "campaign": true });
    assert_eq!(of(bare).0, link("/a?shindan_level=prepare&shindan_receipt=p-1&utm_source=a"));
    for (booking, place) in [
        (json!("https://calendly.com/a"), "cta.booking"),
        (json!({ "frame": true }), "cta.booking.href"),
        (json!({ "href": "http://calendly.com/a" }), "cta.booking.href"),
        (json!({ "href": "/book" }), "cta.booking.href"),
        (json!({ "href": "javascript:alert(1)" }), "cta.booking.href"),
    ] {
        assert_eq!(of(json!({ "href": "/a", "booking": booking })), (link("/a"), place.to_owned()));
    }
    let call =
        of(json!({ "href": "/a", "booking": { "href": "https://calendly.com/a" }, "campaign": true })).0.unwrap();
    assert_eq!((&*call.href, call.frame, call.is_booking), ("https://calendly.com/a?utm_source=a", None, true));
    let (mut settings, _) = read(&json!({ "cta": { "booking": { "href": "https://calendly.com/a" } } }));
    assert_eq!(Attributes::default().apply(&mut settings), [], "nothing is missing");
}

#[test]
fn a_whole_that_is_of_another_kind_costs_that_whole() {
    for value in [json!(7), json!("x"), json!([]), json!(true)] {
        for key in ["cta", "lead", "theme", "open"] {
            let mut config = whole();
            config[key] = value.clone();
            let (settings, found) = read(&config);
            assert_eq!(paths(&found), [key]);
            let unknown = LeadSettings { delivery: Delivery::Unusable, ..LeadSettings::default() };
            assert!(key != "lead" || settings.lead == unknown, "it may have named receivers");
            assert!(key != "open" || settings.open == OpenSettings::default());
        }
        assert!(
            matches!(Configuration::of(&support::value(&value)), Configuration::Unusable(found) if !found.is_empty())
        );
    }
}

#[test]
fn a_form_knows_whether_anything_can_be_sent() {
    let of = |destinations: Json| read(&json!({ "lead": { "destinations": destinations } })).0.lead.delivery;
    assert_eq!(read(&json!({})).0.lead.delivery, Delivery::OnDevice);
    assert_eq!(of(json!([])), Delivery::OnDevice);
    assert_eq!(of(json!([{ "type": "mail", "url": "mailto:a@b.example" }, { "type": "copy" }])), Delivery::OnDevice);
    assert_eq!(of(json!([{ "type": "form", "url": "http://x.example" }])), Delivery::Unusable);
    assert_eq!(of(json!([{ "type": "hubpsot", "url": "https://x.example" }, { "type": "copy" }])), Delivery::Unusable);
    assert_eq!(of(json!([7])), Delivery::Unusable);
    assert_eq!(of(json!({ "type": "form", "url": "https://x.example" })), Delivery::Unusable);
    let one_of_two = json!([{ "type": "form", "url": "nowhere" }, { "type": "form", "url": "https://x.example" }]);
    assert_eq!(of(one_of_two.clone()), Delivery::Sent);
    let names = read(&json!({ "lead": { "destinations": one_of_two } })).0.lead.destinations;
    assert_eq!(names[0].0, "form-2", "the first one keeps its name for when it is right");
    assert_eq!(Configuration::Absent.into_settings().unwrap().lead.delivery, Delivery::OnDevice);
    assert_eq!(Configuration::Pending.into_settings(), None);
    assert_eq!(Configuration::Unusable(vec![]).into_settings().unwrap().lead.delivery, Delivery::Unusable);
}

#[test]
fn what_is_meant_to_be_public_is_sent_and_credentials_never_are() {
    let key = "5a9c0ad0-3d1e-4b57-8f0e-0d7f3a1f2b3c";
    let of = |destination: Json| {
        let (settings, found) = read(&json!({ "lead": { "destinations": [destination] } }));
        (settings.lead.destinations.len(), found.into_iter().map(|one| (one.path, one.code)).collect::<Vec<_>>())
    };
    let to = |more: Json| {
        let mut destination = json!({ "type": "form", "url": "https://api.web3forms.example/submit" });
        destination.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        destination
    };
    let place = "lead.destinations[0].constants.access_key".to_owned();
    assert_eq!(of(to(json!({ "constants": { "access_key": key } }))), (0, vec![(place.clone(), Code::SecretByName)]));
    assert_eq!(of(to(json!({ "constants": { "access_key": key }, "public": true }))), (1, vec![]));
    let live = ["sk", "_live_0123456789abcdefABCDEF"].concat();
    let secret = to(json!({ "constants": { "access_key": live }, "public": true }));
    assert_eq!(of(secret), (0, vec![(place, Code::SecretByLook)]));
    let settings = leads::DestinationSettings {
        kind: "form".to_owned(),
        url: "https://api.web3forms.example/submit".to_owned(),
        constants: vec![("key".to_owned(), ["sk", "_live_0123456789abcdefABCDEF"].concat())],
        is_public: true,
        ..leads::DestinationSettings::default()
    };
    assert!(leads::Destination::new(&settings).is_err(), "the outbox refuses it too");
    for innocent in [
        json!({ "constants": { "lead_source": "Aizawa Securities LP", "page": "Basic plan landing page" } }),
        json!({ "fields": { "secretary_name": "contact.last_name" } }),
        json!({ "url": "https://flow.zoho.example/flow/webhook/incoming?zapikey=1001.0123abcd&isdebug=false" }),
    ] {
        assert_eq!(of(to(innocent.clone())), (1, vec![]), "{innocent}");
    }
}

#[test]
fn a_field_may_bear_a_max_and_salesforce_bounds_the_address() {
    let of = |kind: &str, fields: Json| {
        let to = json!({ "type": kind, "url": "https://x.example/", "fields": fields, "constants": { "oid": "00D" } });
        read(&json!({ "lead": { "destinations": [to] } }))
    };
    let (settings, found) =
        of("salesforce", json!({ "email": "contact.email", "00N": { "from": "diagnosis.summary", "max": 255 } }));
    assert_eq!(found, []);
    let to = &settings.lead.destinations[0].1;
    assert_eq!(to.fields[0], ("00N".to_owned(), "diagnosis.summary".to_owned()));
    assert_eq!(to.max, [("00N".to_owned(), 255)]);
    assert_eq!((settings.lead.longest(LeadField::Email), settings.lead.longest(LeadField::Company)), (80, 100));
    assert_eq!(of("form", json!({})).0.lead.longest(LeadField::Email), 254);
    let (settings, found) = of("form", json!({ "a": { "from": "lead_id", "max": "9" }, "b": {} }));
    assert_eq!(paths(&found), ["lead.destinations[0].fields.b.from", "lead.destinations[0].fields.a.max"]);
    let to = &settings.lead.destinations[0].1;
    assert_eq!((&to.fields[..], &to.max[..]), (&[("a".to_owned(), "lead_id".to_owned())][..], &[][..]));
}

/// Configurations damaged by chance are read without a panic, each fault has a place and a fix in both languages, and what
/// is used is never what may not be.
#[test]
fn damaged_configurations_are_read() {
    let (whole, file) = (support::value(&whole()), serde_json::to_vec(&whole()).unwrap());
    for seed in 0..4_000 {
        let mut dice = Dice(seed);
        let value: Value = match dice.below(6) {
            0 => match serde_json::from_slice(&damaged_bytes(&file, &mut dice)) {
                Ok(value) => value,
                Err(_) => continue,
            },
            _ => damaged(&whole, &mut dice),
        };
        let (settings, found) = Settings::read(&value);
        for one in &found {
            assert!(!one.fix(Language::En).is_empty() && !one.fix(Language::Ja).is_empty(), "seed {seed}: {one:?}");
        }
        for (_, destination) in &settings.lead.destinations {
            assert!(
                leads::Destination::new(destination).is_ok(),
                "seed {seed}: {destination:?} is refused by the outbox"
            );
        }
        let href = settings.cta.href.as_deref().unwrap_or_default().to_lowercase();
        assert!(!href.starts_with("javascript"), "seed {seed}");
    }
}

/// The console of a page tells what is wrong in the words of these codes alone.
#[test]
fn whatever_the_reader_of_settings_can_say_has_words_in_the_widget() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> =
        std::fs::read_dir(root.join("crates/settings/src")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.push(root.join("crates/diagnosis/src/reader.rs"));
    let sources: String = files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let is_name = |c: char| c.is_ascii_alphanumeric();
    let mut checked = 0;
    for rest in sources.split("Code::").skip(1) {
        let name = rest.split(|c| !is_name(c)).next().unwrap();
        let code = diagnostics::Code::ALL.iter().find(|code| format!("{code:?}") == name);
        if let Some(code) = code {
            assert!(diagnostics::Code::OF_SETTINGS.contains(code), "{name} has no words in the widget");
            checked += 1;
        }
    }
    assert!(checked > 40, "only {checked} codes found");
}
