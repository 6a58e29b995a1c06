//! Presses that come twice, pages that go away, tabs beside each other, and a clock that is set back.

use std::time::Duration;

use e2e::{needs, until};
use serde_json::{Value, json};
use xtask::site::{Fate, Receiver};

use crate::A_WHILE;
use crate::desk::{Desk, widget};

/// A lease ends by then, and the wait after it.
const LONG: Duration = A_WHILE.saturating_add(Duration::from_secs(31));

/// Another tab of the same browser, with the page in it up to its first question.
async fn opens_another_tab(desk: &Desk) {
    desk.browser.opens_a_new_tab().await;
    desk.browser.has_a_clock().await;
    desk.browser.visits(&desk.url).await;
    desk.browser.widget().is_live().await;
}

/// Waits until the only lead is in such a state, as it is stored.
async fn is_in_state(desk: &Desk, wanted: &str) {
    let seen = until(async || {
        let state = desk.state().await;
        if state.starts_with(wanted) { Ok(()) } else { Err(state) }
    });
    seen.await.unwrap_or_else(|state| panic!("the lead does not come to {wanted}: {state}"));
}

#[tokio::test]
async fn two_taps_in_a_row_are_one_lead() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.fills_in().await;
    let place = desk.browser.widget().place_of("[part~=submit]").await;
    let hand = desk.browser.hand();
    for _ in 0..2 {
        desk.browser.press_down(hand, place).await;
        desk.browser.let_go(hand, place).await;
    }
    desk.ends_delivered().await;
    desk.rests().await;
    assert_eq!(desk.arrivals().len(), 1);
    assert_eq!(desk.browser.stored().await["leads"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn submitting_from_a_script_twice_at_once_is_one_lead() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.fills_in().await;
    let twice = "const submit = document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=submit]');
        submit.click(); submit.click()";
    desk.browser.script::<Value>(twice, vec![]).await;
    desk.ends_delivered().await;
    desk.rests().await;
    assert_eq!(desk.arrivals().len(), 1);
}

#[tokio::test]
async fn a_reload_while_it_is_sent_neither_loses_nor_doubles_it() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([Fate::hangs(), Fate::takes()]);
    desk.submits().await;
    desk.gets(1);
    desk.browser.reloads().await;
    desk.told().await;
    desk.rests().await;
    assert!(desk.state().await.starts_with("sending"), "no other page sends as long as the lease lasts");
    desk.waits(LONG).await;
    is_in_state(&desk, "retry_wait").await;
    desk.waits(LONG).await;
    desk.ends_delivered().await;
    assert_eq!(desk.arrivals().len(), 2, "both with the same id");
}

#[tokio::test]
async fn a_reload_as_soon_as_it_is_written_down_loses_nothing() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.submits_offline().await;
    is_in_state(&desk, "queued").await;
    // Being online again sends at once, and the reload may come before, amid or after that.
    desk.is_online(true).await;
    desk.browser.reloads().await;
    desk.told().await;
    for _ in 0..2 {
        desk.waits(LONG).await;
    }
    desk.ends_delivered().await;
}

#[tokio::test]
async fn a_tab_that_is_closed_while_it_sends_leaves_the_lead_to_the_next_visit() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([Fate::hangs(), Fate::takes()]);
    desk.submits().await;
    desk.gets(1);
    let first = desk.browser.tab().await;
    opens_another_tab(&desk).await;
    let second = desk.browser.tab().await;
    desk.browser.goes_to_tab(&first).await;
    desk.browser.closes_the_tab().await;
    desk.browser.goes_to_tab(&second).await;
    // A lease of half a minute, and then the wait after a failed try; nobody fills in a form here.
    for _ in 0..2 {
        desk.waits(LONG).await;
        desk.rests().await;
    }
    is_in_state(&desk, "delivered").await;
    assert_eq!(desk.kept().len(), 1, "{:#?}", desk.arrivals());
}

#[tokio::test]
async fn of_two_tabs_one_sends() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([Fate::answers(503), Fate::takes()]);
    desk.submits().await;
    is_in_state(&desk, "retry_wait").await;
    let first = desk.browser.tab().await;
    opens_another_tab(&desk).await;
    let second = desk.browser.tab().await;
    // Both wake up at the same moment, as at the end of a dead zone.
    for tab in [&first, &second] {
        desk.browser.goes_to_tab(tab).await;
        desk.browser.lets_pass(A_WHILE).await;
    }
    // Whichever has sent it, the first hears of it when it looks again.
    desk.browser.goes_to_tab(&first).await;
    desk.waits(A_WHILE).await;
    desk.ends_delivered().await;
    desk.rests().await;
    assert_eq!(desk.arrivals().len(), 2, "one that failed, one that did not");
}

#[tokio::test]
async fn a_tab_that_holds_the_lock_and_sleeps_keeps_no_lead_back() {
    needs!(DevTools);
    let desk = Desk::before("webhook-json", |page| page).await;
    let hold = "navigator.locks.request('shindan-outbox', () => new Promise(() => {}))";
    desk.browser.script::<Value>(hold, vec![]).await;
    let desk = desk.comes_to_the_result().await;
    desk.submits().await;
    desk.told().await;
    is_in_state(&desk, "queued").await;
    desk.browser.sleeps(Duration::from_secs(30)).await;
    desk.ends_delivered().await;
}

#[tokio::test]
async fn a_clock_that_is_set_back_by_a_year_makes_no_wait_longer() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.receiver_does([Fate::answers(500), Fate::takes()]);
    desk.submits().await;
    is_in_state(&desk, "retry_wait").await;
    desk.rests().await;
    desk.browser.sets_the_clock(-365.0 * 24.0).await;
    // The next look finds it out, the one after that sends.
    desk.waits(A_WHILE).await;
    desk.waits(A_WHILE).await;
    desk.ends_delivered().await;
    assert_eq!(desk.arrivals().len(), 2);
}

#[tokio::test]
async fn another_page_of_the_site_sends_what_waits_to_where_it_was_meant_to_go() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    desk.submits_offline().await;
    desk.told().await;
    is_in_state(&desk, "queued").await;
    desk.is_online(true).await;
    let elsewhere = json!({ "type": "webhook-json", "url": "http://127.0.0.1:9/" });
    let page = e2e::Page::with(&widget("", &[elsewhere]));
    desk.browser.visits(&desk.site.page("elsewhere.html", page)).await;
    desk.browser.widget().is_live().await;
    for _ in 0..2 {
        desk.waits(LONG).await;
        desk.rests().await;
    }
    is_in_state(&desk, "delivered").await;
    assert_eq!(desk.kept().len(), 1);
}

#[tokio::test]
async fn an_address_that_the_owner_mends_gets_what_was_waiting() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    let nobody = json!({ "type": "webhook-json", "url": "http://127.0.0.1:9/" });
    let here = json!({ "type": "webhook-json", "url": desk.receiver.url("lead") });
    let page = |to| e2e::Page::with(&widget("", &[to]));
    desk.site.page("host.html", page(nobody));
    desk.browser.reloads().await;
    desk.has_the_form_again().await;
    desk.submits().await;
    is_in_state(&desk, "retry_wait").await;
    desk.site.page("host.html", page(here));
    desk.browser.reloads().await;
    desk.told().await;
    desk.waits(A_WHILE).await;
    desk.ends_delivered().await;
}

/// Campaign parameters do not make another page.
#[tokio::test]
async fn a_mended_address_is_found_by_a_visit_from_a_campaign_too() {
    needs!(DevTools);
    let desk = Desk::with("webhook-json").await;
    let nobody = json!({ "type": "webhook-json", "url": "http://127.0.0.1:9/" });
    let here = json!({ "type": "webhook-json", "url": desk.receiver.url("lead") });
    let page = |to| e2e::Page::with(&widget("", &[to]));
    desk.site.page("host.html", page(nobody));
    desk.browser.reloads().await;
    desk.has_the_form_again().await;
    desk.submits().await;
    is_in_state(&desk, "retry_wait").await;
    desk.site.page("host.html", page(here));
    desk.browser.visits(&format!("{}?utm_source=mail&gclid=G1", desk.url)).await;
    desk.browser.widget().is_live().await;
    for _ in 0..2 {
        desk.waits(LONG).await;
        desk.rests().await;
    }
    is_in_state(&desk, "delivered").await;
    assert_eq!(desk.kept().len(), 1);
}

/// A CMS tells its pages apart by the query.
#[tokio::test]
async fn another_page_of_the_same_path_gets_nothing_that_was_not_meant_for_it() {
    needs!(DevTools);
    let desk = Desk::before("webhook-json", |page| page).await;
    let other = Receiver::start().expect("a port is free");
    desk.browser.visits(&format!("{}?p=1", desk.url)).await;
    let desk = desk.comes_to_the_result().await;
    desk.receiver_does([Fate::answers(503), Fate::takes()]);
    desk.submits().await;
    is_in_state(&desk, "retry_wait").await;
    let to = json!({ "type": "webhook-json", "url": other.url("lead") });
    desk.site.page("host.html", e2e::Page::with(&widget("", &[to])));
    desk.browser.visits(&format!("{}?p=2", desk.url)).await;
    desk.browser.widget().is_live().await;
    for _ in 0..2 {
        desk.waits(LONG).await;
        desk.rests().await;
    }
    is_in_state(&desk, "delivered").await;
    assert_eq!(desk.kept().len(), 1);
    assert!(other.arrivals().is_empty(), "{:#?}", other.arrivals());
}
