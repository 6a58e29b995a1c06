//! The lead form as it is rendered, without a browser: what it asks and says, and what it would send.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use diagnosis::diagnose;
use leads::{Attribution, Contact, DiagnosisSummary, Lead, LeadParts, PageAddress, Visit};
use messages::Messages;
use settings::{Delivery, LeadField, LeadSettings, Marketing};
use shindan::ui::lead_form::{
    DeliveryStatus, Draft, LeadForm, LeadFormProps, LeadHost, LeadHostHandle, LeadState, LocalFuture, Outbox,
    SubmitError,
};
use support::{Json, readiness};
use web_sys::EventTarget;
use yew::{AttrValue, Callback};

/// A page with nothing around it, whose tab holds this draft.
struct Host(Draft);

impl LeadHost for Host {
    fn draft(&self) -> Draft {
        self.0.clone()
    }
    fn keep_draft(&self, _: &Draft) {}
    fn run(&self) -> String {
        "run".to_owned()
    }
    fn attribution(&self) -> Attribution {
        Attribution::default()
    }
    fn variant(&self) -> Option<String> {
        Some("b".to_owned())
    }
    fn is_draft(&self) -> bool {
        true
    }
    fn new_lead_id(&self) -> String {
        "0123abcd-0000-4000-8000-000000000000".to_owned()
    }
    fn now_ms(&self) -> f64 {
        0.0
    }
    fn now_text(&self) -> String {
        "2026-11-28T00:00:00.000Z".to_owned()
    }
    fn inputs_of(&self, _: &str) -> Vec<(LeadField, String)> {
        Vec::new()
    }
    fn emit_lead(&self, _: &str, _: LeadState) {}
    fn unlock(&self) {}
    fn restart(&self) {}
    fn event_target(&self) -> EventTarget {
        panic!("there is no page")
    }
    fn copy(&self, _: String) -> LocalFuture<bool> {
        Box::pin(async { false })
    }
    fn outbox(&self) -> LocalFuture<Result<Rc<dyn Outbox>, SubmitError>> {
        Box::pin(async { Err(SubmitError::NotLoaded) })
    }
    fn listen(&self, _: Option<Callback<DeliveryStatus>>) {}
}

fn messages(lang: &str) -> Messages {
    let text = fs::read_to_string(format!("{}/locales/{lang}.json", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let all: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
    Messages::from_lines(&messages::names().map(|name| [&all[name], "\n"].concat()).collect::<String>())
}

fn html(settings: LeadSettings, lang: &str, is_gated: bool) -> String {
    let pack = readiness();
    let complete = support::shipped::Runs::of(&pack).answers(&vec![0; pack.questions().len()]);
    let props = LeadFormProps {
        host: LeadHostHandle(Rc::new(Host(Draft::default()))),
        settings: Rc::new(settings),
        messages: Rc::new(messages(lang)),
        lang: AttrValue::from(lang.to_owned()),
        verdict: Rc::new(diagnose(&complete)),
        complete,
        is_gated,
        on_unlock: Callback::noop(),
    };
    let renderer = yew::LocalServerRenderer::<LeadForm>::with_props(props);
    match pin!(renderer.hydratable(false).render()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => html,
        Poll::Pending => panic!("the form waits for something"),
    }
}

fn settings(delivery: Delivery) -> LeadSettings {
    let marketing = Marketing { sender: "株式会社見本".to_owned(), text: None };
    LeadSettings { delivery, required: vec![LeadField::Email], marketing: Some(marketing), ..LeadSettings::default() }
}

#[test]
fn an_address_is_read_as_it_was_typed() {
    let html = html(settings(Delivery::Sent), "ja", false);
    let input = html.split("<input").find(|input| input.contains("name=\"email\"")).unwrap();
    for attribute in ["type=\"text\"", "inputmode=\"email\"", "autocomplete=\"email\"", "required"] {
        assert!(input.contains(attribute), "{attribute}: {input}");
    }
    assert!(html.contains("送信する"), "{html}");
}

#[test]
fn a_form_that_sends_nothing_never_speaks_of_sending() {
    for is_gated in [false, true] {
        for delivery in [Delivery::OnDevice, Delivery::Unusable] {
            let said = html(settings(delivery), "ja", is_gated);
            assert!(!said.contains("送信"), "{delivery:?}: {said}");
            assert_eq!(said.contains("受付の設定に問題"), delivery == Delivery::Unusable, "{said}");
        }
    }
}

#[test]
fn the_usual_fields_stand_in_the_order_of_the_language() {
    let at = |html: &str, name: &str| html.find(&format!("name=\"{name}\"")).unwrap();
    let [ja, en] = ["ja", "en"].map(|lang| html(settings(Delivery::Sent), lang, false));
    assert!(at(&ja, "last_name") < at(&ja, "first_name"), "{ja}");
    assert!(at(&en, "first_name") < at(&en, "last_name"), "{en}");
}

#[test]
fn what_can_be_unfolded_is_what_is_sent() {
    let pack = readiness();
    let complete = support::shipped::Runs::of(&pack).answers(&vec![0; pack.questions().len()]);
    let page = PageAddress { href: "https://a.example/?utm_source=m".to_owned(), referrer: String::new() };
    let lead = Lead::new(LeadParts {
        lead_id: "0123".to_owned(),
        created_at: "2026-11-28T00:00:00.000Z".to_owned(),
        contact: Contact {
            email: Some("taro@example.jp".to_owned()),
            size: Some("1".to_owned()),
            ..Contact::default()
        },
        message: Some("一行目\n二行目".to_owned()),
        diagnosis: Some(DiagnosisSummary::new(&complete, &diagnose(&complete), true)),
        attribution: Attribution::new(&Visit { landing: page, ..Visit::default() }),
        privacy: ("同意".to_owned(), Some("2".to_owned())),
        marketing: Some((false, "便り".to_owned())),
        elapsed_ms: 2_999,
        honeypot: false,
        version: "0",
        locale: "ja".to_owned(),
        variant: Some("b".to_owned()),
        is_test: true,
    });
    let json = serde_json::to_value(&lead).unwrap();
    assert_eq!(json["antispam"]["suspect"], true, "nobody is as fast");
    let mut sent = Vec::new();
    flatten("", &json, &mut sent);
    let (mut shown, mut sent) = (lead.leaves(), sent);
    shown.sort();
    sent.sort();
    assert_eq!(shown, sent);
}

/// The leaves of JSON by their dotted names; lists in one text, with commas, their items' parts with spaces.
fn flatten(path: &str, json: &Json, into: &mut Vec<(String, String)>) {
    if let Json::Object(entries) = json {
        for (name, inner) in entries {
            let dot = if path.is_empty() { "" } else { "." };
            flatten(&format!("{path}{dot}{name}"), inner, into);
        }
    } else if !text(json).is_empty() {
        into.push((path.to_owned(), text(json)));
    }
}

fn text(json: &Json) -> String {
    match json {
        Json::String(text) => text.clone(),
        Json::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        // As the parts of a cap stand in the lead.
        Json::Object(parts) => ["section", "level", "causes"].map(|name| text(&parts[name])).join(" "),
        other => other.to_string(),
    }
}
