//! Since last time: by a link, or by what the device keeps with the respondent's leave.

use e2e::rules::Answers;
use e2e::{Action, Browser, Compared, Device, Verdict, Widget};
use serde_json::Value;

use crate::{in_words, on_the_demo};

/// What is kept on the device.
async fn kept(browser: &Browser) -> Vec<String> {
    browser.script("return Object.values({ ...localStorage })", vec![]).await
}

/// The next visit: the session is over.
async fn comes_back(browser: &Browser, url: &str) {
    browser.opens_a_new_tab().await;
    browser.visits(url).await;
    browser.widget().is_live().await;
    let empty: bool = browser.script("return sessionStorage.length === 0", vec![]).await;
    assert!(empty, "a new tab knows nothing of the old session");
}

async fn keeps(widget: Widget<'_>, keeps: bool) {
    widget.shows(&format!("keeping: {keeps}"), |screen| (screen.verdict.as_ref()?.keeps == keeps).then_some(())).await;
}

/// Expects the comparison of these two runs alone.
fn expect_since(verdict: &Verdict, before: &Answers, now: &Answers) {
    let [compared] = verdict.compared.as_slice() else { panic!("one comparison: {verdict:#?}") };
    let Compared { heading, summary, columns, rows } = compared;
    assert!(heading.starts_with("前回（") && heading.contains('年') && heading.ends_with("）との違い"), "{heading}");
    assert_eq!(*columns, ["前回", "今回"]);
    assert_eq!(rows[0][1..], [before, now].map(|answers| in_words(&answers.expected())));
    let closed = before.gaps().iter().any(|gap| !now.gaps().contains(gap));
    let opened = now.gaps().iter().any(|gap| !before.gaps().contains(gap));
    assert_eq!((summary.contains("解消した不足："), summary.contains("新しい不足：")), (closed, opened), "{summary}");
    assert_eq!(summary == "不足している項目は、前回と同じです。", !closed && !opened, "{summary}");
}

fn better() -> Answers {
    Answers { checklist: ["met", "partly", "met", "met", "met"], authority: "partly", ..Answers::all_met() }
}

#[tokio::test]
async fn with_leave_the_next_visit_is_compared_with_this_one() {
    let (site, browser) = on_the_demo(Device::Phone).await;
    let (url, widget) = (site.url("demo.html"), browser.widget());
    widget.answers_all(&Answers::with_a_cap()).await;
    assert!(kept(&browser).await.is_empty(), "nothing is kept without leave");
    widget.presses_keep().await;
    keeps(widget, true).await;
    let codes = kept(&browser).await;
    assert!(codes.len() == 1 && codes[0].starts_with("readiness."), "{codes:?}");
    browser.reloads().await;
    keeps(widget, true).await;
    assert!(widget.verdict().await.compared.is_empty(), "a reload is no next time");

    comes_back(&browser, &url).await;
    let screen = widget.sees_question("purpose").await;
    assert!(screen.chosen().is_empty() && screen.notice.is_none(), "the next visit begins anew: {screen:?}");
    widget.answers_all(&better()).await;
    expect_since(&widget.verdict().await, &Answers::with_a_cap(), &better());
    keeps(widget, true).await;
    assert_ne!(kept(&browser).await, codes, "the new result is kept now");
    browser.passes_axe("a result with the difference since last time").await;
    widget.shoots("since-last-time").await;

    comes_back(&browser, &url).await;
    widget.answers_all(&better()).await;
    expect_since(&widget.verdict().await, &better(), &better());

    widget.presses_keep().await;
    keeps(widget, false).await;
    assert!(kept(&browser).await.is_empty(), "leave withdrawn, entry gone");
    let left: usize = browser.script("return localStorage.length", vec![]).await;
    assert_eq!(left, 0);
    comes_back(&browser, &url).await;
    widget.answers_all(&Answers::with_a_cap()).await;
    let verdict = widget.verdict().await;
    assert!(verdict.compared.is_empty() && !verdict.keeps && kept(&browser).await.is_empty());
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_link_of_ones_own_is_compared_too() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    widget.answers_all(&Answers::with_a_cap()).await;
    let link = widget.copies("shindan").await;

    let later = Browser::phone().await;
    later.visits(&link).await;
    let widget = later.widget();
    assert!(widget.verdict().await.compared.is_empty());
    widget.restarts().await;
    widget.answers_all(&better()).await;
    expect_since(&widget.verdict().await, &Answers::with_a_cap(), &better());
    assert!(kept(&later).await.is_empty());
    widget.restarts().await;
    widget.answers_all(&Answers::with_a_cap()).await;
    expect_since(&widget.verdict().await, &Answers::with_a_cap(), &Answers::with_a_cap());
}

#[tokio::test]
async fn where_nothing_can_be_kept_the_box_does_not_stay_ticked() {
    let blocked =
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
    // What is left is enough for a word, but not for a result.
    let full = "localStorage.clear(); localStorage.setItem('reserve', 'x'.repeat(20));
        for (let size = 2 ** 22; size >= 1; size /= 2) {
            for (let at = 0; at < 2; at += 1) { try { localStorage.setItem(`${size} ${at}`, 'x'.repeat(size)) } catch {} }
        }
        localStorage.removeItem('reserve')";
    for script in [blocked, full] {
        let (_site, browser) = on_the_demo(Device::Phone).await;
        browser.before_every_page(script).await;
        browser.reloads().await;
        let widget = browser.widget();
        widget.answers_all(&Answers::with_a_cap()).await;
        widget.presses_keep().await;
        browser.next_frames().await;
        keeps(widget, false).await;
        let entries = "try { return Object.keys(localStorage).filter((key) => key.startsWith('shindan:')).length } catch { return 0 }";
        assert_eq!(browser.script::<usize>(entries, vec![]).await, 0, "nothing is half kept");
        widget.goes_back().await;
        widget.goes_on().await;
        keeps(widget, false).await;
        browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn what_an_older_version_kept_is_passed_over_without_a_word() {
    let (_site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    widget.answers_all(&Answers::with_a_cap()).await;
    widget.presses_keep().await;
    keeps(widget, true).await;
    let age =
        "for (const key of Object.keys(localStorage)) { localStorage[key] = localStorage[key].replace('.1_', '.0_') }
               sessionStorage.clear()";
    browser.script::<Value>(age, vec![]).await;
    browser.reloads().await;
    widget.is_live().await;
    assert_eq!(widget.sees_question("purpose").await.notice, None, "no link was opened, so none is spoken of");
    widget.answers_all(&better()).await;
    let verdict = widget.verdict().await;
    assert!(verdict.compared.is_empty() && verdict.keeps, "{verdict:#?}");
}

#[tokio::test]
async fn the_leave_is_no_part_of_the_session() {
    let (site, browser) = on_the_demo(Device::Phone).await;
    let widget = browser.widget();
    widget.answers_all(&Answers::with_a_cap()).await;
    widget.presses_keep().await;
    keeps(widget, true).await;
    site.holds(".wasm");
    browser.opens_a_new_tab().await;
    browser.visits(&site.url("demo.html")).await;
    widget.answers("purpose").await.with("met").await;
    widget.sees_question("involvement").await;
    let session: Vec<String> = browser.script("return Object.values({ ...sessionStorage })", vec![]).await;
    assert!(session.iter().any(|run| run.contains("purpose=met")), "{session:?}");
    assert!(!session.iter().any(|run| run.contains(".kept")), "{session:?}");

    // Elsewhere the leave is taken back: then nothing is kept any more.
    browser.script::<Value>("localStorage.clear()", vec![]).await;
    browser.reloads().await;
    site.releases();
    site.treats(".wasm", Action::Pass);
    for (question, choices) in better().answers_in_order().iter().skip(1) {
        widget.answers(question).await.with_all(choices).await;
    }
    keeps(widget, false).await;
    assert!(kept(&browser).await.is_empty());
}
