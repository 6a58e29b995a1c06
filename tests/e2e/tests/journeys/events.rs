//! What the host page hears.

use e2e::rules::{Answers, CHECKLIST};
use serde_json::{Value, json};

use crate::on_a_page;

#[tokio::test]
async fn a_run_is_told_in_order_and_never_says_an_answer() {
    let (_site, browser) = on_a_page("<shindan-widget cta-href='#consultation'></shindan-widget>").await;
    let widget = browser.widget();
    widget.is_live().await;
    let answers =
        Answers { checklist: ["met", "partly", "unmet", "unknown", "met"], time: "partly", ..Answers::all_met() };
    let expected = answers.expected();
    widget.answers_all(&answers).await;
    browser.waits_for_event("complete").await;
    widget.presses_on("[part~=cta]").await;
    browser.waits_for_event("cta").await;

    let mut names = vec!["ready", "start"];
    names.extend(["answer"; 8]);
    names.extend(["complete", "cta"]);
    assert_eq!(browser.event_names(0).await, names);

    let events = browser.events().await;
    assert!(events.iter().all(|event| event.bubbles && event.composed && event.widget == 0), "{events:#?}");

    let asked: Vec<&str> = CHECKLIST.into_iter().chain(["authority", "time", "skill"]).collect();
    let pushed = events.iter().filter(|event| event.name == "shindan:answer");
    for ((event, question), index) in pushed.zip(asked).zip(1..) {
        assert_eq!(event.detail, json!({ "question": question, "index": index, "total": 8 }), "and never the answer");
    }

    let complete = browser.waits_for_event("complete").await.detail;
    assert_eq!(complete["pack"], "readiness");
    assert_eq!(complete["score"], json!(expected.score));
    assert_eq!(complete["level"], expected.level);
    assert!(complete["version"].as_str().is_some_and(|version| version.contains('.')), "{complete}");
    assert!(complete["content_hash"].as_str().is_some_and(|hash| hash.len() >= 8), "{complete}");
    assert_eq!(complete["caps"].as_array().map(Vec::len), Some(1), "{complete}");
    assert_eq!(complete["cap_ids"], complete["caps"][0]["section"], "{complete}");
    browser.has_a_clean_console().await;
}

/// The parameters of each event's tag in the container for Tag Manager, by the name of the event.
fn container() -> Vec<(String, Vec<String>)> {
    let json = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/gtm-container.json")).unwrap();
    let json: Value = serde_json::from_str(&json).unwrap();
    let list = |kind: &str| json["containerVersion"][kind].as_array().cloned().unwrap_or_default();
    let keys = |tag: &Value| {
        let table = tag["parameter"].as_array()?.iter().find(|one| one["key"] == "eventSettingsTable")?;
        let rows = table["list"].as_array()?.iter();
        Some(rows.filter_map(|row| row["map"][0]["value"].as_str().map(str::to_owned)).collect())
    };
    let event = |trigger: &Value| trigger["customEventFilter"][0]["parameter"][1]["value"].as_str().map(str::to_owned);
    let of = |trigger: &Value| {
        let tag = list("tag").into_iter().find(|tag| tag["firingTriggerId"][0] == trigger["triggerId"])?;
        Some((event(trigger)?, keys(&tag).unwrap_or_default()))
    };
    list("trigger").iter().filter_map(of).collect()
}

#[tokio::test]
async fn the_container_for_tag_manager_reads_what_is_pushed() {
    let arms = r#"{"variants":[{"id":"a"},{"id":"b","cta":{"label":{"ready":"B"}}}]}"#;
    let (_site, browser) = on_a_page(&format!(
        "<shindan-widget data-layer mode=popup cta-href='#a'><script type=application/json>{arms}</script></shindan-widget>"
    ))
    .await;
    browser
        .script::<Value>(
            "customElements.whenDefined('shindan-widget').then(() => document.querySelector('shindan-widget').open())",
            vec![],
        )
        .await;
    let widget = browser.widget();
    browser.waits_for_event("variant").await;
    widget.answers_all(&Answers::with_a_cap()).await;
    widget.presses_on("[part~=cta]").await;
    browser.script::<Value>("document.querySelector('shindan-widget').close()", vec![]).await;
    browser.waits_for_event("close").await;
    let pushed: Vec<Value> = browser.script("return window.dataLayer", vec![]).await;
    for (event, keys) in container().into_iter().filter(|(event, _)| event != "generate_lead") {
        let last = pushed.iter().rfind(|one| one["event"] == event.as_str());
        let last = last.unwrap_or_else(|| panic!("{event} is not pushed: {pushed:#?}"));
        // A panel opens, and its first question is seen, before the arm is drawn.
        let is_early = event == "shindan:open";
        let missing: Vec<&String> =
            keys.iter().filter(|key| last.get(key).is_none() && !(is_early && *key == "variant")).collect();
        assert!(missing.is_empty(), "{event} lacks {missing:?}: {last:#}");
        for value in keys.iter().filter_map(|key| last[key].as_str()) {
            let is_plain = value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte));
            assert!(is_plain && value.len() <= 100, "{event}: {value}");
        }
    }
}

#[tokio::test]
async fn without_a_promoter_the_run_is_told_to_be_six_long() {
    let (_site, browser) = on_a_page("<shindan-widget cta-href='/a'></shindan-widget>").await;
    let widget = browser.widget();
    widget.is_live().await;
    widget.answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
    browser.waits_for_event("complete").await;
    let events = browser.events().await;
    let last = events.iter().rfind(|event| event.name == "shindan:answer").map(|event| event.detail.clone());
    assert_eq!(last, Some(json!({ "question": "authority", "index": 6, "total": 6 })));
}

#[tokio::test]
async fn with_data_layer_the_events_are_pushed_there_too() {
    let (_site, browser) = on_a_page(
        "<shindan-widget data-layer cta-href='/a'></shindan-widget><shindan-widget cta-href='/a'></shindan-widget>",
    )
    .await;
    let (pushed, silent) = (browser.widget_nth(0), browser.widget_nth(1));
    pushed.is_live().await;
    silent.is_live().await;
    silent.answers("purpose").await.with("met").await;
    pushed.answers("purpose").await.with("met").await;
    let pushed: Vec<Value> = browser.script("return window.dataLayer ?? []", vec![]).await;
    let names = pushed.iter().filter_map(|entry| entry["event"].as_str()).filter(|name| *name != "shindan:view");
    assert_eq!(names.collect::<Vec<_>>(), ["shindan:ready", "shindan:start", "shindan:answer"], "{pushed:?}");
    assert!(!pushed.iter().any(|entry| entry.to_string().contains("\"met\"")), "never the answer: {pushed:?}");
}

/// The browser reports what a listener throws while the wasm calls it: that is the page's own fault, and stays it.
#[tokio::test]
async fn a_listener_of_the_page_that_throws_is_no_fault_of_the_widget() {
    let (_site, browser) = on_a_page(
        "<script>for (const name of ['answer', 'complete', 'focusin']) {
            addEventListener(name === 'focusin' ? name : `shindan:${name}`, () => { throw new Error(`of the page: ${name}`); });
        }</script><shindan-widget cta-href='#a'></shindan-widget>",
    )
    .await;
    let widget = browser.widget();
    widget.is_live().await;
    widget.answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
    browser.waits_for_event("complete").await;
    assert_eq!(widget.cta().await.href.as_deref(), Some("#a"), "the result stands");
    let events = browser.event_names(0).await;
    assert!(!events.iter().any(|name| name == "error"), "{events:?}");
    let errors = browser.errors().await;
    assert!(errors.iter().any(|error| error.contains("of the page: complete")), "the page hears of it: {errors:#?}");
}
