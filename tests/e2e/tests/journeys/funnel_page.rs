//! `funnel.html`: an owner opens an export and sees where people leave, in words, as a picture and as a table.

use e2e::{Browser, Device, Site, until};
use serde_json::{Value, json};

const GA4: &str = "# ----------------------------------------
# 見本
# Free form-Free form 1
# 20261101-20261128
# ----------------------------------------

イベント名,question,index,variant,イベント数,総ユーザー数
,,,,1000,300,Grand total
shindan_view,purpose,1,a,120,110
shindan_view,purpose,1,b,110,90
shindan_answer,purpose,1,a,90,80
shindan_answer,purpose,1,b,80,70
shindan_view,security,2,a,160,150
shindan_answer,security,2,a,100,90
shindan_complete,(not set),(not set),a,50,50
shindan_complete,(not set),(not set),b,48,48
generate_lead,(not set),(not set),a,4,4
generate_lead,(not set),(not set),b,9,9
";

const LINES: &str = r#"{"visit":"1","event":"shindan:view","question":"purpose","index":1,"total":8}
{"visit":"1","event":"shindan:answer","question":"purpose","index":1,"total":8}
{"visit":"1","event":"shindan:view","question":"involvement","index":2,"total":8}
{"visit":"2","event":"shindan:view","question":"purpose","index":1,"total":8}"#;

/// Answers to the question 目的 as Excel saves them: イベント名, question, イベント数 and 総ユーザー数 in Shift_JIS.
const SHIFT_JIS: &[u8] = b"\x83\x43\x83\x78\x83\x93\x83\x67\x96\xbc,question,index,\
    \x83\x43\x83\x78\x83\x93\x83\x67\x90\x94,\x91\x8d\x83\x86\x81\x5b\x83\x55\x81\x5b\x90\x94\r\n\
    shindan_view,\x96\xda\x93\x49,1,120,110\r\n\
    shindan_answer,\x96\xda\x93\x49,1,90,80\r\n";

/// An owner before the page.
struct FunnelPage {
    site: Site,
    browser: Browser,
}

impl FunnelPage {
    async fn on(device: Device) -> Self {
        let (site, browser) = (Site::of_dist(), Browser::start(device).await);
        browser.visits(&site.url("funnel.html")).await;
        let page = Self { site, browser };
        page.reads("#draw", |_| true).await;
        page
    }

    /// Waits until what stands in an element is as expected, and gives it.
    async fn reads(&self, selector: &str, is_expected: impl Fn(&str) -> bool) -> String {
        let script = "return document.querySelector(arguments[0])?.innerText ?? null";
        let read = until(async || {
            let text: Option<String> = self.browser.script(script, vec![json!(selector)]).await;
            text.clone().filter(|text| is_expected(text)).ok_or(text)
        });
        read.await.unwrap_or_else(|text| panic!("{selector} reads {text:?}"))
    }

    /// Pastes an export and has it drawn.
    async fn pastes(&self, text: &str) {
        let paste = "const field = document.querySelector('#paste');
            field.value = arguments[0];
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            document.querySelector('#draw').click()";
        self.browser.script::<Value>(paste, vec![json!(text)]).await;
    }

    /// Opens an export as a file of that name with these bytes.
    async fn opens(&self, name: &str, bytes: &[u8]) {
        let open = "const field = document.querySelector('#file');
            const files = new DataTransfer();
            files.items.add(new File([new Uint8Array(arguments[1])], arguments[0]));
            field.files = files.files;
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        self.browser.script::<Value>(open, vec![json!(name), json!(bytes)]).await;
    }

    /// The cells of a table, a row at a time, without its head.
    async fn rows(&self, table: &str) -> Vec<Vec<String>> {
        let rows = "return [...document.querySelectorAll(arguments[0] + ' tbody tr')]
            .map((row) => [...row.cells].map((cell) => cell.innerText.trim()))";
        self.browser.script(rows, vec![json!(table)]).await
    }
}

#[tokio::test]
async fn an_export_of_ga4_becomes_a_funnel_and_a_comparison() {
    let page = FunnelPage::on(Device::Desktop).await;
    page.opens("自由形式.csv", GA4.as_bytes()).await;
    page.reads("#read", |text| text == "2問、200人を読みました。").await;
    assert_eq!(
        page.rows("#questions").await,
        [["purpose", "200", "50", "25%"], ["security", "150", "60", "40%"]],
        "counted by users"
    );
    page.reads("#worst", |text| text.contains("security") && text.contains("40%")).await;
    assert_eq!(page.rows("#ends").await[2], ["問い合わせ", "13", "6.5%"]);
    let leads = page.rows("table.arms:last-of-type").await;
    assert_eq!(leads.iter().map(|row| row[..3].to_vec()).collect::<Vec<_>>(), [["a", "110", "4"], ["b", "90", "9"]]);
    assert_eq!(leads[0][3], "1.5〜9.0%");
    let focused: String = page.browser.script("return document.activeElement.id", vec![]).await;
    assert_eq!(focused, "group-result");
    page.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn an_export_that_excel_has_saved_is_read_in_its_encoding() {
    let page = FunnelPage::on(Device::Desktop).await;
    page.opens("自由形式.csv", SHIFT_JIS).await;
    page.reads("#read", |text| text == "1問、110人を読みました。").await;
    assert_eq!(page.rows("#questions").await, [["目的", "110", "30", "27%"]]);
    page.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn lines_of_an_endpoint_count_visits_and_what_is_broken_is_said_with_its_line() {
    let page = FunnelPage::on(Device::Desktop).await;
    page.pastes(LINES).await;
    page.reads("#read", |text| text == "2問、2件の訪問を読みました。").await;
    assert_eq!(page.rows("#questions").await, [["purpose", "2", "1", "50%"], ["involvement", "1", "1", "100%"]]);
    for (broken, expected) in [
        ("", "中身がありません"),
        ("{\"event\":\"shindan:view\",\"question\":\"a\"}\n{\"event\":", "2行目がJSONではありません"),
        ("{\"event\":\"shindan:view\"}", "1行目のイベントに「question」"),
        ("Date,Users\n1,2", "列の名前の行が見つかりません"),
        ("Event name,Total users\nshindan_view,1", "1行目に「question」の列がありません"),
        ("Event name,question,Total users\nshindan_view,a,x", "2行目の人数が数ではありません（「x」）"),
        ("Event name,question,Total users\npage_view,a,1", "shindan_view"),
    ] {
        page.pastes(broken).await;
        page.reads("#problem", |text| text.contains(expected)).await;
        assert!(page.rows("#questions").await.is_empty(), "{broken}: nothing of before is left");
    }
    page.pastes(LINES).await;
    page.reads("#problem", str::is_empty).await;
    page.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn nothing_leaves_the_browser_axe_finds_nothing_and_a_phone_has_room() {
    for device in [Device::Desktop, Device::Phone] {
        let page = FunnelPage::on(device).await;
        page.browser.passes_axe("the empty page").await;
        page.pastes(GA4).await;
        page.reads("#worst", |_| true).await;
        for scheme in ["light", "dark"] {
            page.browser.prefers(&[("prefers-color-scheme", scheme)]).await;
            page.browser.passes_axe(&format!("the funnel, {scheme}")).await;
        }
        page.browser.shoots(&format!("funnel-{device:?}")).await;
        let sideways = "return document.documentElement.scrollWidth - innerWidth";
        assert!(page.browser.script::<f64>(sideways, vec![]).await <= 0.0);
        page.browser.script::<Value>("document.querySelector('#language').click()", vec![]).await;
        page.reads("h1", |text| text == "Where people leave").await;
        page.pastes("x").await;
        page.reads("#problem", |text| text.contains("No line names the columns")).await;
        page.browser.passes_axe("a problem in English").await;
        let japanese = "return /[ぁ-んァ-ヶ一-龠]/.test(document.querySelector('#app main').innerText)";
        assert!(!page.browser.script::<bool>(japanese, vec![]).await);
        let asked = page.browser.requests().await;
        assert!(asked.iter().all(|address| address.starts_with(&page.site.url(""))), "{asked:?}");
        page.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn in_forced_colours_bars_can_be_told_apart() {
    let page = FunnelPage::on(Device::Desktop).await;
    page.browser.prefers(&[("forced-colors", "active")]).await;
    page.pastes(GA4).await;
    page.reads("#worst", |_| true).await;
    let fills: Vec<String> = page
        .browser
        .script(
            "return ['.stayed', '.left'].map((kind) => getComputedStyle(document.querySelector('.picture rect' + kind)).fill)",
            vec![],
        )
        .await;
    assert_ne!(fills[0], fills[1]);
}
