//! The files in a real spreadsheet program: LibreOffice opens them, saves its own format, and writes them out again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::tools::libreoffice;

use crate::csv::rows;
use crate::{ConsolePage, lead};

/// LibreOffice's numbers for encodings: UTF-8, and code page 932.
const UTF_8: u32 = 76;
const CP932: u32 = 60;

/// The program; without it the test is left out, out loud.
fn office() -> Option<PathBuf> {
    let found = libreoffice::find();
    if found.is_none() {
        eprintln!("SKIPPED: files of leads in a spreadsheet. {}", libreoffice::advice());
        e2e::without("there is no LibreOffice here");
    }
    found
}

/// Opens a CSV file as a double click does, saves a workbook, opens that, and writes CSV in UTF-8.
fn through(office: &Path, csv: &[u8], encoding: u32) -> Vec<Vec<String>> {
    let dir = TempDir::new().expect("there is room for files");
    let (opened, back) = (dir.path().join("opened"), dir.path().join("back"));
    fs::write(dir.path().join("leads.csv"), csv).expect("files can be written");
    let convert = |file: &Path, more: &[String], to: &str, out: &Path| {
        let mut command = Command::new(office);
        // A profile of its own: another test may have one running.
        command.arg(format!("-env:UserInstallation=file://{}", dir.path().join("profile").display()));
        command
            .args(["--headless", "--norestore"])
            .args(more)
            .args(["--convert-to", to, "--outdir"])
            .arg(out)
            .arg(file);
        let output = command.output().expect("LibreOffice runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let filter = format!("--infilter=Text - txt - csv (StarCalc):44,34,{encoding},1");
    convert(&dir.path().join("leads.csv"), &[filter], "xlsx", &opened);
    // Every text in quotes, as it is shown.
    let csv = format!("csv:Text - txt - csv (StarCalc):44,34,{UTF_8},1,,0,true,true,false");
    convert(&opened.join("leads.xlsx"), &[], &csv, &back);
    let text = fs::read_to_string(back.join("leads.csv")).expect("it wrote a file");
    // Numbers stand without quotes, and lines end with LF.
    rows(&quoted(text.trim_start_matches('\u{feff}')))
}

/// The same with quotes around every cell, and CR LF.
fn quoted(text: &str) -> String {
    let (mut out, mut is_inside) = (String::new(), false);
    let mut cell = String::new();
    for character in text.chars() {
        match character {
            '"' => {
                is_inside = !is_inside;
                cell.push('"');
            }
            ',' | '\n' if !is_inside => {
                out.push_str(&if cell.starts_with('"') { cell.clone() } else { format!("\"{cell}\"") });
                out.push_str(if character == ',' { "," } else { "\r\n" });
                cell.clear();
            }
            other => cell.push(other),
        }
    }
    out
}

/// What a spreadsheet shows of a cell: of `="…"`, which keeps a text a text, the text.
fn shown(cell: &str) -> &str {
    cell.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(cell)
}

/// A Japanese lead with all that spreadsheets and encodings trip over.
fn difficult() -> Value {
    let mut lead = lead(1, &[]);
    lead["payload"]["contact"] = json!({
        "company": "＝HYPERLINK(\"https://example.com\",\"見積書\")",
        "last_name": "髙﨑①㈱ソ表能",
        "first_name": "@花子",
        "email": "+hanako@example.co.jp",
        "phone": "09012345678",
        "size": "2026-11",
        "title": "=1+1",
    });
    lead["payload"]["inquiry"]["message"] = json!("=CONCATENATE(\"a\",\"b\")\n「現場」～で、\"すぐ\"試したい,です");
    lead
}

#[tokio::test]
async fn a_lead_like_a_formula_comes_back_cell_by_cell_in_each_encoding() {
    let Some(office) = office() else { return };
    let console_page = ConsolePage::with(&[difficult(), lead(2, &[])]).await;
    for (encoding, number) in [("utf-8-bom", UTF_8), ("utf-8", UTF_8), ("cp932", CP932)] {
        let status = console_page.makes("excel", Some(encoding)).await;
        assert!(!status.contains('〓'), "{status}");
        let (_, bytes) = console_page.saves().await;
        let decoder = if encoding == "cp932" { "shift_jis" } else { "utf-8" };
        let text: String = console_page
            .browser
            .script(
                "return new TextDecoder(arguments[1]).decode(Uint8Array.from(arguments[0]))",
                vec![json!(bytes), json!(decoder)],
            )
            .await;
        let sent = rows(&text);
        for part in ["'=1+1", "髙﨑①㈱ソ表能", "'＝HYPERLINK(\"https://example.com\",\"見積書\")", "'@花子"]
        {
            assert!(sent[1].contains(&part.to_owned()), "{part}: {sent:?}");
        }
        let back = through(&office, &bytes, number);
        assert_eq!(back.len(), sent.len(), "{encoding}: {back:?}");
        for (row, (got, wanted)) in back.iter().zip(&sent).enumerate() {
            assert_eq!(got.len(), wanted.len(), "{encoding}, row {row}");
            for (column, (got, wanted)) in got.iter().zip(wanted).enumerate() {
                assert_eq!(got, shown(wanted), "{encoding}, row {row}, {}", sent[0][column]);
            }
        }
    }
    // What it is all for: the file for a CRM, opened by mistake, is worked out.
    console_page.makes("salesforce", None).await;
    let (_, bytes) = console_page.saves().await;
    let back = through(&office, &bytes, UTF_8);
    assert!(back[1].contains(&"2".to_owned()), "a formula is worked out where it is not guarded: {back:?}");
}
