//! Several widgets on one page.

use e2e::rules::Answers;

use crate::on_a_page;

#[tokio::test]
async fn two_widgets_on_one_page_know_nothing_of_each_other() {
    let (_site, browser) = on_a_page(
        "<shindan-widget cta-href='/first'></shindan-widget><h2>次</h2><shindan-widget cta-href='/second'></shindan-widget>",
    )
    .await;
    let (first, second) = (browser.widget_nth(0), browser.widget_nth(1));

    first.answers("purpose").await.with("unmet").await;
    first.sees_question("involvement").await;
    assert!(second.sees_question("purpose").await.chosen().is_empty());

    let poor = Answers { checklist: ["partly"; 5], authority: "none", ..Answers::all_met() };
    second.answers_all(&poor).await;
    assert_eq!(first.screen().await.question.as_deref(), Some("involvement"));

    // Turn by turn.
    for question in ["involvement", "measurement", "security", "expectation", "authority", "time"] {
        first.answers(question).await.with("met").await;
    }
    second.restarts().await;
    first.answers("skill").await.with_all(&["process", "ai", "communication"]).await;
    assert_eq!(first.verdict().await.score, Some(80));
    assert_eq!(first.cta().await.href.as_deref(), Some("/first"));
    second.answers("purpose").await.with("met").await;
    second.sees_question("involvement").await;

    assert_eq!(browser.event_names(0).await.iter().filter(|name| *name == "complete").count(), 1);
    assert_eq!(browser.event_names(1).await.iter().filter(|name| *name == "complete").count(), 1);

    browser.reloads().await;
    assert_eq!(first.verdict().await.score, Some(80), "each takes up its own run");
    assert_eq!(second.sees_question("involvement").await.question.as_deref(), Some("involvement"));
    browser.has_a_clean_console().await;
}
