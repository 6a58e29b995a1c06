//! What the builder stores: by whom it is overwritten, and when.

use e2e::{Browser, Site, Tab, until};
use serde_json::{Value, json};

use super::builder_page::{builder, clicks, reads, writes};

/// The stored work as text; empty if there is none. The page has made its database before.
async fn stored(browser: &Browser) -> String {
    let script = "const opening = indexedDB.open('shindan-builder');
        await new Promise((then) => (opening.onsuccess = then));
        const get = opening.result.transaction('work').objectStore('work').get('work');
        await new Promise((then) => (get.onsuccess = then));
        opening.result.close(); return get.result?.text ?? ''";
    browser.script_async(script, vec![]).await
}

/// Whether a conflict with another tab is shown.
async fn has_conflict(browser: &Browser) -> bool {
    browser.script("return !!document.getElementById('conflict')", vec![]).await
}

/// Waits until these words are stored.
async fn stores(browser: &Browser, words: &str) {
    let seen = until(async || {
        let text = stored(browser).await;
        if text.contains(words) { Ok(()) } else { Err(text) }
    });
    if let Err(text) = seen.await {
        let has_conflict = has_conflict(browser).await;
        panic!("{words} is not stored, but {text:?}; a conflict is shown: {has_conflict}");
    }
}

/// The builder in two tabs with a title each, and the first one in front, which shows the conflict; gives the second.
async fn two_titles(site: &Site, browser: &Browser) -> Tab {
    builder(site, browser).await;
    let first = browser.tab().await;
    browser.opens_a_new_tab().await;
    builder(site, browser).await;
    writes(browser, "words.title", "二つ目の画面").await;
    stores(browser, "二つ目の画面").await;
    let second = browser.tab().await;
    browser.goes_to_tab(&first).await;
    writes(browser, "words.title", "一つ目の画面").await;
    reads(browser, "that both have changed", "#conflict", |text| text.contains("別のタブ")).await;
    let mine = reads(browser, "its own title", "[id='words.title']", |_| true).await;
    assert_eq!(mine, "一つ目の画面");
    second
}

#[tokio::test]
async fn two_tabs_do_not_overwrite_each_other() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    let second = two_titles(&site, &browser).await;
    clicks(&browser, "take-other").await;
    reads(&browser, "the other's title", "[id='words.title']", |text| text == "二つ目の画面").await;
    clicks(&browser, "undo").await;
    reads(&browser, "its own title", "[id='words.title']", |text| text == "一つ目の画面").await;
    browser.goes_to_tab(&second).await;
    let other = reads(&browser, "its own title", "[id='words.title']", |_| true).await;
    assert_eq!(other, "二つ目の画面");
}

#[tokio::test]
async fn what_is_kept_against_another_tab_is_stored() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    two_titles(&site, &browser).await;
    assert!(!stored(&browser).await.contains("一つ目の画面"), "nothing is overwritten unasked");
    clicks(&browser, "keep-mine").await;
    stores(&browser, "一つ目の画面").await;
    browser.reloads().await;
    reads(&browser, "its own title", "[id='words.title']", |text| text == "一つ目の画面").await;
    assert!(!has_conflict(&browser).await, "the conflict is over");
}

#[tokio::test]
async fn a_tab_that_only_opens_stores_nothing() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    writes(&browser, "words.title", "一つ目の画面").await;
    stores(&browser, "一つ目の画面").await;
    let first = browser.tab().await;
    browser.opens_a_new_tab().await;
    builder(&site, &browser).await;
    reads(&browser, "the stored title", "[id='words.title']", |text| text == "一つ目の画面").await;
    browser.goes_to_tab(&first).await;
    writes(&browser, "words.title", "書き直した画面").await;
    stores(&browser, "書き直した画面").await;
    assert!(!has_conflict(&browser).await, "nobody else has changed anything");
}

#[tokio::test]
async fn the_work_of_an_earlier_version_is_stored_in_the_new_form() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    assert_eq!(stored(&browser).await, "", "nobody has begun");
    let earlier = json!({
        "site": "", "pack": { "id": "readiness", "lang": "ja", "address": "", "own": null }, "mode": "popup",
        "dataLayer": true, "config": { "lead": { "purpose": "以前の目的" } }, "attributes": {}, "inside": ""
    });
    let keep = "localStorage.setItem('shindan-builder:work', arguments[0]); return null";
    browser.script::<Value>(keep, vec![json!(earlier.to_string())]).await;
    browser.reloads().await;
    stores(&browser, "以前の目的").await;
}
