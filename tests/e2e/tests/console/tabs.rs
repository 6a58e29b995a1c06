//! Two consoles beside each other on one device: neither overwrites what the other has done.

use crate::{Desk, lead};

const EXPIRED: &str = "hubspot readable 1795348800 expired 1795348810";

#[tokio::test]
async fn what_another_tab_has_changed_is_neither_lost_nor_doubled() {
    let desk = Desk::with(&[lead(1, &[EXPIRED]), lead(2, &[EXPIRED]), lead(3, &[EXPIRED])]).await;
    let first = desk.browser.tab().await;
    desk.browser.opens_a_new_tab().await;
    let second = desk.browser.tab().await;
    desk.comes().await;
    desk.opens().await;
    desk.lists(&[3, 2, 1]).await;

    // The first tab deletes one, and has another sent again. The second tab does not know of it.
    desk.browser.goes_to_tab(&first).await;
    desk.presses("[data-id^='00000001'] .pick input").await;
    desk.presses("#removePicked").await;
    desk.presses("dialog #yes").await;
    desk.hears("1件を削除しました").await;
    desk.presses("[data-id^='00000002'] summary").await;
    desk.presses("[data-id^='00000002'] button.again").await;
    desk.hears("1件を「もう一度送る」にしました").await;

    desk.browser.goes_to_tab(&second).await;
    desk.lists(&[3, 2, 1]).await;
    desk.presses("#againAll").await;
    desk.presses("dialog #yes").await;
    desk.hears("1件を「もう一度送る」にしました").await;
    desk.lists(&[3, 2]).await;
    assert!(desk.stored(1).await.is_null(), "what is deleted stays so");
    desk.presses("#pickAll").await;
    desk.presses("#removePicked").await;
    desk.presses("dialog #yes").await;
    desk.hears("2件を削除しました").await;

    // Each takes back what it deleted itself.
    desk.browser.goes_to_tab(&first).await;
    desk.presses("#undo").await;
    desk.hears("1件を元に戻しました").await;
    desk.lists(&[1]).await;
    desk.browser.goes_to_tab(&second).await;
    desk.presses("#undo").await;
    desk.hears("2件を元に戻しました").await;
    desk.lists(&[3, 2, 1]).await;
    assert_eq!(desk.stored(2).await["deliveries"][0]["state"], "queued");
}
