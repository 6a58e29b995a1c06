//! Deleting, and taking it back.

use crate::{Desk, lead};

const DELIVERED: &str = "hubspot readable 1795348800 delivered 1795348810";
const REJECTED: &str = "hubspot readable 1795348800 rejected 1795348810";

#[tokio::test]
async fn one_lead_goes_after_a_question_and_comes_back() {
    let desk = Desk::with(&[lead(1, &[]), lead(2, &[])]).await;
    let before = desk.stored(1).await;
    desk.presses("[data-id^='00000001'] summary").await;
    desk.presses("[data-id^='00000001'] button.remove").await;
    desk.presses("dialog #no").await;
    desk.lists(&[2, 1]).await;
    assert_eq!(desk.stored(1).await, before);

    desk.presses("[data-id^='00000001'] button.remove").await;
    desk.presses("dialog #yes").await;
    desk.hears("1件を削除しました").await;
    desk.lists(&[2]).await;
    assert!(desk.stored(1).await.is_null(), "nothing of it stays on the device");

    desk.presses("#undo").await;
    desk.hears("1件を元に戻しました").await;
    desk.lists(&[2, 1]).await;
    assert_eq!(desk.stored(1).await, before, "it comes back as it was");
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
    let desk = Desk::with(&leads).await;
    desk.presses("#removePicked").await;
    desk.hears("選んだものがありません").await;
    for n in [2, 3] {
        desk.presses(&format!("[data-id^='{n:08x}'] .pick input")).await;
    }
    desk.reads("two", "#count", |text| text.contains("2件を選択中")).await;
    desk.presses("#removePicked").await;
    desk.presses("dialog #yes").await;
    desk.hears("2件を削除しました").await;
    desk.lists(&[7, 6, 5, 4, 1]).await;
    // What is only half delivered may still be wanted.
    desk.presses("#removeDelivered").await;
    desk.presses("dialog #yes").await;
    desk.hears("1件を削除しました").await;
    desk.lists(&[7, 6, 4, 1]).await;
    // What the filter hides is not deleted.
    desk.types("#find", "試験4").await;
    desk.lists(&[4]).await;
    desk.presses("#pickAll").await;
    desk.presses("#removePicked").await;
    desk.presses("dialog #yes").await;
    desk.lists(&[]).await;
    desk.chooses("#find", "").await;
    desk.lists(&[7, 6, 1]).await;
}
