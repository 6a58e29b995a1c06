//! Where a lead may go: only where it was meant to, whatever page its visitor is on.

use std::time::Duration;

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site, TIMEOUT, until};
use serde_json::{Value, json};
use xtask::site::{Receiver, ScriptedResponse};

use crate::configured;

/// More than the longest wait after a first try.
const A_WHILE: Duration = Duration::from_mins(1);

/// The real time that an attempt may take on a busy machine. Less would let the page's clock pass its time limit each time.
const AN_ATTEMPT: Duration = Duration::from_secs(4);

fn page(to: &[&Receiver]) -> Page {
    let to: Vec<Value> = to.iter().map(|one| json!({ "type": "webhook-json", "url": one.url("lead") })).collect();
    Page::with(&configured("", &json!({ "lead": { "fields": ["email"], "destinations": to } })))
}

fn posts(receiver: &Receiver) -> Vec<String> {
    let all = receiver.arrivals().into_iter().filter(|one| one.method == "POST");
    all.filter_map(|one| one.body).collect()
}

async fn submits_a_lead(browser: &Browser, email: &str) {
    browser.widget().answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
    let form = browser.lead_form();
    form.fills("email", email).await;
    form.ticks("privacy").await;
    form.submits().await;
}

/// Lets all that is to be sent on this page be tried.
async fn tries_all(browser: &Browser) {
    browser.widget().is_live().await;
    browser.widget().screen().await;
    // An attempt that runs ends before the time passes, or its time limit would pass too.
    rests(browser, 1).await;
    browser.lets_pass(A_WHILE).await;
    rests(browser, 3).await;
}

/// Waits as often until the outbox sends nothing. In WebKit a page that was left may hold the lock for good; the outbox then
/// goes on without.
async fn rests(browser: &Browser, times: usize) {
    let rests = "for (let i = 0; i < arguments[0]; i += 1) {
        await navigator.locks.request('shindan-outbox', { signal: AbortSignal.timeout(3000) }, () => {}).catch(() => {});
    }";
    browser.script_async::<Value>(rests, vec![json!(times)]).await;
}

/// Lets time pass, and the page begin anew, until that receiver has a lead.
async fn gets_it(receiver: &Receiver, browser: &Browser, what: &str) {
    let kept = until(async || {
        tries_all(browser).await;
        if receiver.arrivals().iter().any(|one| one.stored) {
            return Ok(());
        }
        // What is not due yet when a page begins, a later visit looks after.
        browser.reloads().await;
        Err(receiver.arrivals())
    });
    kept.await.unwrap_or_else(|arrivals| panic!("not {what}: {arrivals:#?}"));
}

#[tokio::test]
async fn a_lead_that_waits_never_goes_to_another_pages_receiver() {
    for (first, second) in [
        ("host.html?p=1", "host.html?p=2"),
        ("host.html", "other.html"),
        ("host.html?id=a&utm_source=x", "host.html?id=b&utm_source=x"),
    ] {
        let (one, other) = (Receiver::start().expect("a port is free"), Receiver::start().expect("a port is free"));
        one.does([ScriptedResponse::answers(503)]);
        let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
        browser.has_a_clock().await;
        site.page("host.html", page(&[&one]));
        site.page("other.html", page(&[&other]));
        browser.visits(&site.url(first)).await;
        submits_a_lead(&browser, "first@example.co.jp").await;
        assert!(one.saw(TIMEOUT, |all| all.iter().any(|one| one.method == "POST")));
        browser.lead_form().reads("自動でもう一度送信します").await;

        site.page("host.html", page(&[&other]));
        browser.visits(&site.url(second)).await;
        let screen = browser.widget().sees_question("purpose").await;
        assert!(screen.chosen().is_empty(), "{second} shows no run of {first}");
        tries_all(&browser).await;
        submits_a_lead(&browser, "second@example.co.jp").await;
        let is_asked = until(async || {
            if other.saw(AN_ATTEMPT, |all| all.iter().any(|one| one.method == "POST")) {
                return Ok(());
            }
            browser.lets_pass(A_WHILE).await;
            Err(())
        });
        is_asked.await.unwrap_or_else(|()| panic!("{second}: its own receiver is asked"));
        one.does([ScriptedResponse::takes()]);
        gets_it(&one, &browser, &format!("{second}: it goes where it was meant to go")).await;
        assert!(posts(&other).iter().all(|body| !body.contains("first@")), "{second}: {:#?}", posts(&other));
        assert!(posts(&one).iter().all(|body| !body.contains("second@")), "{second}: {:#?}", posts(&one));
    }
}

#[tokio::test]
async fn an_order_that_the_owner_changes_misdirects_nothing() {
    let (one, other) = (Receiver::start().expect("a port is free"), Receiver::start().expect("a port is free"));
    one.does([ScriptedResponse::answers(503)]);
    let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
    browser.has_a_clock().await;
    let url = site.page("host.html", page(&[&one, &other]));
    browser.visits(&url).await;
    submits_a_lead(&browser, "taro@example.co.jp").await;
    assert!(one.saw(TIMEOUT, |all| all.iter().any(|one| one.method == "POST")));
    assert!(other.saw(TIMEOUT, |all| all.iter().any(|one| one.stored)));
    // What came meanwhile is answered before the page is left.
    browser.lead_form().reads("送信が完了しました").await;
    one.does([ScriptedResponse::takes()]);
    site.page("host.html", page(&[&other, &one]));
    browser.reloads().await;
    gets_it(&one, &browser, "who has it not yet gets it").await;
    assert_eq!(posts(&other).len(), 1, "who has it gets it once: {:#?}", posts(&other));
}

#[tokio::test]
async fn an_address_that_the_owner_corrects_gets_what_waits_for_it() {
    let (wrong, right) = (Receiver::start().expect("a port is free"), Receiver::start().expect("a port is free"));
    wrong.does([ScriptedResponse::answers(503)]);
    let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
    browser.has_a_clock().await;
    let url = site.page("host.html", page(&[&wrong]));
    browser.visits(&url).await;
    submits_a_lead(&browser, "taro@example.co.jp").await;
    browser.lead_form().reads("自動でもう一度送信します").await;
    site.page("host.html", page(&[&right]));
    browser.reloads().await;
    gets_it(&right, &browser, "the corrected address gets it").await;
}
