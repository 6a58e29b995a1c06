//! Cells of the files: no formula, no number and no date is read in a text, and what a file's letters lack is listed.

use serde_json::{Value, json};

use crate::csv::rows;
use crate::files::{cell, difficult, text_of};
use crate::{ConsolePage, lead};

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
