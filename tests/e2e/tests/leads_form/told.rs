//! What is told of a lead that was handed over, and what one can do about it.

use e2e::Device;
use serde_json::json;
use xtask::site::Fate;

use crate::Desk;
use e2e::Told;

/// Whether one of the ways says so.
fn offers(told: &Told, words: &str) -> bool {
    told.ways.iter().any(|way| way.contains(words))
}

/// How a person says the id of a lead.
fn reference(id: &str) -> String {
    let digits: String = id.chars().filter(|c| *c != '-').take(8).collect::<String>().to_uppercase();
    format!("{}-{}", &digits[..4], &digits[4..])
}

#[tokio::test]
async fn a_delivered_lead_is_told_once_with_its_number_also_after_a_reload() {
    let desk = Desk::with(json!({})).await;
    desk.sends().await;
    let told = desk.reads("送信が完了しました").await;
    let lead = desk.gets(1);
    let id = lead["lead_id"].as_str().expect("an id");
    assert_eq!(told.reference, reference(id));
    assert!(told.ways.is_empty(), "nothing is left to be done: {told:?}");
    desk.browser.focuses("what is told", |focus| focus.in_result && focus.text.contains("送信")).await;

    let events: Vec<_> = desk.browser.events().await.into_iter().filter(|event| event.name == "shindan:lead").collect();
    let last = events.last().expect("the page hears of it");
    assert_eq!(last.detail, json!({ "lead_id": id, "state": "delivered" }));
    let delivered = events.iter().filter(|event| event.detail["state"] == "delivered").count();
    assert_eq!(delivered, 1, "once: {events:?}");

    desk.browser.reloads().await;
    let told = desk.reads("送信が完了しました").await;
    assert_eq!(told.reference, reference(id), "there is no second form for it");
    assert!(desk.browser.events().await.iter().all(|event| event.name != "shindan:lead"), "nothing is told again");
    assert_eq!(desk.arrivals().len(), 1);
}

#[tokio::test]
async fn another_run_has_another_form() {
    let desk = Desk::with(json!({})).await;
    desk.sends().await;
    desk.reads("送信が完了しました").await;
    desk.browser.widget().restarts().await;
    desk.answers().await;
    // The same answers to the same questions: the lead that there is.
    desk.reads("送信が完了しました").await;
    desk.browser.widget().restarts().await;
    desk.browser
        .widget()
        .answers_all(&e2e::rules::Answers { authority: "none", ..e2e::rules::Answers::all_met() })
        .await;
    let form = desk.shows("a form", |form| form.fields.contains_key("email")).await;
    assert_eq!(form.value("email"), "");
}

#[tokio::test]
async fn what_cannot_be_confirmed_is_told_so_with_whom_to_ask() {
    let desk = Desk::of(Device::Desktop, "", |url| {
        json!({ "destinations": [{ "type": "form", "url": url }], "contact": { "tel": "03-0000-0000", "days": 2 } })
    })
    .await
    .comes_to_the_result()
    .await;
    desk.sends().await;
    let told = desk.reads("確認できない").await;
    assert!(told.text.contains("2日") && told.text.contains("03-0000-0000"), "{told:?}");
    assert!(!told.text.contains("完了"), "{told:?}");
    assert!(told.links.contains(&"tel:0300000000".to_owned()), "{told:?}");
}

#[tokio::test]
async fn what_the_receiver_refuses_can_be_mended_and_sent_as_another_lead() {
    let desk = Desk::with(json!({})).await;
    desk.receiver.does([Fate::answers(422), Fate::takes()]);
    desk.fills("company", "見本商会").await;
    desk.sends().await;
    desk.reads("受け付けられませんでした").await;
    desk.presses("入力を直す").await;
    let form = desk.shows("the form", |form| form.fields.contains_key("email")).await;
    assert_eq!((form.value("company"), form.value("email")), ("見本商会", "taro@example.co.jp"));
    assert_eq!(form.value("privacy"), "false", "consent is given anew");
    desk.fills("email", "jiro@example.co.jp").await;
    desk.ticks("privacy").await;
    desk.submits().await;
    desk.reads("送信が完了しました").await;
    let (first, second) = (desk.gets(1), desk.gets(2));
    assert_ne!(first["lead_id"], second["lead_id"]);
    assert_eq!(second["contact"]["email"], "jiro@example.co.jp");
    assert!(!desk.stored().await.contains("taro@"), "what was refused is gone");
}

#[tokio::test]
async fn wrong_settings_are_told_to_the_page_and_leave_ways_out_to_the_respondent() {
    let desk = Desk::of(Device::Desktop, "", |url| {
        let contact = json!({ "mail": "desk@example.com", "tel": "03-0000-0000" });
        json!({ "destinations": [{ "type": "webhook-json", "url": url }], "contact": contact })
    })
    .await
    .comes_to_the_result()
    .await;
    desk.receiver.does([Fate::answers(404)]);
    desk.sends().await;
    let told = desk.reads("設定に問題").await;
    assert!(!told.text.contains("404"), "codes are not the respondent's business: {told:?}");
    assert!(offers(&told, "控えをコピーする") && offers(&told, "03-0000-0000"), "{told:?}");
    let mail = told.links.iter().find(|link| link.starts_with("mailto:desk@example.com?")).expect("a mail");
    assert!(mail.contains("taro%40example.co.jp"), "{mail}");
    let error = desk.browser.hears("error").await;
    assert!(error.detail["help"].as_str().unwrap_or_default().contains("webhook-json"), "{error:?}");

    desk.presses("控えをコピーする").await;
    desk.reads("コピーしました").await;
    assert!(desk.browser.clipboard().await.contains("taro@example.co.jp"));

    desk.receiver.does([Fate::takes()]);
    desk.presses("もう一度送信する").await;
    desk.reads("送信が完了しました").await;
    assert_eq!(desk.gets(1)["lead_id"], desk.gets(2)["lead_id"], "the same lead once more");
}

#[tokio::test]
async fn without_a_destination_it_stays_here_and_can_be_deleted() {
    let desk = Desk::of(Device::Desktop, "", |_| json!({})).await.comes_to_the_result().await;
    assert!(desk.look().await.buttons.contains(&"この端末に保存する".to_owned()), "nothing is said to be sent");
    desk.sends().await;
    let told = desk.reads("まだどこにも送信していません").await;
    assert!(desk.stored().await.contains("taro@example.co.jp"), "for whoever exports it");
    assert!(offers(&told, "控えをコピーする"), "{told:?}");
    desk.presses("この端末から削除する").await;
    desk.reads("削除しました").await;
    assert!(!desk.stored().await.contains("taro@"), "{}", desk.stored().await);
    desk.presses("結果をもとに相談する").await;
    let form = desk.shows("an empty form", |form| form.fields.contains_key("email")).await;
    assert_eq!(form.value("email"), "");
    assert!(desk.arrivals().is_empty());
}
