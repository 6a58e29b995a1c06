//! Owner and promoter answer apart from each other, and see what they see differently.

use e2e::rules::Answers;
use e2e::{Browser, Compared, Site};

use crate::in_words;

fn other_view() -> Answers {
    Answers { checklist: ["unmet", "met", "unmet", "met", "met"], authority: "none", ..Answers::all_met() }
}

/// The first answers and sends a link of that name, the second answers; what the second is shown.
async fn views(name: &str, first: &Answers, second: &Answers) -> Compared {
    let site = Site::of_dist();
    let sender = Browser::phone().await;
    sender.visits(&site.url("demo.html")).await;
    sender.widget().answers_all(first).await;
    let link = sender.widget().copies(name).await;
    assert!(link.contains(&format!("#{name}=readiness.")), "{link}");

    let browser = Browser::phone().await;
    browser.visits(&link).await;
    let widget = browser.widget();
    let notice = widget.shows("that the other has answered", |screen| screen.notice.clone()).await;
    assert!(notice.contains("もう一人の方が先に答えています"), "{notice}");
    let screen = widget.screen().await;
    assert!(
        screen.chosen().is_empty() && screen.verdict.is_none(),
        "nothing of the other's answers shows before one's own"
    );
    browser.passes_axe("the first question with a line about the other person").await;

    let way = second.answers_in_order();
    for (question, choices) in &way {
        widget.answers(question).await.with_all(choices).await;
        if *question == "measurement" {
            browser.reloads().await;
            widget.is_live().await;
        }
    }
    let verdict = widget.verdict().await;
    let own = second.expected();
    assert_eq!(
        (verdict.score, verdict.level.as_str()),
        (Some(own.score), own.level),
        "one's own verdict stays one's own"
    );
    browser.passes_axe("a result with two views").await;
    widget.shoots(&format!("two-views-{name}")).await;
    browser.has_a_clean_console().await;
    let [compared] = <[Compared; 1]>::try_from(verdict.compared).expect("one comparison");

    let back = widget.copies("shindan").await;
    browser.visits("about:blank").await;
    sender.visits("about:blank").await;
    sender.visits(&back).await;
    let seen = sender.widget().verdict().await;
    assert_eq!(seen.score, Some(own.score), "the link shows the second's result");
    assert_eq!(seen.compared.first(), Some(&compared), "and, to whoever began, the two views");
    compared
}

/// What the table must say of the views of these two.
fn expect_the_table_of(compared: &Compared, owner: &Answers, promoter: &Answers) {
    assert_eq!(compared.heading, "二人の見方の違い");
    assert_eq!(compared.columns, ["経営者", "推進担当者"]);
    let verdicts = [owner, promoter].map(|answers| in_words(&answers.expected()));
    assert_eq!(compared.rows[0], ["判定", &verdicts[0], &verdicts[1]].map(str::to_owned));
    let answered = |answers: &Answers, question: &str| {
        answers.answers_in_order().into_iter().find(|(asked, _)| *asked == question).map(|(_, choices)| choices)
    };
    let questions = ["purpose", "involvement", "measurement", "security", "expectation", "authority", "time", "skill"];
    let topics = ["目的の明確さ", "現場の参加", "効果の測定", "利用ルール", "期待の持ち方", "調整力", "時間", "スキル"];
    let differ: Vec<&str> = questions
        .into_iter()
        .zip(topics)
        .filter(|(question, _)| answered(owner, question) != answered(promoter, question))
        .map(|(_, topic)| topic)
        .collect();
    let compared_topics: Vec<&str> = compared.rows[1..].iter().map(|[topic, ..]| topic.as_str()).collect();
    assert_eq!(compared_topics, differ);
}

#[tokio::test]
async fn the_owner_first_then_the_promoter() {
    let (owner, promoter) = (Answers::with_a_cap(), other_view());
    let compared = views("shindan-owner", &owner, &promoter).await;
    expect_the_table_of(&compared, &owner, &promoter);
    let time = compared.rows.iter().find(|row| row[0] == "時間").expect("the time");
    assert_eq!(time[1..], ["月1回", "質問の対象外"], "the owner's left, the promoter's right");
    assert!(compared.summary.contains("話し合いを始めてください"), "{}", compared.summary);
}

#[tokio::test]
async fn the_promoter_first_then_the_owner() {
    let (promoter, owner) = (Answers::with_a_cap(), other_view());
    let compared = views("shindan-promoter", &promoter, &owner).await;
    expect_the_table_of(&compared, &owner, &promoter);
    let time = compared.rows.iter().find(|row| row[0] == "時間").expect("the time");
    assert_eq!(time[1..], ["質問の対象外", "月1回"]);
}

#[tokio::test]
async fn who_sees_the_same_is_told_so() {
    let compared = views("shindan-owner", &Answers::with_a_cap(), &Answers::with_a_cap()).await;
    assert!(compared.summary.contains("お二人の答えは同じでした"), "{}", compared.summary);
    assert_eq!(compared.rows.len(), 1, "the verdict alone: {:?}", compared.rows);
}
