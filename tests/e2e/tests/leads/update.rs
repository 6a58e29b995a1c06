//! A device with leads of version 0.1 on it meets this version.

use std::collections::BTreeMap;
use std::time::Duration;

use e2e::{needs, until};
use serde_json::{Value, json};

use crate::A_WHILE;
use crate::lead_page::{LeadPage, widget};

/// A lease ends by then, and the wait after it.
const LONG: Duration = A_WHILE.saturating_add(Duration::from_secs(31));

const FIXTURES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/leads_0_1.json"));

/// Puts records where their names say; their times become now, and their addresses `arguments[1]`.
const SEED: &str = r"
    const [fixtures, url] = arguments;
    const now = String(Math.floor(Date.now() / 1000));
    const fresh = (record) => JSON.parse(
        JSON.stringify(record).replace(/\b179\d{7}\b/g, now).replace(/http:\/\/127\.0\.0\.1:\d+\/lead/g, url));
    const inTexts = ([name]) => / in localStorage$/.test(name);
    const all = Object.entries(fixtures);
    for (const [, record] of all.filter(inTexts)) {
        localStorage.setItem(`shindan:lead:${record.id}`, JSON.stringify(fresh(record)));
    }
    localStorage.setItem('shindan:outbox', '0');
    await new Promise((then, fail) => {
        const opening = indexedDB.open('shindan', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('leads', { keyPath: 'id' }).createIndex('due', 'due');
        opening.onerror = fail;
        opening.onsuccess = () => {
            const transaction = opening.result.transaction('leads', 'readwrite');
            all.filter((entry) => !inTexts(entry)).forEach(([, record]) => transaction.objectStore('leads').put(fresh(record)));
            transaction.oncomplete = () => { opening.result.close(); then(); };
        };
    });
    return all.length";

/// The ids of the fixtures in these states.
fn ids(fixtures: &BTreeMap<String, Value>, states: &[&str]) -> Vec<String> {
    let named = fixtures.iter().filter(|(name, _)| states.contains(&name.split(' ').next().unwrap_or_default()));
    named.map(|(_, record)| record["id"].as_str().expect("an id").to_owned()).collect()
}

#[tokio::test]
async fn what_was_on_its_way_is_sent_once_and_only_to_where_it_was_meant_to_go() {
    needs!(DevTools);
    let fixtures: BTreeMap<String, Value> = serde_json::from_str(FIXTURES).expect("JSON");
    let lead_page = LeadPage::with("webhook-json").await;
    let seeded: usize =
        lead_page.browser.script_async(SEED, vec![json!(fixtures), json!(lead_page.receiver.url("lead"))]).await;
    assert_eq!(seeded, fixtures.len());
    // The page that finds them has another receiver by now.
    let elsewhere = json!({ "type": "webhook-json", "url": "http://127.0.0.1:9/" });
    lead_page.site.page("host.html", e2e::Page::with(&widget("id='form'", &[elsewhere])));
    lead_page.browser.visits(&lead_page.url).await;
    lead_page.browser.widget().is_live().await;

    let mut open = ids(&fixtures, &["queued", "sending", "retry_wait"]);
    open.sort();
    let all_came = until(async || {
        lead_page.waits(LONG).await;
        lead_page.rests().await;
        if lead_page.kept().len() >= open.len() { Ok(()) } else { Err(()) }
    });
    assert!(all_came.await.is_ok(), "{:#?}", lead_page.arrivals());
    for _ in 0..3 {
        lead_page.waits(LONG).await;
        lead_page.rests().await;
    }
    let mut came: Vec<String> = lead_page.arrivals().iter().filter_map(|arrival| arrival.lead_id()).collect();
    came.sort();
    assert_eq!(came, open, "each once, and no other");

    let stored = lead_page.browser.stored().await.to_string();
    for id in ids(&fixtures, &["rejected", "action_required", "expired", "kept", "sent_unconfirmed"]) {
        assert!(stored.contains(&id), "{id} stays");
    }
    let arrived = ids(&fixtures, &["queued", "sending", "retry_wait"]);
    assert!(arrived.iter().all(|id| stored.contains(id)), "that they came is known for a while");
    let layer: Value = lead_page.browser.script("return (window.dataLayer ?? []).length", vec![]).await;
    assert_eq!(layer, json!(open.len()), "tag managers are notified of each once");
}
