//! What the configuration says of the theme is worn, and what it says wrongly is said.

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site, needs};
use serde_json::{Value, json};

use crate::{computed, configured, has_had_time, on_a_page, warned};

/// Policy and switches of a strict page.
const STRICT: &str = "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; \
    require-trusted-types-for 'script'; trusted-types shindan";

fn green() -> Value {
    json!({
        "accent": "light-dark(#00664f, #7fd8c0)", "on_accent": "light-dark(#fff, #06241c)",
        "surface": "light-dark(#f4fbf8, #0c1f1a)", "text": "light-dark(#10302a, #e6f4ef)",
        "radius": "2px", "font": "'BIZ UDPGothic', serif",
    })
}

/// What the widget wears: surface, text, the button's ground and words, corners, face.
async fn worn(browser: &Browser) -> [String; 6] {
    [
        computed(browser, ".widget", "background-color").await,
        computed(browser, ".widget", "color").await,
        computed(browser, "[part~=next]", "background-color").await,
        computed(browser, "[part~=next]", "color").await,
        computed(browser, ".widget", "border-top-left-radius").await,
        computed(browser, ".widget", "font-family").await,
    ]
}

#[tokio::test]
async fn the_configuration_dresses_the_widget_light_and_dark_under_a_strict_policy() {
    needs!(Preferences);
    for (device, name) in [(Device::Phone, "phone"), (Device::Desktop, "desktop")] {
        let (site, browser) = (Site::of_dist(), Browser::start(device).await);
        let body = format!("<meta name=color-scheme content='light dark'>{}", configured(&json!({ "theme": green() })));
        let page = Page::with(&body).under("Content-Security-Policy", STRICT);
        browser.visits(&site.page("host.html", page)).await;
        browser.widget().is_live().await;
        for (scheme, surface, text, accent, on_accent) in [
            ("light", "rgb(244, 251, 248)", "rgb(16, 48, 42)", "rgb(0, 102, 79)", "rgb(255, 255, 255)"),
            ("dark", "rgb(12, 31, 26)", "rgb(230, 244, 239)", "rgb(127, 216, 192)", "rgb(6, 36, 28)"),
        ] {
            browser.prefers(&[("prefers-color-scheme", scheme)]).await;
            let font = "\"BIZ UDPGothic\", serif";
            assert_eq!(worn(&browser).await, [surface, text, accent, on_accent, "2px", font], "{scheme}");
            browser.passes_axe(&format!("a theme, {scheme}")).await;
            browser.widget().shoots(&format!("theme-question-{name}-{scheme}")).await;
        }
        has_had_time(&browser).await;
        let warnings: Vec<_> = browser.warnings().await.into_iter().filter(|text| !text.contains("cta-href")).collect();
        assert!(warnings.is_empty(), "nothing is wrong with it: {warnings:?}");
        let violations: Vec<String> = browser.script("return __probe.violations", vec![]).await;
        assert!(violations.is_empty(), "{violations:?}");
        let styled: Option<String> =
            browser.script("return document.querySelector('shindan-widget').getAttribute('style')", vec![]).await;
        assert_eq!(styled, None, "the page's element is left alone");

        browser.widget().answers_all(&Answers::with_a_cap()).await;
        for scheme in ["light", "dark"] {
            browser.prefers(&[("prefers-color-scheme", scheme)]).await;
            browser.passes_axe(&format!("a result in a theme, {scheme}")).await;
            browser.widget().shoots(&format!("theme-result-{name}-{scheme}")).await;
        }
    }
}

#[tokio::test]
async fn a_rule_of_the_page_goes_before_the_configuration_and_that_before_what_is_inherited() {
    let config = configured(&json!({ "theme": { "accent": "#00664f", "text": "#400" } }));
    let styles = ":root { --shindan-accent: #8a0000; --shindan-surface: #ffe } shindan-widget { --shindan-text: #004 }
        ::part(next) { border-radius: 9px }";
    let (_site, browser) = on_a_page(Device::Desktop, &format!("<style>{styles}</style>{config}")).await;
    browser.widget().is_live().await;
    assert_eq!(computed(&browser, "[part~=next]", "background-color").await, "rgb(0, 102, 79)", "not the root's");
    assert_eq!(computed(&browser, ".widget", "color").await, "rgb(0, 0, 68)", "the page's own");
    assert_eq!(computed(&browser, ".widget", "background-color").await, "rgb(255, 255, 238)", "what nobody else says");
    assert_eq!(computed(&browser, "[part~=next]", "border-top-left-radius").await, "9px", "parts go last");
}

#[tokio::test]
async fn what_is_no_value_is_said_once_and_the_default_stands() {
    let broken = json!({
        "accent": "banana", "on_accent": 7, "surface": "red; } * { display: none", "text": "var(--x, url(//a.example/x))",
        "radius": "12", "font": "a { b", "colour": "#fff",
    });
    let (_site, browser) = on_a_page(Device::Desktop, &configured(&json!({ "theme": broken }))).await;
    browser.widget().is_live().await;
    let warnings = warned(&browser, 8).await;
    for (about, fix) in [
        ("theme.accent", "#0017c1"),
        ("theme.on_accent", "#0017c1"),
        ("theme.surface", "#0017c1"),
        ("theme.text", "#0017c1"),
        ("theme.radius", "0.5em"),
        ("theme.font", "names of fonts"),
        ("theme.colour", "on_accent"),
    ] {
        let matching: Vec<_> =
            warnings.iter().filter(|text| text.contains(&format!("configuration {about} "))).collect();
        assert!(
            matching.len() == 1 && matching[0].contains(fix),
            "one warning about {about}, with {fix}: {warnings:#?}"
        );
    }
    assert_eq!(computed(&browser, "[part~=next]", "background-color").await, "rgb(0, 23, 193)");
    assert_eq!(computed(&browser, ".widget", "background-color").await, "rgb(255, 255, 255)");
    assert_eq!(computed(&browser, ".widget", "color").await, "rgb(26, 26, 28)");
    assert!(browser.errors().await.is_empty(), "{:?}", browser.errors().await);

    let (_site, browser) = on_a_page(Device::Desktop, &configured(&json!({ "theme": "blue" }))).await;
    browser.widget().is_live().await;
    let warnings = warned(&browser, 2).await;
    assert!(warnings.iter().filter(|text| text.contains("configuration theme is")).count() == 1, "{warnings:?}");
}

#[tokio::test]
async fn who_has_no_colours_does_not_download_what_looks_at_them() {
    for (styles, wanted) in [("--shindan-radius: 0", false), ("--shindan-accent: #00664f", true)] {
        let body = format!("<style>:root {{ {styles} }}</style><shindan-widget cta-href='/a'></shindan-widget>");
        let (_site, browser) = on_a_page(Device::Desktop, &body).await;
        browser.widget().is_live().await;
        has_had_time(&browser).await;
        let asked = browser.requests().await;
        assert_eq!(asked.iter().any(|address| address.contains("/contrast-")), wanted, "{styles}: {asked:?}");
        browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn where_colours_cannot_be_looked_at_that_is_said_and_the_theme_is_on() {
    let (site, browser) = on_a_page(Device::Desktop, &configured(&json!({ "theme": green() }))).await;
    browser.widget().is_live().await;
    has_had_time(&browser).await;
    let asked = browser.requests().await;
    let file = asked.iter().find_map(|address| address.rsplit('/').next().filter(|name| name.starts_with("contrast-")));
    site.treats(file.expect("a theme"), e2e::Action::Status(503));
    // A new browser has it not in its cache.
    let browser = Browser::desktop().await;
    browser.visits(&site.url("host.html")).await;
    browser.widget().is_live().await;
    assert_eq!(computed(&browser, "[part~=next]", "background-color").await, "rgb(0, 102, 79)");
    let warnings = warned(&browser, 2).await;
    assert!(warnings.iter().any(|text| text.contains("contrast-") && text.contains("upload it again")), "{warnings:?}");
}
