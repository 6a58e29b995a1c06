//! How the page looks and sounds, on a phone and on a desk, in both languages; and that it asks for nothing but its files.

use e2e::{Device, Key};

use crate::{ConsolePage, lead};

const REJECTED: &str = "hubspot readable 1795348800 rejected 1795348810";
const SENT: &str = "form opaque 1795348800 sent_unconfirmed 1795348810";

/// Nothing is wider than the window, and nothing too small for a finger.
async fn fits(console_page: &ConsolePage, what: &str) {
    let sideways: f64 =
        console_page.browser.script("return document.documentElement.scrollWidth - innerWidth", vec![]).await;
    assert!(sideways <= 0.0, "{what} is {sideways} px wider than the window");
    let small: Vec<String> = console_page
        .browser
        .script(
            "return [...document.querySelectorAll('button, input:not([type=radio], [type=checkbox]), select, textarea, summary, label.choice, label.pick')]
                .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 44)
                .map((it) => it.outerHTML.slice(0, 80))",
            vec![],
        )
        .await;
    assert!(small.is_empty(), "{what}: {small:#?}");
}

#[tokio::test]
async fn axe_finds_nothing_and_nothing_leaves_the_browser() {
    for (device, name) in [(Device::Desktop, "desk"), (Device::Phone, "phone")] {
        let console_page = ConsolePage::on(device).await;
        fits(&console_page, "the gate").await;
        console_page.browser.passes_axe("the gate").await;
        console_page.browser.shoots(&format!("console-gate-{name}")).await;
        let mut odd = lead(3, &[REJECTED]);
        odd["payload"]["inquiry"]["message"] = serde_json::json!("=1+1😀");
        odd["payload"]["antispam"] = serde_json::json!({ "suspect": true });
        console_page.holds(&[lead(1, &[]), lead(2, &[SENT, REJECTED]), odd], "database", Some(60)).await;
        console_page.opens().await;
        console_page.presses(".list > li:nth-child(2) summary").await;
        console_page.reads("a lead", ".whole dl", |text| text.contains("試験")).await;
        console_page.makes("excel", Some("cp932")).await;
        for scheme in ["light", "dark"] {
            console_page.browser.prefers(&[("prefers-color-scheme", scheme)]).await;
            console_page.browser.passes_axe(&format!("the list, {scheme}, on a {name}")).await;
            console_page.browser.shoots(&format!("console-list-{name}-{scheme}")).await;
        }
        fits(&console_page, "the list").await;
        console_page.presses("#removePicked").await;
        console_page.presses("#language").await;
        console_page.reads("English", "h1", |text| text.contains("Leads")).await;
        console_page.makes("salesforce", None).await;
        fits(&console_page, "the list in English").await;
        console_page.browser.passes_axe("the list in English").await;
        console_page.browser.shoots(&format!("console-list-{name}-en")).await;
        let japanese: Vec<String> = console_page
            .browser
            .script(
                "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const found = [];
                 while (walk.nextNode()) {
                    const { data, parentElement } = walk.currentNode;
                    if (/[ぁ-んァ-ヶ一-龠]/.test(data) && !parentElement.closest('[lang=ja]:not(html), .list')) { found.push(data); }
                 }
                 return found",
                vec![],
            )
            .await;
        assert!(japanese.iter().all(|text| text.contains("リードID")), "{japanese:?}");
        console_page.presses("#againAll").await;
        console_page.presses("dialog #yes").await;
        console_page.waits_for_status("will be resent").await;
        let asked = console_page.browser.requests().await;
        assert!(asked.iter().all(|address| address.starts_with(&console_page.site.url(""))), "{asked:?}");
        assert!(asked.iter().any(|address| address.ends_with(".wasm")), "the log is of this page: {asked:?}");
        console_page.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn in_forced_colours_controls_have_edges_and_the_focus_is_seen() {
    let console_page = ConsolePage::with(&[lead(1, &[REJECTED]), lead(2, &[SENT])]).await;
    console_page.browser.prefers(&[("forced-colors", "active")]).await;
    let bare: Vec<String> = console_page
        .browser
        .script(
            "return [...document.querySelectorAll('button, input:not([type=radio], [type=checkbox]), select, textarea, .chip')]
                .filter((it) => it.checkVisibility() && parseFloat(getComputedStyle(it).borderTopWidth) === 0)
                .map((it) => it.outerHTML.slice(0, 80))",
            vec![],
        )
        .await;
    assert!(bare.is_empty(), "{bare:#?}");
    console_page.browser.presses(Key::Tab).await;
    let outline = "return parseFloat(getComputedStyle(document.activeElement).outlineWidth)";
    assert!(console_page.browser.script::<f64>(outline, vec![]).await >= 2.0);
    console_page.browser.shoots("console-list-forced-colours").await;
}

#[tokio::test]
async fn the_keyboard_does_all_of_it() {
    let console_page = ConsolePage::with(&[lead(1, &[]), lead(2, &[])]).await;
    let browser = &console_page.browser;
    // The list is unlocked: the heading has the focus, the search comes next.
    browser.presses(Key::Tab).await;
    browser.types("試験1").await;
    console_page.reads("one", "#count", |text| text.contains("1件が見つかりました")).await;
    let tabs_to = async |selector: &str| {
        for _ in 0..40 {
            browser.presses(Key::Tab).await;
            let script = "return document.activeElement.matches(arguments[0])";
            if browser.script::<bool>(script, vec![serde_json::json!(selector)]).await {
                return;
            }
        }
        panic!("no Tab leads to {selector}");
    };
    tabs_to(".pick input").await;
    browser.presses(Key::Space).await;
    console_page.reads("it is selected", "#count", |text| text.contains("1件を選択中")).await;
    tabs_to("summary").await;
    browser.presses(Key::Enter).await;
    console_page.reads("it is unfolded", ".whole dl", |text| text.contains("試験1")).await;
    tabs_to("button.remove").await;
    browser.presses(Key::Enter).await;
    console_page.reads("the question", "dialog", |text| text.contains("1件をこの端末から削除します")).await;
    browser.presses(Key::Escape).await;
    console_page.lists(&[1]).await;
    let focused: bool = browser.script("return document.activeElement.matches('button.remove')", vec![]).await;
    assert!(focused, "the focus is back where it was");
    browser.presses(Key::Enter).await;
    console_page.reads("the question", "dialog", |text| text.contains("1件をこの端末から削除します")).await;
    browser.presses(Key::Enter).await;
    console_page.waits_for_status("1件を削除しました").await;
    let focused: String = browser.script("return document.activeElement.id", vec![]).await;
    assert_eq!(focused, "group-list", "the focus is not lost with what had it");
}
