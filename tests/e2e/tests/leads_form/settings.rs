//! What the site owner writes: broken values mean the default, and are said once with the fix.

use e2e::Device;
use serde_json::json;

use crate::FormPage;

#[tokio::test]
async fn broken_settings_mean_the_default_and_one_warning_each() {
    let settings = json!({
        "placement": "beside", "fields": ["email", "shoe_size"], "purpos": "x", "privacy_href": "javascript:alert(1)",
        "marketing": { "text": "x" },
    });
    let form_page = FormPage::with(settings).await;
    let form = form_page.content().await;
    assert!(form.fields.contains_key("email") && !form.fields.contains_key("marketing"), "{form:#?}");
    assert_eq!(form.fields.keys().collect::<Vec<_>>(), ["answers", "email", "privacy"]);
    let warnings = form_page.browser.warnings().await;
    for (about, fix) in [
        ("lead.placement", "after"),
        ("lead.fields", "company"),
        ("lead.purpos ", "purpose"),
        ("lead.privacy_href", "https://"),
        ("lead.marketing.sender", "formal name"),
    ] {
        let found: Vec<_> = warnings.iter().filter(|warning| warning.contains(about)).collect();
        assert_eq!(found.len(), 1, "one warning about {about}: {warnings:#?}");
        assert!(found[0].contains(fix), "{found:?}");
    }
    assert_eq!(
        warnings.len(),
        5 + usize::from(warnings.iter().any(|warning| warning.contains("cta"))),
        "{warnings:#?}"
    );
    assert!(form_page.browser.errors().await.is_empty(), "{:?}", form_page.browser.errors().await);
}

#[tokio::test]
async fn settings_of_any_shape_still_give_a_form() {
    for lead in [
        json!(null),
        json!([]),
        json!("x"),
        json!({ "fields": 7, "contact": "x", "marketing": 1, "destinations": "x" }),
    ] {
        let form_page = FormPage::of(Device::Desktop, "lead=after", |_| lead.clone()).await.comes_to_the_result().await;
        // Whoever wrote something that cannot be read is notified; nothing else fails.
        let errors = form_page.browser.errors().await;
        assert!(
            errors.iter().all(|error| error.contains("config: no destination of leads can be used")),
            "{lead}: {errors:?}"
        );
    }
}

#[tokio::test]
async fn what_a_receiver_drops_a_lead_without_is_asked_for() {
    let form_page = FormPage::of(Device::Desktop, "", |_| {
        let to = json!({ "type": "salesforce", "url": "https://webto.salesforce.example/", "constants": { "oid": "00D000000000001" } });
        json!({ "fields": ["email", "phone"], "destinations": [to] })
    })
    .await
    .comes_to_the_result()
    .await;
    let form = form_page.content().await;
    for name in ["email", "last_name", "company"] {
        assert!(form.field(name).required, "{name}: {form:#?}");
    }
    assert!(!form.field("phone").required);

    // A row with a longer address vanishes at Salesforce without a word.
    form_page.fills("email", &format!("{}@example.jp", "a".repeat(60))).await;
    form_page.fills("phone", "03-1234-5678").await;
    assert!(!form_page.content().await.field("email").invalid, "71 characters are taken");
    form_page.fills("email", &format!("{}@mail.department.example.co.jp", "a".repeat(60))).await;
    form_page.fills("phone", "03-1234-5679").await;
    let form = form_page.shows("that the address is too long", |form| form.field("email").invalid).await;
    assert!(form.field("email").error.contains("80"), "{form:#?}");
}

#[tokio::test]
async fn it_speaks_english_and_stands_from_right_to_left() {
    let form_page = FormPage::of(Device::Phone, "lang=en dir=rtl", |_| json!({})).await.comes_to_the_result().await;
    let form = form_page.content().await;
    assert_eq!(form.field("email").label, "E-mail address");
    assert!(form.field("company").label.contains("optional"), "{form:#?}");
    assert!(form.field("first_name").left > form.field("last_name").left, "the first name comes first: {form:#?}");
    let wide: bool = form_page.browser.script("return document.documentElement.scrollWidth > innerWidth", vec![]).await;
    assert!(!wide, "nothing sticks out");
    form_page.fills("email", "taro").await;
    let form = form_page.shows("an error", |form| form.field("email").invalid).await;
    assert!(form.field("email").error.is_ascii() || form.field("email").error.contains('“'), "{form:#?}");
}

#[tokio::test]
async fn destinations_of_which_none_can_be_used_are_told_and_nothing_speaks_of_sending() {
    let contact = json!({ "tel": "03-0000-0000", "mail": "desk@example.com" });
    let lead = json!({ "destinations": [{ "type": "webhook-json" }], "contact": contact, "marketing": { "sender": "株式会社見本" } });
    let form_page = FormPage::of(Device::Desktop, "lead=before", |_| lead.clone()).await.comes_to_the_result().await;
    let script = "return document.querySelector('shindan-widget').shadowRoot.querySelector('.lead').innerText";
    let text: String = form_page.browser.script(script, vec![]).await;
    assert!(text.contains("受付の設定に問題") && text.contains("03-0000-0000"), "{text}");
    assert!(!text.contains("送信"), "{text}");
    form_page.submits().await;
    form_page.shows("a summary", |form| !form.summary.is_empty()).await;
    let text: String = form_page.browser.script(script, vec![]).await;
    assert!(!text.contains("送信"), "{text}");
    form_page.sends().await;
    let status = form_page.reads("どこにも届いていません").await;
    let text: String = form_page.browser.script(script, vec![]).await;
    assert!(!text.contains("送信"), "{text}");
    assert!(status.actions.iter().any(|way| way.contains("控えをコピーする")), "{status:?}");
    assert!(status.links.iter().any(|link| link.starts_with("mailto:desk@example.com?")), "{status:?}");
}
