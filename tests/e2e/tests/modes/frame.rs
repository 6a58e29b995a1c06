//! The widget as a page of its own, in a frame of another page.

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site, until};
use serde_json::{Value, json};
use xtask::site::Receiver;

/// Whoever reads a page with the widget in its only frame.
struct Reader {
    site: Site,
    browser: Browser,
}

/// Where the first element that fits stands in the window, once it is seen in the widget of the frame.
const PLACE: &str = "
    const frame = document.querySelector('iframe');
    const root = frame.contentDocument.querySelector('shindan-widget')?.shadowRoot;
    const found = [...root?.querySelectorAll(arguments[0]) ?? []].find((one) => one.checkVisibility());
    if (!found) { return null; }
    found.scrollIntoView({ block: 'center', behavior: 'instant' });
    const outer = frame.getBoundingClientRect();
    const { left, top, width, height } = found.getBoundingClientRect();
    return [outer.left + left + width / 2, outer.top + top + height / 2];";

/// The height of the frame, and of what is in it.
const HEIGHTS: &str = "
    const { clientHeight, contentDocument: { documentElement: page } } = document.querySelector('iframe');
    return [clientHeight, Math.ceil(page.getBoundingClientRect().height)];";

impl Reader {
    async fn of(body: &str) -> Self {
        let site = Site::of_dist();
        let browser = Browser::desktop().await;
        // Every message that reaches the page, and every height that the frame is given.
        let watch = "if (parent === window) {
            window.__messages = [];
            window.__heights = [];
            addEventListener('message', ({ data }) => __messages.push(data));
            addEventListener('DOMContentLoaded', () => {
                const frame = document.querySelector('iframe');
                frame && new MutationObserver(() => __heights.push(frame.style.height)).observe(frame, { attributes: true, attributeFilter: ['style'] });
            });
        }";
        browser.before_every_page(watch).await;
        let page = Page::of(format!("<!doctype html><html lang=ja><meta charset=utf-8><title>枠</title><body>{body}"));
        browser.visits(&site.page("host.html", page)).await;
        Self { site, browser }
    }

    async fn presses(&self, selector: &str) {
        let mut last = None;
        let place = until(async || {
            let place: Option<(f64, f64)> = self.browser.script(PLACE, vec![json!(selector)]).await;
            // The frame grows with what is in it: what still moves is not where it was by the time of the press.
            if std::mem::replace(&mut last, place) == place { place.ok_or(()) } else { Err(()) }
        });
        self.browser.press(place.await.unwrap_or_else(|()| panic!("{selector} is not in the frame"))).await;
    }

    async fn answers(&self, answers: &Answers) {
        for (question, choices) in answers.answers_in_order() {
            let is_shown = format!("[data-question={question}]");
            for choice in &choices {
                let choice = format!("{is_shown} [part~=choice]:has(input[value={choice}])");
                self.presses(&choice).await;
                // A press that comes while the frame still moves may miss.
                let is_answered = until(async || {
                    let place: Option<(f64, f64)> = self.browser.script(PLACE, vec![json!(choice)]).await;
                    match place {
                        Some(place) if question != "skill" => {
                            self.browser.press(place).await;
                            Err(())
                        }
                        _ => Ok(()),
                    }
                });
                is_answered.await.unwrap_or_else(|()| panic!("{question} stays"));
            }
            if question == "skill" {
                self.presses("form:has([data-question=skill]) [part~=next]").await;
            }
        }
    }

    /// Waits until the frame is as high as what is in it.
    async fn fits(&self) -> f64 {
        let fits = until(async || {
            let (frame, page): (f64, f64) = self.browser.script(HEIGHTS, vec![]).await;
            if frame == page { Ok(frame) } else { Err((frame, page)) }
        });
        fits.await.unwrap_or_else(|(frame, page)| panic!("the frame is {frame} px high, its page {page}"))
    }

    async fn waits_for(&self, what: &str, script: &str) {
        let there = until(async || if self.browser.script::<bool>(script, vec![]).await { Ok(()) } else { Err(()) });
        there.await.unwrap_or_else(|()| panic!("not {what}"));
    }

    /// What the frame's page sends.
    async fn frame_sends(&self, data: &str) {
        let sends = format!(
            "new (document.querySelector('iframe').contentWindow.Function)(\"parent.postMessage({data}, '*')\")()"
        );
        self.browser.script::<Value>(&sends, vec![]).await;
    }
}

#[tokio::test]
async fn in_the_sample_page_the_frame_is_as_high_as_what_is_in_it_all_the_way() {
    for device in [Device::Desktop, Device::Phone] {
        let site = Site::of_dist();
        let browser = Browser::start(device).await;
        browser.visits(&site.url("demo-frame.html")).await;
        let reader = Reader { site, browser };
        let first = reader.fits().await;
        reader.answers(&Answers { authority: "none", ..Answers::all_met() }).await;
        reader.waits_for("a result", "return !!document.querySelector('iframe').contentDocument.querySelector('shindan-widget').shadowRoot.querySelector('[part~=score]')").await;
        let result = reader.fits().await;
        assert!(result > first + 500.0, "{first}, {result}");
        reader.presses("[part~=restart]").await;
        reader.waits_for("the first question", "return !!document.querySelector('iframe').contentDocument.querySelector('shindan-widget').shadowRoot.querySelector('[data-question=purpose]')").await;
        assert!(reader.fits().await < result, "it shrinks, too");
        let name = if device == Device::Phone { "phone" } else { "desktop" };
        reader.browser.passes_axe(&format!("the sample with the frame, {name}")).await;
        reader.browser.shoots(&format!("mode-frame-{name}")).await;
        reader.browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn in_a_sandbox_without_forms_every_question_is_answered_and_a_lead_is_sent() {
    let receiver = Receiver::start().expect("a port is free");
    let config = json!({ "lead": { "fields": ["email"], "destinations": [{ "type": "webhook-json", "url": receiver.url("lead") }] } });
    let reader = Reader::of("").await;
    reader.site.page("config.json", Page::of(config.to_string()));
    let body = "<iframe sandbox='allow-scripts allow-same-origin allow-popups' title=診断 width=600 height=900 src='index.html?config=config.json'></iframe>
                <script type=module src=frame.js></script>";
    reader.browser.visits(&reader.site.page("sandbox.html", Page::of(body))).await;
    reader.answers(&Answers::all_met()).await;
    reader.presses(".lead [name=email]").await;
    reader.browser.types("taro@example.co.jp").await;
    reader.presses(".lead label:has([name=privacy])").await;
    reader.presses("[part~=submit]").await;
    reader.waits_for("what became of the lead", "return !!document.querySelector('iframe').contentDocument.querySelector('shindan-widget').shadowRoot.querySelector('.lead-status')").await;
    let sent = |all: &[xtask::site::Arrival]| all.iter().any(|one| one.method == "POST");
    assert!(receiver.saw(e2e::TIMEOUT, sent), "{:#?}", receiver.arrivals());
    reader.fits().await;
}

#[tokio::test]
async fn a_frame_from_elsewhere_gets_its_height_also_when_the_script_comes_late() {
    let reader = Reader::of("").await;
    let elsewhere = reader.site.url("").replace("127.0.0.1", "localhost");
    let body = format!("<iframe title=診断 width=600 height=300 src='{elsewhere}index.html'></iframe>");
    reader.browser.visits(&reader.site.page("elsewhere.html", Page::of(body))).await;
    reader.waits_for("a first height", "return __messages.length > 0").await;
    let script = format!(
        "document.head.append(Object.assign(document.createElement('script'), {{ type: 'module', src: '{elsewhere}frame.js' }}))"
    );
    reader.browser.script::<Value>(&script, vec![]).await;
    reader.waits_for("a height", "return __heights.length > 0").await;
    let heights = "return [document.querySelector('iframe').clientHeight, __messages.at(-1).height]";
    let (frame, reported): (f64, f64) = reader.browser.script(heights, vec![]).await;
    assert!(frame == reported && frame > 600.0, "{frame}, {reported}");
    // In a narrow frame the text is longer.
    reader.browser.script::<Value>("document.querySelector('iframe').width = 240", vec![]).await;
    reader.waits_for("a greater height", "return document.querySelector('iframe').clientHeight > 816 && document.querySelector('iframe').clientHeight === __messages.at(-1).height").await;
}

const FRAME: &str = "<iframe id=widget title=診断 width=600 height=300 src='index.html?cta-href=/soudan'></iframe><script type=module src=frame.js></script>";

#[tokio::test]
async fn only_the_frame_itself_and_only_a_height_sets_the_height() {
    let reader = Reader::of(&format!("{FRAME}<iframe id=other title=ほか src='about:blank'></iframe>")).await;
    reader.fits().await;
    reader.browser.script::<Value>("__heights.length = 0", vec![]).await;
    let height = |value: &str| format!("{{ type: 'shindan:height', version: 1, height: {value} }}");
    for data in [
        "null".to_owned(),
        "'shindan:height'".to_owned(),
        "{ type: 'height', version: 1, height: 700 }".to_owned(),
        "{ type: 'shindan:height', version: 2, height: 700 }".to_owned(),
        height("'700'"),
        height("-1"),
        height("0"),
        height("NaN"),
        height("Infinity"),
        height("30001"),
        height("[700]"),
    ] {
        reader.frame_sends(&data).await;
    }
    // From the page itself, and from a frame that shows something else.
    let others = format!(
        "postMessage({valid}, '*');
         new (document.querySelector('#other').contentWindow.Function)(\"parent.postMessage({valid}, '*')\")()",
        valid = height("700")
    );
    reader.browser.script::<Value>(&others, vec![]).await;
    reader.frame_sends(&height("1234.2")).await;
    reader.waits_for("the one that counts", "return __heights.includes('1235px')").await;
    let heights: Vec<String> = reader.browser.script("return __heights", vec![]).await;
    assert_eq!(heights, ["1235px"]);
    let other: String = reader.browser.script("return document.querySelector('#other').style.height", vec![]).await;
    assert_eq!(other, "");
}

#[tokio::test]
async fn a_frame_that_has_been_led_elsewhere_is_not_believed() {
    let reader = Reader::of(FRAME).await;
    reader.fits().await;
    let elsewhere = reader.site.url("index.html").replace("127.0.0.1", "localhost");
    // Its attribute still names the old address. The height is one that its page would never ask for.
    let leads = format!(
        "__messages.length = 0;
        const frame = document.querySelector('iframe');
        frame.style.height = '9999px';
        frame.contentWindow.location.href = '{elsewhere}'"
    );
    reader.browser.script::<Value>(&leads, vec![]).await;
    reader.waits_for("a height of the stranger", "return __messages.length > 0").await;
    reader.browser.next_frames().await;
    let height: String = reader.browser.script("return document.querySelector('iframe').style.height", vec![]).await;
    assert_eq!(height, "9999px");
}

#[tokio::test]
async fn nothing_but_heights_leaves_the_frame() {
    let reader = Reader::of(FRAME).await;
    reader.answers(&Answers { authority: "none", ..Answers::all_met() }).await;
    reader.waits_for("a result", "return document.querySelector('iframe').clientHeight > 1500").await;
    let messages: Vec<Value> = reader.browser.script("return __messages", vec![]).await;
    assert!(!messages.is_empty());
    for message in messages {
        let mut keys: Vec<&String> = message.as_object().expect("an object").keys().collect();
        keys.sort_unstable();
        assert_eq!(keys, ["height", "type", "version"], "{message}");
        assert!(
            message["type"] == "shindan:height" && message["version"] == 1 && message["height"].is_u64(),
            "{message}"
        );
    }
}

#[tokio::test]
async fn where_the_page_may_have_no_script_the_frame_scrolls_and_its_links_open_beside_the_page() {
    let reader = Reader::of(&FRAME.replace("<script type=module src=frame.js></script>", "")).await;
    reader.answers(&Answers { authority: "none", ..Answers::all_met() }).await;
    reader.presses("[part~=cta]").await;
    let script = "const { contentDocument, contentWindow, clientHeight } = document.querySelector('iframe');
        contentWindow.scrollTo(0, 400);
        return [clientHeight, contentWindow.scrollY, contentDocument.querySelector('base')?.target, contentWindow.location.pathname]";
    let found: (f64, f64, String, String) = reader.browser.script(script, vec![]).await;
    assert_eq!(found, (300.0, 400.0, "_blank".to_owned(), "/index.html".to_owned()));
}

#[tokio::test]
async fn as_a_page_of_its_own_it_warns_of_options_that_it_does_not_know_and_sends_nothing() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    browser
        .visits(
            &site.url(
                "index.html?mode=popup&colour=red&cta-href=/soudan&lead=off&utm_source=mail&gclid=1&fbclid=2&_gl=3",
            ),
        )
        .await;
    let widget = browser.widget();
    widget.answers_all(&Answers::all_met()).await;
    assert_eq!(widget.cta().await.href.as_deref(), Some("/soudan"));
    let warnings = browser.warnings().await;
    for name in ["mode", "colour"] {
        let about: Vec<_> =
            warnings.iter().filter(|warning| warning.contains(&format!("option \\\"{name}\\\""))).collect();
        assert_eq!(about.len(), 1, "one warning about {name}: {warnings:#?}");
        assert!(about[0].contains("pack, lang, cta-href, lead, config"), "it says how to fix it: {about:?}");
    }
    assert_eq!(warnings.len(), 2, "{warnings:#?}");
    let base: bool = browser.script("return !!document.querySelector('base')", vec![]).await;
    assert!(!base, "links stay in the tab");
}
