//! Presses that come twice, pages that go away, tabs beside each other, and a clock that is set back.

use std::time::Duration;

use e2e::{needs, until};
use serde_json::{Value, json};
use xtask::site::{Receiver, ScriptedResponse};

use crate::A_WHILE;
use crate::lead_page::{LeadPage, widget};

/// A lease ends by then, and the wait after it.
const LONG: Duration = A_WHILE.saturating_add(Duration::from_secs(31));

/// Another tab of the same browser, with the page in it up to its first question.
async fn opens_another_tab(lead_page: &LeadPage) {
    lead_page.browser.opens_a_new_tab().await;
    lead_page.browser.has_a_clock().await;
    lead_page.browser.visits(&lead_page.url).await;
    lead_page.browser.widget().is_live().await;
}

/// Waits until the only lead is in such a state, as it is stored.
async fn is_in_state(lead_page: &LeadPage, wanted: &str) {
    let seen = until(async || {
        let state = lead_page.state().await;
        if state.starts_with(wanted) { Ok(()) } else { Err(state) }
    });
    seen.await.unwrap_or_else(|state| panic!("the lead does not come to {wanted}: {state}"));
}

/// Lets time pass until the only lead is delivered. A page on a busy machine may set its timers only after a while.
async fn is_delivered_in_time(lead_page: &LeadPage) {
    let seen = until(async || {
        lead_page.waits(LONG).await;
        lead_page.rests().await;
        let state = lead_page.state().await;
        if state == "delivered" { Ok(()) } else { Err(state) }
    });
    seen.await.unwrap_or_else(|state| panic!("the lead stays in the state {state}"));
}

#[tokio::test]
async fn two_taps_in_a_row_are_one_lead() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.fills_in().await;
    let place = lead_page.browser.widget().place_of("[part~=submit]").await;
    let pointer = lead_page.browser.pointer();
    for _ in 0..2 {
        lead_page.browser.press_down(pointer, place).await;
        lead_page.browser.let_go(pointer, place).await;
    }
    lead_page.ends_delivered().await;
    lead_page.rests().await;
    assert_eq!(lead_page.arrivals().len(), 1);
    assert_eq!(lead_page.browser.stored().await["leads"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn submitting_from_a_script_twice_at_once_is_one_lead() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.fills_in().await;
    let twice = "const submit = document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=submit]');
        submit.click(); submit.click()";
    lead_page.browser.script::<Value>(twice, vec![]).await;
    lead_page.ends_delivered().await;
    lead_page.rests().await;
    assert_eq!(lead_page.arrivals().len(), 1);
}

#[tokio::test]
async fn a_reload_while_it_is_sent_neither_loses_nor_doubles_it() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::hangs(), ScriptedResponse::takes()]);
    lead_page.submits().await;
    lead_page.gets(1);
    lead_page.browser.reloads().await;
    lead_page.status().await;
    lead_page.rests().await;
    assert!(lead_page.state().await.starts_with("sending"), "no other page sends as long as the lease lasts");
    lead_page.waits(LONG).await;
    is_in_state(&lead_page, "retry_wait").await;
    lead_page.waits(LONG).await;
    lead_page.ends_delivered().await;
    assert_eq!(lead_page.arrivals().len(), 2, "both with the same id");
}

#[tokio::test]
async fn a_reload_as_soon_as_it_is_written_down_loses_nothing() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.submits_offline().await;
    is_in_state(&lead_page, "retry_wait").await;
    // Being online again sends at once, and the reload may come before, amid or after that.
    lead_page.is_online(true).await;
    lead_page.browser.reloads().await;
    lead_page.status().await;
    is_delivered_in_time(&lead_page).await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn a_tab_that_is_closed_while_it_sends_leaves_the_lead_to_the_next_visit() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::hangs(), ScriptedResponse::takes()]);
    lead_page.submits().await;
    lead_page.gets(1);
    let first = lead_page.browser.tab().await;
    opens_another_tab(&lead_page).await;
    let second = lead_page.browser.tab().await;
    lead_page.browser.goes_to_tab(&first).await;
    lead_page.browser.closes_the_tab().await;
    lead_page.browser.goes_to_tab(&second).await;
    // A lease of half a minute, and then the wait after a failed try; nobody fills in a form here.
    is_delivered_in_time(&lead_page).await;
    assert_eq!(lead_page.kept().len(), 1, "{:#?}", lead_page.arrivals());
}

#[tokio::test]
async fn of_two_tabs_one_sends() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::answers(503), ScriptedResponse::takes()]);
    lead_page.submits().await;
    is_in_state(&lead_page, "retry_wait").await;
    let first = lead_page.browser.tab().await;
    opens_another_tab(&lead_page).await;
    let second = lead_page.browser.tab().await;
    // Both wake up at the same moment, as at the end of a dead zone.
    for tab in [&first, &second] {
        lead_page.browser.goes_to_tab(tab).await;
        lead_page.browser.lets_pass(A_WHILE).await;
    }
    // Whichever has sent it, the first hears of it when it looks again.
    lead_page.browser.goes_to_tab(&first).await;
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
    lead_page.rests().await;
    assert_eq!(lead_page.arrivals().len(), 2, "one that failed, one that did not");
}

#[tokio::test]
async fn a_tab_that_holds_the_lock_and_sleeps_keeps_no_lead_back() {
    needs!(DevTools);
    let lead_page = LeadPage::before("webhook-json", |page| page).await;
    let hold = "navigator.locks.request('shindan-outbox', () => new Promise(() => {}))";
    lead_page.browser.script::<Value>(hold, vec![]).await;
    let lead_page = lead_page.comes_to_the_result().await;
    lead_page.submits().await;
    lead_page.status().await;
    is_in_state(&lead_page, "queued").await;
    lead_page.browser.sleeps(Duration::from_secs(30)).await;
    lead_page.ends_delivered().await;
}

#[tokio::test]
async fn a_clock_that_is_set_back_by_a_year_makes_no_wait_longer() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.receiver_does([ScriptedResponse::answers(500), ScriptedResponse::takes()]);
    lead_page.submits().await;
    is_in_state(&lead_page, "retry_wait").await;
    lead_page.rests().await;
    lead_page.browser.sets_the_clock(-365.0 * 24.0).await;
    // The next look finds it out, the one after that sends.
    lead_page.waits(A_WHILE).await;
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
    assert_eq!(lead_page.arrivals().len(), 2);
}

#[tokio::test]
async fn another_page_of_the_site_sends_what_waits_to_where_it_was_meant_to_go() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.submits_offline().await;
    lead_page.status().await;
    is_in_state(&lead_page, "retry_wait").await;
    lead_page.is_online(true).await;
    let elsewhere = json!({ "type": "webhook-json", "url": "http://127.0.0.1:9/" });
    let page = e2e::Page::with(&widget("", &[elsewhere]));
    lead_page.browser.visits(&lead_page.site.page("elsewhere.html", page)).await;
    lead_page.browser.widget().is_live().await;
    is_delivered_in_time(&lead_page).await;
    assert_eq!(lead_page.kept().len(), 1);
}

/// A lead that waits for an address where nobody is, in a page whose owner has corrected that since.
async fn with_a_corrected_address() -> LeadPage {
    let lead_page = LeadPage::with("webhook-json").await;
    let nobody = json!({ "type": "webhook-json", "url": "http://127.0.0.1:9/" });
    let here = json!({ "type": "webhook-json", "url": lead_page.receiver.url("lead") });
    let page = |to| e2e::Page::with(&widget("", &[to]));
    lead_page.site.page("host.html", page(nobody));
    lead_page.browser.reloads().await;
    lead_page.has_the_form().await;
    lead_page.submits().await;
    is_in_state(&lead_page, "retry_wait").await;
    lead_page.site.page("host.html", page(here));
    lead_page
}

#[tokio::test]
async fn an_address_that_the_owner_corrects_gets_what_was_waiting() {
    needs!(DevTools);
    let lead_page = with_a_corrected_address().await;
    lead_page.browser.reloads().await;
    lead_page.status().await;
    lead_page.waits(A_WHILE).await;
    lead_page.ends_delivered().await;
}

/// Campaign parameters do not make another page.
#[tokio::test]
async fn a_corrected_address_is_found_by_a_visit_from_a_campaign_too() {
    needs!(DevTools);
    let lead_page = with_a_corrected_address().await;
    lead_page.browser.visits(&format!("{}?utm_source=mail&gclid=G1", lead_page.url)).await;
    lead_page.browser.widget().is_live().await;
    is_delivered_in_time(&lead_page).await;
    assert_eq!(lead_page.kept().len(), 1);
}

/// A CMS tells its pages apart by the query.
#[tokio::test]
async fn another_page_of_the_same_path_gets_nothing_that_was_not_meant_for_it() {
    needs!(DevTools);
    let lead_page = LeadPage::before("webhook-json", |page| page).await;
    let other = Receiver::start().expect("a port is free");
    lead_page.browser.visits(&format!("{}?p=1", lead_page.url)).await;
    let lead_page = lead_page.comes_to_the_result().await;
    lead_page.receiver_does([ScriptedResponse::answers(503), ScriptedResponse::takes()]);
    lead_page.submits().await;
    is_in_state(&lead_page, "retry_wait").await;
    let to = json!({ "type": "webhook-json", "url": other.url("lead") });
    lead_page.site.page("host.html", e2e::Page::with(&widget("", &[to])));
    lead_page.browser.visits(&format!("{}?p=2", lead_page.url)).await;
    lead_page.browser.widget().is_live().await;
    is_delivered_in_time(&lead_page).await;
    assert_eq!(lead_page.kept().len(), 1);
    assert!(other.arrivals().is_empty(), "{:#?}", other.arrivals());
}

#[tokio::test]
async fn what_two_tabs_send_of_one_draft_are_two_leads() {
    needs!(DevTools);
    let lead_page = LeadPage::with("webhook-json").await;
    lead_page.browser.lead_form().writes("message", "一つめ").await;
    // A tab that is duplicated begins with the entries of this one.
    let draft = "const key = Object.keys(sessionStorage).find((key) => key.endsWith('#lead'));
        return key && [key, sessionStorage.getItem(key)]";
    let written = until(async || {
        let entry: Option<[String; 2]> = lead_page.browser.script(draft, vec![]).await;
        entry.filter(|[_, text]| text.contains("一つめ")).ok_or(())
    });
    let [key, text] = written.await.expect("the draft is written");
    lead_page.submits().await;
    lead_page.ends_delivered().await;
    lead_page.browser.script::<Value>("sessionStorage.setItem(...arguments)", vec![json!(key), json!(text)]).await;
    lead_page.browser.reloads().await;
    lead_page.has_the_form().await;
    lead_page.submits().await;
    lead_page.reads("送信が完了しました").await;
    lead_page.gets(2);
    assert_eq!(lead_page.kept().len(), 2, "{:#?}", lead_page.arrivals());
}
