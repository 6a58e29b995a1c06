//! A page with an old Prototype.js, whose arrays turn into text by themselves: leads are made of lists, and travel as
//! JSON. What else it does is gone through in `each`.

use e2e::{Key, TIMEOUT};
use serde_json::{Value, json};
use xtask::site::Receiver;

use crate::page::Host;
use crate::short_way;

const ELEMENT: &str = "<shindan-widget cta-href=\"#consultation\"></shindan-widget>";

#[tokio::test]
async fn a_lead_arrives_with_its_lists() {
    let receiver = Receiver::start().expect("a port is free");
    let to = |path: &str, fields: Value| json!({ "type": "webhook-json", "url": receiver.url(path), "fields": fields });
    let destinations =
        [to("whole", json!({})), to("fields", json!({ "mail": "contact.email", "caps": "diagnosis.caps" }))];
    let config = json!({ "lead": { "fields": ["email"], "destinations": destinations } });
    let element =
        format!("<shindan-widget cta-href=\"#c\"><script type=\"application/json\">{config}</script></shindan-widget>");
    let host = Host::of("old_prototype_js").await.altered(ELEMENT, &element);
    host.opens().await;
    let widget = host.browser.widget();
    widget.answers_all(&short_way()).await;
    widget.presses_on(".lead [name=email]").await;
    host.browser.types("taro@example.co.jp").await;
    host.browser.presses(Key::Tab).await;
    widget.presses_on(".lead label:has([name=privacy])").await;
    widget.presses_on("[part~=submit]").await;

    let sent = |all: &[xtask::site::Arrival]| all.iter().filter(|one| one.method == "POST").count() >= 2;
    assert!(receiver.saw(TIMEOUT, sent), "the lead does not come: {:?}", receiver.arrivals());
    for arrival in receiver.arrivals().into_iter().filter(|one| one.method == "POST") {
        let lead: Value = serde_json::from_str(arrival.body.as_deref().unwrap_or_default()).expect("a lead is JSON");
        let (mail, caps) = match &lead["diagnosis"] {
            Value::Null => (&lead["mail"], &lead["caps"]),
            whole => (&lead["contact"]["email"], &whole["caps"]),
        };
        assert_eq!(mail, "taro@example.co.jp", "{lead:#}");
        assert!(caps.is_array() || caps.is_string(), "{lead:#}");
        assert!(lead["diagnosis"].is_null() || lead["diagnosis"]["findings"].is_array(), "{lead:#}");
    }
    assert!(host.browser.errors().await.is_empty(), "{:?}", host.browser.errors().await);
}
