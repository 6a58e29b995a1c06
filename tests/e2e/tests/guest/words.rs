//! Every word from elsewhere is a word: of the configuration, the address, the page, the respondent and the receiver. What
//! packs say `journeys/packs_by_url.rs` holds, and links `journeys/links.rs`.

use e2e::rules::Answers;
use e2e::{Browser, Key, Page, Site, until};
use serde_json::{Value, json};
use xtask::site::{Receiver, ScriptedResponse};

use crate::comes_with_results;

const MARK: &str = "<img src=x onerror=window.hit=1>\"'><script>window.hit=1</script><svg/onload=window.hit=1>";

/// Everything that only markup could have made, in widgets and page.
const MADE: &str = "
    const places = [document.querySelector('main'), ...[...document.querySelectorAll('shindan-widget')].map((host) => host.shadowRoot)];
    const all = places.flatMap((place) => [...place.querySelectorAll('*')]);
    const odd = (e) => e.matches('img, script:not([type=\"application/json\"], .own), iframe, object, embed, link, base, meta, math, template, [srcdoc]')
        || [...e.attributes].some(({ name }) => name.startsWith('on'));
    return all.filter(odd).map((e) => e.outerHTML.slice(0, 120));";

async fn is_all_words(browser: &Browser, screen: &str) {
    let made: Vec<String> = browser.script(MADE, vec![]).await;
    assert!(made.is_empty(), "{screen}: {made:#?}");
    let hit: Value = browser.script("return window.hit ?? null", vec![]).await;
    assert!(hit.is_null(), "{screen}: something ran");
}

/// What the result and the form in it say.
async fn says(browser: &Browser) -> String {
    browser
        .script("return document.querySelector('shindan-widget').shadowRoot.querySelector('.widget').innerText", vec![])
        .await
}

fn settings(url: &str) -> Value {
    let label = json!({ "ready": MARK, "nearly": MARK, "prepare": MARK, "rethink": MARK });
    let destination = json!({ "type": "webhook-json", "url": url, "constants": { "note": MARK }, "fields": { MARK: "contact.email" } });
    json!({
        "cta": { "href": "/a", "label": label, MARK: 1 },
        "theme": { "accent": MARK, "font": MARK, MARK: MARK },
        "lead": {
            "purpose": MARK, "privacy_version": MARK, "marketing": { "sender": MARK, "text": MARK },
            "contact": { "tel": MARK, "mail": MARK, "days": MARK }, "fields": ["company", "email", "message", MARK],
            "destinations": [destination],
        },
    })
}

#[tokio::test]
async fn markup_from_anywhere_is_shown_and_never_run() {
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    let receiver = Receiver::start().expect("a port is free");
    receiver.does([ScriptedResponse::answers(422)
        .says("Content-Type", "text/html")
        .body(&format!("{{\"message\":\"{MARK}\"}}{MARK}"))]);
    comes_with_results(&browser, &Answers::with_a_cap(), 1).await;
    let config = settings(&receiver.url("lead")).to_string().replace('<', "\\u003c");
    let body = format!(
        "<script class=own>document.title = {}</script><shindan-widget lang='ja' data-layer='{1}' data-consent='analytics {1}'>
         <script type='application/json'>{config}</script></shindan-widget>",
        json!(MARK).to_string().replace('<', "\\u003c"),
        "&lt;img src=x onerror=window.hit=1&gt;",
    );
    let page = site.page("host.html", Page::with(&body));
    let utm = "%3Cimg%20src%3Dx%20onerror%3Dwindow.hit%3D1%3E";
    browser.visits(&format!("{page}?utm_source={utm}&utm_campaign={utm}&gclid={utm}&pack={utm}#{utm}")).await;
    let widget = browser.widget();
    let verdict = widget.verdict().await;
    assert!(
        verdict.calls.iter().all(|call| call.text.contains("<img") && call.href.as_deref() == Some("/a")),
        "{verdict:?}"
    );
    is_all_words(&browser, "the result").await;

    let words = until(async || {
        let words = says(&browser).await;
        if words.matches("onerror").count() >= 5 { Ok(words) } else { Err(words) }
    });
    let words = words.await.expect("purpose, sender and text of the consent stand in the form as they were written");
    assert!(words.contains("<script>window.hit=1</script>"), "{words}");
    for name in ["company", "message"] {
        widget.presses_on(&format!(".lead [name={name}]")).await;
        browser.types(MARK).await;
    }
    widget.presses_on(".lead [name=email]").await;
    browser.types("taro@example.co.jp").await;
    widget.presses_on(".lead summary").await;
    let unfolded = until(async || {
        let words = says(&browser).await;
        if words.contains("utm.source") || words.contains("utm_source") { Ok(()) } else { Err(words) }
    });
    unfolded.await.expect("what is sent can be looked at");
    is_all_words(&browser, "the form with what is sent").await;

    widget.presses_on(".lead label:has([name=privacy])").await;
    widget.presses_on("[part~=submit]").await;
    let shown = until(async || {
        let words = says(&browser).await;
        if words.contains("受け付けられませんでした") { Ok(()) } else { Err(words) }
    });
    shown.await.expect("that the receiver does not take it");
    is_all_words(&browser, "the status").await;
    browser.presses(Key::Escape).await;
    let arrival = receiver.arrivals().into_iter().find(|arrival| arrival.method == "POST").expect("a lead");
    assert!(
        arrival.body.is_some_and(|body| body.contains("onerror=window.hit=1")),
        "it is handed over as it was typed"
    );
}

#[tokio::test]
async fn markup_in_attributes_is_said_to_the_owner_and_goes_no_further() {
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    browser.visits(&site.page("host.html", Page::with(""))).await;
    let make = "const widget = document.createElement('shindan-widget');
        for (const name of ['pack', 'lang', 'cta-href', 'mode', 'lead', 'id', 'class', 'title']) { widget.setAttribute(name, arguments[0]); }
        document.querySelector('main').append(widget); return null";
    browser.script::<Value>(make, vec![json!(MARK)]).await;
    let widget = browser.widget();
    widget.sees_question("purpose").await;
    is_all_words(&browser, "a question").await;
    // Neither does a frame of the page, nor anybody else, reach the widget by a message.
    for message in
        [json!(MARK), json!({ "type": "shindan:answer", "html": MARK }), json!({ "shindan": { "run": MARK } })]
    {
        browser.script::<Value>("postMessage(arguments[0], '*'); return null", vec![message]).await;
    }
    browser.next_frames().await;
    widget.sees_question("purpose").await;
    is_all_words(&browser, "a question after messages").await;
}

#[tokio::test]
async fn markup_in_what_the_tab_and_the_device_keep_is_never_run() {
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    let stored = format!(
        "try {{
            const mark = {mark};
            for (const end of ['.readiness', '#readiness', '#link', '#open', '#draft', '.readiness#version']) {{
                sessionStorage.setItem(`shindan:/host.html#0${{end}}`, mark);
                localStorage.setItem(`shindan:/host.html#0${{end}}`, mark);
            }}
            sessionStorage.setItem('shindan:arrival', mark);
            localStorage.setItem('shindan:outbox', '0');
        }} catch {{}}",
        mark = json!(MARK)
    );
    browser.before_every_page(&stored).await;
    browser
        .visits(&site.page("host.html", Page::with("<shindan-widget cta-href='/a' lead=after></shindan-widget>")))
        .await;
    let widget = browser.widget();
    widget.is_live().await;
    is_all_words(&browser, "a question").await;
    widget.answers_all(&Answers::with_a_cap()).await;
    widget.verdict().await;
    is_all_words(&browser, "a result").await;
}
