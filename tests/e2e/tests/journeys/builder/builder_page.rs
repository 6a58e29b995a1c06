//! The builder page under a marketer's hands and eyes: fields, buttons, what it says, and what comes out of it.

use e2e::{Browser, Key, Site, until};
use serde_json::{Value, json};

/// The builder with its first check done.
pub(super) async fn builder(site: &Site, browser: &Browser) {
    browser.visits(&site.url("builder.html")).await;
    reads(browser, "that the link is missing", "#remarks", |text| text.contains("cta.href")).await;
}

/// Waits until an element's text or value is as wanted, and gives it.
pub(super) async fn reads(browser: &Browser, what: &str, selector: &str, is: impl Fn(&str) -> bool) -> String {
    let script = "const it = document.querySelector(arguments[0]); return it && (typeof it.value === 'string' ? it.value : it.innerText)";
    let seen = until(async || {
        let text: Option<String> = browser.script(script, vec![json!(selector)]).await;
        match text {
            Some(text) if is(&text) => Ok(text),
            other => Err(other),
        }
    });
    match seen.await {
        Ok(text) => text,
        Err(now) => {
            let page: Value = browser.script("return document.body.innerText.slice(0, 400)", vec![]).await;
            panic!("{selector} does not show {what}; it shows {now:?}, the page begins with {page}")
        }
    }
}

/// Goes to the step where a field or button is, as a link to it does, and waits until it is there.
pub(super) async fn goes_to(browser: &Browser, id: &str) {
    let go = "history.replaceState(null, '', '#'); location.hash = encodeURIComponent(arguments[0]); return null";
    browser.script::<Value>(go, vec![json!(id)]).await;
    let script = "return document.activeElement === document.getElementById(arguments[0])";
    let there = until(async || if browser.script::<bool>(script, vec![json!(id)]).await { Ok(()) } else { Err(()) });
    if there.await.is_err() {
        let script = "return [location.hash, document.activeElement.outerHTML.slice(0, 200), document.querySelector('nav [aria-current]')?.id,
            !!document.getElementById(arguments[0]), document.getElementById('failed')?.hidden]";
        let now: Value = browser.script(script, vec![json!(id)]).await;
        panic!("there is no way to {id}: {now}; {:?}", browser.errors().await);
    }
}

/// Puts the caret into a field with all of it selected, wherever it is.
pub(super) async fn enters(browser: &Browser, id: &str) {
    goes_to(browser, id).await;
    browser.script::<Value>("document.activeElement.select(); return null", vec![]).await;
}

/// Types into a field in place of what is there, and leaves it.
pub(super) async fn types(browser: &Browser, id: &str, text: &str) {
    enters(browser, id).await;
    if text.is_empty() {
        browser.presses(Key::Backspace).await;
    } else {
        browser.types(text).await;
    }
    browser.script::<Value>("document.activeElement.blur(); return null", vec![]).await;
}

/// A press of what has come to rest.
async fn presses_once(browser: &Browser, selector: &str) {
    let spot = "const it = document.querySelector(arguments[0]); it.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = it.getBoundingClientRect(); return [x + width / 2, y + height / 2]";
    // What still moves, because remarks come and go above it, is not pressed.
    let mut last = None;
    let still = until(async || {
        let place: (f64, f64) = browser.script(spot, vec![json!(selector)]).await;
        browser.next_frames().await;
        if last.replace(place) == Some(place) { Ok(place) } else { Err(()) }
    });
    let place = still.await.unwrap_or_else(|()| panic!("{selector} does not come to rest"));
    browser.press(place).await;
}

/// Presses what does not move, and again what has moved away just then, as one does.
pub(super) async fn presses(browser: &Browser, selector: &str) {
    let listen = "window.hit = null;
        addEventListener('click', ({ target }) => (window.hit = !!target.closest(arguments[0])), { capture: true, once: true });
        return null";
    for _ in 0..3 {
        browser.script::<Value>(listen, vec![json!(selector)]).await;
        presses_once(browser, selector).await;
        let clicked = until(async || browser.script::<Option<bool>>("return window.hit", vec![]).await.ok_or(()));
        if clicked.await.unwrap_or_else(|()| panic!("no press of {selector} comes to the page")) {
            return;
        }
    }
    panic!("{selector} is never where it was a moment ago");
}

/// The code to paste, once there is one.
pub(super) async fn snippet(browser: &Browser) -> String {
    reads_snippet(browser, "a snippet", |text| text.contains("</shindan-widget>")).await
}

/// Waits until the code to paste is as wanted, and gives it.
pub(super) async fn reads_snippet(browser: &Browser, what: &str, is: impl Fn(&str) -> bool) -> String {
    goes_to(browser, "snippet").await;
    reads(browser, what, "#snippet", is).await
}

/// What the browser saves when the button for the pack is pressed.
pub(super) async fn downloads_the_pack(browser: &Browser) -> String {
    let listen = "window.saved = []; const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return make.call(URL, blob); }";
    browser.script::<Value>(&format!("{listen}; return null"), vec![]).await;
    goes_to(browser, "downloadPack").await;
    presses(browser, "#downloadPack").await;
    let status = reads(browser, "that it is saved", ".status", |text| text.contains("readiness.ja.json")).await;
    assert!(status.contains("ダウンロード"), "{status}");
    // The preview makes blobs too: what is saved for people has lines.
    let script = "return saved.find((text) => text.includes('\\n')) ?? null";
    let saved = until(async || browser.script::<Option<String>>(script, vec![]).await.ok_or(()));
    saved.await.expect("a file is made")
}

/// Presses what has this id.
pub(super) async fn clicks(browser: &Browser, id: &str) {
    reads(browser, "itself", &format!("[id='{id}']"), |_| true).await;
    presses(browser, &format!("[id='{id}']")).await;
}

/// Presses a field, and types in place of what is there.
pub(super) async fn writes(browser: &Browser, id: &str, text: &str) {
    clicks(browser, id).await;
    browser.script::<Value>("document.activeElement.select(); return null", vec![]).await;
    browser.types(text).await;
    browser.presses(Key::Tab).await;
}

/// Has the page note the files that it saves, from now on.
pub(super) async fn keeps_downloads(browser: &Browser) {
    let listen = "window.files = {}; const blobs = new Map(); const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { const url = make.call(URL, blob); blobs.set(url, blob); return url; };
        const click = HTMLAnchorElement.prototype.click;
        HTMLAnchorElement.prototype.click = function () {
          const { download, href } = this;
          blobs.get(href)?.arrayBuffer().then((bytes) => (files[download] = [...new Uint8Array(bytes)]));
          click.call(this);
        }; return null";
    browser.script::<Value>(listen, vec![]).await;
}

/// The bytes of the file that is saved when a button is pressed.
pub(super) async fn saved(browser: &Browser, button: &str, file: &str) -> Vec<u8> {
    clicks(browser, button).await;
    let script = "return files[arguments[0]] ?? null";
    let bytes = until(async || browser.script::<Option<Vec<u8>>>(script, vec![json!(file)]).await.ok_or(()));
    match bytes.await {
        Ok(bytes) => bytes,
        Err(()) => {
            let names: Value = browser.script("return Object.keys(files)", vec![]).await;
            panic!("{file} is not saved, but {names}")
        }
    }
}

/// The text that a file holds.
pub(super) fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("a file of text")
}

/// The question that the preview shows, and what is chosen in it.
pub(super) async fn preview(browser: &Browser, what: &str, is: impl Fn(&str) -> bool) -> String {
    let script = "const widget = document.querySelector('iframe').contentDocument?.querySelector('shindan-widget:not(.waiting)');
        const at = widget?.shadowRoot?.querySelector('[part~=question]');
        return at ? `${at.dataset.question} ${at.querySelector('legend').textContent}` : ''";
    let seen = until(async || {
        let text: String = browser.script(script, vec![]).await;
        if is(&text) { Ok(text) } else { Err(text) }
    });
    seen.await.unwrap_or_else(|text| panic!("the preview does not show {what}, but {text:?}"))
}
