//! Two consoles beside each other on one device: neither overwrites what the other has done.

use crate::{ConsolePage, lead};

const EXPIRED: &str = "hubspot readable 1795348800 expired 1795348810";

#[tokio::test]
async fn what_another_tab_has_changed_is_neither_lost_nor_doubled() {
    let console_page = ConsolePage::with(&[lead(1, &[EXPIRED]), lead(2, &[EXPIRED]), lead(3, &[EXPIRED])]).await;
    let first = console_page.browser.tab().await;
    console_page.browser.opens_a_new_tab().await;
    let second = console_page.browser.tab().await;
    console_page.comes().await;
    console_page.opens().await;
    console_page.lists(&[3, 2, 1]).await;

    // The first tab deletes one, and has another sent again. The second tab does not know of it.
    console_page.browser.goes_to_tab(&first).await;
    console_page.presses("[data-id^='00000001'] .pick input").await;
    console_page.presses("#removePicked").await;
    console_page.presses("dialog #yes").await;
    console_page.waits_for_status("1件を削除しました").await;
    console_page.presses("[data-id^='00000002'] summary").await;
    console_page.presses("[data-id^='00000002'] button.again").await;
    console_page.waits_for_status("1件を「もう一度送る」にしました").await;

    console_page.browser.goes_to_tab(&second).await;
    console_page.lists(&[3, 2, 1]).await;
    console_page.presses("#againAll").await;
    console_page.presses("dialog #yes").await;
    console_page.waits_for_status("1件を「もう一度送る」にしました").await;
    console_page.lists(&[3, 2]).await;
    assert!(console_page.stored(1).await.is_null(), "what is deleted stays so");
    console_page.presses("#pickAll").await;
    console_page.presses("#removePicked").await;
    console_page.presses("dialog #yes").await;
    console_page.waits_for_status("2件を削除しました").await;

    // Each takes back what it deleted itself.
    console_page.browser.goes_to_tab(&first).await;
    console_page.presses("#undo").await;
    console_page.waits_for_status("1件を元に戻しました").await;
    console_page.lists(&[1]).await;
    console_page.browser.goes_to_tab(&second).await;
    console_page.presses("#undo").await;
    console_page.waits_for_status("2件を元に戻しました").await;
    console_page.lists(&[3, 2, 1]).await;
    assert_eq!(console_page.stored(2).await["deliveries"][0]["state"], "queued");
}
