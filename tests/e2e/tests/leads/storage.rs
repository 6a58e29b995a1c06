//! A device that cannot keep anything, or has no room.

use e2e::needs;
use serde_json::{Value, json};
use xtask::site::ScriptedResponse;

use crate::{A_WHILE, LeadPage};

const LOST: &str = "この画面を閉じると、内容は失われます";

/// Fills localStorage to the last letter.
const FILL: &str = "let text = 'x'.repeat(1 << 20);
    for (let i = 0; text; i += 1) {
        try { localStorage.setItem(`other ${i}`, text); } catch { text = text.slice(0, text.length >> 1); }
    }";

/// Leaves the database no room.
async fn has_no_room(lead_page: &LeadPage) {
    let origin = lead_page.url.trim_end_matches("/host.html");
    let quota = json!({ "origin": origin, "quotaSize": 1 });
    lead_page.browser.devtools("Storage.overrideQuotaForOrigin", quota).await;
}

/// With a receiver that is down, the respondent reads that only this page has the lead, and can take a copy; and it is
/// sent as soon as the receiver is back.
async fn says_so_and_sends(lead_page: LeadPage) {
    lead_page.receiver_does([ScriptedResponse::answers(503), ScriptedResponse::takes()]);
    lead_page.submits().await;
    let status = lead_page.reads(LOST).await;
    assert!(status.actions.iter().any(|way| way.contains("控え")), "{status:?}");
    assert!(!status.text.contains("保存しました"), "nothing is: {status:?}");
    lead_page.waits(A_WHILE).await;
    let status = lead_page.reads("送信が完了しました").await;
    lead_page.has_one(&status);
}

#[tokio::test]
async fn without_room_in_the_database_the_lead_is_kept_in_local_storage() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    has_no_room(&lead_page).await;
    lead_page.receiver_does([ScriptedResponse::answers(503), ScriptedResponse::takes()]);
    lead_page.submits().await;
    let status = lead_page.reads("自動でもう一度送信します").await;
    assert!(!status.text.contains(LOST), "{status:?}");
    let entries = lead_page.browser.stored().await["local"].to_string();
    assert!(entries.contains("shindan:lead:") && entries.contains("taro@example.co.jp"), "{entries}");
    lead_page.browser.reloads().await;
    lead_page.status().await;
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
    let entries = lead_page.browser.stored().await["local"].to_string();
    assert!(!entries.contains("taro@example.co.jp"), "{entries}");
}

#[tokio::test]
async fn without_any_room_the_respondent_is_told_that_the_page_must_stay_open() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.browser.script::<Value>(FILL, vec![]).await;
    has_no_room(&lead_page).await;
    says_so_and_sends(lead_page).await;
}

#[tokio::test]
async fn where_storage_is_blocked_the_respondent_is_told_that_the_page_must_stay_open() {
    needs!(DevTools);
    // A sandboxed document has an origin of its own, and no storage.
    let sandbox = "sandbox allow-scripts allow-forms";
    let lead_page = LeadPage::before("webhook-json", |page| page.under("Content-Security-Policy", sandbox)).await;
    let blocked = "try { return !localStorage } catch { return true }";
    assert!(lead_page.browser.script::<bool>(blocked, vec![]).await);
    says_so_and_sends(lead_page.comes_to_the_result().await).await;
}

#[tokio::test]
async fn a_database_that_is_blocked_alone_leaves_local_storage() {
    needs!(DevTools);
    let lead_page = LeadPage::before("webhook-json", |page| page).await;
    let block =
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('blocked', 'SecurityError') } })";
    lead_page.browser.script::<Value>(block, vec![]).await;
    let lead_page = lead_page.comes_to_the_result().await;
    lead_page.receiver_does([ScriptedResponse::answers(503), ScriptedResponse::takes()]);
    lead_page.submits().await;
    let status = lead_page.reads("自動でもう一度送信します").await;
    assert!(!status.text.contains(LOST), "{status:?}");
    lead_page.waits(A_WHILE).await;
    let status = lead_page.reads("送信が完了しました").await;
    lead_page.has_one(&status);
}

#[tokio::test]
async fn a_lead_of_another_version_is_left_alone_and_stops_no_other() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    let strange = "const opening = indexedDB.open('shindan', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('leads', { keyPath: 'id' }).createIndex('due', 'due');
        await new Promise((then) => {
            opening.onsuccess = () => {
                const transaction = opening.result.transaction('leads', 'readwrite');
                transaction.objectStore('leads').put({ id: 'strange', created: 1, due: 0, state: 'outbox/v9 strange' });
                transaction.oncomplete = then;
                opening.result.close();
            };
        })";
    lead_page.browser.script_async::<Value>(strange, vec![]).await;
    lead_page.submits().await;
    let status = lead_page.reads("送信が完了しました").await;
    lead_page.has_one(&status);
    let stored = lead_page.browser.stored().await;
    assert!(stored["leads"].to_string().contains("outbox/v9 strange"), "{stored:#?}");
    assert!(lead_page.browser.warnings().await.iter().any(|warning| warning.contains("another version")));
}
