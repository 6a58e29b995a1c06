//! The files that are taken along, byte by byte.

use e2e::Device;
use serde_json::{Value, json};

use crate::csv::rows;
use crate::{ConsolePage, lead};

/// What spreadsheets take for formulas, and what makes CSV difficult.
fn difficult(n: u32) -> Value {
    let mut lead = lead(n, &[]);
    lead["payload"]["contact"]["company"] = json!("＝HYPERLINK(\"https://example.com\",\"見積書\")");
    lead["payload"]["contact"]["title"] = json!("+81, 部長");
    lead["payload"]["contact"]["phone"] = json!("-3-1234-5678");
    lead["payload"]["inquiry"]["message"] = json!("=1+1\n@SUM(A1)、\"至急\"");
    lead
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The cell of a row under this title.
fn cell<'a>(rows: &'a [Vec<String>], row: usize, title: &str) -> &'a str {
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
async fn a_spreadsheet_gets_no_formula_and_a_mark_for_its_letters() {
    let console_page = ConsolePage::with(&[difficult(1)]).await;
    let mut texts = vec![];
    for (encoding, mark) in [(None, "\u{feff}"), (Some("utf-8"), "")] {
        console_page.makes("excel", encoding).await;
        let (_, bytes) = console_page.saves().await;
        let text = text_of(&bytes);
        let rest = text.strip_prefix(mark).expect("the byte order mark").to_owned();
        assert!(!rest.starts_with('\u{feff}'));
        texts.push(rest);
    }
    assert_eq!(texts[0], texts[1]);
    let rows = rows(&texts[0]);
    assert_eq!(cell(&rows, 1, "会社名"), "'＝HYPERLINK(\"https://example.com\",\"見積書\")");
    assert_eq!(cell(&rows, 1, "役職"), "'+81, 部長");
    assert_eq!(cell(&rows, 1, "電話番号"), "=\"-3-1234-5678\"");
    assert_eq!(cell(&rows, 1, "ご相談の内容"), "'=1+1\n@SUM(A1)、\"至急\"");
    assert_eq!(cell(&rows, 1, "姓"), "試験1");
    assert_eq!(cell(&rows, 1, "点数"), "70");
    assert_eq!(cell(&rows, 1, "個人情報の同意"), "はい");
    assert_eq!(cell(&rows, 1, "送信の状況"), "この端末にだけあります");
}

#[tokio::test]
async fn every_beginning_of_a_formula_is_guarded_and_nothing_else() {
    let beginnings = ["=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠"];
    let leads: Vec<Value> = (0u32..)
        .zip(beginnings.into_iter().chain(["a=", "A", "'", " ="]))
        .map(|(n, beginning)| {
            let mut lead = lead(n, &[]);
            lead["payload"]["inquiry"]["message"] = json!(format!("{beginning}x"));
            lead
        })
        .collect();
    let console_page = ConsolePage::with(&leads).await;
    console_page.makes("excel", Some("utf-8")).await;
    let (_, bytes) = console_page.saves().await;
    let text = text_of(&bytes);
    let rows = rows(&text);
    for (n, beginning) in beginnings.iter().enumerate() {
        assert_eq!(cell(&rows, n + 1, "ご相談の内容"), format!("'{beginning}x"));
    }
    for (n, whole) in ["a=x", "Ax", "'x", " =x"].into_iter().enumerate() {
        assert_eq!(cell(&rows, beginnings.len() + n + 1, "ご相談の内容"), whole);
    }
}

#[tokio::test]
async fn what_cp932_cannot_express_is_listed_before_it_is_saved() {
    let mut odd = lead(1, &[]);
    odd["payload"]["contact"]["company"] = json!("髙﨑商店①㈱Ⅲ～−〜ｶﾅ纊ソ表");
    odd["payload"]["contact"]["last_name"] = json!("𠮷田");
    odd["payload"]["inquiry"]["message"] = json!("よろしく😀");
    let console_page = ConsolePage::with(&[odd, lead(2, &[])]).await;
    let said = console_page.makes("excel", Some("cp932")).await;
    assert!(said.contains("表せない文字が2か所あります"), "{said}");
    for part in ["0000-0001「姓」：𠮷", "0000-0001「ご相談の内容」：😀", "〜"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let (_, bytes) = console_page.saves().await;
    // By the table of code page 932, with IBM's letters and not NEC's twins of them: see docs/console.md.
    let company: &[u8] =
        b"\"\xfb\xfc\xfa\xb1\x8f\xa4\x93X\x87@\x87\x8a\x87V\x81`\x81|\x81`\xb6\xc5\xfa\\\x83\\\x95\\\"";
    assert!(bytes.windows(company.len()).any(|part| part == company), "{bytes:x?}");
    let name: &[u8] = b"\"\x81\xac\x93c\"";
    assert!(bytes.windows(name.len()).any(|part| part == name), "〓 stands for what is lost");
    assert!(bytes.ends_with(b"\r\n"));

    // Without such letters nothing is said.
    console_page.presses("[data-id^='00000002'] .pick input").await;
    console_page.presses("#which-picked").await;
    let said = console_page.makes("excel", Some("cp932")).await;
    assert!(said.contains("1件のファイルができました。保存してください"), "{said}");
}

#[tokio::test]
async fn what_cannot_be_seen_leaves_no_mark_in_a_name() {
    let marks =
        ["\u{e0100}", "\u{200d}", "\u{fe0f}", "\u{200b}", "\u{2060}", "\u{feff}", "\u{200e}", "\u{ad}", "\u{180b}"];
    let leads: Vec<Value> = (1u32..)
        .zip(marks)
        .map(|(n, mark)| {
            let mut lead = lead(n, &[]);
            lead["payload"]["contact"]["last_name"] = json!(format!("葛{mark}城{mark}"));
            lead
        })
        .collect();
    let console_page = ConsolePage::with(&leads).await;
    for program in ["excel", "sansan", "salesforce", "kintone"] {
        let said = console_page.makes(program, Some("cp932")).await;
        assert!(!said.contains('〓'), "{program}: {said}");
        for mark in marks.iter().filter_map(|mark| mark.chars().next()) {
            assert!(said.contains(&format!("U+{:04X}", u32::from(mark))), "{program}, {mark:?}: {said}");
        }
        let (_, bytes) = console_page.saves().await;
        let name: &[u8] = b"\"\x8a\x8b\x8f\xe9\"";
        let count = bytes.windows(name.len()).filter(|part| *part == name).count();
        assert_eq!(count, marks.len(), "{program}: every name is whole");
    }
    // In UTF-8 there is nothing to leave out.
    console_page.makes("excel", Some("utf-8")).await;
    let (_, bytes) = console_page.saves().await;
    let text = text_of(&bytes);
    assert_eq!(cell(&rows(&text), 1, "姓"), "葛\u{e0100}城\u{e0100}");
}

#[tokio::test]
async fn what_a_spreadsheet_would_read_as_a_number_or_a_date_is_a_text_there_alone() {
    let texts = [
        "09012345678",
        "2026-11",
        "123456789012345678",
        "1E5",
        "1/2",
        "3-4",
        "10:30",
        "R8.11.22",
        "令和8年11月22日",
        "Mar-1",
        "TRUE",
        "３－４",
        "￥1,000",
        "(12)",
        " 0120",
        "+81-90-1234-5678",
    ];
    let leads: Vec<Value> = (1u32..)
        .zip(texts)
        .map(|(n, text)| {
            let mut lead = lead(n, &[]);
            for name in ["company", "last_name", "first_name", "phone", "title", "size"] {
                lead["payload"]["contact"][name] = json!(text);
            }
            lead["payload"]["inquiry"]["message"] = json!(text);
            lead
        })
        .collect();
    let console_page = ConsolePage::with(&leads).await;
    console_page.makes("excel", None).await;
    let (_, bytes) = console_page.saves().await;
    let text = text_of(&bytes);
    let sheet = rows(text.trim_start_matches('\u{feff}'));
    for (row, text) in (1..).zip(texts) {
        for title in ["会社名", "姓", "名", "電話番号", "役職", "会社の規模", "ご相談の内容"] {
            assert_eq!(cell(&sheet, row, title), format!("=\"{text}\""), "{title}");
        }
        // These are a number and a time, and are to be sorted by.
        assert_eq!(cell(&sheet, row, "点数"), "70");
        assert!(cell(&sheet, row, "受付日時").starts_with("2026/11/2"), "{text}");
    }
    for program in ["hubspot", "salesforce", "kintone", "zoho"] {
        console_page.makes(program, None).await;
        let (_, bytes) = console_page.saves().await;
        let whole = rows(&text_of(&bytes));
        for (row, text) in (1..).zip(texts) {
            let count = whole[row].iter().filter(|cell| *cell == text).count();
            assert!(count >= 4, "{program} gets {text} as it is: {:?}", whole[row]);
        }
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
    let said = console_page.reads("what was made", "#export-said", |text| !text.is_empty()).await;
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
