//! What the list shows, and what is found in it.

use e2e::Device;
use serde_json::json;

use crate::console_page::NOON;
use crate::{ConsolePage, lead};

const DELIVERED: &str = "hubspot readable 1795348800 delivered 1795348810";
const REJECTED: &str = "hubspot readable 1795348800 rejected 1795348810";
const QUEUED: &str = "webhook-json-2 readable 1795348800 queued";
const SENT: &str = "form opaque 1795348800 sent_unconfirmed 1795348810";

/// One of each kind, two destinations for the last.
async fn one_of_each() -> ConsolePage {
    let mut refused = lead(3, &[REJECTED]);
    refused["why"] = json!({ "hubspot": ["contact.email"] });
    let mut gone = lead(2, &[DELIVERED]);
    gone["payload"] = json!(null);
    ConsolePage::with(&[lead(1, &[]), gone, refused, lead(4, &[SENT]), lead(5, &[DELIVERED, QUEUED])]).await
}

#[tokio::test]
async fn the_newest_comes_first_with_its_states_in_words() {
    let console_page = one_of_each().await;
    console_page.lists(&[5, 4, 3, 2, 1]).await;
    let items = console_page.items().await;
    assert_eq!(items[0].chips, ["HubSpot：届きました", "Webhook (JSON) 2：送信を待っています"]);
    assert_eq!(items[1].chips, ["Form：送りましたが、届いたかは確かめられません"]);
    assert_eq!(items[2].chips, ["HubSpot：送り先が内容を受け付けませんでした"]);
    assert_eq!(items[3].title, "（連絡先は削除済み）");
    assert_eq!(items[4].chips, ["この端末にだけあります"]);
    assert_eq!(items[4].title, "見本製作所1　試験1 花子");
}

#[tokio::test]
async fn words_states_destinations_and_days_find_leads() {
    let console_page = one_of_each().await;
    // Full-width and large letters are the same; all words have to be there.
    for (text, expected) in [
        ("試験4", vec![4]),
        ("ＨＡＮＡＫＯ３＠", vec![3]),
        ("見本 hanako5", vec![5]),
        ("0000-0002", vec![2]),
        ("どこにもない", vec![]),
        ("", vec![5, 4, 3, 2, 1]),
    ] {
        console_page.types("#find", text).await;
        if text.is_empty() {
            console_page.chooses("#find", "").await;
        }
        console_page.lists(&expected).await;
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
        console_page.chooses("#kind", kind).await;
        console_page.chooses("#to", to).await;
        console_page.lists(&expected).await;
        let count = console_page.reads("the count", "#count", |_| true).await;
        assert!(count.contains(&format!("{}件", expected.len())), "{count}");
    }
    // Whole days of the device, both ends included.
    let day: Vec<String> = console_page
        .browser
        .script(
            "return [-1, 0, 1].map((more) => { const at = new Date(arguments[0] * 1000); at.setDate(at.getDate() + more);
                return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n) => String(n).padStart(2, '0')).join('-'); })",
            vec![json!(NOON)],
        )
        .await;
    for (from, until, count) in [(&*day[1], &*day[1], 5), (&*day[2], "", 0), ("", &*day[0], 0), (&*day[0], &*day[2], 5)]
    {
        console_page.chooses("#from", from).await;
        console_page.chooses("#until", until).await;
        assert_eq!(console_page.numbers().await.len(), count, "{from} to {until}");
    }
}

#[tokio::test]
async fn a_lead_unfolds_to_all_that_it_says() {
    let console_page = one_of_each().await;
    console_page.presses("[data-id^='00000003'] summary").await;
    let whole = console_page.reads("the lead", "[data-id^='00000003'] .whole", |text| text.contains("hanako3")).await;
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
    console_page.presses("[data-id^='00000002'] summary").await;
    console_page
        .reads("why there is no more", "[data-id^='00000002'] .whole", |text| text.contains("この端末から消えています"))
        .await;
    // Reading again keeps what is unfolded.
    console_page.presses("#reload").await;
    console_page.rests().await;
    console_page.reads("the lead", "[data-id^='00000003'] .whole", |text| text.contains("hanako3")).await;
}

#[tokio::test]
async fn leads_that_had_no_database_are_there_too() {
    let console_page = ConsolePage::on(Device::Desktop).await;
    console_page.holds(&[lead(1, &[])], "database", None).await;
    console_page.holds(&[lead(2, &[REJECTED])], "texts", None).await;
    console_page.opens().await;
    console_page.lists(&[2, 1]).await;
    console_page.presses("[data-id^='00000002'] summary").await;
    console_page.reads("the lead", "[data-id^='00000002'] .whole", |text| text.contains("hanako2")).await;
    console_page.presses("[data-id^='00000002'] button.again").await;
    console_page.waits_for_status("もう一度送る」にしました").await;
    let stored = console_page.stored(2).await;
    assert_eq!(stored["deliveries"][0]["state"], "queued", "{stored}");
    console_page.presses("[data-id^='00000002'] button.remove").await;
    console_page.presses("dialog #yes").await;
    console_page.waits_for_status("1件を削除しました").await;
    assert!(console_page.stored(2).await.is_null());
}

#[tokio::test]
async fn without_a_database_it_says_so_and_shows_what_there_is() {
    let console_page = ConsolePage::on(Device::Desktop).await;
    let blocked =
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });";
    console_page.browser.before_every_page(blocked).await;
    console_page.holds(&[lead(1, &[REJECTED])], "texts", None).await;
    console_page.comes().await;
    console_page.opens().await;
    console_page.lists(&[1]).await;
    console_page.waits_for_status("データベースを開けない").await;
    console_page.presses("[data-id^='00000001'] summary").await;
    console_page.presses("[data-id^='00000001'] button.remove").await;
    console_page.presses("dialog #yes").await;
    console_page.reads("that it is gone", "#count", |text| text.contains("まだ連絡先がありません")).await;
    console_page.presses("#undo").await;
    console_page.reads("that it is back", "#count", |text| text.contains("全部で1件")).await;
}

#[tokio::test]
async fn an_empty_device_says_what_to_check() {
    let console_page = ConsolePage::with(&[]).await;
    let status = console_page.reads("that there is nothing", "#count", |text| !text.is_empty()).await;
    assert!(status.contains("同じサイト"), "{status}");
    console_page.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn leads_of_a_comparison_are_counted_by_its_arms_without_tests() {
    let of = |n: u32, arm: &str, is_test: bool| {
        let mut lead = lead(n, &[]);
        lead["payload"]["widget"] = json!({ "variant": arm });
        lead["payload"]["test"] = json!(is_test);
        lead
    };
    let leads = [of(1, "a", false), of(2, "b", false), of(3, "b", false), of(4, "b", true), lead(5, &[])];
    let console_page = ConsolePage::with(&leads).await;
    console_page.reads("the arms", "#arms", |text| text.contains("パターン")).await;
    let rows = "return [...document.querySelectorAll('#arms tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText))";
    let rows: Vec<Vec<String>> = console_page.browser.script(rows, vec![]).await;
    assert_eq!(rows.iter().map(|row| row[..2].to_vec()).collect::<Vec<_>>(), [["a", "1"], ["b", "2"]]);
    // Of three leads, one: the quantiles of Beta(2, 3).
    assert_eq!(rows[0][2], "7〜81%");
    console_page.browser.passes_axe("the arms").await;
}
