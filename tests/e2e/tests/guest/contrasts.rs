//! Colours that cannot be distinguished are reported to the owner, whoever set them, and no others.

use e2e::{Browser, Page, Site, needs, until};
use serde_json::{Value, json};

use crate::{configured, has_had_time};

/// What is warned about the theme on a page with this body, in the visitor's scheme.
async fn theme_warnings(site: &Site, browser: &Browser, scheme: &str, body: &str) -> Vec<String> {
    let before = browser.warnings().await.len();
    browser.prefers(&[("prefers-color-scheme", scheme)]).await;
    browser.visits("about:blank").await;
    browser.visits(&site.page("host.html", Page::with(body))).await;
    browser.widget().is_live().await;
    // Colours are looked at when there is time, by a file that comes then.
    let come = "return performance.getEntriesByType('resource').some(({ name, responseEnd }) => responseEnd && name.includes('/contrast-'))";
    let come = until(async || if browser.script(come, vec![]).await { Ok(()) } else { Err(()) });
    come.await.expect("what looks at colours is loaded");
    has_had_time(browser).await;
    let warnings = browser.warnings().await.into_iter().skip(before);
    warnings.filter(|text| text.contains("theme: ")).collect()
}

fn page(styles: &str, config: Value) -> String {
    format!("<style>{styles}</style>{}", configured(&config))
}

const BOTH: &str = ":root { color-scheme: light dark }";

#[tokio::test]
async fn a_theme_below_aa_is_one_warning_with_the_ratio_and_the_mend() {
    needs!(Preferences);
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    let grey = theme_warnings(&site, &browser, "light", &page("", json!({ "theme": { "accent": "#777" } }))).await;
    assert_eq!(grey.len(), 1, "{grey:?}");
    for words in [
        "text on the accent has a contrast of 4.47 and needs 4.5",
        "the accent on the surface has a contrast of 4.47 and needs 4.5",
        "light scheme",
        "choose colours further apart",
        "light-dark(LIGHT, DARK)",
    ] {
        assert!(grey[0].contains(words), "{words}: {grey:?}");
    }
    assert!(!grey[0].contains("muted") && !grey[0].contains("borders"), "only what the accent is for: {grey:?}");

    // 4.54 is enough, in every way of writing it.
    for enough in ["#767676", "rgb(118 118 118)", "hsl(0 0% 46.2745%)", "light-dark(#767676, #a9bdff)"] {
        let said =
            theme_warnings(&site, &browser, "light", &page(BOTH, json!({ "theme": { "accent": enough } }))).await;
        let in_light: Vec<_> = said.iter().filter(|text| text.contains("light scheme")).collect();
        assert!(in_light.is_empty(), "{enough}: {said:?}");
    }
}

#[tokio::test]
async fn each_scheme_that_the_page_has_is_judged_and_no_other() {
    needs!(Preferences);
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    let navy = json!({ "theme": { "accent": "#0017c1" } });
    let said = theme_warnings(&site, &browser, "light", &page("", navy.clone())).await;
    assert!(said.is_empty(), "the page is never dark: {said:?}");
    let said = theme_warnings(&site, &browser, "light", &page(BOTH, navy.clone())).await;
    assert!(said.len() == 1 && said[0].contains("dark scheme"), "the owner need not look in the dark: {said:?}");
    let meta = format!("<meta name=color-scheme content='dark light'>{}", page("", navy));
    let said = theme_warnings(&site, &browser, "light", &meta).await;
    assert!(said.len() == 1 && said[0].contains("dark scheme"), "{said:?}");
}

#[tokio::test]
async fn custom_properties_are_judged_as_they_are_seen() {
    needs!(Preferences);
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    let pale = page("shindan-widget { --shindan-text: #999 }", json!({}));
    let said = theme_warnings(&site, &browser, "light", &format!("{pale}{pale}")).await;
    assert_eq!(said.len(), 1, "two widgets are one theme: {said:?}");
    assert!(said[0].contains("text on the surface has a contrast of 2.84"), "{said:?}");
    assert!(said[0].contains("borders") && !said[0].contains("accent has"), "{said:?}");

    // Each half is only right with its own other colours.
    let switched =
        ":root { color-scheme: light dark; --shindan-surface: #fff; --shindan-text: #111; --shindan-accent: #00664f }
        @media (prefers-color-scheme: dark) { :root {
            --shindan-surface: #111; --shindan-text: #eee; --shindan-accent: #7fd8c0; --shindan-on-accent: #06241c } }";
    for scheme in ["light", "dark"] {
        let said = theme_warnings(&site, &browser, scheme, &page(switched, json!({}))).await;
        assert!(said.is_empty(), "{scheme}: {said:?}");
    }

    let through = "body { background: #000 } main { background: #0004 } shindan-widget { --shindan-surface: #fff1 }";
    let said = theme_warnings(&site, &browser, "light", &page(through, json!({}))).await;
    assert!(said.len() == 1 && said[0].contains("text on the surface"), "what shines through counts: {said:?}");
    let lit = "body { background: color(display-p3 1 1 1) } shindan-widget { --shindan-surface: transparent }";
    let said = theme_warnings(&site, &browser, "light", &page(lit, json!({}))).await;
    assert!(said.is_empty(), "{said:?}");
}
