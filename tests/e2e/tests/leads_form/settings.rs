//! What the site owner writes: broken values mean the default, and are said once with the mend.

use e2e::Device;
use serde_json::json;

use crate::Desk;

#[tokio::test]
async fn broken_settings_mean_the_default_and_one_warning_each() {
    let settings = json!({
        "placement": "beside", "fields": ["email", "shoe_size"], "purpos": "x", "privacy_href": "javascript:alert(1)",
        "marketing": { "text": "x" },
    });
    let desk = Desk::with(settings).await;
    let form = desk.look().await;
    assert!(form.fields.contains_key("email") && !form.fields.contains_key("marketing"), "{form:#?}");
    assert_eq!(form.fields.keys().collect::<Vec<_>>(), ["answers", "email", "privacy"]);
    let warnings = desk.browser.warnings().await;
    for (about, mend) in [
        ("lead.placement", "after"),
        ("lead.fields", "company"),
        ("lead.purpos ", "purpose"),
        ("lead.privacy_href", "https://"),
        ("lead.marketing.sender", "formal name"),
    ] {
        let found: Vec<_> = warnings.iter().filter(|warning| warning.contains(about)).collect();
        assert_eq!(found.len(), 1, "one warning about {about}: {warnings:#?}");
        assert!(found[0].contains(mend), "{found:?}");
    }
    assert_eq!(
        warnings.len(),
        5 + usize::from(warnings.iter().any(|warning| warning.contains("cta"))),
        "{warnings:#?}"
    );
    assert!(desk.browser.errors().await.is_empty(), "{:?}", desk.browser.errors().await);
}

#[tokio::test]
async fn settings_of_any_shape_still_give_a_form() {
    for lead in [
        json!(null),
        json!([]),
        json!("x"),
        json!({ "fields": 7, "contact": "x", "marketing": 1, "destinations": "x" }),
    ] {
        let desk = Desk::of(Device::Desktop, "lead=after", |_| lead.clone()).await.comes_to_the_result().await;
        assert!(desk.browser.errors().await.is_empty(), "{lead}: {:?}", desk.browser.errors().await);
    }
}

#[tokio::test]
async fn what_a_receiver_drops_a_lead_without_is_asked_for() {
    let desk = Desk::of(Device::Desktop, "", |_| {
        let to = json!({ "type": "salesforce", "url": "https://webto.salesforce.example/", "constants": { "oid": "00D000000000001" } });
        json!({ "fields": ["email", "phone"], "destinations": [to] })
    })
    .await
    .comes_to_the_result()
    .await;
    let form = desk.look().await;
    for name in ["email", "last_name", "company"] {
        assert!(form.field(name).required, "{name}: {form:#?}");
    }
    assert!(!form.field("phone").required);

    // A row with a longer address vanishes at Salesforce without a word.
    desk.fills("email", &format!("{}@example.jp", "a".repeat(60))).await;
    desk.fills("phone", "03-1234-5678").await;
    assert!(!desk.look().await.field("email").invalid, "71 characters are taken");
    desk.fills("email", &format!("{}@mail.department.example.co.jp", "a".repeat(60))).await;
    desk.fills("phone", "03-1234-5679").await;
    let form = desk.shows("that the address is too long", |form| form.field("email").invalid).await;
    assert!(form.field("email").flaw.contains("80"), "{form:#?}");
}

#[tokio::test]
async fn it_speaks_english_and_stands_from_right_to_left() {
    let desk = Desk::of(Device::Phone, "lang=en dir=rtl", |_| json!({})).await.comes_to_the_result().await;
    let form = desk.look().await;
    assert_eq!(form.field("email").label, "E-mail address");
    assert!(form.field("company").label.contains("optional"), "{form:#?}");
    assert!(form.field("first_name").left > form.field("last_name").left, "the first name comes first: {form:#?}");
    let wide: bool = desk.browser.script("return document.documentElement.scrollWidth > innerWidth", vec![]).await;
    assert!(!wide, "nothing sticks out");
    desk.fills("email", "taro").await;
    let form = desk.shows("a flaw", |form| form.field("email").invalid).await;
    assert!(form.field("email").flaw.is_ascii() || form.field("email").flaw.contains('“'), "{form:#?}");
}

#[tokio::test]
async fn destinations_of_which_none_can_be_used_are_told_and_nothing_speaks_of_sending() {
    let contact = json!({ "tel": "03-0000-0000", "mail": "desk@example.com" });
    let lead = json!({ "destinations": [{ "type": "webhook-json" }], "contact": contact, "marketing": { "sender": "株式会社見本" } });
    let desk = Desk::of(Device::Desktop, "lead=before", |_| lead.clone()).await.comes_to_the_result().await;
    let look = "return document.querySelector('shindan-widget').shadowRoot.querySelector('.lead').innerText";
    let text: String = desk.browser.script(look, vec![]).await;
    assert!(text.contains("受付の設定に問題") && text.contains("03-0000-0000"), "{text}");
    assert!(!text.contains("送信"), "{text}");
    desk.submits().await;
    desk.shows("a summary", |form| !form.summary.is_empty()).await;
    let text: String = desk.browser.script(look, vec![]).await;
    assert!(!text.contains("送信"), "{text}");
    desk.sends().await;
    let told = desk.reads("どこにも届いていません").await;
    let text: String = desk.browser.script(look, vec![]).await;
    assert!(!text.contains("送信"), "{text}");
    assert!(told.ways.iter().any(|way| way.contains("控えをコピーする")), "{told:?}");
    assert!(told.links.iter().any(|link| link.starts_with("mailto:desk@example.com?")), "{told:?}");
}
