//! A result beside those of others.

use e2e::rules::Answers;
use e2e::{Action, Browser, Device, Page, Site, needs, until};
use serde_json::{Value, json};

use crate::paper;

const PLACE: &str = "[part~=benchmark]";

/// A file about the built-in pack, whose 50 points of [`with_a_cap`] are in the sixth band.
fn file() -> Value {
    let groups = |sizes: [u32; 2]| {
        [("g1", "1〜20名", sizes[0]), ("g2", "21名以上", sizes[1])]
            .map(|(id, label, n)| json!({ "id": id, "by": "会社の規模", "label": label, "n": n, "scores": [0, 0, 0, 0, n, 0, 0, 0, 0, 0] }))
    };
    json!({
        "format": "benchmark/v1", "pack": "readiness", "version": version(), "source": "架空の集計", "date": "2026-10-01",
        "licence": "CC BY 4.0",
        "all": {
            "n": 40, "scores": [0, 0, 0, 0, 20, 10, 5, 5, 0, 0],
            "questions": { "purpose": { "unmet": 10, "met": 30 }, "skill": { "ai": 3, "process+ai": 5 } },
        },
        "groups": groups([30, 10]),
    })
}

/// The version of the built-in pack.
fn version() -> String {
    let pack: Value =
        serde_json::from_str(include_str!("../../../../packs/readiness.ja.json")).expect("the pack is JSON");
    pack["version"].as_str().expect("a version").to_owned()
}

/// A result on a page with that file.
async fn with(file: Page, device: Device) -> (Site, Browser) {
    let (site, browser) = (Site::of_dist(), Browser::start(device).await);
    site.page("others.json", file);
    let config = json!({ "benchmark": "./others.json" });
    let body = format!(
        "<style>:root {{ color-scheme: light dark }}</style>
        <shindan-widget cta-href='/a' lead=off><script type='application/json'>{config}</script></shindan-widget>"
    );
    browser.before_every_page(paper::WATCH).await;
    browser.visits(&site.page("host.html", Page::with(&body))).await;
    browser.widget().sees_question("purpose").await;
    assert!(!site.was_asked_for("others.json"), "nothing of it is asked before the result");
    browser.widget().answers_all(&Answers::with_a_cap()).await;
    (site, browser)
}

fn of_json(file: &Value) -> Page {
    Page::of(file.to_string())
}

/// A text in the place of the comparison; `None` while there is none.
async fn reads(browser: &Browser, selector: &str) -> Option<String> {
    let read = "const place = document.querySelector('shindan-widget').shadowRoot.querySelector(arguments[0]);
        return place?.checkVisibility() ? place.querySelector(arguments[1])?.textContent ?? null : null";
    browser.script(read, vec![json!(PLACE), json!(selector)]).await
}

/// Waits for the sentence of the comparison that says `words`.
async fn sees(browser: &Browser, words: &str) -> String {
    let seen = until(async || {
        let sentence = reads(browser, "[role=status]").await;
        sentence.clone().filter(|sentence| sentence.contains(words)).ok_or(sentence)
    });
    match seen.await {
        Ok(sentence) => sentence,
        Err(sentence) => {
            panic!("no comparison says {words}, but {sentence:?}; the console: {:?}", browser.warnings().await)
        }
    }
}

#[tokio::test]
async fn a_result_stands_beside_everybody_and_a_group_of_ones_choice() {
    let (site, browser) = with(of_json(&file()), Device::Phone).await;
    let sentence = sees(&browser, "「全体」の40件").await;
    assert_eq!(sentence, "「全体」の40件のうち、あなたと同じ50〜59点が25%、それより低い人が50%、高い人が25%です。");
    assert_eq!(site.times_asked_for("others.json"), 1);
    browser.passes_axe("the result beside those of others").await;
    browser.widget().shoots("benchmark").await;
    let drawn = "const root = document.querySelector('shindan-widget').shadowRoot;
        const bars = [...root.querySelectorAll('.histogram path')];
        const heights = bars.map((bar) => Number(/v-(\\d+)/.exec(bar.getAttribute('d'))[1]));
        const marks = [...root.querySelectorAll('.histogram div:first-child > span')].map(({ textContent }) => textContent);
        return [heights, bars.findIndex((bar) => bar.matches('.value')), marks.findIndex(Boolean)]";
    let (heights, own, marked): (Vec<u32>, usize, usize) = browser.script(drawn, vec![]).await;
    assert_eq!((heights, own, marked), (vec![0, 0, 0, 0, 40, 20, 10, 10, 0, 0], 5, 5));
    let rows = "const root = document.querySelector('shindan-widget').shadowRoot;
        return [...root.querySelectorAll('[part~=benchmark] details:last-of-type tr')].slice(1)
            .map((row) => [...row.children].map(({ textContent }) => textContent).join(' / '))";
    let rows: Vec<String> = browser.script(rows, vec![]).await;
    assert_eq!(rows.len(), 2, "a question that nobody's answer is counted of has no row: {rows:?}");
    assert!(rows[0].starts_with("目的の明確さ / ") && rows[0].ends_with(" / 25%"), "{rows:?}");
    assert!(rows[1].ends_with(" / 38%"), "three of eight ticked that box alone: {rows:?}");
    let bias = reads(&browser, ".receipt").await.unwrap_or_default();
    assert!(bias.contains("自分から答え"), "{bias}");

    let choose =
        "const list = document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=benchmark] select');
        list.selectedIndex = arguments[0];
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return [...list.options].map(({ text }) => text)";
    let options: Vec<String> = browser.script(choose, vec![json!(2)]).await;
    assert_eq!(options, ["全体", "1〜20名", "21名以上"]);
    sees(&browser, "「21名以上」の10件のうち、あなたと同じ50〜59点が0%、それより低い人が100%、高い人が0%です。").await;
    browser.has_a_clean_console().await;

    // What is tried leaves it alone, and another way to the result has it anew.
    browser.widget().tries("authority").await;
    sees(&browser, "「21名以上」").await;
    browser.widget().goes_back().await;
    browser.widget().goes_on().await;
    sees(&browser, "「全体」の40件").await;
    browser.reloads().await;
    sees(&browser, "「全体」の40件").await;
}

#[tokio::test]
async fn a_file_of_another_version_or_none_is_refused_in_one_warning_and_nothing_is_shown() {
    let other = |key: &str, value: Value| {
        let mut file = file();
        file[key] = value;
        file
    };
    for (file, words) in [
        (other("version", json!("0.0.1")), "is about readiness 0.0.1, and this is readiness"),
        (other("pack", json!("adoption")), "is about adoption"),
        (other("format", json!("benchmark/v9")), "format: is not a format"),
    ] {
        let (_site, browser) = with(of_json(&file), Device::Desktop).await;
        browser.widget().verdict().await;
        let warned = until(async || {
            let warnings = browser.warnings().await;
            if warnings.is_empty() { Err(()) } else { Ok(warnings) }
        });
        let warnings = warned.await.expect("a warning");
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        assert!(
            warnings[0].contains("configuration benchmark: the file ./others.json") && warnings[0].contains(words),
            "{warnings:?}"
        );
        assert_eq!(reads(&browser, "h3").await, None);
        assert!(browser.event_names(0).await.iter().all(|name| name != "error"));
    }
}

#[tokio::test]
async fn a_file_that_does_not_come_leaves_the_result_as_it_is() {
    let (_site, browser) = with(Page::answering(Action::Status(404)), Device::Desktop).await;
    let error = browser.waits_for_event("error").await;
    assert_eq!(error.detail["code"], "benchmark", "{error:?}");
    browser.widget().verdict().await;
    assert_eq!(reads(&browser, "h3").await, None);
}

#[tokio::test]
async fn groups_that_are_too_small_are_not_shown_nor_is_a_file_of_too_few() {
    let mut small = file();
    small["min"] = json!(11);
    let (_site, browser) = with(of_json(&small), Device::Desktop).await;
    sees(&browser, "「全体」の40件").await;
    let options = "const root = document.querySelector('shindan-widget').shadowRoot;
        return [...root.querySelectorAll('[part~=benchmark] option')].map(({ text }) => text)";
    let options: Vec<String> = browser.script(options, vec![]).await;
    assert_eq!(options, ["全体", "1〜20名"]);

    small["min"] = json!(41);
    let (site, browser) = with(of_json(&small), Device::Desktop).await;
    browser.widget().verdict().await;
    until(async || if site.was_asked_for("others.json") { Ok(()) } else { Err(()) }).await.expect("it is asked for");
    browser.stands_still().await;
    assert_eq!(reads(&browser, "h3").await, None);
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn without_a_file_nothing_is_loaded_and_nothing_shown() {
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    browser.visits(&site.page("host.html", Page::with("<shindan-widget cta-href='/a'></shindan-widget>"))).await;
    browser.widget().answers_all(&Answers::with_a_cap()).await;
    browser.widget().verdict().await;
    browser.stands_still().await;
    let asked = browser.requests().await;
    assert!(asked.iter().all(|url| !url.contains("benchmark")), "{asked:?}");
    assert_eq!(reads(&browser, "h3").await, None);
}

#[tokio::test]
async fn it_is_printed_with_the_result_on_one_page() {
    let (_site, browser) = with(of_json(&file()), Device::Desktop).await;
    let sentence = sees(&browser, "「全体」の40件").await;
    let sheet = paper::prints(&browser).await;
    let text = sheet["text"].as_str().unwrap_or_default();
    assert!(text.contains(&sentence) && text.contains("自分から答え"), "{text}");
    assert!(!text.contains("比べる相手"), "a list to choose from is nothing for paper: {text}");
    paper::is_one_page(&browser, &sheet, "the result beside those of others").await;
}

#[tokio::test]
async fn it_is_seen_in_forced_colours() {
    needs!(DevTools);
    let (_site, browser) = with(of_json(&file()), Device::Phone).await;
    browser.prefers(&[("forced-colors", "active"), ("prefers-color-scheme", "dark")]).await;
    sees(&browser, "「全体」の40件").await;
    let colours = "const root = document.querySelector('shindan-widget').shadowRoot;
        root.querySelector('.histogram').scrollIntoView();
        const stroke = (selector) => getComputedStyle(root.querySelector(selector)).stroke;
        return [stroke('.histogram .value'), stroke('.histogram path:not(.value)')]";
    let [own, others]: [String; 2] = browser.script(colours, vec![]).await;
    browser.widget().shoots("forced-benchmark").await;
    assert_eq!(own, "rgb(255, 255, 255)", "the visitor's own colour of text");
    assert_ne!(others, own);
}
