//! One gesture has one meaning: a double click answers one question.

use std::time::Duration;

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site, until};
use serde_json::{Value, json};

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
    browser.script::<Value>("sessionStorage.clear(); __probe.clicks.length = 0", vec![]).await;
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
                let prepare = async || {
                    opens_anew(&browser, is_live).await;
                    widget.place_of_choice("purpose", "partly").await
                };
                browser.clicks_in_one_gesture(pauses, prepare).await;
                browser.next_frames().await;
                let case = format!("{device:?}, {pauses:?}, wasm: {is_live}");
                let screen = widget.sees_question("involvement").await;
                assert!(screen.chosen().is_empty(), "{case}: {screen:#?}");
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
        let at_security = async || {
            opens_anew(&browser, is_live).await;
            for question in ["purpose", "involvement", "measurement"] {
                widget.answers(question).await.with("met").await;
            }
            widget.sees_question("security").await;
            widget.place_of("[part~=back]").await
        };
        browser.clicks_in_one_gesture(&PAUSES[..1], at_security).await;
        browser.next_frames().await;
        assert_eq!(widget.sees_question("measurement").await.chosen(), ["met"], "wasm: {is_live}");
        let at_involvement = async || {
            while widget.screen().await.question.as_deref() != Some("involvement") {
                widget.goes_back().await;
            }
            widget.place_of("[part~=next]").await
        };
        browser.clicks_in_one_gesture(&PAUSES[..1], at_involvement).await;
        browser.next_frames().await;
        assert_eq!(widget.screen().await.question.as_deref(), Some("measurement"), "wasm: {is_live}");
    }
}

#[tokio::test]
async fn a_double_click_on_the_last_choice_or_on_restart_touches_nothing_of_what_follows() {
    let (_site, browser) = at_the_first_question(Device::Phone, true).await;
    let widget = browser.widget();
    let answers = Answers::with_a_cap();
    for (question, choices) in &answers.answers_in_order() {
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
    let screen = widget.sees_question("purpose").await;
    browser.next_frames().await;
    assert!(screen.chosen().is_empty(), "{screen:#?}");
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
    for (question, choices) in Answers::all_met().answers_in_order().iter().take(7) {
        widget.answers(question).await.with_all(choices).await;
    }
    let screen = widget.sees_question("skill").await;
    assert!(screen.chosen().is_empty());
    let place = widget.place_of_choice("skill", "ai").await;
    browser.press_repeatedly(place, &PAUSES[..1]).await;
    browser.next_frames().await;
    assert!(widget.screen().await.chosen().is_empty(), "both presses count on a view that stays");
}

/// Where something of the widget can be pressed, in the window.
const MIDDLE: &str = "const box = document.querySelector('shindan-widget').shadowRoot.querySelector(arguments[0]).getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2]";

/// What has become of the panel: whether it is to be seen, and how often the page has heard of each event.
async fn panel(browser: &Browser) -> (bool, usize, usize, usize) {
    browser.next_frames().await;
    let is_open = browser.panel().state().await.is_open;
    let names = browser.event_names(0).await;
    let count = |name: &str| names.iter().filter(|other| *other == name).count();
    (is_open, count("open"), count("close"), count("answer"))
}

/// Waits until the panel is to be seen, or is not.
async fn is_open(browser: &Browser, wanted: bool) {
    let there = until(async || match panel(browser).await {
        (true, 1.., ..) if wanted => Ok(()),
        (false, opened, closed, _) if !wanted && closed >= opened => Ok(()),
        other => Err(other),
    });
    there.await.unwrap_or_else(|state| panic!("the panel is to be open: {wanted}; it is {state:?}"));
}

#[tokio::test]
async fn a_double_click_on_what_opens_or_closes_a_panel_does_that_alone() {
    for mode in ["popup", "slider", "side-tab"] {
        let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
        // All that opens it, at one place.
        let body = format!(
            "<style>.opener, shindan-widget::part(open) {{ position: fixed; inset: auto; left: var(--x, 0); top: var(--y, 0); translate: -50% -50%; z-index: 1; padding: 20px; }}</style>
             <a id=link class=opener href='#diagnosis'>診断を開く</a>
             <button id=button class=opener onclick=\"document.querySelector('shindan-widget').open()\">診断</button>
             <div style='height: 1000px'></div><shindan-widget id=diagnosis mode={mode} cta-href='#a'></shindan-widget>"
        );
        browser.visits(&site.page("host.html", Page::with(&body))).await;
        browser.panel().is_made().await;
        let opens = "document.querySelector('shindan-widget').open()";
        let closes = "document.querySelector('shindan-widget').close()";
        browser.script::<Value>(opens, vec![]).await;
        browser.widget().sees_question("purpose").await;
        let choice: (f64, f64) = browser.script(MIDDLE, vec![json!("[part~=choice]")]).await;
        let cross: (f64, f64) = browser.script(MIDDLE, vec![json!("[part~=close]")]).await;
        browser.script::<Value>(closes, vec![]).await;
        is_open(&browser, false).await;
        // Upon a choice, upon the button that closes, and beside the panel.
        for place in [choice, cross, (30.0, 30.0)] {
            for opener in ["launcher", "link", "button"] {
                let stands = "const [x, y, opener] = arguments;
                    for (const [name, value] of [['--x', x], ['--y', y]]) document.documentElement.style.setProperty(name, `${value}px`);
                    for (const one of document.querySelectorAll('.opener')) one.hidden = one.id !== opener;
                    document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=open]').hidden = opener !== 'launcher';
                    scrollTo(0, 0); __probe.events.length = 0";
                let arguments = vec![json!(place.0), json!(place.1), json!(opener)];
                for pauses in [&PAUSES[..1], &PAUSES[1..]] {
                    let prepare = async || {
                        browser.script::<Value>(closes, vec![]).await;
                        is_open(&browser, false).await;
                        browser.script::<Value>(stands, arguments.clone()).await;
                        browser.stands_still().await;
                        place
                    };
                    browser.clicks_in_one_gesture(pauses, prepare).await;
                    let case = format!("{mode}, {opener} at {place:?}, {pauses:?}");
                    assert_eq!(panel(&browser).await, (true, 1, 0, 0), "{case}");
                }
            }
        }
        // What closes it does not open it again, where a launcher stands there.
        browser.script::<Value>(closes, vec![]).await;
        is_open(&browser, false).await;
        let stands = "const [x, y] = arguments;
            for (const [name, value] of [['--x', x], ['--y', y]]) document.documentElement.style.setProperty(name, `${value}px`);
            document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=open]').hidden = false";
        browser.script::<Value>(stands, vec![json!(cross.0), json!(cross.1)]).await;
        let opened = async || {
            browser.script::<Value>(closes, vec![]).await;
            is_open(&browser, false).await;
            browser.script::<Value>(opens, vec![]).await;
            is_open(&browser, true).await;
            browser.script::<Value>("__probe.events.length = 0", vec![]).await;
            cross
        };
        browser.clicks_in_one_gesture(&PAUSES[1..], opened).await;
        assert_eq!(panel(&browser).await, (false, 0, 1, 0), "{mode}: closed");
        // A press that is meant counts.
        browser.press(cross).await;
        is_open(&browser, true).await;
    }
}
