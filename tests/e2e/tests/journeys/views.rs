//! `shindan:view`: what came on screen, so that an owner sees where people leave.

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site, until};
use serde_json::{Value, json};

use crate::{on_a_page, on_the_demo};

/// Waits until a widget has reported so many questions, and gives their ids.
async fn viewed(browser: &Browser, nth: i32, count: usize) -> Vec<String> {
    let views = until(async || {
        let views = browser.views(nth).await;
        if views.len() >= count { Ok(views) } else { Err(views) }
    });
    let views = views.await.unwrap_or_else(|views| panic!("{count} questions are not reported: {views:#?}"));
    views.iter().filter_map(|view| view["question"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn each_question_is_told_once_as_it_comes_on_screen_before_and_after_the_wasm() {
    let site = Site::of_dist();
    site.holds(".wasm");
    let browser = Browser::desktop().await;
    browser.visits(&site.page("host.html", Page::with("<shindan-widget cta-href='/a'></shindan-widget>"))).await;
    let widget = browser.widget();
    assert_eq!(viewed(&browser, 0, 1).await, ["purpose"]);
    widget.answers("purpose").await.with("met").await;
    assert_eq!(viewed(&browser, 0, 2).await, ["purpose", "involvement"]);
    site.releases();
    widget.is_live().await;
    widget.goes_back().await;
    widget.sees_question("purpose").await;
    assert_eq!(viewed(&browser, 0, 3).await, ["purpose", "involvement", "purpose"], "the swap shows nothing new");

    let mut expected = vec!["purpose", "involvement", "purpose"];
    let answers = Answers::all_met();
    for (question, choices) in &answers.answers_in_order() {
        widget.answers(question).await.with_all(choices).await;
        expected.extend(Some(*question).filter(|question| *question != "purpose"));
    }
    browser.waits_for_event("complete").await;
    assert_eq!(viewed(&browser, 0, expected.len()).await, expected);

    let views = browser.views(0).await;
    assert_eq!((&views[0]["index"], &views[0]["total"]), (&json!(1), &json!(8)));
    assert_eq!(views[0].get("seconds"), None, "there was no question before the first");
    assert!(views[1..].iter().all(|view| view["seconds"].as_u64().is_some()), "{views:#?}");
    assert!(!views.iter().any(|view| view.to_string().contains("met")), "never the answer: {views:#?}");

    widget.goes_back().await;
    widget.sees_question("skill").await;
    expected.push("skill");
    assert_eq!(viewed(&browser, 0, expected.len()).await, expected, "the result has been between");
    let views = browser.views(0).await;
    assert_eq!(views.last().and_then(|view| view.get("seconds")), None, "no question was before it");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn after_a_reload_the_question_on_screen_is_told_again_and_no_other() {
    let (_site, browser) = on_the_demo(Device::Desktop).await;
    let widget = browser.widget();
    widget.answers("purpose").await.with("met").await;
    widget.sees_question("involvement").await;
    browser.reloads().await;
    widget.is_live().await;
    assert_eq!(viewed(&browser, 0, 1).await, ["involvement"]);
    browser.next_frames().await;
    assert_eq!(browser.views(0).await, [json!({ "question": "involvement", "index": 2, "total": 8 })]);
}

#[tokio::test]
async fn a_question_below_the_fold_is_told_when_it_is_scrolled_to() {
    let far = "<div style='height: 6000px'>長い記事</div><shindan-widget cta-href='/a'></shindan-widget>";
    let (_site, browser) = on_a_page(far).await;
    browser.waits_for_event("ready").await;
    browser.next_frames().await;
    assert_eq!(browser.views(0).await, [] as [Value; 0]);
    browser.script::<Value>("document.querySelector('shindan-widget').scrollIntoView()", vec![]).await;
    assert_eq!(viewed(&browser, 0, 1).await, ["purpose"]);
}

#[tokio::test]
async fn a_question_in_a_panel_is_told_when_the_panel_opens() {
    let (_site, browser) = on_a_page("<shindan-widget mode='popup' cta-href='/a'></shindan-widget>").await;
    let opens = "await customElements.whenDefined('shindan-widget'); return true";
    browser.script_async::<Value>(opens, vec![]).await;
    browser.waits_for_event("ready").await;
    browser.next_frames().await;
    assert_eq!(browser.views(0).await, [] as [Value; 0]);
    browser.script::<Value>("document.querySelector('shindan-widget').open()", vec![]).await;
    browser.waits_for_event("open").await;
    assert_eq!(viewed(&browser, 0, 1).await, ["purpose"]);
}

/// The names of what tag managers have received so far.
async fn pushed(browser: &Browser) -> Vec<String> {
    let layer: Vec<Value> = browser.script("return window.dataLayer ?? []", vec![]).await;
    layer.iter().filter_map(|entry| entry["event"].as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn with_data_layer_consent_nothing_is_pushed_before_the_visitor_agrees() {
    let (_site, browser) = on_a_page("<shindan-widget data-layer='consent' cta-href='/a'></shindan-widget>").await;
    let widget = browser.widget();
    widget.is_live().await;
    widget.answers("purpose").await.with("met").await;
    assert_eq!(viewed(&browser, 0, 2).await, ["purpose", "involvement"], "the page itself hears of everything");
    assert_eq!(pushed(&browser).await, [] as [&str; 0]);
    browser.script::<Value>("document.querySelector('shindan-widget').dataset.consent = 'analytics'", vec![]).await;
    widget.answers("involvement").await.with("met").await;
    viewed(&browser, 0, 3).await;
    assert_eq!(pushed(&browser).await, ["shindan:answer", "shindan:view"], "from then on, and nothing of before");
    browser.script::<Value>("delete document.querySelector('shindan-widget').dataset.consent", vec![]).await;
    widget.answers("measurement").await.with("met").await;
    viewed(&browser, 0, 4).await;
    assert_eq!(pushed(&browser).await.len(), 2, "nothing any more once consent is withdrawn");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn an_unknown_value_of_data_layer_is_one_warning_and_means_always() {
    let (_site, browser) = on_a_page("<shindan-widget data-layer='consnet' cta-href='/a'></shindan-widget>").await;
    browser.widget().is_live().await;
    assert!(pushed(&browser).await.contains(&"shindan:ready".to_owned()));
    let warnings = browser.warnings().await;
    assert!(matches!(&warnings[..], [one] if one.contains("data-layer") && one.contains("consent")), "{warnings:?}");
}
