//! The settings page: what is pasted is linted before it is sent, and checked before it is saved.

use serde_json::{Value, json};

use crate::desk::{Desk, of_an_owner};

const SOUND: &str = r##"{ "cta": { "label": { "ready": "<b>&amp;</b></script>" } }, "theme": { "accent": "light-dark(#7a1f5c, #ffc2ec)" } }"##;
/// The linter has an error to say of it.
const UNSOUND: &str = r#"{ "lead": { "fields": ["fax"] } }"#;
/// So has the gate.
const HARMFUL: &str =
    r#"{ "lead": { "destinations": [ { "type": "webhook-json", "url": "http://elsewhere.example/" } ] } }"#;

async fn opens(desk: &Desk) {
    desk.opens("wp-admin/admin.php?page=shindan").await;
    desk.sees("#shindan-form").await;
}

fn configuration(desk: &Desk) -> Value {
    desk.wordpress.option("shindan_settings")["configuration"].clone()
}

#[tokio::test]
async fn the_linter_stops_what_is_wrong_and_lets_through_what_is_right() {
    let desk = Desk::with(&of_an_owner()).await;
    desk.is("admin").await;
    opens(&desk).await;
    desk.writes("#shindan-configuration", UNSOUND).await;
    desk.sees("#shindan-configuration-remarks [data-severity=error]").await;
    desk.presses("#submit").await;
    desk.reads("Not saved yet").await;
    assert_ne!(configuration(&desk), UNSOUND);
    // Whoever means it presses once more: the gate holds all the same.
    desk.presses("#submit").await;
    desk.sees("#setting-error-settings_updated").await;
    assert_eq!(configuration(&desk), UNSOUND);

    desk.writes("#shindan-configuration", SOUND).await;
    desk.waits("!document.querySelector('#shindan-configuration-remarks [data-severity=error]')", "").await;
    desk.presses("#submit").await;
    desk.sees("#setting-error-settings_updated").await;
    assert_eq!(configuration(&desk), SOUND);
    desk.is_a_visitor().await;
    desk.browser.visits(&desk.wordpress.publishes("check", "[shindan]")).await;
    desk.goes_the_whole_way().await;
    assert_eq!(desk.browser.widget().cta().await.text, "<b>&amp;</b></script>");
    let accent = "return getComputedStyle(document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=cta]')).backgroundColor";
    assert_eq!(desk.browser.script::<String>(accent, vec![]).await, "rgb(122, 31, 92)");
    desk.wordpress.has_a_clean_log();
}

#[tokio::test]
async fn the_gate_holds_without_the_linter() {
    let desk = Desk::with(&of_an_owner()).await;
    desk.is("admin").await;
    let send = "HTMLFormElement.prototype.submit.call(document.querySelector('#shindan-form'))";
    let told = [
        (HARMFUL, "its url must begin with https://"),
        ("{ \"cta\": { \"href\": \"javascript:alert(1)\" } }", "cta.href is no link"),
        ("{ \"cta\": { \"booking\": { \"href\": \"javascript:alert(1)\" } } }", "cta.booking.href must be the address"),
        ("[]", "no JSON object"),
        ("{ \"lead\": { \"destinations\": [ { \"type\": \"carrier-pigeon\" } ] } }", "its type must be one of"),
    ];
    for (text, words) in told {
        opens(&desk).await;
        desk.writes("#shindan-configuration", text).await;
        desk.writes("#shindan-links", "javascript:alert(1)\nhttps://example.com/sound").await;
        desk.browser.script::<Value>(send, vec![]).await;
        desk.reads(words).await;
        desk.reads("javascript:alert(1) is no link").await;
        assert_ne!(configuration(&desk), text);
        assert_eq!(desk.wordpress.option("shindan_settings")["links"], json!(["https://example.com/sound"]));
    }
}

#[tokio::test]
async fn nobody_but_an_administrator_gets_there() {
    let desk = Desk::with(&of_an_owner()).await;
    desk.is("editor").await;
    desk.opens("wp-admin/admin.php?page=shindan").await;
    desk.reads("not allowed to access this page").await;
    desk.opens("wp-admin/edit.php?post_type=shindan_lead").await;
    desk.reads("not allowed").await;
    desk.opens("wp-admin/admin-post.php?action=shindan_csv").await;
    desk.reads("You may not see leads").await;
}

#[tokio::test]
async fn a_pack_of_the_owner_is_asked() {
    let desk = Desk::with(&of_an_owner()).await;
    let project = xtask::project::Project::find().unwrap();
    let own = xtask::files::read_text(&project.packs().join("readiness.ja.json")).unwrap();
    let own = own.replace("\"id\": \"readiness\"", "\"id\": \"ours\"").replace("AI導入の準備度診断", "当社の診断");
    desk.is("admin").await;
    opens(&desk).await;
    desk.writes("#shindan-add", "{ \"format\": \"pack/v1\" }").await;
    desk.sees("#shindan-add-remarks [data-severity=error]").await;
    desk.writes("#shindan-add", &own).await;
    desk.waits("!document.querySelector('#shindan-add-remarks [data-severity=error]')", "").await;
    desk.presses("#submit").await;
    desk.sees("#setting-error-settings_updated").await;
    desk.sees("#shindan-pack option[value='ours.ja']").await;
    desk.is_a_visitor().await;
    desk.browser.visits(&desk.wordpress.publishes("check", "[shindan pack=\"ours.ja\"]")).await;
    desk.goes_the_whole_way().await;
    let receipt = desk.browser.widget().verdict().await.receipt.unwrap();
    assert!(receipt.starts_with("ours "), "{receipt}");
    desk.wordpress.has_a_clean_log();
}

#[tokio::test]
async fn everything_is_said_in_japanese_too() {
    let desk = Desk::with(&of_an_owner()).await;
    desk.wordpress.always_runs("japanese", "add_filter( 'pre_determine_locale', function () { return 'ja'; } );");
    desk.is("admin").await;
    opens(&desk).await;
    for words in
        ["自己診断", "相談ページなどのリンク", "AI導入の準備度診断", "リードをここに保存し、届くたびにメールで知らせる"]
    {
        desk.reads(words).await;
    }
    for (width, name) in [(390, "phone"), (1280, "desktop")] {
        desk.browser.fills(width, 900).await;
        desk.browser.shoots(&format!("wordpress-settings-{name}")).await;
    }
}
