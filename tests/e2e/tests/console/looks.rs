//! How the page looks and sounds, on a phone and on a desk, in both languages; and that it asks for nothing but its files.

use e2e::{Device, Key};

use crate::{Desk, lead};

const REJECTED: &str = "hubspot readable 1795348800 rejected 1795348810";
const SENT: &str = "form opaque 1795348800 sent_unconfirmed 1795348810";

/// Nothing is wider than the window, and nothing too small for a finger.
async fn fits(desk: &Desk, what: &str) {
    let sideways: f64 = desk.browser.script("return document.documentElement.scrollWidth - innerWidth", vec![]).await;
    assert!(sideways <= 0.0, "{what} is {sideways} px wider than the window");
    let small: Vec<String> = desk
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
        let desk = Desk::on(device).await;
        fits(&desk, "the door").await;
        desk.browser.passes_axe("the door").await;
        desk.browser.shoots(&format!("console-door-{name}")).await;
        let mut odd = lead(3, &[REJECTED]);
        odd["payload"]["inquiry"]["message"] = serde_json::json!("=1+1😀");
        odd["payload"]["antispam"] = serde_json::json!({ "suspect": true });
        desk.holds(&[lead(1, &[]), lead(2, &[SENT, REJECTED]), odd], "database", Some(60)).await;
        desk.opens().await;
        desk.presses(".list > li:nth-child(2) summary").await;
        desk.reads("a lead", ".whole dl", |text| text.contains("試験")).await;
        desk.makes("excel", Some("cp932")).await;
        for scheme in ["light", "dark"] {
            desk.browser.prefers(&[("prefers-color-scheme", scheme)]).await;
            desk.browser.passes_axe(&format!("the list, {scheme}, on a {name}")).await;
            desk.browser.shoots(&format!("console-list-{name}-{scheme}")).await;
        }
        fits(&desk, "the list").await;
        desk.presses("#removePicked").await;
        desk.presses("#language").await;
        desk.reads("English", "h1", |text| text.contains("Leads")).await;
        desk.makes("salesforce", None).await;
        fits(&desk, "the list in English").await;
        desk.browser.passes_axe("the list in English").await;
        desk.browser.shoots(&format!("console-list-{name}-en")).await;
        let japanese: Vec<String> = desk
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
        desk.presses("#againAll").await;
        desk.presses("dialog #yes").await;
        desk.hears("will be resent").await;
        let asked = desk.browser.requests().await;
        assert!(asked.iter().all(|address| address.starts_with(&desk.site.url(""))), "{asked:?}");
        assert!(asked.iter().any(|address| address.ends_with(".wasm")), "the log is of this page: {asked:?}");
        desk.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn in_forced_colours_controls_have_edges_and_the_focus_is_seen() {
    let desk = Desk::with(&[lead(1, &[REJECTED]), lead(2, &[SENT])]).await;
    desk.browser.prefers(&[("forced-colors", "active")]).await;
    let bare: Vec<String> = desk
        .browser
        .script(
            "return [...document.querySelectorAll('button, input:not([type=radio], [type=checkbox]), select, textarea, .chip')]
                .filter((it) => it.checkVisibility() && parseFloat(getComputedStyle(it).borderTopWidth) === 0)
                .map((it) => it.outerHTML.slice(0, 80))",
            vec![],
        )
        .await;
    assert!(bare.is_empty(), "{bare:#?}");
    desk.browser.presses(Key::Tab).await;
    let outline = "return parseFloat(getComputedStyle(document.activeElement).outlineWidth)";
    assert!(desk.browser.script::<f64>(outline, vec![]).await >= 2.0);
    desk.browser.shoots("console-list-forced-colours").await;
}

#[tokio::test]
async fn the_keyboard_does_all_of_it() {
    let desk = Desk::with(&[lead(1, &[]), lead(2, &[])]).await;
    let browser = &desk.browser;
    // The list is unlocked: the heading has the focus, the search comes next.
    browser.presses(Key::Tab).await;
    browser.types("試験1").await;
    desk.reads("one", "#count", |text| text.contains("1件が見つかりました")).await;
    let tabs_to = async |selector: &str| {
        for _ in 0..40 {
            browser.presses(Key::Tab).await;
            let look = "return document.activeElement.matches(arguments[0])";
            if browser.script::<bool>(look, vec![serde_json::json!(selector)]).await {
                return;
            }
        }
        panic!("no Tab leads to {selector}");
    };
    tabs_to(".pick input").await;
    browser.presses(Key::Space).await;
    desk.reads("it is selected", "#count", |text| text.contains("1件を選択中")).await;
    tabs_to("summary").await;
    browser.presses(Key::Enter).await;
    desk.reads("it is unfolded", ".whole dl", |text| text.contains("試験1")).await;
    tabs_to("button.remove").await;
    browser.presses(Key::Enter).await;
    desk.reads("the question", "dialog", |text| text.contains("1件をこの端末から削除します")).await;
    browser.presses(Key::Escape).await;
    desk.lists(&[1]).await;
    let focused: bool = browser.script("return document.activeElement.matches('button.remove')", vec![]).await;
    assert!(focused, "the focus is back where it was");
    browser.presses(Key::Enter).await;
    desk.reads("the question", "dialog", |_| true).await;
    browser.presses(Key::Enter).await;
    desk.hears("1件を削除しました").await;
    let focused: String = browser.script("return document.activeElement.id", vec![]).await;
    assert_eq!(focused, "group-list", "the focus is not lost with what had it");
}
