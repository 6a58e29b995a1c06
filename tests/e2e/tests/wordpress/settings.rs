//! The settings page: what is pasted is linted before it is sent, and checked before it is saved.

use serde_json::{Value, json};

use crate::wordpress::WordPress;
use crate::wordpress_page::{WordPressPage, of_an_owner};

const SOUND: &str = r##"{ "cta": { "label": { "ready": "<b>&amp;</b></script>" } }, "theme": { "accent": "light-dark(#7a1f5c, #ffc2ec)" } }"##;
/// The linter has an error to say of it.
const UNSOUND: &str = r#"{ "lead": { "fields": ["fax"] } }"#;
/// So has the gate.
const HARMFUL: &str =
    r#"{ "lead": { "destinations": [ { "type": "webhook-json", "url": "http://elsewhere.example/" } ] } }"#;

async fn opens(wordpress_page: &WordPressPage) {
    wordpress_page.opens("wp-admin/admin.php?page=shindan").await;
    wordpress_page.sees("#shindan-form").await;
}

fn configuration(wordpress_page: &WordPressPage) -> Value {
    wordpress_page.wordpress.option("shindan_settings")["configuration"].clone()
}

#[tokio::test]
async fn the_linter_stops_what_is_wrong_and_lets_through_what_is_right() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.is("admin").await;
    opens(&wordpress_page).await;
    wordpress_page.writes("#shindan-configuration", UNSOUND).await;
    wordpress_page.sees("#shindan-configuration-remarks [data-severity=error]").await;
    wordpress_page.presses("#submit").await;
    wordpress_page.reads("Not saved yet").await;
    assert_ne!(configuration(&wordpress_page), UNSOUND);
    // Whoever means it presses once more: the gate holds all the same.
    wordpress_page.presses("#submit").await;
    wordpress_page.sees("#setting-error-settings_updated").await;
    assert_eq!(configuration(&wordpress_page), UNSOUND);

    wordpress_page.writes("#shindan-configuration", SOUND).await;
    wordpress_page.waits("!document.querySelector('#shindan-configuration-remarks [data-severity=error]')", "").await;
    wordpress_page.presses("#submit").await;
    wordpress_page.sees("#setting-error-settings_updated").await;
    assert_eq!(configuration(&wordpress_page), SOUND);
    wordpress_page.is_a_visitor().await;
    wordpress_page.browser.visits(&wordpress_page.wordpress.publishes("check", "[shindan]")).await;
    wordpress_page.goes_the_whole_way().await;
    assert_eq!(wordpress_page.browser.widget().cta().await.text, "<b>&amp;</b></script>");
    let accent = "return getComputedStyle(document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=cta]')).backgroundColor";
    assert_eq!(wordpress_page.browser.script::<String>(accent, vec![]).await, "rgb(122, 31, 92)");
    wordpress_page.wordpress.has_a_clean_log();
}

#[tokio::test]
async fn the_gate_holds_without_the_linter() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.is("admin").await;
    let send = "HTMLFormElement.prototype.submit.call(document.querySelector('#shindan-form'))";
    let expected = [
        (HARMFUL, "its url must start with https://"),
        ("{ \"cta\": { \"href\": \"javascript:alert(1)\" } }", "cta.href is not a valid link"),
        ("{ \"cta\": { \"booking\": { \"href\": \"javascript:alert(1)\" } } }", "cta.booking.href must be the address"),
        ("{ \"benchmark\": \"javascript:alert(1)\" }", "benchmark is not a valid link"),
        ("{ \"benchmark\": 1 }", "benchmark must be a text"),
        ("{ \"lead\": \"x\" }", "lead must be an object"),
        ("{ \"variants\": {} }", "variants must be a list"),
        ("[]", "not a JSON object"),
        ("{ \"lead\": { \"destinations\": [ { \"type\": \"carrier-pigeon\" } ] } }", "its type must be one of"),
    ];
    for (text, words) in expected {
        opens(&wordpress_page).await;
        wordpress_page.writes("#shindan-configuration", text).await;
        wordpress_page.writes("#shindan-links", "javascript:alert(1)\nhttps://example.com/sound").await;
        wordpress_page.browser.script::<Value>(send, vec![]).await;
        wordpress_page.reads(words).await;
        wordpress_page.reads("javascript:alert(1) is not a valid link").await;
        assert_ne!(configuration(&wordpress_page), text);
        assert_eq!(wordpress_page.wordpress.option("shindan_settings")["links"], json!(["https://example.com/sound"]));
    }
}

#[test]
fn settings_that_are_no_objects_are_stored_and_reach_the_page() {
    let wordpress = WordPress::with(&of_an_owner());
    let written = json!({
        "from": "2026-01-01", "until": "2099-12-31", "benchmark": "https://example.com/benchmark.json",
        "variants": [{ "id": "a" }, { "id": "b", "lead": { "placement": "before" } }],
    });
    let mut settings = of_an_owner();
    settings["configuration"] = json!(written.to_string());
    std::fs::write(wordpress.path("sent.json"), settings.to_string()).unwrap();
    let check =
        "echo wp_json_encode( shindan_check_settings( json_decode( file_get_contents( 'sent.json' ), true ) ) );";
    let kept: Value = serde_json::from_str(&wordpress.runs(check)).unwrap();
    assert_eq!(kept["configuration"], settings["configuration"]);
    wordpress.sets("shindan_settings", &kept);
    let page: Value = serde_json::from_str(&wordpress.runs("echo wp_json_encode( shindan_configuration() );")).unwrap();
    for name in ["from", "until", "benchmark", "variants"] {
        assert_eq!(page[name], written[name], "{name}");
    }
}

#[test]
fn the_pasted_place_of_the_form_holds_until_somebody_chooses_another() {
    let configuration = json!({ "lead": { "placement": "before" } }).to_string();
    let cases = [
        ("after", "[shindan]", None),
        ("after", "[shindan lead=\"after\"]", Some("after")),
        ("off", "[shindan]", Some("off")),
        ("off", "[shindan lead=\"after\"]", Some("after")),
    ];
    let wordpress = WordPress::with(&json!({}));
    for (setting, shortcode, expected) in cases {
        wordpress.sets("shindan_settings", &json!({ "lead": setting, "configuration": configuration }));
        let html = wordpress.runs(&format!("echo do_shortcode( '{shortcode}' );"));
        let tag = html.split_once("<shindan-widget").unwrap().1.split_once('>').unwrap().0;
        let placement = tag.split_once(" lead=\"").map(|(_, rest)| rest.split_once('"').unwrap().0);
        assert_eq!(placement, expected, "{shortcode} with {setting}: {tag}");
        assert!(html.contains("\"placement\":\"before\""), "{html}");
    }
}

#[tokio::test]
async fn nobody_but_an_administrator_gets_there() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.is("editor").await;
    wordpress_page.opens("wp-admin/admin.php?page=shindan").await;
    wordpress_page.reads("not allowed to access this page").await;
    wordpress_page.opens("wp-admin/edit.php?post_type=shindan_lead").await;
    wordpress_page.reads("not allowed").await;
    wordpress_page.opens("wp-admin/admin-post.php?action=shindan_csv").await;
    wordpress_page.reads("You are not allowed to see leads").await;
}

#[tokio::test]
async fn a_pack_of_the_owner_is_asked() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    let project = xtask::project::Project::find().unwrap();
    let own = xtask::files::read_text(&project.packs().join("readiness.ja.json")).unwrap();
    let own = own.replace("\"id\": \"readiness\"", "\"id\": \"our_2026\"").replace("AI導入の準備度診断", "当社の診断");
    wordpress_page.is("admin").await;
    opens(&wordpress_page).await;
    wordpress_page.writes("#shindan-add", "{ \"format\": \"pack/v1\" }").await;
    wordpress_page.sees("#shindan-add-remarks [data-severity=error]").await;
    wordpress_page.writes("#shindan-add", &own).await;
    wordpress_page.waits("!document.querySelector('#shindan-add-remarks [data-severity=error]')", "").await;
    wordpress_page.presses("#submit").await;
    wordpress_page.sees("#setting-error-settings_updated").await;
    wordpress_page.sees("#shindan-pack option[value='our_2026.ja']").await;
    wordpress_page.is_a_visitor().await;
    wordpress_page.browser.visits(&wordpress_page.wordpress.publishes("check", "[shindan pack=\"our_2026.ja\"]")).await;
    wordpress_page.goes_the_whole_way().await;
    let receipt = wordpress_page.browser.widget().verdict().await.receipt.unwrap();
    assert!(receipt.starts_with("our_2026 "), "{receipt}");
    wordpress_page.wordpress.has_a_clean_log();
}

#[tokio::test]
async fn everything_is_said_in_japanese_too() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page
        .wordpress
        .always_runs("japanese", "add_filter( 'pre_determine_locale', function () { return 'ja'; } );");
    wordpress_page.is("admin").await;
    opens(&wordpress_page).await;
    for words in
        ["自己診断", "相談ページなどのリンク", "AI導入の準備度診断", "リードをここに保存し、届くたびにメールで知らせる"]
    {
        wordpress_page.reads(words).await;
    }
    for (width, name) in [(390, "phone"), (1280, "desktop")] {
        wordpress_page.browser.fills(width, 900).await;
        wordpress_page.browser.shoots(&format!("wordpress-settings-{name}")).await;
    }
}
