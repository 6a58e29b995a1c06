//! A call to action that is a booking: nothing before the click, a frame or a link after it, and the way back.

use std::io::ErrorKind;
use std::net::TcpListener;

use e2e::rules::Answers;
use e2e::{Browser, Device, Focus, Key, Page, Site, needs, until};
use serde_json::{Value, json};

/// What stands of the booking: its words, the frame, the link, and whether the result can be seen.
const BOOKING: &str = "
    const root = document.querySelector('shindan-widget').shadowRoot;
    const booking = root.querySelector('.booking');
    const frame = booking?.querySelector('iframe');
    const link = booking?.querySelector('a');
    const seen = (one) => !!one?.checkVisibility();
    return booking && {
        title: booking.querySelector('h2').innerText, status: booking.querySelector('[role=status]').innerText.trim(),
        words: booking.innerText, src: frame.src, name: frame.title, height: frame.getBoundingClientRect().height,
        href: link.href, target: link.target, is_frame_seen: seen(frame), is_result_seen: seen(root.querySelector('.result')),
    };";

/// A booking service on an origin of its own.
fn service() -> Site {
    let service = Site::of_dist();
    service.page(
        "book",
        Page::of("<!doctype html><html lang=ja><title>予約</title><h1>日時を選ぶ</h1><button>10:00</button>"),
    );
    service
}

/// A page with a widget of this configuration, which shows a result.
async fn at_a_result(device: Device, attributes: &str, cta: &Value, query: &str) -> (Site, Browser) {
    let config = json!({ "cta": cta });
    let body =
        format!("<shindan-widget {attributes}><script type='application/json'>{config}</script></shindan-widget>");
    let site = Site::of_dist();
    let browser = Browser::start(device).await;
    browser.visits(&format!("{}{query}", site.page("host.html", Page::with(&body)))).await;
    browser.widget().answers_all(&Answers::all_met()).await;
    (site, browser)
}

/// Waits until the booking is as `there` says.
async fn booking_comes_to(browser: &Browser, what: &str, there: impl Fn(&Value) -> bool) -> Value {
    let seen = until(async || {
        let booking: Value = browser.script(BOOKING, vec![]).await;
        if there(&booking) { Ok(booking) } else { Err(booking) }
    });
    seen.await.unwrap_or_else(|booking| panic!("the booking does not come to {what}: {booking:#}"))
}

async fn is_loaded(browser: &Browser) -> Value {
    booking_comes_to(browser, "be loaded", |booking| booking["status"] == "").await
}

fn is_heading(focus: &Focus) -> bool {
    focus.element == "h2" && focus.text.contains("日時")
}

#[tokio::test]
async fn before_the_click_nobody_knocks_at_the_booking_service() {
    let service = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    service.set_nonblocking(true).expect("it can be asked without waiting");
    let href = format!("http://{}/book", service.local_addr().expect("it has a port"));
    let cta = json!({ "booking": { "href": href, "frame": true } });
    let (_site, browser) = at_a_result(Device::Desktop, "", &cta, "").await;
    browser.widget().presses_on("[part~=result] h2").await;
    browser.next_frames().await;
    let before = service.accept().map(|_| ()).map_err(|error| error.kind());
    assert_eq!(before, Err(ErrorKind::WouldBlock), "no connection before the click");
    browser.has_a_clean_console().await;

    browser.widget().presses_on("[part~=cta]").await;
    let asked = until(async || service.accept().map(|_| ()));
    asked.await.expect("the frame asks the service after the click");
    let booking = booking_comes_to(&browser, "stand", |booking| booking["is_frame_seen"] == true).await;
    assert_eq!(booking["status"], "予約画面を読み込んでいます。", "the service does not answer: {booking:#}");
}

#[tokio::test]
async fn a_booking_opens_in_the_place_of_the_result_and_leads_back() {
    for device in [Device::Phone, Device::Desktop] {
        let service = service();
        let cta = json!({ "href": "/soudan", "booking": { "href": service.url("book"), "frame": true, "title": "相談の日時を選ぶ" } });
        let (_site, browser) = at_a_result(device, "", &cta, "").await;
        let widget = browser.widget();
        assert_eq!(widget.cta().await.href, Some(service.url("book")), "a link, for who opens it in another tab");
        widget.presses_on("[part~=lead-form] [name=message]").await;
        browser.types("来週の午後を希望します").await;
        widget.presses_on("[part~=roadmap] + .call a").await;

        let booking = is_loaded(&browser).await;
        browser.focuses("the heading of the booking", is_heading).await;
        assert_eq!((&booking["title"], &booking["name"]), (&json!("相談の日時を選ぶ"), &json!("相談の日時を選ぶ")));
        assert_eq!((&booking["href"], &booking["target"]), (&json!(service.url("book")), &json!("_blank")));
        assert_eq!(booking["is_result_seen"], false);
        assert!(booking["height"].as_f64() > Some(500.0), "{booking:#}");
        assert!(service.was_asked_for("/book"));
        let name = if device == Device::Phone { "phone" } else { "desktop" };
        // axe speaks to the frame, which the console remarks on.
        browser.has_a_clean_console().await;
        browser.passes_axe(&format!("a booking on a {name}")).await;
        widget.shoots(&format!("booking-{name}")).await;

        widget.presses_on(".booking [part~=back]").await;
        let back = |focus: &Focus| focus.part == "cta";
        browser.focuses("the call to action", back).await;
        let is_last = "return document.querySelector('shindan-widget').shadowRoot.activeElement.matches('[part~=roadmap] + .call a')";
        assert!(browser.script::<bool>(is_last, vec![]).await, "the one that was pressed");
        assert_eq!(browser.script::<Value>(BOOKING, vec![]).await, Value::Null);
        assert_eq!(widget.verdict().await.score, Some(100));
        let typed = "return document.querySelector('shindan-widget').shadowRoot.querySelector('[name=message]').value";
        assert_eq!(browser.script::<String>(typed, vec![]).await, "来週の午後を希望します");

        let events: Vec<_> = browser.events().await.into_iter().filter(|event| event.name == "shindan:cta").collect();
        assert_eq!(events.iter().map(|event| event.detail.clone()).collect::<Vec<_>>(), [json!({ "booking": true })]);
    }
}

#[tokio::test]
async fn the_keyboard_is_enough_to_book_and_to_come_back() {
    let service = service();
    let cta = json!({ "booking": { "href": service.url("book"), "frame": true } });
    let (_site, browser) = at_a_result(Device::Desktop, "", &cta, "").await;
    let tabs_to = async |part: &str| {
        until(async || {
            browser.presses(Key::Tab).await;
            let focus = browser.focus().await;
            if focus.part == part && focus.ring { Ok(()) } else { Err(focus) }
        })
        .await
        .unwrap_or_else(|focus| panic!("Tab does not come to {part}, but to {focus:?}"));
    };
    tabs_to("cta").await;
    browser.presses(Key::Enter).await;
    is_loaded(&browser).await;
    browser.focuses("the heading of the booking", is_heading).await;
    tabs_to("back").await;
    browser.presses(Key::Enter).await;
    browser.focuses("the call to action", |focus| focus.part == "cta").await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn what_the_owner_allows_goes_along_and_nothing_else() {
    let query = "?utm_source=%E6%98%A5&p=1&gclid=G&utm_medium=mail";
    let along = "shindan_level=ready&shindan_receipt=readiness-";
    let campaign = "utm_source=%E6%98%A5&utm_medium=mail";
    let service = service();
    let href = format!("{}?utm_medium=own#top", service.url("book"));
    let booking = json!({ "href": href, "frame": true });
    for (attributes, cta, asked) in [
        (
            "",
            json!({ "booking": booking, "context": true, "campaign": true }),
            vec![along, "utm_medium=own", "utm_source=%E6%98%A5"],
        ),
        ("", json!({ "booking": booking }), vec!["utm_medium=own"]),
        (
            "data-consent=analytics",
            json!({ "booking": booking, "campaign": true }),
            vec!["utm_source=%E6%98%A5&gclid=G"],
        ),
    ] {
        let (_site, browser) = at_a_result(Device::Desktop, attributes, &cta, query).await;
        browser.widget().presses_on("[part~=cta]").await;
        let booking = is_loaded(&browser).await;
        let src = booking["src"].as_str().expect("an address");
        assert_eq!(booking["href"], src, "of an unknown service the frame's address is the link's");
        assert!(src.ends_with("#top") && src.starts_with(&service.url("book?utm_medium=own")), "{src}");
        assert!(asked.iter().all(|part| src.contains(part)), "{cta} asks {src}");
        let is_measured = attributes.contains("analytics");
        assert_eq!(src.contains("gclid"), is_measured, "click ids ask for consent: {src}");
        assert_eq!(src.contains("shindan_level"), cta["context"] == true, "{src}");
        assert_eq!(src.contains("utm_source"), cta["campaign"] == true, "{src}");
        assert!(!src.contains("p=1") && !src.contains("utm_medium=mail"), "the owner's own stays: {src}");
        browser.has_a_clean_console().await;
    }
    let cta = json!({ "campaign": true });
    let (_site, browser) = at_a_result(Device::Desktop, "cta-href='/soudan#form'", &cta, query).await;
    assert_eq!(browser.widget().cta().await.href, Some(format!("/soudan?{campaign}#form")));
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn a_booking_without_a_frame_is_a_link() {
    let service = service();
    let cta = json!({ "href": "/soudan", "booking": { "href": service.url("book") } });
    let (_site, browser) = at_a_result(Device::Desktop, "", &cta, "").await;
    assert_eq!(browser.widget().cta().await.href, Some(service.url("book")));
    assert!(!service.was_asked_for("/book"));
    let held = "addEventListener('click', (event) => event.preventDefault(), true)";
    browser.script::<Value>(held, vec![]).await;
    browser.widget().presses_on("[part~=cta]").await;
    assert_eq!(browser.waits_for_event("cta").await.detail, json!({ "booking": true }));
    assert_eq!(browser.script::<Value>(BOOKING, vec![]).await, Value::Null);
    browser.has_a_clean_console().await;
}

/// The service and a visitor who has asked for its frame on a page whose policy, in that header, names no frames.
async fn asks_for_a_frame_under(header: &str) -> (Site, Site, Browser) {
    let service = service();
    let config = json!({ "cta": { "booking": { "href": service.url("book"), "frame": true } } });
    let body = format!("<shindan-widget><script type='application/json'>{config}</script></shindan-widget>");
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    let page = Page::with(&body).under(header, "frame-src 'none'");
    browser.visits(&site.page("host.html", page)).await;
    browser.widget().answers_all(&Answers::all_met()).await;
    browser.widget().presses_on("[part~=cta]").await;
    (service, site, browser)
}

#[tokio::test]
async fn where_the_pages_policy_forbids_the_frame_the_link_is_offered_with_a_word() {
    let (service, _site, browser) = asks_for_a_frame_under("Content-Security-Policy").await;
    let failed = "申し訳ありません。予約画面をここに表示できませんでした。お手数ですが、次のリンクからお開きください。";
    let booking = booking_comes_to(&browser, "say that it failed", |booking| booking["status"] == failed).await;
    assert_eq!((&booking["href"], &booking["is_frame_seen"]), (&json!(service.url("book")), &json!(false)));
    assert!(!service.was_asked_for("/book"));
    browser.passes_axe("a booking that is forbidden").await;
    browser.widget().shoots("booking-forbidden").await;
}

#[tokio::test]
async fn a_policy_that_only_reports_leaves_the_frame() {
    let (service, _site, browser) = asks_for_a_frame_under("Content-Security-Policy-Report-Only").await;
    booking_comes_to(&browser, "show the frame", |booking| booking["is_frame_seen"] == true).await;
    assert!(service.was_asked_for("/book"));
}

#[tokio::test]
async fn where_the_service_refuses_to_be_framed_the_link_stands_there() {
    let service = Site::of_dist();
    service.page("book", Page::of("<!doctype html><h1>日時を選ぶ</h1>").under("X-Frame-Options", "DENY"));
    let cta = json!({ "booking": { "href": service.url("book"), "frame": true } });
    let (_site, browser) = at_a_result(Device::Desktop, "lang=en", &cta, "").await;
    browser.widget().presses_on("[part~=cta]").await;
    let booking = booking_comes_to(&browser, "stand", |booking| booking["href"] == service.url("book")).await;
    let words = booking["words"].as_str().expect("words");
    for line in ["Choose a date and time", "Back to the result", "Open the booking page in a new tab"] {
        assert!(words.contains(line), "{words}");
    }
    assert!(words.contains("If nothing appears below") || words.contains("cannot be shown here"), "{words}");
}

#[tokio::test]
async fn forced_colours_show_it_and_paper_shows_the_result() {
    needs!(DevTools);
    let service = service();
    let cta = json!({ "booking": { "href": service.url("book"), "frame": true } });
    let (_site, browser) = at_a_result(Device::Phone, "", &cta, "").await;
    browser.widget().presses_on("[part~=cta]").await;
    is_loaded(&browser).await;
    browser.prefers(&[("forced-colors", "active")]).await;
    let edge = "const root = document.querySelector('shindan-widget').shadowRoot;
        const style = getComputedStyle(root.querySelector('iframe'));
        return [style.borderTopStyle, style.borderTopColor !== style.backgroundColor];";
    assert_eq!(browser.script::<Value>(edge, vec![]).await, json!(["solid", true]));
    browser.passes_axe("a booking in forced colours").await;
    browser.widget().shoots("booking-forced-colours").await;
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print", "features": [] })).await;
    let booking: Value = browser.script(BOOKING, vec![]).await;
    assert_eq!((&booking["is_frame_seen"], &booking["is_result_seen"]), (&json!(false), &json!(true)));
}

#[tokio::test]
async fn at_a_stand_a_booking_has_its_time() {
    // The waits of a minute and more, in milliseconds.
    let noted = "const later = window.setTimeout; window.__waits = [];
        window.setTimeout = (work, time, ...rest) => { if (time > 60_000) { __waits.push(time); } return later(work, time, ...rest); };";
    let waits = async |browser: &Browser| browser.script::<Option<u32>>("return __waits.at(-1) ?? null", vec![]).await;
    let service = service();
    let booking = json!({ "href": service.url("book"), "frame": true });
    let config = json!({ "cta": { "booking": booking }, "lead": { "kiosk": 90 } });
    let body = format!("<shindan-widget><script type='application/json'>{config}</script></shindan-widget>");
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    browser.before_every_page(noted).await;
    browser.visits(&site.page("host.html", Page::with(&body))).await;
    browser.widget().answers_all(&Answers::all_met()).await;
    assert_eq!(waits(&browser).await, Some(90_000));
    browser.widget().presses_on("[part~=cta]").await;
    is_loaded(&browser).await;
    assert_eq!(waits(&browser).await, Some(600_000), "nobody sees what is typed into the frame");
    browser.widget().presses_on(".booking [part~=back]").await;
    browser.focuses("the call to action", |focus| focus.part == "cta").await;
    assert_eq!(waits(&browser).await, Some(90_000));
    browser.has_a_clean_console().await;
}
