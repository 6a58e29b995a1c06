//! A router with two pages in the document for a moment: a run that was begun meanwhile is found again.

use serde_json::Value;

use crate::page::Host;

#[tokio::test]
async fn a_run_that_was_begun_beside_the_old_page_goes_on_after_a_reload() {
    let host = Host::of("two_page_router").await;
    host.opens().await;
    let browser = &host.browser;
    browser.widget().is_live().await;
    let goes = "document.getElementById(arguments[0]).click(); return null";
    let alone = e2e::until(async || {
        let count = "return document.querySelectorAll('shindan-widget').length";
        if browser.script::<usize>(count, vec![]).await == 1 { Ok(()) } else { Err(()) }
    });
    browser.script::<Value>(goes, vec!["home".into()]).await;
    alone.await.expect("the old page goes");
    let widget = browser.widget();
    widget.answers("purpose").await.with("partly").await;
    widget.answers("involvement").await.with("met").await;
    browser.next_frames().await;
    browser.reloads().await;
    widget.sees_question("measurement").await;
    widget.is_live().await;
    // The other page has a run of its own.
    browser.script::<Value>(goes, vec!["check".into()]).await;
    let there = e2e::until(async || {
        let screen = browser.widget().screen().await;
        if screen.question.as_deref() == Some("purpose") { Ok(()) } else { Err(screen) }
    });
    there.await.expect("the other page begins at the beginning");
    host.has_had_no_trouble().await;
}
