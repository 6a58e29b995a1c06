//! On a page that changes, and where files do not come.

use e2e::{Action, Device, Page};
use serde_json::json;

use crate::Desk;
use crate::desk::MODES;

#[tokio::test]
async fn taken_out_while_open_it_leaves_the_page_as_it_was_and_put_back_it_works_again() {
    let desk = Desk::on(Device::Desktop).await;
    for mode in MODES {
        desk.goes_to(mode, &json!({})).await;
        desk.opens().await;
        desk.widget().answers("purpose").await.with("met").await;
        desk.page_does("window.kept = document.querySelector('shindan-widget'); kept.remove()").await;
        desk.browser.next_frames().await;
        desk.scrolls(&format!("when the {mode} has gone")).await;
        desk.page_does("kept.open()").await;
        desk.browser.next_frames().await;
        desk.page_does("scrollTo(0, 0); document.querySelector('main').prepend(kept)").await;
        desk.comes_to("be ready", |state| state.is_ready).await;
        desk.stays_closed().await;
        desk.opens().await;
        desk.widget().sees_question("involvement").await;
        desk.widget().answers("involvement").await.with("met").await;
        let panels: u32 = desk
            .browser
            .script("return kept.shadowRoot.querySelectorAll('[part~=panel], [part~=open]').length", vec![])
            .await;
        assert_eq!(panels, 2, "{mode}: one of each");
        desk.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn moved_while_open_it_can_be_closed_and_opened_again() {
    let desk = Desk::on(Device::Desktop).await;
    for mode in MODES {
        desk.goes_to(mode, &json!({})).await;
        desk.opens().await;
        desk.page_does("document.body.append(document.querySelector('shindan-widget'))").await;
        desk.browser.next_frames().await;
        desk.page_does("document.querySelector('shindan-widget').close()").await;
        desk.comes_to("be closed", |state| !state.is_open).await;
        desk.page_does("scrollTo(0, 0)").await;
        desk.page_does("document.querySelector('shindan-widget').open()").await;
        let state = desk.comes_to("be open", |state| state.is_open).await;
        assert_eq!(state.is_modal, mode == "popup");
        desk.widget().answers("purpose").await.with("met").await;
        desk.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn put_back_with_another_mode_it_takes_that() {
    let desk = Desk::with("popup", &json!({})).await;
    desk.opens().await;
    desk.page_does("window.kept = document.querySelector('shindan-widget'); kept.remove()").await;
    desk.browser.next_frames().await;
    desk.page_does("kept.setAttribute('mode', 'inline'); document.querySelector('main').prepend(kept)").await;
    desk.comes_to("be in the text", |state| state.is_in_the_text && !state.is_ready).await;
    desk.widget().answers("purpose").await.with("met").await;
    desk.widget().is_live().await;
}

#[tokio::test]
async fn where_its_file_does_not_come_the_widget_stands_in_the_text_and_the_owner_is_told() {
    let desk = Desk::on_a_page("").await;
    let url = desk.site.page("host.html", Page::with(&Desk::body("slider", &json!({}))));
    let file: String = desk
        .browser
        .script_async("return /modes-\\w+\\.js/.exec(await (await fetch('embed.js')).text())[0]", vec![])
        .await;
    desk.site.treats(&file, Action::Status(503));
    desk.browser.visits(&url).await;
    desk.comes_to("be in the text", |state| state.is_in_the_text).await;
    let error = desk.browser.hears("error").await.detail;
    assert_eq!(error["code"], "mode");
    assert!(error["help"].as_str().is_some_and(|help| help.contains("upload it again")), "{error}");
    desk.answers().await;
    assert_eq!(desk.widget().verdict().await.score, Some(100));
}

#[tokio::test]
async fn until_it_is_opened_nothing_but_the_loader_and_its_own_file_is_loaded() {
    let desk = Desk::on(Device::Phone).await;
    for mode in MODES {
        desk.goes_to_the_demo(mode).await;
        desk.browser.next_frames().await;
        for file in [".wasm", ".txt"] {
            assert!(!desk.has_loaded("", file).await, "{mode}: {file}");
        }
        assert!(!desk.has_loaded("runtime-", ".js").await, "{mode}");
        desk.opens().await;
        desk.widget().is_live().await;
        assert!(desk.has_loaded("shindan-", ".wasm").await);
        desk.browser.has_not_jumped().await;
    }
}

#[tokio::test]
async fn a_strict_policy_keeps_nothing_from_working() {
    let policy = "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                  object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types shindan";
    let desk = Desk::on_a_page("").await;
    for mode in MODES {
        let page = Page::with(&format!("<shindan-widget mode={mode} cta-href='#a'></shindan-widget>"));
        desk.browser
            .visits(&desk.site.page(&format!("{mode}.html"), page.under("Content-Security-Policy", policy)))
            .await;
        desk.comes_to("be ready", |state| state.is_ready).await;
        desk.opens().await;
        desk.answers().await;
        desk.closes().await;
        let violations: Vec<String> = desk.browser.script("return __eye.violations", vec![]).await;
        assert!(violations.is_empty(), "{mode}: {violations:?}");
    }
    desk.browser.has_a_clean_console().await;
}
