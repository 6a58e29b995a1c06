//! On a page that changes, and where files do not come.

use e2e::{Action, Device, Page};
use serde_json::json;

use crate::PanelPage;
use crate::panel_page::MODES;

#[tokio::test]
async fn taken_out_while_open_it_leaves_the_page_as_it_was_and_put_back_it_works_again() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for mode in MODES {
        panel_page.goes_to(mode, &json!({})).await;
        panel_page.opens().await;
        panel_page.widget().answers("purpose").await.with("met").await;
        panel_page.page_does("window.kept = document.querySelector('shindan-widget'); kept.remove()").await;
        panel_page.browser.next_frames().await;
        panel_page.scrolls(&format!("when the {mode} has gone")).await;
        panel_page.page_does("kept.open()").await;
        panel_page.browser.next_frames().await;
        panel_page.page_does("scrollTo(0, 0); document.querySelector('main').prepend(kept)").await;
        panel_page.comes_to("be ready", |state| state.is_ready).await;
        panel_page.stays_closed().await;
        panel_page.opens().await;
        panel_page.widget().sees_question("involvement").await;
        panel_page.widget().answers("involvement").await.with("met").await;
        let panels: u32 = panel_page
            .browser
            .script("return kept.shadowRoot.querySelectorAll('[part~=panel], [part~=open]').length", vec![])
            .await;
        assert_eq!(panels, 2, "{mode}: one of each");
        panel_page.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn moved_while_open_it_can_be_closed_and_opened_again() {
    let panel_page = PanelPage::on(Device::Desktop).await;
    for mode in MODES {
        panel_page.goes_to(mode, &json!({})).await;
        panel_page.opens().await;
        panel_page.page_does("document.body.append(document.querySelector('shindan-widget'))").await;
        panel_page.browser.next_frames().await;
        panel_page.page_does("document.querySelector('shindan-widget').close()").await;
        panel_page.comes_to("be closed", |state| !state.is_open).await;
        panel_page.page_does("scrollTo(0, 0)").await;
        panel_page.page_does("document.querySelector('shindan-widget').open()").await;
        let state = panel_page.comes_to("be open", |state| state.is_open).await;
        assert_eq!(state.is_modal, mode == "popup");
        panel_page.widget().answers("purpose").await.with("met").await;
        panel_page.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn put_back_with_another_mode_it_takes_that() {
    let panel_page = PanelPage::with("popup", &json!({})).await;
    panel_page.opens().await;
    panel_page.page_does("window.kept = document.querySelector('shindan-widget'); kept.remove()").await;
    panel_page.browser.next_frames().await;
    panel_page.page_does("kept.setAttribute('mode', 'inline'); document.querySelector('main').prepend(kept)").await;
    panel_page.comes_to("be in the text", |state| state.is_in_the_text && !state.is_ready).await;
    panel_page.widget().answers("purpose").await.with("met").await;
    panel_page.widget().is_live().await;
}

#[tokio::test]
async fn where_its_file_does_not_come_the_widget_stands_in_the_text_and_the_owner_is_told() {
    let panel_page = PanelPage::on_a_page("").await;
    let url = panel_page.site.page("host.html", Page::with(&PanelPage::body("slider", &json!({}))));
    let file: String = panel_page
        .browser
        .script_async("return /modes-\\w+\\.js/.exec(await (await fetch('embed.js')).text())[0]", vec![])
        .await;
    panel_page.site.treats(&file, Action::Status(503));
    panel_page.browser.visits(&url).await;
    panel_page.comes_to("be in the text", |state| state.is_in_the_text).await;
    let error = panel_page.browser.waits_for_event("error").await.detail;
    assert_eq!(error["code"], "mode");
    assert!(error["help"].as_str().is_some_and(|help| help.contains("upload it again")), "{error}");
    panel_page.answers().await;
    assert_eq!(panel_page.widget().verdict().await.score, Some(100));
}

#[tokio::test]
async fn until_it_is_opened_nothing_but_the_loader_and_its_own_file_is_loaded() {
    let panel_page = PanelPage::on(Device::Phone).await;
    for mode in MODES {
        panel_page.goes_to_the_demo(mode).await;
        panel_page.browser.next_frames().await;
        for file in [".wasm", ".txt"] {
            assert!(!panel_page.has_loaded("", file).await, "{mode}: {file}");
        }
        assert!(!panel_page.has_loaded("runtime-", ".js").await, "{mode}");
        panel_page.opens().await;
        panel_page.widget().is_live().await;
        assert!(panel_page.has_loaded("shindan-", ".wasm").await);
        panel_page.browser.has_not_jumped().await;
    }
}

#[tokio::test]
async fn a_strict_policy_keeps_nothing_from_working() {
    let policy = "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                  object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types shindan";
    let panel_page = PanelPage::on_a_page("").await;
    for mode in MODES {
        let page = Page::with(&format!("<shindan-widget mode={mode} cta-href='#a'></shindan-widget>"));
        panel_page
            .browser
            .visits(&panel_page.site.page(&format!("{mode}.html"), page.under("Content-Security-Policy", policy)))
            .await;
        panel_page.comes_to("be ready", |state| state.is_ready).await;
        panel_page.opens().await;
        panel_page.answers().await;
        panel_page.closes().await;
        let violations: Vec<String> = panel_page.browser.script("return __probe.violations", vec![]).await;
        assert!(violations.is_empty(), "{mode}: {violations:?}");
    }
    panel_page.browser.has_a_clean_console().await;
}
