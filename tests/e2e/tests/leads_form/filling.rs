//! Filling in: what is typed is fixed where it can be, and explained kindly where it cannot.

use e2e::{Key, needs};
use serde_json::{Value, json};

use crate::FormPage;

#[tokio::test]
async fn what_is_typed_the_japanese_way_is_taken_and_shown_in_its_normal_form() {
    let form_page = FormPage::with(json!({})).await;
    for (name, typed, normal) in [
        ("email", "ｔａｒｏ＠Example．co．jp", "taro@example.co.jp"),
        ("phone", "（０３）１２３４ー５６７８", "03-1234-5678"),
        ("last_name", "　山田 ", "山田"),
        ("message", "一行目\n\n\n\n二行目", "一行目\n\n二行目"),
    ] {
        form_page.fills(name, typed).await;
        let form = form_page.shows(&format!("{name} in its normal form"), |form| form.value(name) == normal).await;
        assert_eq!((form.field(name).invalid, form.field(name).error.as_str()), (false, ""), "{name}");
    }
}

#[tokio::test]
async fn a_flaw_is_told_when_the_input_is_left_and_goes_while_it_is_mended() {
    let form_page = FormPage::with(json!({})).await;
    form_page.writes("email", "taro").await;
    assert_eq!(form_page.content().await.field("email").error, "", "who is still typing is left alone");
    form_page.browser.presses(Key::Tab).await;
    let form = form_page.shows("an error", |form| form.field("email").invalid).await;
    assert!(form.field("email").error.contains('@'), "{form:#?}");
    assert_eq!(form.summary, "", "nothing else is said yet");
    form_page.browser.presses_with_shift(Key::Tab).await;
    form_page.browser.presses(Key::End).await;
    form_page.browser.types("@example.co.jp").await;
    let form = form_page.shows("no error", |form| !form.field("email").invalid).await;
    assert_eq!((form.value("email"), form.field("email").error.as_str()), ("taro@example.co.jp", ""));
}

#[tokio::test]
async fn nobody_is_scolded_for_what_is_still_empty_until_they_submit() {
    let form_page = FormPage::with(json!({ "required": ["company"] })).await;
    form_page.browser.widget().presses_on(".lead [name=company]").await;
    for _ in 0..6 {
        form_page.browser.presses(Key::Tab).await;
    }
    let form = form_page.content().await;
    assert!(form.fields.values().all(|field| !field.invalid && field.error.is_empty()), "{form:#?}");

    form_page.submits().await;
    let form = form_page.shows("a summary", |form| !form.summary.is_empty()).await;
    for name in ["company", "email", "privacy"] {
        let field = form.field(name);
        assert!(field.invalid && field.required && !field.error.is_empty(), "{name}: {field:#?}");
        assert!(form.summary.contains(field.label.trim()), "{name} is named: {}", form.summary);
    }
    assert!(!form.field("phone").invalid && !form.field("answers").invalid, "{form:#?}");
    form_page.browser.focuses("the first wrong input", |focus| focus.name == "company").await;
    assert!(form_page.arrivals().is_empty(), "nothing was sent");
    assert!(!form_page.stored().await.contains("lead_id"), "nor written down");
}

#[tokio::test]
async fn a_flaw_too_many_keeps_the_lead_here_and_leads_to_it() {
    let form_page = FormPage::with(json!({ "required": ["phone"] })).await;
    form_page.fills("phone", "03-12").await;
    form_page.sends().await;
    let form = form_page.shows("a summary", |form| form.summary.contains("電話番号")).await;
    assert!(form.field("phone").invalid, "{form:#?}");
    form_page.browser.focuses("the number", |focus| focus.name == "phone").await;
    assert!(form_page.arrivals().is_empty(), "nothing was sent");
    form_page.fills("phone", "03-1234-5678 内線12").await;
    form_page.shows("no error", |form| !form.field("phone").invalid).await;
    form_page.submits().await;
    assert_eq!(form_page.gets(1)["contact"]["phone"], "03-1234-5678 内線12");
}

#[tokio::test]
async fn an_optional_input_keeps_no_lead_and_loses_nothing() {
    let form_page = FormPage::with(json!({})).await;
    form_page.fills("phone", "平日 03-12").await;
    let long = "質".repeat(2_100);
    form_page.browser.widget().presses_on(".lead [name=message]").await;
    let paste = "const area = document.querySelector('shindan-widget').shadowRoot.activeElement;
        area.value = arguments[0];
        area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
    form_page.browser.script::<Value>(paste, vec![json!(long)]).await;
    form_page.sends().await;
    let lead = form_page.gets(1);
    assert_eq!(lead["contact"]["phone"], "平日 03-12");
    assert_eq!(lead["inquiry"]["message"].as_str().map(|text| text.chars().count()), Some(2_100));
}

#[tokio::test]
async fn an_address_is_mended_where_that_is_sure_and_refused_where_it_is_not() {
    let form_page = FormPage::with(json!({})).await;
    for (typed, meant) in [
        ("hanako@example.or.jp、", Some("hanako@example.or.jp")),
        ("「hanako@myー-shop。jp」", Some("hanako@my--shop.jp")),
        ("hanako@my―shop．jp．", Some("hanako@my-shop.jp")),
        ("花子@例え.jp", None),
        ("hanako@exаmple.jp", None),
        ("hanako@example.jpです", None),
    ] {
        form_page.fills("email", typed).await;
        let form = form_page.shows(typed, |form| form.field("email").invalid == meant.is_none()).await;
        assert_eq!(form.value("email"), meant.unwrap_or(typed), "{form:#?}");
    }
    form_page.ticks("privacy").await;
    form_page.submits().await;
    form_page.shows("a summary", |form| form.summary.contains("メールアドレス")).await;
    assert!(form_page.arrivals().is_empty(), "nothing was sent");
}

#[tokio::test]
async fn what_is_mended_while_it_is_sent_is_shown_first() {
    let form_page = FormPage::with(json!({})).await;
    form_page.ticks("privacy").await;
    form_page.writes("email", "taro@myーcompany.co.jp").await;
    form_page.browser.presses(Key::Enter).await;
    let form = form_page.shows("the fixed address", |form| form.value("email") == "taro@my-company.co.jp").await;
    assert!(form.field("email").error.contains("taro@my-company.co.jp"), "{form:#?}");
    assert!(form_page.arrivals().is_empty(), "nobody has seen it yet");
    form_page.browser.presses(Key::Enter).await;
    assert_eq!(form_page.gets(1)["contact"]["email"], "taro@my-company.co.jp");
}

#[tokio::test]
async fn an_input_with_the_focus_is_never_written_to() {
    needs!(DevTools);
    let form_page = FormPage::with(json!({})).await;
    form_page.fills("email", "taro").await;
    form_page.writes("company", "　株式会社　見本").await;
    let composing = json!({ "text": "かぶしき", "selectionStart": 4, "selectionEnd": 4 });
    form_page.browser.devtools("Input.imeSetComposition", composing).await;
    // What a browser fires when it thinks that the text is final.
    let fire = "document.querySelector('shindan-widget').shadowRoot.activeElement
        .dispatchEvent(new Event('change', { bubbles: true }));";
    form_page.browser.script::<Value>(fire, vec![]).await;
    form_page.browser.next_frames().await;
    let company = form_page.content().await.value("company").to_owned();
    assert_eq!(company, "　株式会社　見本かぶしき", "nothing is changed under the hands");
    form_page.browser.devtools("Input.insertText", json!({ "text": "株式" })).await;
    form_page.browser.presses(Key::Tab).await;
    form_page.shows("its normal form, once it is left", |form| form.value("company") == "株式会社 見本株式").await;
}

#[tokio::test]
async fn labels_keyboards_and_autofill_are_told_to_the_browser() {
    let all = ["company", "last_name", "first_name", "email", "phone", "title", "size", "message"];
    let form_page = FormPage::with(json!({ "fields": all })).await;
    let form = form_page.content().await;
    for (name, kind, autocomplete) in [
        ("company", "text", "organization"),
        ("last_name", "text", "family-name"),
        ("first_name", "text", "given-name"),
        ("email", "text", "email"),
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
    let form_page = FormPage::with(json!({})).await;
    form_page.fills("company", "見本商会").await;
    form_page.fills("message", "二つの質問").await;
    form_page.browser.reloads().await;
    let form = form_page.shows("what was typed", |form| form.fields.contains_key("company")).await;
    assert_eq!((form.value("company"), form.value("message")), ("見本商会", "二つの質問"));
    assert_eq!(form.value("privacy"), "false", "consent is given anew");
    form_page.sends().await;
    form_page.reads("送信が完了しました").await;
    let stored = form_page.stored().await;
    assert!(!stored.contains("見本商会") && !stored.contains("taro@"), "{stored}");
}

#[tokio::test]
async fn the_form_is_none_of_the_results_business() {
    let form_page = FormPage::with(json!({})).await;
    form_page.fills("company", "見本").await;
    form_page.ticks("answers").await;
    let verdict = form_page.browser.widget().verdict().await;
    assert_eq!((verdict.score, verdict.tried.len()), (Some(100), 0), "{verdict:#?}");
    form_page.browser.presses(Key::Tab).await;
    assert_eq!(form_page.content().await.value("company"), "見本");
    form_page.browser.has_a_clean_console().await;
}
