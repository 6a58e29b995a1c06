//! A draft says what it is; the days of the settings say when one may begin.

use e2e::rules::Answers;
use e2e::{Browser, Page, Site, until};
use serde_json::{Value, json};

/// A page with a widget with these settings, under this query.
async fn on_a_day(config: Value, query: &str) -> (Site, Browser) {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    let body = format!(
        "<shindan-widget cta-href='/soudan'><script type=\"application/json\">{config}</script></shindan-widget>"
    );
    let address = site.page("day.html", Page::with(&body));
    browser.visits(&[&address, query].concat()).await;
    (site, browser)
}

/// Waits until the widget says this.
async fn says(browser: &Browser, words: &str) {
    let reads = "return document.querySelector('shindan-widget').shadowRoot.querySelector('.widget').innerText";
    let said = until(async || {
        let text: String = browser.script(reads, vec![]).await;
        if text.contains(words) { Ok(()) } else { Err(text) }
    });
    said.await.unwrap_or_else(|text| panic!("it does not say {words}: {text}"));
}

#[tokio::test]
async fn before_the_first_day_and_after_the_last_no_run_begins() {
    for (config, words) in [
        (json!({ "from": "2099-04-01" }), "2099年4月1日から受けられます"),
        (json!({ "until": "2020-03-31" }), "受付は終わりました"),
    ] {
        let (_site, browser) = on_a_day(config, "").await;
        says(&browser, words).await;
        browser.widget().is_live().await;
        let cta = browser.widget().cta().await;
        assert_eq!(cta.href.as_deref(), Some("/soudan"));
        browser.passes_axe(words).await;
        browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn a_draft_says_so_and_can_be_begun_on_any_day() {
    let (_site, browser) = on_a_day(json!({ "until": "2020-03-31" }), "?shindan-draft").await;
    says(&browser, "下書きの表示です").await;
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    assert_eq!(widget.verdict().await.score, Some(100));
    says(&browser, "下書きの表示です").await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn whoever_has_begun_goes_on() {
    let (site, browser) = on_a_day(json!({}), "").await;
    let widget = browser.widget();
    widget.answers("purpose").await.with("met").await;
    widget.sees_question("involvement").await;
    let body = r#"<shindan-widget cta-href=/a><script type="application/json">{"until":"2020-03-31"}</script></shindan-widget>"#;
    browser.visits(&site.page("day.html", Page::with(body))).await;
    widget.is_live().await;
    widget.sees_question("involvement").await;
}
