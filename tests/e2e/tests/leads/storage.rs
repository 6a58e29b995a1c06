//! A device that cannot keep anything, or has no room.

use e2e::needs;
use serde_json::{Value, json};
use xtask::site::Fate;

use crate::{A_WHILE, Desk};

const LOST: &str = "この画面を閉じると、内容は失われます";

/// Fills localStorage to the last letter.
const FILL: &str = "let text = 'x'.repeat(1 << 20);
    for (let i = 0; text; i += 1) {
        try { localStorage.setItem(`other ${i}`, text); } catch { text = text.slice(0, text.length >> 1); }
    }";

/// Leaves the database no room.
async fn has_no_room(desk: &Desk) {
    let origin = desk.url.trim_end_matches("/host.html");
    let quota = json!({ "origin": origin, "quotaSize": 1 });
    desk.browser.devtools("Storage.overrideQuotaForOrigin", quota).await;
}

/// With a receiver that is down, the respondent reads that only this page has the lead, and can take a copy; and it is
/// sent as soon as the receiver is back.
async fn says_so_and_sends(desk: Desk) {
    desk.receiver_does([Fate::answers(503), Fate::takes()]);
    desk.submits().await;
    let told = desk.reads(LOST).await;
    assert!(told.ways.iter().any(|way| way.contains("控え")), "{told:?}");
    assert!(!told.text.contains("保存しました"), "nothing is: {told:?}");
    desk.waits(A_WHILE).await;
    let told = desk.reads("送信が完了しました").await;
    desk.has_one(&told);
}

#[tokio::test]
async fn without_room_in_the_database_the_lead_is_kept_in_local_storage() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    has_no_room(&desk).await;
    desk.receiver_does([Fate::answers(503), Fate::takes()]);
    desk.submits().await;
    let told = desk.reads("自動でもう一度送信します").await;
    assert!(!told.text.contains(LOST), "{told:?}");
    let entries = desk.browser.stored().await["local"].to_string();
    assert!(entries.contains("shindan:lead:") && entries.contains("taro@example.co.jp"), "{entries}");
    desk.browser.reloads().await;
    desk.told().await;
    desk.waits(A_WHILE).await;
    desk.ends_delivered().await;
    let entries = desk.browser.stored().await["local"].to_string();
    assert!(!entries.contains("taro@example.co.jp"), "{entries}");
}

#[tokio::test]
async fn without_any_room_the_respondent_is_told_that_the_page_must_stay_open() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.browser.script::<Value>(FILL, vec![]).await;
    has_no_room(&desk).await;
    says_so_and_sends(desk).await;
}

#[tokio::test]
async fn where_storage_is_blocked_the_respondent_is_told_that_the_page_must_stay_open() {
    needs!(DevTools);
    // A sandboxed document has an origin of its own, and no storage.
    let sandbox = "sandbox allow-scripts allow-forms";
    let desk = Desk::before("webhook-json", |page| page.under("Content-Security-Policy", sandbox)).await;
    let blocked = "try { return !localStorage } catch { return true }";
    assert!(desk.browser.script::<bool>(blocked, vec![]).await);
    says_so_and_sends(desk.comes_to_the_result().await).await;
}

#[tokio::test]
async fn a_database_that_is_blocked_alone_leaves_local_storage() {
    needs!(DevTools);
    let desk = Desk::before("webhook-json", |page| page).await;
    let block =
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('blocked', 'SecurityError') } })";
    desk.browser.script::<Value>(block, vec![]).await;
    let desk = desk.comes_to_the_result().await;
    desk.receiver_does([Fate::answers(503), Fate::takes()]);
    desk.submits().await;
    let told = desk.reads("自動でもう一度送信します").await;
    assert!(!told.text.contains(LOST), "{told:?}");
    desk.waits(A_WHILE).await;
    let told = desk.reads("送信が完了しました").await;
    desk.has_one(&told);
}

#[tokio::test]
async fn a_lead_of_another_version_is_left_alone_and_stops_no_other() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
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
    desk.browser.script_async::<Value>(strange, vec![]).await;
    desk.submits().await;
    let told = desk.reads("送信が完了しました").await;
    desk.has_one(&told);
    let stored = desk.browser.stored().await;
    assert!(stored["leads"].to_string().contains("outbox/v9 strange"), "{stored:#?}");
    assert!(desk.browser.warnings().await.iter().any(|warning| warning.contains("another version")));
}
