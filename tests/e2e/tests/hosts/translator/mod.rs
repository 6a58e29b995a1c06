//! A page that is translated while it is used: what is read is what is recorded.

use e2e::rules::Answers;

use crate::page::Host;

#[tokio::test]
async fn each_question_stands_with_its_own_choices_up_to_the_verdict() {
    let plain = Host::of("plain_page").await;
    plain.opens().await;
    let host = Host::of("translator").await;
    host.opens().await;
    for host in [&plain, &host] {
        host.browser.widget().is_live().await;
    }
    for (question, choices) in &(Answers { authority: "none", ..Answers::all_met() }).answers_in_order() {
        let [expected, read] =
            [plain.browser.widget().sees_question(question).await, host.browser.widget().sees_question(question).await];
        assert_eq!(read.legend, expected.legend);
        let labels =
            |screen: &e2e::Screen| screen.choices.iter().map(|choice| choice.label.clone()).collect::<Vec<_>>();
        assert_eq!(labels(&read), labels(&expected), "{question}");
        for host in [&plain, &host] {
            host.browser.widget().answers(question).await.with_all(choices).await;
        }
    }
    let [expected, read] = [plain.browser.widget().verdict().await, host.browser.widget().verdict().await];
    assert_eq!((read.score, read.level_title, read.caps), (expected.score, expected.level_title, expected.caps));
}
