//! The snippets of docs/embedding.md do what is said of them.

use e2e::{Page, until};
use serde_json::{Value, json};

use crate::Desk;

const DOCS: &str = include_str!("../../../../docs/embedding.md");

/// The first code block after these words, with the addresses of this site.
fn snippet(after: &str, desk: &Desk) -> String {
    let (_, rest) = DOCS.split_once(after).unwrap_or_else(|| panic!("docs/embedding.md says nothing of {after}"));
    let code = rest.split("```").nth(1).expect("a block of code");
    let (_, code) = code.split_once('\n').expect("a line with the language");
    let site = desk.site.url("");
    code.replace("https://YOUR-SITE/shindan/", &site).replace("https://YOUR-SITE", site.trim_end_matches('/'))
}

async fn on_an_empty_page() -> Desk {
    Desk::on_a_page("").await
}

async fn visits(desk: &Desk, body: &str) {
    let html = format!("<!doctype html><html lang=ja><meta charset=utf-8><title>試験</title><body><h1>試験</h1>{body}");
    desk.browser.visits(&desk.site.page("snippet.html", Page::of(html))).await;
}

#[tokio::test]
async fn a_tag_manager_makes_a_panel_whose_events_it_hears() {
    let desk = on_an_empty_page().await;
    let code = snippet("### Google Tag Manager", &desk);
    visits(&desk, &code).await;
    desk.comes_to("be ready", |state| state.is_ready).await;
    desk.opens().await;
    desk.widget().answers("purpose").await.with("met").await;
    desk.closes().await;
    let pushed: Vec<Value> = desk.browser.script("return dataLayer", vec![]).await;
    let told = json!([
        { "event": "shindan:ready" },
        { "event": "shindan:open", "by": "button" },
        { "event": "shindan:start" },
        { "event": "shindan:answer", "question": "purpose", "index": 1, "total": 8 },
        { "event": "shindan:close" },
    ]);
    assert_eq!(json!(pushed), told);
    desk.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_dialog_with_its_settings_and_own_code_work_as_written() {
    let desk = on_an_empty_page().await;
    let loader = snippet("## In the text", &desk).lines().next().expect("a line").to_owned();
    let code = snippet("- **A shared result**, once.", &desk) + loader.as_str();
    visits(&desk, &code).await;
    let state = desk.comes_to("be ready", |state| state.is_ready).await;
    assert_eq!(state.button.as_deref(), Some("準備度を確かめる"));
    let own = snippet("## Own code", &desk);
    let opens = own.split("widget.close()").next().expect("some code");
    desk.browser.script_async::<Value>(opens, vec![]).await;
    let state = desk.comes_to("be open", |state| state.is_open).await;
    assert_eq!(state.title, "AI導入の準備度診断");
    desk.browser.script_async::<Value>(&own, vec![]).await;
    desk.comes_to("be closed", |state| !state.is_open).await;
    desk.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_frame_follows_its_height_by_the_script_and_by_ones_own() {
    let desk = on_an_empty_page().await;
    let by_file = snippet("## A frame", &desk);
    let own = snippet("write your own:", &desk);
    let frame = by_file.split("<script").next().expect("a frame").replace("<iframe", "<iframe id=diagnosis-frame");
    // An address of the origin, as it is written in the check.
    for body in [by_file.clone(), format!("{own}{frame}")] {
        visits(&desk, &body).await;
        let fits = "const { clientHeight, contentDocument } = document.querySelector('iframe');
            const page = contentDocument.documentElement;
            return page.className === 'framed' && clientHeight !== 960 && clientHeight === Math.ceil(page.getBoundingClientRect().height)";
        let fitting = until(async || if desk.browser.script::<bool>(fits, vec![]).await { Ok(()) } else { Err(()) });
        assert!(fitting.await.is_ok(), "the height is not followed: {body}");
    }
    desk.browser.has_a_clean_console().await;
}
