//! The page around the widget: its keys, its protection against copying, its header, its scrolling.

use e2e::rules::Answers;
use e2e::{Action, Browser, Device, Key, Page, Site, needs, until};
use serde_json::{Value, json};

use crate::{configured, on_a_page};

/// Keys of the host, guarded in the ways that are common; none of them knows of a field in a shadow root.
const HOTKEYS: &str = "<input id=search aria-label='検索'><script>
    window.took = [];
    document.addEventListener('keydown', (event) => {
        if (event.target.matches('input, textarea, select') || document.activeElement.matches('input, textarea')) return;
        if (event.key === '/' || event.key === ' ' || event.key === 'Enter' || event.key.startsWith('Arrow') || /^[a-z]$/.test(event.key)) {
            event.preventDefault();
            took.push(event.key);
            if (event.key === '/') search.focus();
        }
    });
    addEventListener('keypress', (event) => event.target.tagName !== 'TEXTAREA' && event.key === 'Enter' && event.preventDefault());
</script>";

#[tokio::test]
async fn keys_of_the_host_take_nothing_that_is_meant_for_the_widget() {
    let config = json!({ "lead": { "fields": ["message", "email"] } });
    let (_site, browser) = on_a_page(Device::Desktop, &format!("{HOTKEYS}{}", configured("", &config))).await;
    let widget = browser.widget();
    widget.is_live().await;
    for _ in 0..20 {
        browser.presses(Key::Tab).await;
        if browser.focus().await.name == "purpose" {
            break;
        }
    }
    browser.presses(Key::Down).await;
    browser.focuses("the second choice", |focus| focus.value == "partly").await;
    browser.presses(Key::Enter).await;
    widget.sees_question("involvement").await;
    for (question, choices) in (Answers { authority: "none", ..Answers::all_met() }).answers_in_order().iter().skip(1) {
        widget.answers(question).await.with_all(choices).await;
    }
    browser.lead_form().shows("a form", |form| form.fields.contains_key("message")).await;
    widget.presses_on(".lead [name=message]").await;
    browser.types_by_keys("see https://example.com/a b").await;
    browser.lead_form().shows("what was typed", |form| form.value("message") == "see https://example.com/a b").await;
    let took: (Vec<String>, String) = browser.script("return [took, search.value]", vec![]).await;
    assert_eq!(took, (Vec::new(), String::new()));
    // Elsewhere on the page they work as ever.
    let blurs = "document.activeElement.shadowRoot.activeElement.blur()";
    browser.script::<Value>(blurs, vec![]).await;
    browser.presses(Key::Down).await;
    let took: Vec<String> = browser.script("return took", vec![]).await;
    assert_eq!(took, ["ArrowDown"]);
}

/// What such scripts forbid.
const PROTECTED: [&str; 12] = [
    "mousedown",
    "mouseup",
    "click",
    "dblclick",
    "selectstart",
    "contextmenu",
    "copy",
    "cut",
    "paste",
    "dragstart",
    "keydown",
    "beforeinput",
];

#[tokio::test]
async fn protection_against_copying_forbids_nothing_in_the_widget() {
    let protects = format!(
        "<p id=own>本文です。</p><script>
            window.forbidden = [];
            for (const name of {}) addEventListener(name, (event) => {{ event.preventDefault(); forbidden.push(name); }});
        </script>",
        json!(PROTECTED)
    );
    let config = json!({ "lead": { "fields": ["message", "email"] } });
    let (_site, browser) = on_a_page(Device::Desktop, &format!("{protects}{}", configured("", &config))).await;
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    let form = browser.lead_form();
    form.shows("a form", |form| form.fields.contains_key("message")).await;
    form.writes("message", "一行目").await;
    form.ticks("privacy").await;
    let screen = form.shows("what was done", |form| form.value("message") == "一行目").await;
    assert_eq!(screen.value("privacy"), "true");
    let forbidden: Vec<String> = browser.script("return forbidden", vec![]).await;
    assert!(forbidden.is_empty(), "{forbidden:?}");
}

#[tokio::test]
async fn the_button_stands_in_the_window_whatever_is_around_it() {
    for style in [
        "transform: translateZ(0)",
        "filter: saturate(1)",
        "perspective: 1px",
        "will-change: transform",
        "contain: layout paint",
        "overflow: hidden; transform: scale(.5)",
    ] {
        for mode in ["slider", "side-tab"] {
            let body = format!(
                "<div style='{style}'><div style='height: 3000px'>記事</div><shindan-widget mode={mode} cta-href='#a'></shindan-widget></div>"
            );
            let (_site, browser) = on_a_page(Device::Desktop, &body).await;
            browser.widget().shows("anything", |_| Some(())).await;
            let place = "const button = document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=open]');
                const box = button?.getBoundingClientRect();
                return box ? [box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth, scrollY, box.width > 0] : null";
            let seen = until(async || {
                browser.next_frames().await;
                let place: Option<(bool, f64, bool)> = browser.script(place, vec![]).await;
                if place == Some((true, 0.0, true)) { Ok(()) } else { Err(place) }
            });
            seen.await.unwrap_or_else(|place| panic!("{style}, {mode}: {place:?}"));
            browser.widget().presses_on("[part~=open]").await;
            browser.widget().sees_question("purpose").await;
            browser.widget().presses_on("[part~=close]").await;
            browser.widget().presses_on("[part~=open]").await;
            browser.widget().sees_question("purpose").await;
        }
    }
}

#[tokio::test]
async fn a_fragment_link_leads_to_the_widget_whatever_the_base_is() {
    for mode in ["popup", "slider", "inline"] {
        let site = Site::of_dist();
        let browser = Browser::start(Device::Desktop).await;
        let html = format!(
            "<!doctype html><html lang=ja><meta charset=utf-8><title>基準</title><link rel=icon href='data:,'>
             <script type=module src=/embed.js async></script><base href='/'><body>
             <p><a id=link href='#diagnosis' style='display: inline-block; padding: 20px'><b>診断を開く</b></a></p>
             <div style='height: 3000px'></div><shindan-widget id=diagnosis mode={mode} cta-href='#a'></shindan-widget>"
        );
        let url = site.page("deep/host.html", Page::of(html));
        browser.visits(&url).await;
        browser.waits_for_event("ready").await;
        if mode != "inline" {
            browser.panel().is_made().await;
        }
        let middle = "const { left, top, width, height } = document.querySelector('#link').getBoundingClientRect();
            return [left + width / 2, top + height / 2]";
        let place: (f64, f64) = browser.script(middle, vec![]).await;
        let seen = "const box = document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=question]')?.getBoundingClientRect();
            return [location.pathname, !!box && box.top >= 0 && box.top < innerHeight && box.height > 0]";
        for click in ["the first click", "another click"] {
            browser.press(place).await;
            let there = until(async || {
                let now: (String, bool) = browser.script(seen, vec![]).await;
                if now == ("/deep/host.html".to_owned(), true) { Ok(()) } else { Err(now) }
            });
            there.await.unwrap_or_else(|now| panic!("{mode}, {click}: {now:?}"));
            if mode == "inline" {
                browser.script::<Value>("scrollTo(0, 0)", vec![]).await;
            } else {
                browser.widget().presses_on("[part~=close]").await;
            }
        }
    }
}

#[tokio::test]
async fn the_next_question_starts_below_a_header_that_stays() {
    for header in [
        "position: sticky; top: 0; height: 70px",
        "position: fixed; top: 0; left: 0; right: 0; height: 120px",
        "position: sticky; top: 10px; height: 60px; margin: 0 20px",
    ] {
        for is_live in [false, true] {
            let site = Site::of_dist();
            let browser = Browser::start(Device::Phone).await;
            if !is_live {
                site.holds(".wasm");
            }
            let body = format!(
                "<header id=head style='{header}; background: #ccc; z-index: 10'>見出し</header><div style='height: 600px'></div>
                 <shindan-widget cta-href='#a'></shindan-widget><div style='height: 3000px'></div>"
            );
            // The header is the child of what scrolls.
            let page = format!("</main>{body}<main>");
            browser.visits(&site.page("host.html", Page::with(&page))).await;
            let widget = browser.widget();
            widget.sees_question("purpose").await;
            if is_live {
                widget.is_live().await;
            }
            for (question, next) in
                [("purpose", "involvement"), ("involvement", "measurement"), ("measurement", "security")]
            {
                widget.sees_question(question).await;
                let scrolls =
                    "const legend = document.querySelector('shindan-widget').shadowRoot.querySelector('legend');
                    scrollBy({ top: legend.getBoundingClientRect().top + 60, behavior: 'instant' })";
                browser.script::<Value>(scrolls, vec![]).await;
                widget.taps("unmet").await;
                widget.sees_question(next).await;
                let tops = "return [document.querySelector('shindan-widget').shadowRoot.querySelector('legend').getBoundingClientRect().top,
                    document.querySelector('#head').getBoundingClientRect().bottom]";
                let below = until(async || {
                    browser.next_frames().await;
                    let (legend, head): (f64, f64) = browser.script(tops, vec![]).await;
                    if legend >= head - 0.5 { Ok(()) } else { Err((legend, head)) }
                });
                below.await.unwrap_or_else(|(legend, head)| {
                    panic!("{header}, wasm: {is_live}, {next}: {legend} is above {head}")
                });
            }
        }
    }
}

#[tokio::test]
async fn a_frame_behind_a_redirection_gets_its_height_and_a_warning() {
    let site = Site::of_dist();
    let browser = Browser::start(Device::Desktop).await;
    let elsewhere = site.url("index.html").replace("127.0.0.1", "localhost");
    site.page("moved/index.html", Page::answering(Action::Status(302).with("Location", &elsewhere)));
    site.page("moved/frame.js", Page::answering(Action::Status(302).with("Location", "/frame.js")));
    for (src, script) in [("moved/index.html?cta-href=/a", "moved/frame.js"), ("moved/index.html", "/moved/frame.js")] {
        let body = format!(
            "<iframe title=診断 width=600 height=300 src='{src}'></iframe><iframe id=other title=ほか src='about:blank'></iframe>
             <script type=module src='{script}'></script>"
        );
        browser
            .visits(&site.page(
                "host.html",
                Page::of(format!("<!doctype html><meta charset=utf-8><title>枠</title><body>{body}")),
            ))
            .await;
        let height = "return document.querySelector('iframe').clientHeight";
        let grown = until(async || {
            let height: f64 = browser.script(height, vec![]).await;
            if height > 500.0 { Ok(()) } else { Err(height) }
        });
        grown.await.unwrap_or_else(|height| panic!("{src}: the frame stays at {height}"));
        let warned = browser.warnings().await.iter().filter(|warning| warning.contains("localhost")).count();
        assert!(warned >= 1, "{:?}", browser.warnings().await);
    }
}

#[tokio::test]
async fn the_result_of_a_link_stays_in_view_while_the_page_grows() {
    needs!(DevTools);
    let site = Site::of_dist();
    let browser = Browser::start(Device::Desktop).await;
    browser.visits(&site.page("first.html", Page::with("<shindan-widget cta-href='#a'></shindan-widget>"))).await;
    browser.widget().answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
    let link = browser.widget().copies("shindan").await;
    let fragment = link.split('#').nth(1).expect("a link has a fragment").to_owned();
    // What loads late above and below, without room that is kept for it.
    let grows = "<div id=above></div><script>
        const grow = (id, height) => (document.getElementById(id).style.height = `${height}px`);
        addEventListener('load', () => { grow('above', 900); setTimeout(() => grow('above', 2500), 200); });
        addEventListener('shindan:complete', () => setTimeout(() => grow('above', 3200), 100));
        window.grown = new Promise((then) => setTimeout(then, 900));
    </script>";
    let body = format!(
        "{grows}<div style='height: 1500px'>記事</div><shindan-widget cta-href='#a'></shindan-widget><div id=below style='height: 3000px'></div>"
    );
    site.page("host.html", Page::with(&body));
    browser.visits(&site.url(&format!("host.html#{fragment}"))).await;
    browser.widget().verdict().await;
    browser.script_async::<Value>("await grown", vec![]).await;
    let top = "return [document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=result]').getBoundingClientRect().top, innerHeight]";
    let seen = until(async || {
        let (top, height): (f64, f64) = browser.script(top, vec![]).await;
        if top >= -1.0 && top < height / 2.0 { Ok(()) } else { Err(top) }
    });
    seen.await.unwrap_or_else(|top| panic!("the result stands at {top}"));
    // Who scrolls is left alone.
    let wheel = json!({ "type": "mouseWheel", "x": 300, "y": 400, "deltaX": 0, "deltaY": 700 });
    browser.devtools("Input.dispatchMouseEvent", wheel).await;
    let moved = until(async || {
        let (top, _): (f64, f64) = browser.script(top, vec![]).await;
        if top < -300.0 { Ok(()) } else { Err(top) }
    });
    moved.await.expect("the wheel scrolls");
    browser.script::<Value>("grow('below', 3100)", vec![]).await;
    browser.next_frames().await;
    let (top, _): (f64, f64) = browser.script(top, vec![]).await;
    assert!(top < -300.0, "{top}");
}
