//! The snippets of docs/embedding.md do what is said of them.

use e2e::{Page, until};
use serde_json::{Value, json};

use crate::PanelPage;

const DOCS: &str = include_str!("../../../../docs/embedding.md");

/// The first code block after these words, with the addresses of this site.
fn snippet(after: &str, panel_page: &PanelPage) -> String {
    let (_, rest) = DOCS.split_once(after).unwrap_or_else(|| panic!("docs/embedding.md says nothing of {after}"));
    let code = rest.split("```").nth(1).expect("a block of code");
    let (_, code) = code.split_once('\n').expect("a line with the language");
    let site = panel_page.site.url("");
    code.replace("https://YOUR-SITE/shindan/", &site).replace("https://YOUR-SITE", site.trim_end_matches('/'))
}

async fn on_an_empty_page() -> PanelPage {
    PanelPage::on_a_page("").await
}

async fn visits(panel_page: &PanelPage, body: &str) {
    let html = format!("<!doctype html><html lang=ja><meta charset=utf-8><title>試験</title><body><h1>試験</h1>{body}");
    panel_page.browser.visits(&panel_page.site.page("snippet.html", Page::of(html))).await;
}

#[tokio::test]
async fn a_tag_manager_makes_a_panel_whose_events_it_hears() {
    let panel_page = on_an_empty_page().await;
    let code = snippet("### Google Tag Manager", &panel_page);
    visits(&panel_page, &code).await;
    panel_page.comes_to("be ready", |state| state.is_ready).await;
    panel_page.opens().await;
    panel_page.widget().answers("purpose").await.with("met").await;
    let views = "return dataLayer.filter(({ event }) => event === 'shindan:view').length";
    let seen = until(async || match panel_page.browser.script::<usize>(views, vec![]).await {
        2 => Ok(()),
        count => Err(count),
    });
    seen.await.unwrap_or_else(|count| panic!("{count} views are pushed"));
    panel_page.closes().await;
    let pushed: Vec<Value> = panel_page.browser.script("return dataLayer", vec![]).await;
    let expected = json!([
        { "event": "shindan:ready" },
        { "event": "shindan:open", "by": "button" },
        { "event": "shindan:start" },
        { "event": "shindan:answer", "question": "purpose", "index": 1, "total": 8 },
        { "event": "shindan:close" },
    ]);
    let (views, others): (Vec<Value>, Vec<Value>) = pushed.into_iter().partition(|one| one["event"] == "shindan:view");
    assert_eq!(json!(others), expected);
    let seen: Vec<&Value> = views.iter().map(|view| &view["question"]).collect();
    assert_eq!(json!(seen), json!(["purpose", "involvement"]));
    panel_page.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_dialog_with_its_settings_and_own_code_work_as_written() {
    let panel_page = on_an_empty_page().await;
    let loader = snippet("## In the text", &panel_page).lines().next().expect("a line").to_owned();
    let code = snippet("- **A shared result**, once.", &panel_page) + loader.as_str();
    visits(&panel_page, &code).await;
    let state = panel_page.comes_to("be ready", |state| state.is_ready).await;
    assert_eq!(state.button.as_deref(), Some("準備度を確かめる"));
    let own = snippet("## Own code", &panel_page);
    let opens = own.split("widget.close()").next().expect("some code");
    panel_page.browser.script_async::<Value>(opens, vec![]).await;
    let state = panel_page.comes_to("be open", |state| state.is_open).await;
    assert_eq!(state.title, "AI導入の準備度診断");
    panel_page.browser.script_async::<Value>(&own, vec![]).await;
    panel_page.comes_to("be closed", |state| !state.is_open).await;
    panel_page.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_frame_follows_its_height_by_the_script_and_by_ones_own() {
    let panel_page = on_an_empty_page().await;
    let by_file = snippet("## A frame", &panel_page);
    let own = snippet("write your own:", &panel_page);
    let frame = by_file.split("<script").next().expect("a frame").replace("<iframe", "<iframe id=diagnosis-frame");
    // An address of the origin, as it is written in the check.
    for body in [by_file.clone(), format!("{own}{frame}")] {
        visits(&panel_page, &body).await;
        let fits = "const { clientHeight, contentDocument } = document.querySelector('iframe');
            const page = contentDocument.documentElement;
            return page.className === 'framed' && clientHeight !== 960 && clientHeight === Math.ceil(page.getBoundingClientRect().height)";
        let fitting =
            until(async || if panel_page.browser.script::<bool>(fits, vec![]).await { Ok(()) } else { Err(()) });
        assert!(fitting.await.is_ok(), "the height is not followed: {body}");
    }
    panel_page.browser.has_a_clean_console().await;
}
