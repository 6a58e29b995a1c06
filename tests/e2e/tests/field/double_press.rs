//! One gesture has one meaning: a double click answers one question.

use std::time::Duration;

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site};
use serde_json::Value;

use crate::with_gaps;

/// The most that a person leaves between the clicks of a double click, less what a busy machine adds, in milliseconds.
const LATEST: f64 = 350.0;

const PAUSES: [Duration; 2] = [Duration::ZERO, Duration::from_millis(150)];

const HOST: &str = "<p>前の段落</p><shindan-widget cta-href='#there'></shindan-widget><p>後の段落</p>";

/// A page whose wasm is there, or is held back.
async fn at_the_first_question(device: Device, is_live: bool) -> (Site, Browser) {
    let site = Site::of_dist();
    let browser = Browser::start(device).await;
    if !is_live {
        site.holds(".wasm");
    }
    browser.visits(&site.page("host.html", Page::with(HOST))).await;
    opens_anew(&browser, is_live).await;
    (site, browser)
}

/// The first question of a run that has not begun.
async fn opens_anew(browser: &Browser, is_live: bool) {
    browser.script::<Value>("sessionStorage.clear(); __eye.clicks.length = 0", vec![]).await;
    browser.reloads().await;
    browser.widget().sees_question("purpose").await;
    if is_live {
        browser.widget().is_live().await;
    }
}

/// How often the page has heard of an answer.
async fn answered(browser: &Browser) -> usize {
    browser.event_names(0).await.iter().filter(|name| *name == "answer").count()
}

#[tokio::test]
async fn a_double_click_answers_one_question() {
    for is_live in [false, true] {
        for device in [Device::Desktop, Device::Phone] {
            let (_site, browser) = at_the_first_question(device, is_live).await;
            let widget = browser.widget();
            for pauses in [&PAUSES[..1], &PAUSES[1..], &[PAUSES[0], PAUSES[0]][..]] {
                // Once more where the machine was too busy to make a double click.
                loop {
                    opens_anew(&browser, is_live).await;
                    let place = widget.place_of_choice("purpose", "partly").await;
                    if browser.press_repeatedly(place, pauses).await < LATEST {
                        break;
                    }
                }
                browser.next_frames().await;
                let case = format!("{device:?}, {pauses:?}, wasm: {is_live}");
                let look = widget.sees_question("involvement").await;
                assert!(look.chosen().is_empty(), "{case}: {look:#?}");
                assert_eq!(answered(&browser).await, 1, "{case}");
                // The first of the two is what counts.
                widget.goes_back().await;
                assert_eq!(widget.sees_question("purpose").await.chosen(), ["partly"], "{case}");
            }
        }
    }
}

#[tokio::test]
async fn a_double_click_on_back_or_next_goes_one_step() {
    for is_live in [false, true] {
        let (_site, browser) = at_the_first_question(Device::Desktop, is_live).await;
        let widget = browser.widget();
        loop {
            opens_anew(&browser, is_live).await;
            for question in ["purpose", "involvement", "measurement"] {
                widget.answers(question).await.with("met").await;
            }
            widget.sees_question("security").await;
            let place = widget.place_of("[part~=back]").await;
            if browser.press_repeatedly(place, &PAUSES[..1]).await < LATEST {
                break;
            }
        }
        browser.next_frames().await;
        assert_eq!(widget.sees_question("measurement").await.chosen(), ["met"], "wasm: {is_live}");
        widget.goes_back().await;
        widget.sees_question("involvement").await;
        let place = widget.place_of("[part~=next]").await;
        if browser.press_repeatedly(place, &PAUSES[..1]).await < LATEST {
            browser.next_frames().await;
            assert_eq!(widget.look().await.question.as_deref(), Some("measurement"), "wasm: {is_live}");
        }
    }
}

#[tokio::test]
async fn a_double_click_on_the_last_choice_or_on_restart_touches_nothing_of_what_follows() {
    let (_site, browser) = at_the_first_question(Device::Phone, true).await;
    let widget = browser.widget();
    let answers = with_gaps();
    for (question, choices) in &answers.way() {
        if *question != "skill" {
            widget.answers(question).await.with_all(choices).await;
        }
    }
    widget.sees_question("skill").await;
    let place = widget.place_of("[part~=next]").await;
    browser.press_repeatedly(place, &PAUSES[..1]).await;
    let verdict = widget.verdict().await;
    browser.next_frames().await;
    assert!(verdict.tried.is_empty() && !verdict.keeps, "{verdict:#?}");
    let names = browser.event_names(0).await;
    assert_eq!(names.last().map(String::as_str), Some("complete"), "{names:?}");

    let before = answered(&browser).await;
    let place = widget.place_of("[part~=restart]").await;
    browser.press_repeatedly(place, &PAUSES[1..]).await;
    let look = widget.sees_question("purpose").await;
    browser.next_frames().await;
    assert!(look.chosen().is_empty(), "{look:#?}");
    assert_eq!(answered(&browser).await, before, "nothing is answered by it");
}

#[tokio::test]
async fn fast_taps_at_other_places_all_count() {
    for is_live in [false, true] {
        let (_site, browser) = at_the_first_question(Device::Phone, is_live).await;
        let widget = browser.widget();
        let way = [("purpose", "met"), ("involvement", "unmet"), ("measurement", "met"), ("security", "unknown")];
        for (question, choice) in way {
            widget.answers_soon(question, &[choice]).await;
        }
        widget.sees_question("expectation").await;
        assert_eq!(answered(&browser).await, 4, "wasm: {is_live}");
    }
}

#[tokio::test]
async fn a_tap_at_the_same_place_half_a_second_later_counts() {
    for is_live in [false, true] {
        for device in [Device::Desktop, Device::Phone] {
            let (_site, browser) = at_the_first_question(device, is_live).await;
            let widget = browser.widget();
            let place = widget.place_of_choice("purpose", "met").await;
            browser.press_repeatedly(place, &[Duration::from_millis(500)]).await;
            widget.sees_question("measurement").await;
            assert_eq!(answered(&browser).await, 2, "{device:?}, wasm: {is_live}");
        }
    }
}

#[tokio::test]
async fn a_box_that_is_pressed_twice_is_as_it_was() {
    let (_site, browser) = at_the_first_question(Device::Phone, true).await;
    let widget = browser.widget();
    for (question, choices) in Answers::all_met().way().iter().take(7) {
        widget.answers(question).await.with_all(choices).await;
    }
    let look = widget.sees_question("skill").await;
    assert!(look.chosen().is_empty());
    let place = widget.place_of_choice("skill", "ai").await;
    browser.press_repeatedly(place, &PAUSES[..1]).await;
    browser.next_frames().await;
    assert!(widget.look().await.chosen().is_empty(), "both presses count on a view that stays");
}
