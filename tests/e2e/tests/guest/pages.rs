//! The widget as a page of its own: what anybody's link may choose of it, and what not.

use e2e::{Browser, Page, Site};

const EVIL: &str = r#"{ "lead": { "placement": "before", "destinations": [{ "type": "webhook-json", "url": "https://evil.example/" }] } }"#;

#[tokio::test]
async fn a_link_to_it_names_no_settings_or_questions_of_another_site() {
    let (site, elsewhere, browser) = (Site::of_dist(), Site::of_dist(), Browser::desktop().await);
    let config = elsewhere.page("c.json", Page::of(EVIL).under("Access-Control-Allow-Origin", "*"));
    let data = format!("data:application/json,{}", EVIL.replace([' ', '"'], "%22"));
    for (option, value) in [
        ("config", config.clone()),
        ("config", config.replace("http:", "")),
        ("config", data.replace('#', "%23")),
        ("config", "blob:https://evil.example/1".to_owned()),
        ("config", "https://[".to_owned()),
        ("pack", elsewhere.url("packs/readiness.en.json")),
    ] {
        let before = browser.warnings().await.len();
        browser.visits(&site.url(&format!("?{option}={value}"))).await;
        let widget = browser.widget();
        widget.is_live().await;
        let screen = widget.sees_question("purpose").await;
        assert!(screen.legend.is_some_and(|legend| !legend.is_ascii()), "{value}: the built-in questions");
        let set: Option<String> = browser
            .script("return document.querySelector('shindan-widget').getAttribute(arguments[0])", vec![option.into()])
            .await;
        assert_eq!(set, None, "{value}");
        let warnings: Vec<_> = browser.warnings().await.into_iter().skip(before).collect();
        let reported = warnings
            .iter()
            .filter(|text| text.contains(&format!("option \\\"{option}\\\"")) && text.contains("another site"));
        assert_eq!(reported.count(), 1, "{value}: {warnings:?}");
    }
    assert!(!elsewhere.was_asked_for("c.json") && !elsewhere.was_asked_for("readiness.en.json"), "nobody is asked");
}

#[tokio::test]
async fn those_of_its_own_site_it_may_name() {
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    site.page("own.json", Page::of(r##"{ "theme": { "accent": "#00664f" } }"##));
    browser.visits(&site.url("?config=own.json&pack=./packs/readiness.en.json")).await;
    let screen = browser.widget().sees_question("purpose").await;
    assert!(screen.legend.is_some_and(|legend| legend.is_ascii()));
    assert_eq!(crate::computed(&browser, "[part~=next]", "background-color").await, "rgb(0, 102, 79)");
}
