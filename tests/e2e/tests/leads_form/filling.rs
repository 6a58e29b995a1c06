//! Filling in: what is typed is mended where it can be, and told kindly where it cannot.

use e2e::Key;
use serde_json::{Value, json};

use crate::Desk;

#[tokio::test]
async fn what_is_typed_the_japanese_way_is_taken_and_shown_in_its_normal_form() {
    let desk = Desk::with(json!({})).await;
    for (name, typed, normal) in [
        ("email", "ｔａｒｏ＠Example．co．jp", "taro@example.co.jp"),
        ("phone", "（０３）１２３４ー５６７８", "03-1234-5678"),
        ("last_name", "　山田 ", "山田"),
        ("message", "一行目\n\n\n\n二行目", "一行目\n\n二行目"),
    ] {
        desk.fills(name, typed).await;
        let form = desk.shows(&format!("{name} in its normal form"), |form| form.value(name) == normal).await;
        assert_eq!((form.field(name).invalid, form.field(name).flaw.as_str()), (false, ""), "{name}");
    }
}

#[tokio::test]
async fn a_flaw_is_told_when_the_input_is_left_and_goes_while_it_is_mended() {
    let desk = Desk::with(json!({})).await;
    desk.writes("email", "taro").await;
    assert_eq!(desk.look().await.field("email").flaw, "", "who is still typing is left alone");
    desk.browser.presses(Key::Tab).await;
    let form = desk.shows("a flaw", |form| form.field("email").invalid).await;
    assert!(form.field("email").flaw.contains('@'), "{form:#?}");
    assert_eq!(form.summary, "", "nothing else is said yet");
    desk.browser.presses_with_shift(Key::Tab).await;
    desk.browser.presses(Key::End).await;
    desk.browser.types("@example.co.jp").await;
    let form = desk.shows("no flaw", |form| !form.field("email").invalid).await;
    assert_eq!((form.value("email"), form.field("email").flaw.as_str()), ("taro@example.co.jp", ""));
}

#[tokio::test]
async fn nobody_is_scolded_for_what_is_still_empty_until_they_submit() {
    let desk = Desk::with(json!({ "required": ["company"] })).await;
    desk.browser.widget().presses_on(".lead [name=company]").await;
    for _ in 0..6 {
        desk.browser.presses(Key::Tab).await;
    }
    let form = desk.look().await;
    assert!(form.fields.values().all(|field| !field.invalid && field.flaw.is_empty()), "{form:#?}");

    desk.submits().await;
    let form = desk.shows("a summary", |form| !form.summary.is_empty()).await;
    for name in ["company", "email", "privacy"] {
        let field = form.field(name);
        assert!(field.invalid && field.required && !field.flaw.is_empty(), "{name}: {field:#?}");
        assert!(form.summary.contains(field.label.trim()), "{name} is named: {}", form.summary);
    }
    assert!(!form.field("phone").invalid && !form.field("answers").invalid, "{form:#?}");
    desk.browser.focuses("the first wrong input", |focus| focus.name == "company").await;
    assert!(desk.arrivals().is_empty(), "nothing was sent");
    assert!(!desk.stored().await.contains("lead_id"), "nor written down");
}

#[tokio::test]
async fn a_flaw_too_many_keeps_the_lead_here_and_leads_to_it() {
    let desk = Desk::with(json!({})).await;
    desk.fills("phone", "03-12").await;
    desk.sends().await;
    let form = desk.shows("a summary", |form| form.summary.contains("電話番号")).await;
    assert!(form.field("phone").invalid, "{form:#?}");
    desk.browser.focuses("the number", |focus| focus.name == "phone").await;
    // An optional input may also be emptied.
    desk.fills("phone", "").await;
    desk.shows("no flaw", |form| !form.field("phone").invalid).await;
    desk.submits().await;
    assert_eq!(desk.gets(1)["contact"]["phone"], Value::Null);
}

#[tokio::test]
async fn labels_keyboards_and_autofill_are_told_to_the_browser() {
    let all = ["company", "last_name", "first_name", "email", "phone", "title", "size", "message"];
    let desk = Desk::with(json!({ "fields": all })).await;
    let form = desk.look().await;
    for (name, kind, autocomplete) in [
        ("company", "text", "organization"),
        ("last_name", "text", "family-name"),
        ("first_name", "text", "given-name"),
        ("email", "email", "email"),
        ("phone", "tel", "tel"),
        ("title", "text", "organization-title"),
        ("size", "select", "off"),
        ("message", "textarea", "off"),
    ] {
        let field = form.field(name);
        assert_eq!((field.kind.as_str(), field.autocomplete.as_str()), (kind, autocomplete), "{name}");
        assert_eq!(field.label.contains("任意"), name != "email", "{name}: {}", field.label);
    }
    let (last, first) = (form.field("last_name"), form.field("first_name"));
    assert!(last.top == first.top && last.left < first.left, "姓 and 名 stand side by side: {last:?} {first:?}");
}

#[tokio::test]
async fn what_was_typed_outlives_a_reload_and_is_gone_once_it_is_sent() {
    let desk = Desk::with(json!({})).await;
    desk.fills("company", "見本商会").await;
    desk.fills("message", "二つの質問").await;
    desk.browser.reloads().await;
    let form = desk.shows("what was typed", |form| form.fields.contains_key("company")).await;
    assert_eq!((form.value("company"), form.value("message")), ("見本商会", "二つの質問"));
    assert_eq!(form.value("privacy"), "false", "consent is given anew");
    desk.sends().await;
    desk.reads("送信が完了しました").await;
    let stored = desk.stored().await;
    assert!(!stored.contains("見本商会") && !stored.contains("taro@"), "{stored}");
}

#[tokio::test]
async fn the_form_is_none_of_the_results_business() {
    let desk = Desk::with(json!({})).await;
    desk.fills("company", "見本").await;
    desk.ticks("answers").await;
    let verdict = desk.browser.widget().verdict().await;
    assert_eq!((verdict.score, verdict.tried.len()), (Some(100), 0), "{verdict:#?}");
    desk.browser.presses(Key::Tab).await;
    assert_eq!(desk.look().await.value("company"), "見本");
    desk.browser.has_a_clean_console().await;
}
