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

/// A database that cannot be opened as long as `__broken` is set: it answers with an error, as one does whose file is locked.
const BREAKABLE: &str = "const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name, version) {
        if (!window.__broken) return open.call(this, name, version);
        const request = open.call(this, 'elsewhere', 1);
        request.addEventListener('success', (event) => {
            event.stopImmediatePropagation();
            request.dispatchEvent(new Event('error'));
        });
        return request;
    };";

async fn breaks(lead_page: &LeadPage, is_broken: bool) {
    lead_page.browser.script::<Value>("window.__broken = arguments[0]; return null", vec![json!(is_broken)]).await;
}

async fn note(lead_page: &LeadPage) -> Option<String> {
    lead_page.browser.script("return localStorage.getItem('shindan:outbox')", vec![]).await
}

async fn with_a_breakable_database() -> LeadPage {
    let lead_page = LeadPage::before("webhook-json", |page| page).await;
    lead_page.browser.before_every_page(BREAKABLE).await;
    lead_page.browser.reloads().await;
    lead_page.comes_to_the_result().await
}

#[tokio::test]
async fn a_database_that_fails_when_a_lead_is_due_leaves_the_note_and_is_tried_again() {
    needs!(DevTools);
    let lead_page = with_a_breakable_database().await;
    lead_page.receiver_does([ScriptedResponse::answers(503), ScriptedResponse::takes()]);
    lead_page.submits().await;
    lead_page.reads("自動でもう一度送信します").await;
    lead_page.rests().await;
    let noted = note(&lead_page).await;
    assert!(noted.is_some());
    breaks(&lead_page, true).await;
    lead_page.waits(A_WHILE).await;
    lead_page.rests().await;
    assert_eq!(
        (note(&lead_page).await, lead_page.arrivals().len()),
        (noted.clone(), 1),
        "nothing is known, so nothing is forgotten"
    );
    breaks(&lead_page, false).await;
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
    lead_page.rests().await;
    assert_ne!(note(&lead_page).await, noted, "nothing is due any more but the deletion of what is kept of it");
}

#[tokio::test]
async fn a_reply_that_cannot_be_stored_is_remembered_and_stored_later() {
    needs!(DevTools);
    let lead_page = with_a_breakable_database().await;
    let breaks_with_the_reply = "const { fetch } = window;
        window.fetch = async (...request) => {
            const response = await fetch(...request);
            if (request[1]?.method === 'POST') window.__broken ??= true;
            return response;
        };
        return null";
    lead_page.browser.script::<Value>(breaks_with_the_reply, vec![]).await;
    lead_page.submits().await;
    let status = lead_page.reads("送信が完了しました").await;
    lead_page.rests().await;
    lead_page.waits(A_WHILE).await;
    breaks(&lead_page, false).await;
    lead_page.waits(A_WHILE).await;
    lead_page.rests().await;
    lead_page.has_one(&status);
    assert_eq!((lead_page.arrivals().len(), lead_page.state().await), (1, "delivered".to_owned()));
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn a_lead_is_not_taken_for_gone_while_the_database_fails() {
    needs!(DevTools);
    let lead_page = with_a_breakable_database().await;
    lead_page.submits().await;
    let sent = lead_page.reads("送信が完了しました").await;
    lead_page.browser.before_every_page("window.__broken = true").await;
    lead_page.browser.reloads().await;
    let unknown = lead_page.reads("受付の状況を確認できませんでした").await;
    assert_eq!(unknown.reference, sent.reference);
    breaks(&lead_page, false).await;
    lead_page.press("状況をもう一度確認する").await;
    assert_eq!(lead_page.reads("送信が完了しました").await.reference, sent.reference);
    assert_eq!(lead_page.arrivals().len(), 1);
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
