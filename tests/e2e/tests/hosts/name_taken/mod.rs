//! A page with another element of the same name, defined first: it keeps the name, and the owner learns why there is no
//! diagnosis.

use serde_json::json;

use crate::page::Host;

#[tokio::test]
async fn the_other_element_keeps_its_name_and_the_owner_is_told() {
    let host = Host::of("name_taken").await;
    let alone = host.stands_alone().await;
    host.opens().await;
    let warned = e2e::until(async || match host.browser.warnings().await {
        warnings if warnings.is_empty() => Err(()),
        warnings => Ok(warnings),
    });
    let warnings = warned.await.expect("the owner is warned");
    assert_eq!(warnings.len(), 1, "{warnings:#?}");
    assert!(["shindan-widget", "embed.js"].iter().all(|word| warnings[0].contains(word)), "{warnings:#?}");
    alone.with_element.is_what(&host.stands().await, "with two of one name");
    let words: String = host.browser.script("return document.querySelector('shindan-widget').innerHTML", vec![]).await;
    assert_eq!(json!(words), json!("ページの部品です"));
    assert!(host.browser.errors().await.is_empty(), "{:?}", host.browser.errors().await);
    assert!(!host.site.was_asked_for(".wasm"));
}
