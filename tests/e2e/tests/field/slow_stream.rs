//! "Not there yet" is not "not there": a configuration that the HTML stream brings late is waited for.

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site, needs, until};
use serde_json::{Value, json};
use xtask::site::Receiver;

use crate::configured;

/// Asks for `go-on.txt` when all that the loader needs has been there for a second of frames, or when it can be waited for
/// no longer.
const ASKS_TO_GO_ON: &str = "
    addEventListener('shindan:ready', () => {
        let [there, all] = [0, 0];
        const check = () => {
            const files = performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd > 0);
            there += files.some(({ name }) => /\\.wasm/.test(name)) ? 1 : 0;
            all += 1;
            if (there > 60 || all > 600) fetch('go-on.txt').catch(() => {}); else requestAnimationFrame(check);
        };
        check();
    }, { capture: true, once: true });";

/// Opens the page, which pauses behind these texts until the loader has had every chance to conclude something.
async fn comes_late(site: &Site, browser: &Browser, body: &str, after: &[&str]) {
    site.page("go-on.txt", Page::of(""));
    let url = site.page("host.html", Page::with(body).pausing_after(after));
    browser.before_every_page(ASKS_TO_GO_ON).await;
    let opens = browser.visits(&url);
    let releases = async {
        let asked = until(async || if site.was_asked_for("go-on.txt") { Ok(()) } else { Err(()) }).await;
        site.releases();
        asked.expect("the loader runs while the page still comes");
    };
    tokio::join!(opens, releases);
}

fn config(receiver: &Receiver) -> Value {
    json!({
        "cta": { "label": { "prepare": "準備の相談をする" } },
        "lead": { "fields": ["email"], "destinations": [{ "type": "webhook-json", "url": receiver.url("lead") }] },
    })
}

fn short_way() -> Answers {
    Answers { authority: "none", ..Answers::all_met() }
}

#[tokio::test]
async fn a_lead_reaches_the_receiver_whose_address_came_late() {
    needs!(Streams);
    let receiver = Receiver::start().expect("a port is free");
    let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
    comes_late(&site, &browser, &configured("", &config(&receiver)), &["<shindan-widget cta-href='#there' >"]).await;
    browser.widget().answers_all(&short_way()).await;
    assert!(browser.widget().cta().await.text.contains("準備の相談をする"));
    let form = browser.lead_form();
    form.shows("a button that sends", |form| form.buttons.iter().any(|words| words.contains("送信する"))).await;
    form.sends().await;
    form.reads("送信が完了しました").await;
    assert_eq!(receiver.arrivals().into_iter().filter(|one| one.method == "POST").count(), 1);
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn wherever_the_stream_pauses_the_whole_configuration_is_used() {
    needs!(Streams);
    let receiver = Receiver::start().expect("a port is free");
    let child = format!("<script type='application/json'>{}</script>", config(&receiver));
    let open = "<shindan-widget cta-href='#there'>";
    for (name, body, after) in [
        ("within the text", format!("{open}{child}</shindan-widget><p>後</p>"), vec!["\"lead\":"]),
        ("behind the start tag of the child", format!("{open}{child}</shindan-widget>"), vec!["application/json'>"]),
        (
            "behind other children",
            format!("{open}<!-- 設定 --><span></span>{child}</shindan-widget>"),
            vec!["<span></span>"],
        ),
        ("twice", format!("{open}\n  {child}\n</shindan-widget>"), vec!["cta-href='#there'>\n ", "destinations"]),
        ("at the end of the page", format!("<div>{open}{child}"), vec![open]),
    ] {
        let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
        comes_late(&site, &browser, &body, &after).await;
        browser.widget().answers_all(&short_way()).await;
        assert!(browser.widget().cta().await.text.contains("準備の相談をする"), "{name}");
        let form = browser.lead_form().shows("a form", |form| form.fields.contains_key("email")).await;
        assert!(form.buttons.iter().any(|words| words.contains("送信する")), "{name}: {form:#?}");
        assert!(browser.errors().await.is_empty(), "{name}: {:?}", browser.errors().await);
    }
}

#[tokio::test]
async fn a_button_of_the_owners_words_waits_for_them() {
    needs!(Streams);
    let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
    let body = configured("mode=slider id=diagnosis", &json!({ "open": { "button": "三分で診断" } }));
    comes_late(&site, &browser, &body, &["id=diagnosis>"]).await;
    let words = "const button = document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=open]');
        return button?.innerText.trim() ?? null";
    let seen = until(async || {
        let words: Option<String> = browser.script(words, vec![]).await;
        if words.as_deref() == Some("三分で診断") { Ok(()) } else { Err(words) }
    });
    seen.await.unwrap_or_else(|words| panic!("the button says {words:?}"));
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn without_a_child_nothing_is_waited_for_once_the_element_is_closed() {
    needs!(Streams);
    let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
    let url = site.page(
        "host.html",
        Page::with("<shindan-widget cta-href='#there'></shindan-widget><p>後</p>").pausing_after(&["<p>後"]),
    );
    // The rest of the page comes only when the widget is live.
    site.page("go-on.txt", Page::of(""));
    let live = "addEventListener('shindan:ready', () => {
        const check = () => __probe.live(0) ? fetch('go-on.txt') : requestAnimationFrame(check);
        check();
    }, { capture: true, once: true });";
    browser.before_every_page(live).await;
    let opens = browser.visits(&url);
    let releases = async {
        let asked = until(async || if site.was_asked_for("go-on.txt") { Ok(()) } else { Err(()) }).await;
        site.releases();
        asked.expect("the wasm takes over before the page has come");
    };
    tokio::join!(opens, releases);
    browser.has_a_clean_console().await;
}
