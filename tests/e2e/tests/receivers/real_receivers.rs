//! What must come of a lead.

use e2e::rules::Answers;
use serde_json::json;

use crate::receiver_page::ReceiverPage;

const TARO: [(&str, &str); 6] = [
    ("company", "株式会社見本"),
    ("last_name", "山田"),
    ("first_name", "太郎"),
    ("email", "taro@example.jp"),
    // As many type it, and as it is not to arrive.
    ("phone", "０３－１２３４－５６７８"),
    ("message", "棚卸しから相談したい。\n予算は来期から。"),
];

/// Half of it is there, and nobody has time for it.
fn half() -> Answers {
    Answers { checklist: ["met", "met", "unmet", "partly", "met"], time: "unmet", ..Answers::all_met() }
}

#[tokio::test]
async fn a_lead_becomes_one_row_in_the_crm_however_often_it_comes() {
    let mut receiver_page = ReceiverPage::open().await;
    let verdict = receiver_page.answers(&half()).await;
    receiver_page.sends(&TARO).await;
    let reference = receiver_page.reads("送信が完了しました").await;
    let row = receiver_page.row();
    assert_eq!((&*row.first_name, &*row.last_name), ("太郎", "山田"));
    assert_eq!((&*row.email, &*row.phone), ("taro@example.jp", "03-1234-5678"));
    assert_eq!((&*row.company_name, &*row.source), ("株式会社見本", "website form"));

    // What sales reads before the call.
    let expected = half().expected();
    assert_eq!(verdict.score, Some(expected.score));
    assert_eq!((row.value_of("score"), row.value_of("level")), (&*expected.score.to_string(), expected.level));
    assert_eq!(row.request_for, format!("readiness: {} {}", expected.score, expected.level));
    let shown = verdict.receipt.expect("the result shows its receipt");
    let receipt: Vec<&str> = row.value_of("receipt").split(' ').collect();
    let [pack, version, hash] = receipt[..] else { panic!("the receipt in the CRM is {receipt:?}") };
    assert!(pack == "readiness" && hash.len() == 64, "{receipt:?}");
    assert_eq!(shown, format!("{pack} {version} ({})", &hash[..12]), "the beginning is enough on screen");
    assert!(row.description.starts_with("wishes: 棚卸しから相談したい。\n予算は来期から。\n"), "{row:#?}");
    let id = row.value_of("lead_id").replace('-', "").to_uppercase();
    assert!(id.starts_with(&reference.replace('-', "")) && reference.len() > 7, "{reference} is no beginning of {id}");

    assert_eq!(receiver_page.repeats().await, 200, "the same lead again is taken, and known");
    receiver_page.node_red.starts_anew();
    assert_eq!(receiver_page.repeats().await, 200, "also by a Node-RED that has started since");
    assert_eq!(receiver_page.row(), row);
}

#[tokio::test]
async fn while_the_crm_is_down_the_lead_waits_and_then_comes_once() {
    let mut receiver_page = ReceiverPage::open().await;
    receiver_page.answers(&half()).await;
    receiver_page.crm.goes_down();
    receiver_page.sends(&TARO).await;
    receiver_page.reads("この端末に保存しました").await;
    assert_eq!(receiver_page.crm.rows(), []);
    receiver_page.crm.comes_up();
    receiver_page.waits_a_minute().await;
    receiver_page.reads("送信が完了しました").await;
    assert_eq!(receiver_page.row().email, "taro@example.jp");
    assert_eq!(receiver_page.tries().await, 2, "the first cannot have arrived");
}

#[tokio::test]
async fn a_site_that_may_not_send_is_told_so_and_keeps_the_lead() {
    let receiver_page = ReceiverPage::for_another_site().await;
    receiver_page.answers(&half()).await;
    receiver_page.sends(&TARO).await;
    receiver_page.reads("この端末に保存しました").await;
    assert_eq!(receiver_page.crm.rows(), []);
}

#[tokio::test]
async fn what_is_no_lead_is_refused_for_good() {
    let receiver_page = ReceiverPage::open().await;
    assert_eq!(receiver_page.posts(&json!({ "schema": "lead/v2", "lead_id": "1", "contact": {} })).await, 422);
    // The CRM itself finds fault with this one: it has no address.
    assert_eq!(receiver_page.posts(&json!({ "schema": "lead/v1", "lead_id": "1", "contact": {} })).await, 422);
    assert_eq!(receiver_page.crm.rows(), []);
}
