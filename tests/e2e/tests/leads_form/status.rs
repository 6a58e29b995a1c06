//! The status of a lead that was handed over, and what one can do about it.

use e2e::Device;
use serde_json::json;
use xtask::site::ScriptedResponse;

use crate::FormPage;
use e2e::LeadStatus;

/// Whether one of the ways says so.
fn offers(status: &LeadStatus, words: &str) -> bool {
    status.actions.iter().any(|way| way.contains(words))
}

/// How a person says the id of a lead.
fn reference(id: &str) -> String {
    let digits: String = id.chars().filter(|c| *c != '-').take(8).collect::<String>().to_uppercase();
    format!("{}-{}", &digits[..4], &digits[4..])
}

#[tokio::test]
async fn a_delivered_lead_is_told_once_with_its_number_also_after_a_reload() {
    let form_page = FormPage::with(json!({})).await;
    form_page.sends().await;
    let status = form_page.reads("送信が完了しました").await;
    let lead = form_page.gets(1);
    let id = lead["lead_id"].as_str().expect("an id");
    assert_eq!(status.reference, reference(id));
    assert!(status.actions.is_empty(), "nothing is left to be done: {status:?}");
    form_page.browser.focuses("the status", |focus| focus.in_result && focus.text.contains("送信")).await;

    let events: Vec<_> =
        form_page.browser.events().await.into_iter().filter(|event| event.name == "shindan:lead").collect();
    let last = events.last().expect("the page hears of it");
    assert_eq!(last.detail, json!({ "lead_id": id, "state": "delivered" }));
    let delivered = events.iter().filter(|event| event.detail["state"] == "delivered").count();
    assert_eq!(delivered, 1, "once: {events:?}");

    form_page.browser.reloads().await;
    let status = form_page.reads("送信が完了しました").await;
    assert_eq!(status.reference, reference(id), "there is no second form for it");
    assert!(
        form_page.browser.events().await.iter().all(|event| event.name != "shindan:lead"),
        "nothing is reported again"
    );
    assert_eq!(form_page.arrivals().len(), 1);
}

#[tokio::test]
async fn another_run_has_another_form() {
    let form_page = FormPage::with(json!({})).await;
    form_page.sends().await;
    form_page.reads("送信が完了しました").await;
    form_page.browser.widget().restarts().await;
    form_page.answers().await;
    // The same answers to the same questions: the lead that there is.
    form_page.reads("送信が完了しました").await;
    form_page.browser.widget().restarts().await;
    form_page
        .browser
        .widget()
        .answers_all(&e2e::rules::Answers { authority: "none", ..e2e::rules::Answers::all_met() })
        .await;
    let form = form_page.shows("a form", |form| form.fields.contains_key("email")).await;
    assert_eq!(form.value("email"), "");
}

#[tokio::test]
async fn what_cannot_be_confirmed_is_told_so_with_whom_to_ask() {
    let form_page = FormPage::of(Device::Desktop, "", |url| {
        json!({ "destinations": [{ "type": "form", "url": url }], "contact": { "tel": "03-0000-0000", "days": 2 } })
    })
    .await
    .comes_to_the_result()
    .await;
    form_page.sends().await;
    let status = form_page.reads("確認できない").await;
    assert!(status.text.contains("2日") && status.text.contains("03-0000-0000"), "{status:?}");
    assert!(!status.text.contains("完了"), "{status:?}");
    assert!(status.links.contains(&"tel:0300000000".to_owned()), "{status:?}");
}

#[tokio::test]
async fn what_the_receiver_refuses_can_be_mended_and_sent_as_another_lead() {
    let form_page = FormPage::with(json!({})).await;
    form_page.receiver.does([ScriptedResponse::answers(422), ScriptedResponse::takes()]);
    form_page.fills("company", "見本商会").await;
    form_page.sends().await;
    form_page.reads("受け付けられませんでした").await;
    form_page.presses("入力を直す").await;
    let form = form_page.shows("the form", |form| form.fields.contains_key("email")).await;
    assert_eq!((form.value("company"), form.value("email")), ("見本商会", "taro@example.co.jp"));
    assert_eq!(form.value("privacy"), "false", "consent is given anew");
    form_page.fills("email", "jiro@example.co.jp").await;
    form_page.ticks("privacy").await;
    form_page.submits().await;
    form_page.reads("送信が完了しました").await;
    let (first, second) = (form_page.gets(1), form_page.gets(2));
    assert_ne!(first["lead_id"], second["lead_id"]);
    assert_eq!(second["contact"]["email"], "jiro@example.co.jp");
    assert!(!form_page.stored().await.contains("taro@"), "what was refused is gone");
}

#[tokio::test]
async fn wrong_settings_are_told_to_the_page_and_leave_ways_out_to_the_respondent() {
    let form_page = FormPage::of(Device::Desktop, "", |url| {
        let contact = json!({ "mail": "desk@example.com", "tel": "03-0000-0000" });
        json!({ "destinations": [{ "type": "webhook-json", "url": url }], "contact": contact })
    })
    .await
    .comes_to_the_result()
    .await;
    form_page.receiver.does([ScriptedResponse::answers(404)]);
    form_page.sends().await;
    let status = form_page.reads("設定に問題").await;
    assert!(!status.text.contains("404"), "codes are not the respondent's business: {status:?}");
    assert!(offers(&status, "控えをコピーする") && offers(&status, "03-0000-0000"), "{status:?}");
    let mail = status.links.iter().find(|link| link.starts_with("mailto:desk@example.com?")).expect("a mail");
    assert!(mail.contains("taro%40example.co.jp"), "{mail}");
    let error = form_page.browser.waits_for_event("error").await;
    assert!(error.detail["help"].as_str().unwrap_or_default().contains("webhook-json"), "{error:?}");

    form_page.presses("控えをコピーする").await;
    form_page.reads("コピーしました").await;
    assert!(form_page.browser.clipboard().await.contains("taro@example.co.jp"));

    form_page.receiver.does([ScriptedResponse::takes()]);
    form_page.presses("もう一度送信する").await;
    form_page.reads("送信が完了しました").await;
    assert_eq!(form_page.gets(1)["lead_id"], form_page.gets(2)["lead_id"], "the same lead once more");
}

#[tokio::test]
async fn without_a_destination_it_stays_here_and_can_be_deleted() {
    let form_page = FormPage::of(Device::Desktop, "", |_| json!({})).await.comes_to_the_result().await;
    assert!(form_page.content().await.buttons.contains(&"この端末に保存する".to_owned()), "nothing is said to be sent");
    form_page.sends().await;
    let status = form_page.reads("まだどこにも送信していません").await;
    assert!(form_page.stored().await.contains("taro@example.co.jp"), "for whoever exports it");
    assert!(offers(&status, "控えをコピーする"), "{status:?}");
    form_page.presses("この端末から削除する").await;
    form_page.reads("削除しました").await;
    assert!(!form_page.stored().await.contains("taro@"), "{}", form_page.stored().await);
    form_page.browser.reloads().await;
    form_page.reads("削除しました").await;
    form_page.presses("結果をもとに相談する").await;
    let form = form_page.shows("an empty form", |form| form.fields.contains_key("email")).await;
    assert_eq!(form.value("email"), "");
    assert!(form_page.arrivals().is_empty());
}
