//! From a respondent to the staff and on to the receiver: the real widget, the console, and the widget once more.

use e2e::rules::Answers;
use e2e::{Device, Page, TIMEOUT};
use serde_json::{Value, json};
use xtask::site::{Receiver, ScriptedResponse};

use crate::{ConsolePage, lead};

/// A page with the widget and its form, and a way to this receiver; to none without one.
fn host(receiver: Option<&Receiver>) -> Page {
    let to: Vec<Value> =
        receiver.iter().map(|receiver| json!({ "type": "webhook-json", "url": receiver.url("lead") })).collect();
    let config = json!({ "lead": {
        "fields": ["last_name", "email"], "purpose": "ご相談への回答に使います。", "privacy_href": "/privacy",
        "destinations": to,
    } });
    Page::with(&format!("<shindan-widget><script type='application/json'>{config}</script></shindan-widget>"))
}

/// A respondent answers, fills in and submits.
async fn submits(console_page: &ConsolePage, url: &str) {
    console_page.browser.visits(url).await;
    let widget = console_page.browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    for (name, text) in [("email", "taro@example.co.jp"), ("last_name", "試験")] {
        widget.presses_on(&format!("[name={name}]")).await;
        console_page.browser.devtools("Input.insertText", json!({ "text": text })).await;
    }
    widget.presses_on("label:has([name=privacy])").await;
    widget.presses_on("[part~=submit]").await;
    widget.presses_on(".lead-status [role=status]").await;
}

#[tokio::test]
async fn what_failed_is_sent_again_by_the_next_page_with_the_widget() {
    let receiver = Receiver::start().expect("a port is free");
    receiver.does([ScriptedResponse::answers(404), ScriptedResponse::takes()]);
    let console_page = ConsolePage::on(Device::Desktop).await;
    let url = console_page.site.page("host.html", host(Some(&receiver)));
    submits(&console_page, &url).await;
    let came = receiver.saw(TIMEOUT, |all| all.iter().any(|one| one.method == "POST"));
    assert!(came, "the lead is sent at first");

    console_page.comes().await;
    console_page.opens().await;
    let [item] = &console_page.items().await[..] else { panic!("there is one lead") };
    // Whoever types as fast as a program is marked as one, in a chip of its own before.
    assert_eq!(item.chips.last().map(String::as_str), Some("Webhook (JSON)：送り先の設定に問題があります"));
    assert!(item.title.contains("試験"), "{item:?}");
    console_page.presses(".list summary").await;
    console_page.reads("why", ".whole .deliveries", |text| text.contains("http_404")).await;
    console_page.presses("#againAll").await;
    console_page.presses("dialog #yes").await;
    console_page.waits_for_status("1件を「もう一度送る」にしました").await;
    assert_eq!(
        console_page.items().await[0].chips.last().map(String::as_str),
        Some("Webhook (JSON)：送信を待っています")
    );
    assert_eq!(receiver.arrivals().iter().filter(|one| one.method == "POST").count(), 1, "the console sends nothing");

    console_page.browser.visits(&url).await;
    let came = receiver.saw(TIMEOUT, |all| all.iter().any(|one| one.stored));
    assert!(came, "the widget sends it: {:#?}", receiver.arrivals());
    console_page.comes().await;
    console_page.opens().await;
    assert_eq!(console_page.items().await[0].chips.last().map(String::as_str), Some("Webhook (JSON)：届きました"));
}

#[tokio::test]
async fn a_lead_without_a_destination_waits_here_for_its_export() {
    let console_page = ConsolePage::on(Device::Desktop).await;
    let url = console_page.site.page("host.html", host(None));
    submits(&console_page, &url).await;
    console_page.comes().await;
    console_page.opens().await;
    assert_eq!(console_page.items().await[0].chips.last().map(String::as_str), Some("この端末にだけあります"));
    let status = console_page.makes("excel", None).await;
    assert!(status.contains("1件のファイルができました"), "{status}");
    let (_, bytes) = console_page.saves().await;
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.contains("\"taro@example.co.jp\"") && text.contains("\"試験\""), "{text}");
}

#[tokio::test]
async fn what_may_have_arrived_is_sent_again_only_after_a_question() {
    let sent = "form opaque 1795348800 sent_unconfirmed 1795348810";
    let console_page =
        ConsolePage::with(&[lead(1, &[sent]), lead(2, &["form opaque 1795348800 expired 1795348810"])]).await;
    console_page.presses("[data-id^='00000001'] summary").await;
    console_page.presses("[data-id^='00000001'] button.again").await;
    console_page.reads("the doubt", "dialog", |text| text.contains("二重になる")).await;
    console_page.presses("dialog #no").await;
    assert!(console_page.stored(1).await["state"].as_str().is_some_and(|state| state.contains("sent_unconfirmed")));
    // "What failed" is not what may have arrived.
    console_page.presses("#againAll").await;
    console_page.presses("dialog #yes").await;
    console_page.waits_for_status("1件を「もう一度送る」にしました").await;
    assert!(console_page.stored(1).await["state"].as_str().is_some_and(|state| state.contains("sent_unconfirmed")));
    assert_eq!(console_page.stored(2).await["deliveries"][0]["state"], "queued");
}
