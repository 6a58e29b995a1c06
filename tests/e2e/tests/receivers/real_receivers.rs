//! What must come of a lead.

use e2e::rules::Answers;
use serde_json::json;

use crate::desk::Desk;

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
    let mut desk = Desk::open().await;
    let verdict = desk.answers(&half()).await;
    desk.sends(&TARO).await;
    let reference = desk.reads("送信が完了しました").await;
    let row = desk.row();
    assert_eq!((&*row.first_name, &*row.last_name), ("太郎", "山田"));
    assert_eq!((&*row.email, &*row.phone), ("taro@example.jp", "03-1234-5678"));
    assert_eq!((&*row.company_name, &*row.source), ("株式会社見本", "website form"));

    // What sales reads before the call.
    let expected = half().expected();
    assert_eq!(verdict.score, Some(expected.score));
    assert_eq!((row.told("score"), row.told("level")), (&*expected.score.to_string(), expected.level));
    assert_eq!(row.request_for, format!("readiness: {} {}", expected.score, expected.level));
    let shown = verdict.receipt.expect("the result shows its receipt");
    let receipt: Vec<&str> = row.told("receipt").split(' ').collect();
    let [pack, version, hash] = receipt[..] else { panic!("the receipt in the CRM is {receipt:?}") };
    assert!(pack == "readiness" && hash.len() == 64, "{receipt:?}");
    assert_eq!(shown, format!("{pack} {version} ({})", &hash[..12]), "the beginning is enough on screen");
    assert!(row.description.starts_with("wishes: 棚卸しから相談したい。\n予算は来期から。\n"), "{row:#?}");
    let id = row.told("lead_id").replace('-', "").to_uppercase();
    assert!(id.starts_with(&reference.replace('-', "")) && reference.len() > 7, "{reference} is no beginning of {id}");

    assert_eq!(desk.repeats().await, 200, "the same lead again is taken, and known");
    desk.node_red.starts_anew();
    assert_eq!(desk.repeats().await, 200, "also by a Node-RED that has started since");
    assert_eq!(desk.row(), row);
}

#[tokio::test]
async fn while_the_crm_is_down_the_lead_waits_and_then_comes_once() {
    let mut desk = Desk::open().await;
    desk.answers(&half()).await;
    desk.crm.goes_down();
    desk.sends(&TARO).await;
    desk.reads("この端末に保存しました").await;
    assert_eq!(desk.crm.rows(), []);
    desk.crm.comes_up();
    desk.waits_a_minute().await;
    desk.reads("送信が完了しました").await;
    assert_eq!(desk.row().email, "taro@example.jp");
    assert_eq!(desk.tries().await, 2, "the first cannot have arrived");
}

#[tokio::test]
async fn a_site_that_may_not_send_is_told_so_and_keeps_the_lead() {
    let desk = Desk::for_another_site().await;
    desk.answers(&half()).await;
    desk.sends(&TARO).await;
    desk.reads("この端末に保存しました").await;
    assert_eq!(desk.crm.rows(), []);
}

#[tokio::test]
async fn what_is_no_lead_is_refused_for_good() {
    let desk = Desk::open().await;
    assert_eq!(desk.posts(&json!({ "schema": "lead/v2", "lead_id": "1", "contact": {} })).await, 422);
    // The CRM itself finds fault with this one: it has no address.
    assert_eq!(desk.posts(&json!({ "schema": "lead/v1", "lead_id": "1", "contact": {} })).await, 422);
    assert_eq!(desk.crm.rows(), []);
}
