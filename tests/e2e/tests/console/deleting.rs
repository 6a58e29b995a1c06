//! Deleting, and taking it back.

use crate::{ConsolePage, lead};

const DELIVERED: &str = "hubspot readable 1795348800 delivered 1795348810";
const REJECTED: &str = "hubspot readable 1795348800 rejected 1795348810";

#[tokio::test]
async fn one_lead_goes_after_a_question_and_comes_back() {
    let console_page = ConsolePage::with(&[lead(1, &[]), lead(2, &[])]).await;
    let before = console_page.stored(1).await;
    console_page.presses("[data-id^='00000001'] summary").await;
    console_page.presses("[data-id^='00000001'] button.remove").await;
    console_page.presses("dialog #no").await;
    console_page.lists(&[2, 1]).await;
    assert_eq!(console_page.stored(1).await, before);

    console_page.presses("[data-id^='00000001'] button.remove").await;
    console_page.presses("dialog #yes").await;
    console_page.waits_for_status("1件を削除しました").await;
    console_page.lists(&[2]).await;
    assert!(console_page.stored(1).await.is_null(), "nothing of it stays on the device");

    console_page.presses("#undo").await;
    console_page.waits_for_status("1件を元に戻しました").await;
    console_page.lists(&[2, 1]).await;
    assert_eq!(console_page.stored(1).await, before, "it comes back as it was");
}

#[tokio::test]
async fn several_deletions_come_back_one_after_the_other() {
    let console_page = ConsolePage::with(&[lead(1, &[]), lead(2, &[])]).await;
    let before = [console_page.stored(1).await, console_page.stored(2).await];
    for n in [1, 2] {
        console_page.presses(&format!("[data-id^='{n:08x}'] summary")).await;
        console_page.presses(&format!("[data-id^='{n:08x}'] button.remove")).await;
        console_page.presses("dialog #yes").await;
        console_page.lists(if n == 1 { &[2] } else { &[] }).await;
    }
    console_page.presses("#undo").await;
    console_page.lists(&[2]).await;
    console_page.presses("#undo").await;
    console_page.lists(&[2, 1]).await;
    assert_eq!([console_page.stored(1).await, console_page.stored(2).await], before, "they come back as they were");
}

#[tokio::test]
async fn the_selected_and_the_delivered_go_and_nothing_else() {
    let leads: Vec<_> = (1..=4)
        .map(|n| lead(n, &[]))
        .chain([
            lead(5, &[DELIVERED]),
            lead(6, &[DELIVERED, "form opaque 1795348800 sent_unconfirmed 1795348810"]),
            lead(7, &[REJECTED]),
        ])
        .collect();
    let console_page = ConsolePage::with(&leads).await;
    console_page.presses("#removePicked").await;
    console_page.waits_for_status("選んだものがありません").await;
    for n in [2, 3] {
        console_page.presses(&format!("[data-id^='{n:08x}'] .pick input")).await;
    }
    console_page.reads("two", "#count", |text| text.contains("2件を選択中")).await;
    console_page.presses("#removePicked").await;
    console_page.presses("dialog #yes").await;
    console_page.waits_for_status("2件を削除しました").await;
    console_page.lists(&[7, 6, 5, 4, 1]).await;
    // What is only half delivered may still be wanted.
    console_page.presses("#removeDelivered").await;
    console_page.presses("dialog #yes").await;
    console_page.waits_for_status("1件を削除しました").await;
    console_page.lists(&[7, 6, 4, 1]).await;
    // What the filter hides is not deleted.
    console_page.types("#find", "試験4").await;
    console_page.lists(&[4]).await;
    console_page.presses("#pickAll").await;
    console_page.presses("#removePicked").await;
    console_page.presses("dialog #yes").await;
    console_page.lists(&[]).await;
    console_page.chooses("#find", "").await;
    console_page.lists(&[7, 6, 1]).await;
}
