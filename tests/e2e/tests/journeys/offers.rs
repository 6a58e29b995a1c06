//! A result offers the pack that fits next, which begins in the same place and is a run of its own.

use e2e::{Browser, Device, Key, Site, Widget};
use serde_json::{Value, json};

use crate::packs::Golden;
use crate::{on_a_page, on_the_demo};

/// Waits until that pack has begun: its first question stands there, has the focus and is in view.
async fn has_begun(browser: &Browser, widget: Widget<'_>, golden: &Golden, pack: &str) {
    let first = golden.answers_in_order()[0].0.to_owned();
    let screen = widget.sees_question(&first).await;
    assert!(screen.chosen().is_empty() && screen.notice.is_none() && screen.verdict.is_none(), "{screen:?}");
    let there = |focus: &e2e::Focus| focus.element == "legend" && focus.question.as_deref() == Some(&*first);
    browser.focuses(&format!("the legend of {first}"), there).await;
    let place = "const widget = document.querySelector('shindan-widget');
        return [widget.getAttribute('pack'), widget.getBoundingClientRect().top, innerHeight]";
    let (asked, top, height): (String, f64, f64) = browser.script(place, vec![]).await;
    assert_eq!(asked, pack);
    assert!((-1.0..height / 2.0).contains(&top), "it begins {top} px from the top of {height}");
}

/// Which pack the result offers.
async fn offered(browser: &Browser) -> Vec<String> {
    let names = "const { shadowRoot } = document.querySelector('shindan-widget');
        return [...shadowRoot.querySelectorAll('[part~=offer]')].map(({ name }) => name)";
    browser.script(names, vec![]).await
}

fn count(names: &[String], name: &str) -> usize {
    names.iter().filter(|other| *other == name).count()
}

/// The details of every `complete` so far.
async fn completed(browser: &Browser) -> Vec<Value> {
    let events = browser.events().await.into_iter().filter(|event| event.name == "shindan:complete");
    events.map(|event| event.detail).collect()
}

#[tokio::test]
async fn what_is_wrong_with_the_settings_is_reported_once_and_not_with_each_pack() {
    let (_site, browser) = on_a_page("<shindan-widget lead='sometimes' cta-href='#a'></shindan-widget>").await;
    let widget = browser.widget();
    Golden::at("readiness", "prepare").answers(widget).await;
    let warnings = browser.warnings().await;
    assert_eq!(warnings.len(), 1, "{warnings:#?}");
    widget.presses_on("[part~=offer]").await;
    has_begun(&browser, widget, &Golden::at("executive", "nearly"), "executive").await;
    widget.is_live().await;
    assert_eq!(browser.warnings().await, warnings);
}

#[tokio::test]
async fn a_tap_begins_the_pack_that_fits_next_in_the_same_place() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    let (first, second) = (Golden::at("readiness", "prepare"), Golden::at("executive", "nearly"));
    first.answers(widget).await;
    browser.passes_axe("a result with an offer").await;
    assert_eq!(offered(&browser).await, first.verdict.next.iter().cloned().collect::<Vec<_>>());
    widget.presses_on("[part~=offer]").await;
    has_begun(&browser, widget, &second, "executive").await;
    let verdict = second.answers(widget).await;
    assert_eq!((verdict.score, &verdict.level), (Some(second.verdict.score), &second.verdict.level));
    assert!(verdict.compared.is_empty() && !verdict.keeps, "nothing of the first pack shows: {verdict:#?}");

    let mut expected = vec!["ready"];
    for golden in [&first, &second] {
        expected.push("start");
        expected.extend(golden.answers_in_order().iter().map(|_| "answer"));
        expected.push("complete");
    }
    assert_eq!(browser.event_names(0).await, expected);
    let packs: Vec<Value> = completed(&browser).await.into_iter().map(|detail| detail["pack"].clone()).collect();
    assert_eq!(packs, ["readiness", "executive"]);
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn the_keyboard_takes_the_offer_too() {
    let (_site, browser) =
        on_a_page("<div lang=en><shindan-widget pack=adoption cta-href='#a'></shindan-widget></div>").await;
    let widget = browser.widget();
    let (first, second) = (Golden::at("adoption", "prepare"), Golden::at("readiness", "prepare"));
    first.answers(widget).await;
    browser.focuses("the result", |focus| focus.in_result).await;
    for presses in 0.. {
        assert!(presses < 40, "Tab does not come to the offer");
        browser.presses(Key::Tab).await;
        let focus = browser.focus().await;
        if focus.part == "offer" {
            assert!(focus.ring && focus.name == "readiness", "{focus:?}");
            break;
        }
    }
    browser.presses(Key::Enter).await;
    has_begun(&browser, widget, &second, "readiness").await;
    assert_eq!(count(&browser.event_names(0).await, "start"), 1, "nothing is reported before the first answer");
    // Both packs ask a question by the id `measurement`: `answers` expects it to be new.
    let verdict = second.answers(widget).await;
    assert_eq!((verdict.score, &verdict.level), (Some(second.verdict.score), &second.verdict.level));
    assert_eq!(count(&browser.event_names(0).await, "start"), 2);
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_reload_comes_back_to_the_pack_that_was_taken() {
    let (site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    let (first, second) = (Golden::at("readiness", "rethink"), Golden::at("executive", "prepare"));
    first.answers(widget).await;
    widget.presses_on("[part~=offer]").await;
    has_begun(&browser, widget, &second, "executive").await;
    let (question, choices) = second.answers_in_order().remove(0);
    widget.answers(question).await.with_all(&choices).await;
    let following = second.answers_in_order()[1].0.to_owned();
    browser.reloads().await;
    widget.sees_question(&following).await;
    assert_eq!(browser.event_names(0).await, ["ready"], "the run goes on");
    for (question, choices) in second.answers_in_order().iter().skip(1) {
        widget.answers(question).await.with_all(choices).await;
    }
    let verdict = widget.verdict().await;
    browser.reloads().await;
    assert_eq!(widget.verdict().await.receipt, verdict.receipt);
    assert_eq!(completed(&browser).await.len(), 0, "a verdict is reported once");

    // Back to the first pack, which begins afresh.
    assert_eq!(offered(&browser).await, ["readiness"]);
    widget.presses_on("[part~=offer]").await;
    has_begun(&browser, widget, &first, "readiness").await;
    assert!(widget.has_wasm().await);
    browser.reloads().await;
    widget.sees_question("purpose").await;
    // Another session asks what the page asks.
    browser.opens_a_new_tab().await;
    browser.visits(&site.url("demo.html")).await;
    widget.sees_question("purpose").await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn what_the_device_keeps_belongs_to_its_pack() {
    let (site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    let (first, second) = (Golden::at("readiness", "prepare"), Golden::at("executive", "prepare"));
    first.answers(widget).await;
    widget.presses_keep().await;
    let kept = async || browser.script::<Vec<String>>("return Object.values({ ...localStorage })", vec![]).await;
    widget.shows("that it is kept", |screen| screen.verdict.as_ref()?.keeps.then_some(())).await;
    let code = kept().await;
    widget.presses_on("[part~=offer]").await;
    let verdict = second.answers(widget).await;
    assert!(!verdict.keeps && verdict.compared.is_empty(), "leave for one result is none for another: {verdict:#?}");
    assert_eq!(kept().await, code, "the first result is still kept");
    widget.presses_on("[part~=offer]").await;
    first.answers(widget).await;
    let verdict = widget.verdict().await;
    assert!(verdict.keeps && verdict.compared.len() == 1, "compared with the first: {verdict:#?}");

    browser.opens_a_new_tab().await;
    browser.visits(&site.url("demo.html")).await;
    first.answers(widget).await;
    assert_eq!(widget.verdict().await.compared.len(), 1);
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_link_of_the_second_pack_opens_on_the_same_page() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    let (first, second) = (Golden::at("readiness", "prepare"), Golden::at("executive", "nearly"));
    first.answers(widget).await;
    let of_first = widget.copies("shindan").await;
    widget.presses_on("[part~=offer]").await;
    let original = second.answers(widget).await;
    let of_second = widget.copies("shindan").await;
    let for_other = widget.copies("shindan-owner").await;

    let other = Browser::phone().await;
    let widget = other.widget();
    let pastes = async |link: &str| {
        other.script::<Value>("location.href = arguments[0]", vec![json!(link)]).await;
    };
    other.visits(&of_second).await;
    assert_eq!(widget.verdict().await.receipt, original.receipt);
    other.reloads().await;
    assert_eq!(widget.verdict().await.receipt, original.receipt, "also after a reload");
    pastes(&of_first).await;
    let is_first =
        |screen: &e2e::Screen| screen.verdict.as_ref()?.receipt.as_ref()?.starts_with("readiness").then_some(());
    widget.shows("the result of the first pack", is_first).await;
    pastes(&for_other).await;
    let screen = widget.shows("what the second pack asks", |screen| screen.notice.clone()).await;
    assert!(screen.contains("もう一人"), "{screen}");
    widget.sees_question(second.answers_in_order()[0].0).await;
    assert!(completed(&other).await.is_empty(), "opening is no completion");
    other.has_a_clean_console().await;

    // Before the wasm is there, no question of another pack is asked.
    let site = Site::of_dist();
    site.holds(".wasm");
    let early = Browser::phone().await;
    early.sets_out_for(&for_other.replacen(&address(&for_other), &address(&site.url("")), 1)).await;
    early.waits_for_event("ready").await;
    assert_eq!(early.widget().screen().await.question, None);
    site.releases();
    early.widget().sees_question(second.answers_in_order()[0].0).await;
}

/// Scheme, host and port.
fn address(url: &str) -> String {
    url.splitn(4, '/').take(3).collect::<Vec<_>>().join("/")
}
