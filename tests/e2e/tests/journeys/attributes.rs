//! What the site owner writes wrongly never breaks the page, and is said once, with the fix.

use e2e::rules::Answers;

use crate::on_a_page;

#[tokio::test]
async fn broken_attributes_mean_the_default_and_one_warning_each_with_the_mend() {
    let (_site, browser) =
        on_a_page("<shindan-widget mode='banana' pack='nope' cta-href='javascript:alert(1)'></shindan-widget>").await;
    let widget = browser.widget();
    widget.is_live().await;

    let warnings = browser.warnings().await;
    for (attribute, fix) in [("mode", "inline"), ("pack", "readiness"), ("cta-href", "https://")] {
        let about: Vec<_> = warnings.iter().filter(|warning| warning.contains(attribute)).collect();
        assert_eq!(about.len(), 1, "one warning about {attribute}: {warnings:#?}");
        assert!(about[0].contains(fix), "it says how to fix it: {about:?}");
    }
    assert_eq!(warnings.len(), 3, "{warnings:#?}");

    widget.answers_all(&Answers::all_met()).await;
    let verdict = widget.verdict().await;
    assert_eq!((verdict.score, verdict.level.as_str()), (Some(100), "ready"), "the default pack is asked");
    let links: Vec<String> = browser
        .script("return [...document.querySelector('shindan-widget').shadowRoot.querySelectorAll('[href]')].map((a) => a.getAttribute('href'))", vec![])
        .await;
    assert!(!links.iter().any(|link| link.to_lowercase().contains("script:")), "{links:?}");
    assert!(browser.errors().await.is_empty(), "{:?}", browser.errors().await);
    assert_eq!(browser.warnings().await.len(), 3, "nothing is said twice");
}

#[tokio::test]
async fn a_widget_without_attributes_still_asks_and_judges() {
    let (_site, browser) = on_a_page("<shindan-widget></shindan-widget>").await;
    let widget = browser.widget();
    widget.answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
    assert_eq!(widget.verdict().await.level, "prepare");
    assert!(browser.errors().await.is_empty(), "{:?}", browser.errors().await);
}

#[tokio::test]
async fn nested_configuration_words_the_call_to_action_by_level() {
    let (_site, browser) = on_a_page(
        r#"<shindan-widget><script type="application/json">{"cta":{"href":"/soudan","label":{"ready":"お話ししましょう"}}}</script></shindan-widget>"#,
    )
    .await;
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    let cta = widget.cta().await;
    assert!(cta.text.contains("お話ししましょう"), "{cta:?}");
    assert_eq!(cta.href.as_deref(), Some("/soudan"));
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn broken_configuration_is_passed_over_with_an_error() {
    let (_site, browser) = on_a_page(
        r#"<shindan-widget cta-href="/a"><script type="application/json">{"cta":{"label":{"ready":7}},</script></shindan-widget>"#,
    )
    .await;
    browser.widget().is_live().await;
    browser.widget().sees_question("purpose").await;
    let error = browser.waits_for_event("error").await;
    assert_eq!(error.detail["code"], "config", "{error:?}");
    assert_eq!(browser.errors().await.len(), 1, "{:#?}", browser.errors().await);
    assert!(browser.warnings().await.is_empty(), "{:?}", browser.warnings().await);
}

#[tokio::test]
async fn the_call_to_action_appears_twice_and_tells_nothing_of_the_result() {
    let (_site, browser) = on_a_page("<shindan-widget cta-href='/soudan?from=column#form'></shindan-widget>").await;
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    let calls = widget.verdict().await.calls;
    assert_eq!(calls.len(), 2, "{calls:?}");
    assert!(calls.iter().all(|call| call.href.as_deref() == Some("/soudan?from=column#form")), "{calls:?}");
    assert!(calls.iter().all(|call| call.element == "a" && call.text == calls[0].text), "{calls:?}");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn both_calls_to_action_are_told_and_lead_to_a_place_on_the_page() {
    let (_site, browser) =
        on_a_page("<shindan-widget cta-href='#soudan'></shindan-widget><h2 id=soudan>ご相談</h2>").await;
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    for call in [".summary + .call a", "[part~=roadmap] + .call a"] {
        widget.presses_on(call).await;
    }
    browser.waits_for_event("cta").await;
    let names = browser.event_names(0).await;
    assert_eq!(names.iter().filter(|name| *name == "cta").count(), 2, "{names:?}");
    assert_eq!(browser.script::<String>("return location.hash", vec![]).await, "#soudan");
    assert_eq!(widget.verdict().await.score, Some(100), "the result stays");
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn with_leave_of_the_owner_the_link_names_level_and_receipt() {
    for (context, named) in [("true", true), ("false", false), ("\"yes\"", false)] {
        let (_site, browser) = on_a_page(&format!(
            r#"<shindan-widget cta-href="/soudan?from=column#form"><script type="application/json">{{"cta":{{"context":{context}}}}}</script></shindan-widget>"#
        ))
        .await;
        let widget = browser.widget();
        let answers = Answers { authority: "none", ..Answers::all_met() };
        widget.answers_all(&answers).await;
        let verdict = widget.verdict().await;
        let receipt = verdict.receipt.as_ref().expect("a receipt");
        let short = receipt.rsplit(['(', ')']).nth(1).expect("a hash in brackets");
        let expected = if named {
            format!("/soudan?from=column&shindan_level=prepare&shindan_receipt=readiness-{short}#form")
        } else {
            "/soudan?from=column#form".to_owned()
        };
        let links: Vec<_> = verdict.calls.iter().map(|call| call.href.as_deref()).collect();
        assert_eq!(links, [Some(expected.as_str()); 2], "cta.context: {context}");
        assert!(browser.errors().await.is_empty(), "{:?}", browser.errors().await);
    }
}
