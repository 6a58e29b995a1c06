//! A single-page app without a framework.

use crate::page::Host;

#[tokio::test]
async fn the_whole_way_is_gone_in_it() {
    Host::of("spa_plain").await.goes_the_whole_way().await;
}

#[tokio::test]
async fn a_run_goes_on_after_navigation() {
    let host = Host::of("spa_plain").await;
    host.opens().await;
    host.comes_back_to_its_run().await;
    let back = "history.go(-2); return null";
    host.browser.script::<serde_json::Value>(back, vec![]).await;
    host.browser.widget().sees_question("measurement").await;
    host.has_had_no_trouble().await;
}
