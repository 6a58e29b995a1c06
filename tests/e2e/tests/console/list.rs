//! What the list shows, and what is found in it.

use e2e::Device;
use serde_json::json;

use crate::desk::NOON;
use crate::{Desk, lead};

const DELIVERED: &str = "hubspot readable 1795348800 delivered 1795348810";
const REJECTED: &str = "hubspot readable 1795348800 rejected 1795348810";
const QUEUED: &str = "webhook-json-2 readable 1795348800 queued";
const SENT: &str = "form opaque 1795348800 sent_unconfirmed 1795348810";

/// One of each kind, two destinations for the last.
async fn one_of_each() -> Desk {
    let mut refused = lead(3, &[REJECTED]);
    refused["why"] = json!({ "hubspot": ["contact.email"] });
    let mut gone = lead(2, &[DELIVERED]);
    gone["payload"] = json!(null);
    Desk::with(&[lead(1, &[]), gone, refused, lead(4, &[SENT]), lead(5, &[DELIVERED, QUEUED])]).await
}

#[tokio::test]
async fn the_newest_comes_first_with_its_states_in_words() {
    let desk = one_of_each().await;
    desk.lists(&[5, 4, 3, 2, 1]).await;
    let items = desk.items().await;
    assert_eq!(items[0].chips, ["HubSpot：届きました", "Webhook (JSON) 2：送信を待っています"]);
    assert_eq!(items[1].chips, ["Form：送りましたが、届いたかは確かめられません"]);
    assert_eq!(items[2].chips, ["HubSpot：送り先が内容を受け付けませんでした"]);
    assert_eq!(items[3].title, "（連絡先は削除済み）");
    assert_eq!(items[4].chips, ["この端末にだけあります"]);
    assert_eq!(items[4].title, "見本製作所1　試験1 花子");
}

#[tokio::test]
async fn words_states_destinations_and_days_find_leads() {
    let desk = one_of_each().await;
    // Full-width and large letters are the same; all words have to be there.
    for (text, expected) in [
        ("試験4", vec![4]),
        ("ＨＡＮＡＫＯ３＠", vec![3]),
        ("見本 hanako5", vec![5]),
        ("0000-0002", vec![2]),
        ("どこにもない", vec![]),
        ("", vec![5, 4, 3, 2, 1]),
    ] {
        desk.types("#find", text).await;
        if text.is_empty() {
            desk.chooses("#find", "").await;
        }
        desk.lists(&expected).await;
    }
    for (kind, to, expected) in [
        ("delivered", "", vec![5, 2]),
        ("failed", "", vec![3]),
        ("waiting", "", vec![5]),
        ("unconfirmed", "", vec![4]),
        ("kept", "", vec![1]),
        ("", "hubspot", vec![5, 3, 2]),
        ("delivered", "webhook-json-2", vec![]),
        ("waiting", "webhook-json-2", vec![5]),
        ("", "", vec![5, 4, 3, 2, 1]),
    ] {
        desk.chooses("#kind", kind).await;
        desk.chooses("#to", to).await;
        desk.lists(&expected).await;
        let count = desk.reads("the count", "#count", |_| true).await;
        assert!(count.contains(&format!("{}件", expected.len())), "{count}");
    }
    // Whole days of the device, both ends included.
    let day: Vec<String> = desk
        .browser
        .script(
            "return [-1, 0, 1].map((more) => { const at = new Date(arguments[0] * 1000); at.setDate(at.getDate() + more);
                return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0')).join('-'); })",
            vec![json!(NOON)],
        )
        .await;
    for (from, until, count) in [(&*day[1], &*day[1], 5), (&*day[2], "", 0), ("", &*day[0], 0), (&*day[0], &*day[2], 5)]
    {
        desk.chooses("#from", from).await;
        desk.chooses("#until", until).await;
        assert_eq!(desk.numbers().await.len(), count, "{from} to {until}");
    }
}

#[tokio::test]
async fn a_lead_unfolds_to_all_that_it_says() {
    let desk = one_of_each().await;
    desk.presses("[data-id^='00000003'] summary").await;
    let whole = desk.reads("the lead", "[data-id^='00000003'] .whole", |text| text.contains("hanako3")).await;
    for part in [
        "受付番号 0000-0003",
        "出展ブース",
        "確かめるところ：メールアドレス",
        "現場で試したい業務があります。",
        "個人情報の同意",
        "e4b3",
    ] {
        assert!(whole.contains(part), "{part}: {whole}");
    }
    desk.presses("[data-id^='00000002'] summary").await;
    desk.reads("why there is no more", "[data-id^='00000002'] .whole", |text| {
        text.contains("この端末から消えています")
    })
    .await;
    // Reading again keeps what is unfolded.
    desk.presses("#reload").await;
    desk.rests().await;
    desk.reads("the lead", "[data-id^='00000003'] .whole", |text| text.contains("hanako3")).await;
}

#[tokio::test]
async fn leads_that_had_no_database_are_there_too() {
    let desk = Desk::on(Device::Desktop).await;
    desk.holds(&[lead(1, &[])], "database", None).await;
    desk.holds(&[lead(2, &[REJECTED])], "texts", None).await;
    desk.opens().await;
    desk.lists(&[2, 1]).await;
    desk.presses("[data-id^='00000002'] summary").await;
    desk.reads("the lead", "[data-id^='00000002'] .whole", |text| text.contains("hanako2")).await;
    desk.presses("[data-id^='00000002'] button.again").await;
    desk.hears("もう一度送る」にしました").await;
    let stored = desk.stored(2).await;
    assert_eq!(stored["deliveries"][0]["state"], "queued", "{stored}");
    desk.presses("[data-id^='00000002'] button.remove").await;
    desk.presses("dialog #yes").await;
    desk.hears("1件を削除しました").await;
    assert!(desk.stored(2).await.is_null());
}

#[tokio::test]
async fn without_a_database_it_says_so_and_shows_what_there_is() {
    let desk = Desk::on(Device::Desktop).await;
    let blocked =
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });";
    desk.browser.before_every_page(blocked).await;
    desk.holds(&[lead(1, &[REJECTED])], "texts", None).await;
    desk.comes().await;
    desk.opens().await;
    desk.lists(&[1]).await;
    desk.hears("データベースを開けない").await;
    desk.presses("[data-id^='00000001'] summary").await;
    desk.presses("[data-id^='00000001'] button.remove").await;
    desk.presses("dialog #yes").await;
    desk.reads("that it is gone", "#count", |text| text.contains("まだ連絡先がありません")).await;
    desk.presses("#undo").await;
    desk.reads("that it is back", "#count", |text| text.contains("全部で1件")).await;
}

#[tokio::test]
async fn an_empty_device_says_what_to_check() {
    let desk = Desk::with(&[]).await;
    let said = desk.reads("that there is nothing", "#count", |text| !text.is_empty()).await;
    assert!(said.contains("同じサイト"), "{said}");
    desk.browser.has_a_clean_console().await;
}
