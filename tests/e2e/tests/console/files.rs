//! The files that are taken along, byte by byte.

use e2e::Device;
use serde_json::{Value, json};

use crate::csv::rows;
use crate::{ConsolePage, lead};

/// What spreadsheets take for formulas, and what makes CSV difficult.
pub(crate) fn difficult(n: u32) -> Value {
    let mut lead = lead(n, &[]);
    lead["payload"]["contact"]["company"] = json!("＝HYPERLINK(\"https://example.com\",\"見積書\")");
    lead["payload"]["contact"]["title"] = json!("+81, 部長");
    lead["payload"]["contact"]["phone"] = json!("-3-1234-5678");
    lead["payload"]["inquiry"]["message"] = json!("=1+1\n@SUM(A1)、\"至急\"");
    lead
}

/// The file as text.
pub(crate) fn text_of(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The cell of a row under this title.
pub(crate) fn cell<'a>(rows: &'a [Vec<String>], row: usize, title: &str) -> &'a str {
    let at = rows[0].iter().position(|cell| cell == title).unwrap_or_else(|| panic!("{title} in {:?}", rows[0]));
    &rows[row][at]
}

#[tokio::test]
async fn each_crm_gets_its_titles_in_its_letters_and_the_text_as_it_is() {
    let console_page = ConsolePage::with(&[difficult(1), lead(2, &[])]).await;
    let crms = [
        ("hubspot", "email,lastname,firstname,company,phone,jobtitle,message,lead_id"),
        ("salesforce", "Last Name,First Name,Company,Title,Email,Phone,Description,Lead ID"),
        ("zoho", "Last Name,First Name,Company,Designation,Email,Phone,Description,Lead ID"),
        (
            "kintone",
            "リードID,受付番号,受付日時,会社名,姓,名,メールアドレス,電話番号,役職,会社の規模,ご相談の内容,点数,レベル,診断結果,個人情報の同意,案内メールの同意",
        ),
    ];
    for (crm, titles) in crms {
        console_page.makes(crm, None).await;
        let (_, bytes) = console_page.saves().await;
        assert!(!bytes.starts_with(b"\xef\xbb\xbf"), "{crm} gets plain UTF-8");
        let text = text_of(&bytes);
        let rows = rows(&text);
        assert_eq!(rows[0].join(","), titles);
        assert_eq!(rows.len(), 3, "the oldest first, one row each: {text}");
        assert!(
            rows[1].contains(&"＝HYPERLINK(\"https://example.com\",\"見積書\")".to_owned()),
            "{crm} is verbatim: {text}"
        );
        assert!(rows[1].contains(&"+81, 部長".to_owned()) && rows[2].contains(&"試験2".to_owned()), "{text}");
    }
    console_page.makes("kintone", None).await;
    let (_, bytes) = console_page.saves().await;
    let text = text_of(&bytes);
    let rows = rows(&text);
    assert!(cell(&rows, 2, "受付日時").starts_with("2026/11/2"), "{text}");
    for (title, wanted) in [
        ("リードID", "00000002-0000-4000-8000-000000000000"),
        ("受付番号", "0000-0002"),
        ("会社名", "見本製作所2"),
        ("姓", "試験2"),
        ("メールアドレス", "hanako2@example.co.jp"),
        ("電話番号", "03-1234-5678"),
        ("会社の規模", ""),
        ("ご相談の内容", "現場で試したい業務があります。"),
        ("点数", "70"),
        ("診断結果", "あと一歩\n効果を測る準備がありません"),
        ("個人情報の同意", "true"),
    ] {
        assert_eq!(cell(&rows, 2, title), wanted);
    }
}

#[tokio::test]
async fn what_a_crm_would_refuse_is_listed() {
    let mut without = lead(1, &[]);
    without["payload"]["contact"]["company"] = Value::Null;
    without["payload"]["contact"]["last_name"] = Value::Null;
    let console_page = ConsolePage::with(&[without, lead(2, &[])]).await;
    let said = console_page.makes("salesforce", None).await;
    assert!(
        said.contains("0000-0001「Last Name」がありません") && said.contains("0000-0001「Company」がありません"),
        "{said}"
    );
    let said = console_page.makes("hubspot", None).await;
    assert!(!said.contains("がありません"), "{said}");
}

#[tokio::test]
async fn sansan_gets_the_titles_of_its_own_file() {
    let console_page = ConsolePage::with(&[lead(1, &[])]).await;
    console_page.chooses("#export-for", "sansan").await;
    console_page
        .types("#export-head", "\"名刺ID\",\"会社名\",\"氏名（姓）\",\"氏名（名）\",\"E-mail\",\"TEL\",\"役職\"")
        .await;
    console_page.presses("#make").await;
    let said = console_page.reads("what was made", "#export-status", |text| !text.is_empty()).await;
    assert!(said.contains("空にします：名刺ID"), "{said}");
    let (_, bytes) = console_page.saves().await;
    let decoded: String = console_page
        .browser
        .script("return new TextDecoder('shift_jis').decode(Uint8Array.from(arguments[0]))", vec![json!(bytes)])
        .await;
    let rows = rows(&decoded);
    assert_eq!(rows[0], ["名刺ID", "会社名", "氏名（姓）", "氏名（名）", "E-mail", "TEL", "役職"]);
    assert_eq!(rows[1], ["", "見本製作所1", "試験1", "花子", "hanako1@example.co.jp", "03-1234-5678", "課長"]);
}

#[tokio::test]
async fn json_has_everything_and_csv_leaves_out_what_is_no_lead() {
    let delivered = "hubspot readable 1795348800 delivered 1795348810";
    let mut test = lead(1, &[]);
    test["payload"]["test"] = json!(true);
    let mut gone = lead(2, &[delivered]);
    gone["payload"] = Value::Null;
    let console_page = ConsolePage::with(&[test, gone, lead(3, &[delivered])]).await;
    let said = console_page.makes("hubspot", None).await;
    assert!(said.contains("削除済みの1件") && said.contains("テストの1件"), "{said}");
    let (_, bytes) = console_page.saves().await;
    assert_eq!(rows(&text_of(&bytes)).len(), 2);

    console_page.presses("#with-tests").await;
    console_page.makes("json", None).await;
    let (_, bytes) = console_page.saves().await;
    let all: Vec<Value> = serde_json::from_slice(&bytes).expect("JSON");
    let ids: Vec<&str> = all.iter().map(|one| &one["lead_id"].as_str().expect("an id")[..8]).collect();
    assert_eq!(ids, ["00000001", "00000002", "00000003"]);
    assert_eq!(all[2]["lead"], console_page.stored(3).await["payload"], "each lead is whole");
    assert_eq!(
        all[2]["deliveries"],
        json!([{ "to": "hubspot", "state": "delivered", "at": "2026-11-22T12:00:10.000Z" }])
    );
    assert!(all[1].get("lead").is_none());
}

#[tokio::test]
async fn a_file_that_would_be_too_long_is_split() {
    let console_page = ConsolePage::on(Device::Desktop).await;
    console_page.holds(&[lead(1, &[])], "database", Some(10_003)).await;
    console_page.opens().await;
    let said = console_page.makes("sansan", None).await;
    assert!(said.contains("2つに分けました"), "{said}");
    let mut counts = vec![];
    for nth in [1, 2] {
        let (_, bytes) = console_page.saves_nth(nth).await;
        counts.push(bytes.windows(2).filter(|pair| pair == b"\r\n").count());
    }
    assert_eq!(counts, [10_001, 4], "titles and rows");
}

#[tokio::test]
async fn counts_for_comparisons_name_nobody_and_are_what_the_widget_reads() {
    let sized = |n: u32| {
        let mut lead = lead(n, &[]);
        lead["payload"]["contact"]["size"] = json!(if n < 13 { "1〜5名" } else { "6〜20名" });
        lead["payload"]["diagnosis"]["answers"] = json!("purpose=met&skill=process&skill=ai");
        lead
    };
    let leads: Vec<Value> = (1..=24).map(sized).collect();
    let console_page = ConsolePage::with(&leads).await;
    let said = console_page.makes("benchmark", None).await;
    assert!(said.contains("benchmark-readiness-1.2.0-"), "{said}");
    let (_, bytes) = console_page.saves().await;
    let text = text_of(&bytes);
    assert!(!text.contains("example.co.jp") && !text.contains("試験") && !text.contains("見本"), "{text}");
    let value: diagnosis::Value = serde_json::from_str(&text).expect("JSON");
    let found = authoring::lint_any(&value).expect("it is not refused");
    assert_eq!(found, (authoring::Kind::Benchmark, vec![]));
    let made: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(made["all"]["scores"], json!([0, 0, 0, 0, 0, 0, 0, 24, 0, 0]));
    assert_eq!(made["all"]["questions"]["skill"], json!({ "process+ai": 24 }));
    let groups: Vec<(&str, u64)> = made["groups"]
        .as_array()
        .expect("groups")
        .iter()
        .map(|group| (group["label"].as_str().unwrap_or_default(), group["n"].as_u64().unwrap_or_default()))
        .collect();
    assert_eq!(groups, [("1〜5名", 12), ("6〜20名", 12)]);

    let console_page = ConsolePage::with(&leads[..9]).await;
    let said = console_page.makes("benchmark", None).await;
    assert!(said.contains("9件は集計に入りません"), "{said}");
}
