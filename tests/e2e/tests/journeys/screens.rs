//! Every screen on every device in both schemes: axe over it, and a picture to look at.

use e2e::rules::Answers;
use e2e::{Browser, Device, Engine, Widget};

use crate::on_the_demo;

/// A run with a cap, many findings and a way up.
fn with_gaps() -> Answers {
    Answers {
        checklist: ["unmet", "partly", "unknown", "met", "met"],
        authority: "partly",
        time: "unmet",
        skill: vec!["ai"],
    }
}

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_of_a_phone() {
    every_screen(Device::Phone, "phone").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_any_screen_of_a_desk() {
    every_screen(Device::Desktop, "desktop").await;
}

async fn every_screen(device: Device, name: &str) {
    let (_site, browser) = on_the_demo(device).await;
    let widget = browser.widget();
    widget.is_live().await;
    let screen = async |what: &str| both_schemes(&browser, widget, &format!("{what}-{name}")).await;
    screen("1-first-question").await;
    widget.goes_on().await;
    widget.shows("a hint", |screen| screen.hint.clone()).await;
    screen("2-hint").await;

    let way = with_gaps().answers_in_order();
    for (question, choices) in &way {
        widget.sees_question(question).await;
        match *question {
            "involvement" => screen("3-second-question").await,
            "authority" => screen("4-five-choices").await,
            "skill" => {
                widget.taps("ai").await;
                widget.shows("a ticked box", |screen| (screen.chosen() == ["ai"]).then_some(())).await;
                screen("5-boxes").await;
            }
            _ => {}
        }
        widget.answers(question).await.with_all(choices).await;
    }
    widget.verdict().await;
    screen("6-result-prepare").await;
    if widget.screen().await.verdict.is_some_and(|verdict| verdict.findings.iter().any(|finding| !finding.open)) {
        widget.presses_on("[part~=result] summary").await;
        widget
            .shows("every finding", |screen| screen.verdict.as_ref()?.findings.iter().all(|f| f.open).then_some(()))
            .await;
        screen("7-result-unfolded").await;
    }
    widget.tries("purpose").await;
    widget.shows("a tried gap", |screen| (screen.verdict.as_ref()?.tried == ["purpose"]).then_some(())).await;
    widget.copies("shindan").await;
    screen("8-what-if").await;

    widget.restarts().await;
    widget.answers_all(&Answers::all_met()).await;
    screen("9-result-ready").await;
    widget.restarts().await;
    widget.answers_all(&Answers { checklist: ["unmet"; 5], authority: "none", ..Answers::all_met() }).await;
    screen("10-result-rethink").await;

    let link = widget.copies("shindan-owner").await;
    browser.visits("about:blank").await;
    browser.visits(&link).await;
    widget.shows("that the other has answered", |screen| screen.notice.clone()).await;
    screen("11-second-person").await;
    widget.answers_all(&with_gaps()).await;
    screen("12-two-views").await;
    let link = widget.copies("shindan").await;
    browser.visits("about:blank").await;
    browser.visits(&link).await;
    widget.shows("the day of the result", |screen| screen.verdict.as_ref()?.day.clone()).await;
    screen("13-opened").await;
    widget.restarts().await;
    widget.answers_all(&Answers::all_met()).await;
    screen("14-since-last-time").await;
    browser.visits("about:blank").await;
    browser.visits(&link.replace("#shindan=", "#shindan=x")).await;
    widget.shows("that the link does not hold", |screen| screen.notice.clone()).await;
    screen("15-damaged-link").await;
}

async fn both_schemes(browser: &Browser, widget: Widget<'_>, name: &str) {
    if browser.engine() == Engine::WebKit {
        e2e::without("WebKitWebDriver cannot change what a visitor prefers: light alone");
        browser.passes_axe(name).await;
        widget.shoots(&format!("{name}-light")).await;
        return;
    }
    for scheme in ["light", "dark"] {
        browser.prefers(&[("prefers-color-scheme", scheme)]).await;
        browser.passes_axe(&format!("{name}, {scheme}")).await;
        widget.shoots(&format!("{name}-{scheme}")).await;
    }
}
