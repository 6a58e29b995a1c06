//! Somebody else edits the widget's DOM: translators, extensions. What is read is what is recorded.

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site};
use serde_json::{Value, json};
use xtask::site::Receiver;

use crate::configured;

/// Adds nodes of its own beside and between those of the widget after every change, as extensions do.
const EXTENSION: &str = "
    addEventListener('shindan:ready', ({ target: { shadowRoot } }) => {
        const add = () => {
            for (const parent of shadowRoot.querySelectorAll('.widget, form, fieldset, label, [part~=result] > *')) {
                if (![...parent.children].some(({ localName }) => localName === 'x-extension')) {
                    parent.prepend(document.createElement('x-extension'), document.createComment('extension'));
                    parent.append(document.createElement('x-extension'));
                }
            }
        };
        new MutationObserver(add).observe(shadowRoot, { childList: true, subtree: true });
        add();
    }, true);";

/// Splits each text node and puts marks around its first letter, as tools do that highlight what is searched for.
const HIGHLIGHTER: &str = "
    addEventListener('shindan:ready', ({ target: { shadowRoot } }) => {
        const highlight = () => {
            const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walker.nextNode()) texts.push(walker.currentNode);
            for (const text of texts) {
                if (text.data.trim() && !text.parentElement.closest('mark, style, script, svg, option, a, button, [data-marked]')) {
                    text.parentElement.dataset.marked = 1;
                    const rest = text.splitText(1);
                    const mark = document.createElement('mark');
                    text.replaceWith(mark);
                    mark.append(text.data);
                    rest.data += '';
                }
            }
        };
        new MutationObserver(highlight).observe(shadowRoot, { childList: true, subtree: true });
        highlight();
    }, true);";

/// Everything that is read on the way through these answers, a line each, with a way back, a result, what would be if
/// gaps were closed, and a second run.
async fn goes_all_the_way(browser: &Browser, answers: &Answers) -> Vec<String> {
    let widget = browser.widget();
    let mut lines = Vec::new();
    for (nth, (question, choices)) in answers.answers_in_order().iter().enumerate() {
        let screen = widget.sees_question(question).await;
        let labels: Vec<_> = screen.choices.iter().map(|choice| format!("{} {}", choice.id, choice.label)).collect();
        lines.push(format!("{question}: {:?} {labels:?} {:?} {:?}", screen.legend, screen.progress, screen.chosen()));
        widget.answers(question).await.with_all(choices).await;
        if nth == 2 {
            // Back to what is there already, and on again.
            widget.is_live().await;
            widget.goes_back().await;
            let back = widget.sees_question(question).await;
            lines.push(format!("back: {:?} {:?} {:?}", back.legend, back.progress, back.chosen()));
            widget.goes_on().await;
        }
    }
    let verdict = widget.verdict().await;
    lines.push(format!("{verdict:#?}"));
    for gap in &verdict.gaps {
        widget.tries(gap).await;
        let tried = |screen: &e2e::Screen| screen.verdict.clone().filter(|verdict| verdict.tried.contains(gap));
        widget.shows("what is tried", tried).await;
        browser.next_frames().await;
        lines.push(format!("if {gap}: {:?}", widget.verdict().await.what_if));
    }
    widget.restarts().await;
    let again = widget.sees_question("purpose").await;
    lines.push(format!("again: {:?} {:?}", again.legend, again.chosen()));
    lines
}

fn same(changed: &[String], plain: &[String], what: &str) {
    for (changed, plain) in changed.iter().zip(plain) {
        assert_eq!(changed, plain, "{what}");
    }
    assert_eq!(changed.len(), plain.len(), "{what}");
}

/// The same way once on a page that is left alone, and once with this script in it.
async fn reads_the_same(attributes: &str, answers: &Answers, script: Option<&str>) {
    let site = Site::of_dist();
    let url =
        site.page("host.html", Page::with(&format!("<shindan-widget cta-href='#a' {attributes}></shindan-widget>")));
    let plain = Browser::start(Device::Desktop).await;
    plain.visits(&url).await;
    let expected = goes_all_the_way(&plain, answers).await;

    let browser = Browser::start(Device::Desktop).await;
    match script {
        Some(script) => browser.before_every_page(script).await,
        None => browser.has_a_translator().await,
    }
    browser.visits(&url).await;
    same(&goes_all_the_way(&browser, answers).await, &expected, attributes);
    if script.is_none() {
        assert!(browser.translated().await > 40, "the page was translated");
    }
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn what_is_read_in_translation_is_what_is_recorded() {
    reads_the_same("", &Answers::with_a_cap(), None).await;
}

#[tokio::test]
async fn also_in_another_language_and_on_the_short_way() {
    let short = Answers { checklist: ["partly"; 5], authority: "none", ..Answers::all_met() };
    reads_the_same("lang=en", &short, None).await;
}

#[tokio::test]
async fn also_with_nodes_of_extensions_among_the_widgets_own() {
    reads_the_same("", &Answers::with_a_cap(), Some(EXTENSION)).await;
}

#[tokio::test]
async fn also_where_a_tool_highlights_words() {
    reads_the_same("", &Answers::with_a_cap(), Some(HIGHLIGHTER)).await;
}

/// A translator that is switched on for a moment, at a question and on the result.
#[tokio::test]
async fn a_single_pass_after_the_hand_over_leaves_nothing_stale() {
    let site = Site::of_dist();
    let browser = Browser::start(Device::Phone).await;
    browser.has_a_waiting_translator().await;
    browser.visits(&site.page("host.html", Page::with("<shindan-widget cta-href='#a'></shindan-widget>"))).await;
    let (widget, answers) = (browser.widget(), Answers::with_a_cap());
    let mut legends = Vec::new();
    widget.is_live().await;
    for (question, choices) in answers.answers_in_order() {
        legends.push(widget.sees_question(question).await.legend.expect("a question has words"));
        browser.translates_once().await;
        widget.answers(question).await.with_all(&choices).await;
    }
    let mut others = legends.clone();
    others.sort_unstable();
    others.dedup();
    assert_eq!(others.len(), legends.len(), "each question has words of its own: {legends:#?}");

    let before = widget.verdict().await;
    browser.translates_once().await;
    let mut read = vec![before.what_if];
    // Those of the checklist, each of which changes the score.
    for gap in before.gaps.iter().take(3) {
        widget.tries(gap).await;
        let tried = |screen: &e2e::Screen| screen.verdict.clone().filter(|verdict| verdict.tried.contains(gap));
        let verdict = widget.shows("what is tried", tried).await;
        assert!(!read.contains(&verdict.what_if), "{gap} changes what is read: {read:#?}");
        read.push(verdict.what_if);
        browser.translates_once().await;
    }
    widget.restarts().await;
    assert_eq!(widget.sees_question("purpose").await.legend.as_ref(), legends.first());
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn the_lead_form_tells_the_truth_in_translation() {
    let receiver = Receiver::start().expect("a port is free");
    let config = json!({ "lead": { "destinations": [{ "type": "webhook-json", "url": receiver.url("lead") }] } });
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    browser.has_a_translator().await;
    browser.visits(&site.page("host.html", Page::with(&configured("", &config)))).await;
    let answers = Answers { authority: "none", ..Answers::all_met() };
    browser.widget().answers_all(&answers).await;
    let form = browser.lead_form();
    form.fills("email", "taro").await;
    let flawed = form.shows("an error", |form| form.field("email").invalid).await;
    assert!(flawed.field("email").error.contains('@'), "{flawed:#?}");
    form.submits().await;
    let summed = form.shows("a summary", |form| !form.summary.is_empty()).await;
    assert!(summed.summary.contains(&summed.field("email").label), "{summed:#?}");
    form.fills("email", "taro@example.co.jp").await;
    let corrected = form.shows("no error", |form| !form.field("email").invalid).await;
    assert_eq!(corrected.field("email").error, "");
    form.ticks("privacy").await;
    form.submits().await;
    form.reads("送信が完了しました").await;
    let came = receiver.arrivals().into_iter().filter(|one| one.method == "POST").count();
    assert_eq!(came, 1);
    let received: Vec<Value> = browser
        .events()
        .await
        .into_iter()
        .filter(|event| event.name == "shindan:error")
        .map(|event| event.detail)
        .collect();
    assert!(received.is_empty(), "{received:?}");
}
