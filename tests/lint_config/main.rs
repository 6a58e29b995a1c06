//! What the linter says about configurations: links, destinations, theme, secrets.

mod comparisons;
mod contrasts;

use authoring::{Kind, lint_config};
use diagnosis::Value;
use diagnostics::{Diagnostic, Language};
use serde_json::{Value as Json, json};

/// Holds that the linter says exactly this about a configuration: severity, place and reason.
fn check(config: Json, wanted: &[&str]) {
    let value: Value = serde_json::from_value(config.clone()).unwrap();
    assert_eq!(Kind::of(&value), Some(Kind::Configuration), "{config}");
    let said = lint_config(&value);
    assert!(said.iter().all(|one| !one.fix(Language::En).is_empty() && !one.fix(Language::Ja).is_empty()));
    let line = |one: &Diagnostic| format!("{} {}: {}", one.severity.id(), one.path, one.text(Language::En));
    assert_eq!(said.iter().map(line).collect::<Vec<_>>(), wanted, "about {config}");
}

/// What is said of every address of HubSpot until its changelog says more.
const HUBSPOT_MAY_END: &str = "HubSpot's changelog of 15 September 2026 calls the paths /v1/ to /v3/ unsupported from September 2027, and does not say whether this one is meant";

fn destination(parts: Json) -> Json {
    json!({ "lead": { "destinations": [parts] } })
}

#[test]
fn a_whole_configuration_without_a_fault() {
    check(json!({}), &[]);
    let config = json!({
        "cta": { "href": "https://example.com/a?b=c", "label": { "ready": "進め方を相談する", "nearly": "Talk to us" }, "context": true },
        "open": { "button": "診断する", "title": "診断", "delay": 20, "exit": true, "again_days": 0 },
        "lead": {
            "placement": "after", "fields": ["company", "last_name", "first_name", "email", "phone", "message"],
            "required": ["company"], "skip": true, "kiosk": 90,
            "contact": { "tel": "03-0000-0000", "mail": "desk@example.com", "days": 2 },
            "purpose": "To answer you.", "privacy_href": "/privacy", "privacy_version": "2026-04", "marketing": { "sender": "Example Ltd", "text": "News" },
            "destinations": [
                { "type": "webhook-json", "url": "https://n8n.example.com/webhook/1f0c", "fields": { "any thing": "contact.company" } },
                { "type": "webhook-json", "url": "http://127.0.0.1:1880/lead" },
                { "type": "salesforce", "url": "https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8",
                  "fields": { "last_name": "contact.last_name", "00N5g00000AbCdE": "diagnosis.score" }, "constants": { "oid": "00D000000000001" } },
                { "type": "zoho", "url": "https://crm.zoho.com/crm/WebToLeadForm", "fields": { "Last Name": "contact.last_name", "LEADCF12": "diagnosis.level" },
                  "constants": { "xnQsjsdp": "1f0c", "xmIwtLD": "2a3b" } },
                { "type": "hubspot", "url": "https://api.hsforms.com/submissions/v3/integration/submit/1/5a9c0ad0-3d1e-4b57-8f0e-0d7f3a1f2b3c",
                  "fields": { "0-2/name": "contact.company", "email": "contact.email" } },
                { "type": "mail", "url": "mailto:sales@example.com" },
                { "type": "copy" },
            ],
        },
        "theme": { "accent": "#00664f", "radius": "0.25em", "font": "serif", "on_accent": "#fff", "surface": "#fff", "text": "rgb(26 26 28)" },
    });
    check(config, &[&["warning lead.destinations[4].url: ", HUBSPOT_MAY_END].concat()]);
}

#[test]
fn keys_and_kinds() {
    check(json!({ "ctа": {} }), &["error ctа: this key is not known"]);
    check(json!({ "cta": { "link": "/" } }), &["error cta.link: this key is not known"]);
    check(json!({ "cta": { "label": { "almost": "x" } } }), &["error cta.label.almost: this key is not known"]);
    check(json!({ "cta": [] }), &["error cta: must be an object"]);
    check(json!({ "cta": { "context": "true" } }), &["error cta.context: must be true or false"]);
    check(json!({ "cta": { "href": "" } }), &["error cta.href: is empty"]);
    check(json!({ "cta": { "campaign": 1 } }), &["error cta.campaign: must be true or false"]);
    let booking = |booking: Json| json!({ "cta": { "booking": booking } });
    check(booking(json!({ "href": "https://timerex.net/s/a/b" })), &[]);
    check(
        booking(json!({ "url": "https://a.example" })),
        &["error cta.booking.url: this key is not known", "error cta.booking.href: is missing"],
    );
    check(booking(json!({ "href": "http://a.example" })), &["error cta.booking.href: is not encrypted"]);
    check(booking(json!({ "href": "tel:1" })), &["error cta.booking.href: is no address of a booking page"]);
    let unframed =
        |service: &str| format!("warning cta.booking.href: is not known as an address that {service} shows in frames");
    for (service, href) in [
        ("TimeRex", "https://timerex.net/s/a/b"),
        ("Google", "https://calendar.app.google/Ab12"),
        ("Spir", "https://app.spirinc.com/t/a/as/b/confirm"),
    ] {
        check(booking(json!({ "href": href, "frame": true })), &[&unframed(service)]);
    }
    for href in [
        "https://calendly.com/a",
        "https://app.spirinc.com/external/teams/a/availability-sharings/b/confirm",
        "https://book.example",
    ] {
        check(booking(json!({ "href": href, "frame": true })), &[]);
    }
    check(json!({ "lead": { "placement": "behind" } }), &["error lead.placement: is no place for the form"]);
    check(json!({ "lead": { "fields": ["e-mail"] } }), &["error lead.fields[0]: is no field of the form"]);
    check(json!({ "lead": { "marketing": { "text": "News" } } }), &["error lead.marketing.sender: is missing"]);
    check(json!({ "lead": { "required": ["e-mail"] } }), &["error lead.required[0]: is no field of the form"]);
    check(json!({ "lead": { "contact": { "fax": "1" } } }), &["error lead.contact.fax: this key is not known"]);
    check(json!({ "lead": { "contact": { "days": 0 } } }), &["error lead.contact.days: must be a whole number"]);
    check(json!({ "lead": { "skip": "yes" } }), &["error lead.skip: must be true or false"]);
    check(json!({ "lead": { "kiosk": -1 } }), &["error lead.kiosk: must be a whole number"]);
    check(json!({ "open": { "delay": -1 } }), &["error open.delay: must be a whole number"]);
    check(json!({ "open": { "exit": "yes" } }), &["error open.exit: must be true or false"]);
    check(json!({ "open": { "button": 1 } }), &["error open.button: is neither words nor false"]);
    check(json!({ "open": { "again": 1 } }), &["error open.again: this key is not known"]);
    check(json!({ "theme": { "colour": "#000" } }), &["error theme.colour: this key is not known"]);
    check(json!({ "__proto__": { "href": "/" } }), &["error __proto__: this key is not known"]);
    check(
        json!({ "cta": { "label": { "ready": "長".repeat(21), "nearly": "n".repeat(50) } } }),
        &["warning cta.label.ready: is too long for a button on a phone: 21 characters"],
    );
}

#[test]
fn links_that_nobody_should_follow() {
    let no_link = "error cta.href: is no link to follow";
    for href in [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "ftp://x",
        "https:",
        "https:///x",
        "mailto:",
        "vbscript:x",
    ] {
        check(json!({ "cta": { "href": href } }), &[no_link]);
    }
    for href in [
        "https://a.example",
        "http://a.example/b",
        "mailto:a@b.example",
        "tel:+81-3-0000-0000",
        "/a",
        "a/b:c",
        "#a",
        "?a=b:c",
        "//a.example",
    ] {
        check(json!({ "cta": { "href": href } }), &[]);
    }
    check(json!({ "lead": { "privacy_href": "mailto:a@b" } }), &["error lead.privacy_href: is no link to a page"]);
}

#[test]
fn destinations() {
    let at = |rest: &str| format!("error lead.destinations[0]{rest}");
    check(
        destination(json!({ "type": "hubpsot", "url": "https://x.example" })),
        &[&at(".type: is no kind of destination")],
    );
    check(destination(json!({ "type": "hubspot" })), &[&at(".url: is missing")]);
    for url in ["javascript:alert(1)", "/lead", "mailto:a@b"] {
        check(destination(json!({ "type": "form", "url": url })), &[&at(".url: is no address to send to")]);
    }
    for url in ["http://x.example", "http://localhost.example.com", "http://127.0.0.1@x.example/"] {
        check(destination(json!({ "type": "form", "url": url })), &[&at(".url: is not encrypted")]);
    }
    check(destination(json!({ "type": "mail", "url": "https://x.example" })), &[&at(".url: is no address for mail")]);
    check(
        destination(json!({ "type": "copy", "url": "https://x.example" })),
        &["warning lead.destinations[0].url: has no effect: nothing is sent"],
    );
    let unknown = |kind: &str, name: &str| {
        let config = destination(
            json!({ "type": kind, "url": "https://api.hsforms.com?encoding=UTF-8", "fields": { name: "contact.email" },
                "constants": match kind {
                    "salesforce" => json!({ "oid": "00D" }),
                    "zoho" => json!({ "xnQsjsdp": "1", "xmIwtLD": "2" }),
                    _ => json!({}),
                } }),
        );
        check(config, &[&at(&format!(".fields.{name}: `{kind}` has no field of this name"))]);
    };
    unknown("salesforce", "Email");
    unknown("salesforce", "00N123");
    unknown("zoho", "email");
    unknown("hubspot", "E-Mail");
    unknown("espocrm", "last_name");
    for wrong in ["contact", "contact.fax", "company", "diagnosis.points", "contact.message", "inquiry.email"] {
        let config = destination(json!({ "type": "form", "url": "https://x.example", "fields": { "a": wrong } }));
        check(config, &[&at(".fields.a: is filled with nothing that a lead has")]);
    }
}

#[test]
fn addresses_as_the_vendors_name_them() {
    let of = |kind: &str, url: &str, rest: Json| {
        let mut to = json!({ "type": kind, "url": url });
        to.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        destination(to)
    };
    let at = |rest: &str| format!("warning lead.destinations[0].url{rest}");
    let path = "submissions/v3/integration/submit/1/5a9c0ad0-3d1e-4b57-8f0e-0d7f3a1f2b3c";
    let may_end = at(&[": ", HUBSPOT_MAY_END].concat());
    for host in ["api", "api-eu1", "api-na2", "api-na3", "api-ap1"] {
        check(of("hubspot", &format!("https://{host}.hsforms.com/{path}"), json!({})), &[&may_end]);
    }
    let unknown = at(": names no host that HubSpot takes forms on");
    check(of("hubspot", &format!("https://forms.hubspot.com/{path}"), json!({})), &[&unknown, &may_end]);
    check(of("hubspot", "https://api.hsforms.com/submissions/2026-09/submit", json!({})), &[]);
    check(of("hubspot", "http://127.0.0.1:8080/submit", json!({})), &[]);

    let org = json!({ "constants": { "oid": "00D000000000001" } });
    let salesforce = |query: &str| {
        of("salesforce", &format!("https://webto.salesforce.com/servlet/servlet.WebToLead{query}"), org.clone())
    };
    check(salesforce("?encoding=UTF-8"), &[]);
    check(salesforce("?encoding=utf-8&orgId=00D000000000001AAA"), &[]);
    let encoding = at(": does not say that the text is UTF-8, so that Japanese may arrive unreadable");
    check(salesforce(""), &[&encoding]);
    check(salesforce("?encoding=Shift_JIS"), &[&encoding]);
    let other = at(": names another organisation in orgId than the constant oid");
    check(salesforce("?encoding=UTF-8&orgId=00D000000000002"), &[&other]);
}

#[test]
fn long_texts_for_short_fields() {
    let to = |kind: &str, name: &str, source: Json| {
        let constants = match kind {
            "salesforce" => json!({ "oid": "00D000000000001" }),
            "zoho" => json!({ "xnQsjsdp": "1", "xmIwtLD": "2" }),
            _ => json!({}),
        };
        destination(
            json!({ "type": kind, "url": "https://x.example/?encoding=UTF-8", "fields": { name: source }, "constants": constants }),
        )
    };
    let long = |name: &str, rest: &str| {
        format!(
            "warning lead.destinations[0].fields.{name}{rest}: may be longer than the 255 characters that a text field of your own keeps, and is then lost without a word"
        )
    };
    let own = "00N5g00000AbCdE";
    check(to("salesforce", own, json!("diagnosis.summary")), &[&long(own, "")]);
    check(to("zoho", "LEADCF1", json!({ "from": "inquiry.message", "max": 2000 })), &[&long("LEADCF1", ".from")]);
    check(to("salesforce", own, json!({ "from": "consent.privacy.text" })), &[&long(own, ".from")]);
    check(to("salesforce", own, json!({ "from": "diagnosis.summary", "max": 255 })), &[]);
    check(to("salesforce", own, json!("diagnosis.level")), &[]);
    check(to("salesforce", "description", json!("diagnosis.summary")), &[]);
    check(to("form", own, json!("diagnosis.summary")), &[]);
    let at = |rest: &str| format!("error lead.destinations[0].fields.a.{rest}");
    check(to("form", "a", json!({ "from": "contact.fax" })), &[&at("from: is filled with nothing that a lead has")]);
    check(to("form", "a", json!({ "max": 5 })), &[&at("from: is missing")]);
    check(to("form", "a", json!({ "from": "lead_id", "max": 0 })), &[&at("max: must be a whole number")]);
    check(to("form", "a", json!({ "from": "lead_id", "least": 1 })), &[&at("least: this key is not known")]);
}

#[test]
fn secrets_are_named_without_being_repeated() {
    let jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";
    let secrets = [
        "Bearer abcdefghijklmnop",
        "pat-na1-00000000-1111-2222",
        "sk_live_0123456789abcdef",
        jwt,
        "https://me:hunter2@x.example/hook",
        "https://x.example/hook?api_key=0123",
        "https://x.example/?a=b&access-token=1",
    ];
    for secret in secrets {
        let value: Value = serde_json::from_value(json!({ "lead": { "purpose": secret } })).unwrap();
        let said = lint_config(&value);
        assert_eq!(said.len(), 1, "{secret}: {said:?}");
        let line = said[0].to_string();
        assert!(line.starts_with("lead.purpose: looks like a secret") && !line.contains(secret), "{line}");
    }
    for key in ["token", "apiKey", "client_secret", "Authorization"] {
        let config = destination(json!({ "type": "copy", key: "x" }));
        let unknown = format!("error lead.destinations[0].{key}: this key is not known");
        let secret = format!("error lead.destinations[0].{key}: is a secret, by its name");
        check(config, &[&unknown, &secret]);
    }
    for harmless in
        ["Basic facts", "Please tell us about your token economy", "sk-8 boots", "https://x.example/?company=a"]
    {
        check(json!({ "lead": { "purpose": harmless } }), &[]);
    }
}
