//! Ten thousand leads: the list shows, filters answer, work shows how far it is and can be cancelled.

use e2e::Device;
use serde_json::{Value, json};

use crate::{ConsolePage, lead};

/// What each step costs with so many leads, in milliseconds; the least of several times.
struct Cost {
    filter: f64,
    open: f64,
}

async fn cost(count: u32) -> (ConsolePage, Cost) {
    let console_page = ConsolePage::on(Device::Desktop).await;
    let failed = "hubspot readable 1795348800 expired 1795348810";
    console_page.holds(&[lead(1, &[failed])], "database", Some(count)).await;
    console_page.opens().await;
    let said = console_page.reads("all", "#count", |text| text.contains(&format!("{count}件"))).await;
    assert!(said.contains("全部で"), "{said}");
    // The answer is there when the event has been handled: there is nothing to wait for.
    let filter = "const find = document.querySelector('#find'); let least = Infinity;
        for (let i = 0; i < 9; i += 1) {
            find.value = i % 2 ? 'taro77 架空' : '架空商事';
            const from = performance.now();
            find.dispatchEvent(new Event('input', { bubbles: true }));
            least = i % 2 ? Math.min(least, performance.now() - from) : least;
        }
        return least";
    let filter = console_page.browser.script(filter, vec![]).await;
    console_page.chooses("#find", "").await;
    let open = "const list = document.querySelector('.leads-list'); let least = Infinity;
        for (let i = 0; i < 3; i += 1) {
            const from = performance.now();
            await new Promise((then) => {
                const seen = new MutationObserver(() => list.ariaBusy === 'false' && (seen.disconnect(), then()));
                seen.observe(list, { attributes: true });
                document.querySelector('#reload').click();
            });
            least = Math.min(least, performance.now() - from);
        }
        return least";
    let open = console_page.browser.script_async(open, vec![]).await;
    (console_page, Cost { filter, open })
}

#[tokio::test]
async fn ten_times_the_leads_cost_no_more_than_their_share() {
    let (small, few) = cost(1_000).await;
    let (console_page, many) = cost(10_000).await;
    // What stands in the document does not grow at all.
    let elements = "return document.querySelectorAll('*').length";
    let sizes: (u32, u32) =
        (small.browser.script(elements, vec![]).await, console_page.browser.script(elements, vec![]).await);
    assert_eq!(sizes.0, sizes.1);
    assert_eq!(console_page.items().await.len(), 50);
    // Ten times the leads: a cost that grew with their square would be a hundred times as large.
    assert!(many.filter < 30.0 * few.filter.max(0.5), "filter: {} ms, then {} ms", few.filter, many.filter);
    assert!(many.open < 30.0 * few.open.max(5.0), "reading: {} ms, then {} ms", few.open, many.open);

    console_page.types("#find", "taro9999@").await;
    assert_eq!(console_page.items().await.len(), 1);
    console_page.chooses("#find", "").await;
    console_page.presses("#after").await;
    console_page.reads("the next page", "#where", |text| text.contains("51〜100")).await;
    assert_eq!(console_page.numbers().await.first(), Some(&9949));
}

#[tokio::test]
async fn long_work_shows_how_far_it_is_and_can_be_cancelled() {
    let console_page = ConsolePage::on(Device::Desktop).await;
    console_page.holds(&[lead(1, &["hubspot readable 1795348800 expired 1795348810"])], "database", Some(10_000)).await;
    console_page.opens().await;
    // Watches the bar from within, for it may be gone before anybody looks.
    let watch = "window.__seen = []; const bar = document.querySelector('#progress');
        new MutationObserver(() => __seen.push(document.querySelector('#progress-text').textContent))
            .observe(document.querySelector('.work'), { subtree: true, childList: true, attributes: true, characterData: true });
        return bar.max";
    console_page.browser.script::<f64>(watch, vec![]).await;
    let said = console_page.makes("kintone", Some("cp932")).await;
    assert!(said.contains("10000件のファイルができました"), "{said}");
    let seen: Vec<String> = console_page.browser.script("return __seen", vec![]).await;
    let steps = seen
        .iter()
        .filter(|text| text.contains("ファイルを作っています（10000件中"))
        .collect::<std::collections::BTreeSet<_>>();
    assert!(steps.len() > 2, "{seen:?}");

    // Cancelled as soon as the button is there.
    let cancel = "const work = document.querySelector('.work');
        new MutationObserver(() => work.hidden || document.querySelector('#cancel').click())
            .observe(work, { attributes: true }); return null";
    console_page.browser.script::<Value>(cancel, vec![]).await;
    console_page.presses("#make").await;
    console_page.hears("中止しました").await;
    let made: u32 =
        console_page.browser.script("return document.querySelectorAll('#export-said li').length", vec![]).await;
    assert_eq!(made, 0, "half a file is none");
}

#[tokio::test]
async fn all_that_failed_is_marked_and_all_is_deleted_at_once() {
    let console_page = ConsolePage::on(Device::Desktop).await;
    console_page.holds(&[lead(1, &["hubspot readable 1795348800 expired 1795348810"])], "database", Some(2_000)).await;
    console_page.opens().await;
    console_page.presses("#againAll").await;
    console_page.presses("dialog #yes").await;
    console_page.hears("2000件を「もう一度送る」にしました").await;
    let due: Option<String> =
        console_page.browser.script("return localStorage['shindan:outbox'] ?? null", vec![]).await;
    assert_eq!(due.as_deref(), Some("0"), "the next page with the widget looks after them");
    console_page.presses("#pickAll").await;
    console_page.presses("#removePicked").await;
    console_page.presses("dialog #yes").await;
    console_page.hears("2000件を削除しました").await;
    let due: Option<String> =
        console_page.browser.script("return localStorage['shindan:outbox'] ?? null", vec![]).await;
    assert_eq!(due, None, "nothing is left to be looked after");
    console_page.presses("#undo").await;
    console_page.hears("2000件を元に戻しました").await;
    assert_eq!(
        console_page.browser.script::<Value>("return localStorage['shindan:outbox'] ?? null", vec![]).await,
        json!("0")
    );
}
