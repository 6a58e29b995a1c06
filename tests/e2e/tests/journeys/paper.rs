//! A result on paper: one page of A4, and nothing of the host page on it.

use e2e::rules::Answers;
use e2e::{Browser, Device, Engine, Page, Site, until};
use serde_json::{Value, json};

/// Notes what is sent to the printer, as a document of its own: some browsers are done before anybody can look.
pub(crate) const WATCH: &str = "
    const append = Element.prototype.append;
    const sheet = (frame) => {
        const page = frame.contentDocument;
        const styles = page.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
        return {
            html: page.documentElement.outerHTML.replace('</head>', `<style>${styles.join('')}</style></head>`),
            text: page.body.innerText,
            zoom: Number(page.body.firstElementChild.style.zoom),
            hidden: frame.getAttribute('aria-hidden') === 'true' && frame.getBoundingClientRect().right < 0,
            shown: getComputedStyle(frame).display === 'block' && getComputedStyle(frame).visibility === 'visible',
        };
    };
    Element.prototype.append = function (...nodes) {
        append.apply(this, nodes);
        for (const frame of nodes) {
            const page = frame.contentWindow;
            if (!page) { continue; }
            page.addEventListener('beforeprint', () => { window.__sheet = sheet(frame); });
            // WebKit says so only after its dialogue.
            const own = page.print;
            page.print = () => { own.call(page); window.__sheet ??= sheet(frame); };
        }
    };";

/// A host page with a look of its own, in the visitor's scheme.
const HOST: &str = "<style>
    :root { color-scheme: light dark; --shindan-accent: #d4006a; --shindan-text: #400; --shindan-surface: #ffe; }
    @media (prefers-color-scheme: dark) {
        :root { --shindan-accent: #ff9ac8; --shindan-on-accent: #000; --shindan-text: #eee; --shindan-surface: #123 }
    }
    shindan-widget { --shindan-font: serif; --shindan-radius: 2em; font-size: 30px }
    h2, p { font-size: 60px !important }
    </style><p>前の段落</p><shindan-widget cta-href='/soudan'></shindan-widget><p>後の段落</p>";

pub(crate) async fn prints(browser: &Browser) -> Value {
    browser.script::<Value>("window.__sheet = null", vec![]).await;
    browser.widget().presses_on("[part~=print]").await;
    let sheet = until(async || {
        let sheet: Value = browser.script("return window.__sheet", vec![]).await;
        if sheet.is_null() { Err(()) } else { Ok(sheet) }
    });
    sheet.await.expect("something is printed")
}

/// Puts the sheet alone into a tab, and expects one page of A4 of a browser that prints it with its own settings.
pub(crate) async fn is_one_page(browser: &Browser, sheet: &Value, what: &str) {
    if browser.engine() != Engine::Chromium {
        e2e::without("the pages of a PDF are counted as Chromium writes them");
        return;
    }
    let pdf = as_pdf(browser, sheet).await;
    assert_eq!(pages(&pdf), [A4], "{what}");
}

async fn as_pdf(browser: &Browser, sheet: &Value) -> Vec<u8> {
    browser.opens_a_new_tab().await;
    let tree = browser.devtools("Page.getFrameTree", json!({})).await;
    let frame = &tree["frameTree"]["frame"]["id"];
    browser.devtools("Page.setDocumentContent", json!({ "frameId": frame, "html": sheet["html"] })).await;
    let wanted = json!({ "preferCSSPageSize": true, "printBackground": false });
    let pdf = browser.devtools("Page.printToPDF", wanted).await;
    e2e::bytes(pdf["data"].as_str().expect("a PDF"))
}

/// The sizes of the pages, in points; Chromium writes these objects as plain text.
fn pages(pdf: &[u8]) -> Vec<(u32, u32)> {
    let text = String::from_utf8_lossy(pdf);
    let page = |object: &str| {
        let is_page = object.split("/Type /Page").skip(1).any(|rest| !rest.starts_with('s'));
        is_page.then(|| {
            let (_, size) = object.split_once("/MediaBox [").expect("a page has a size");
            let (size, _) = size.split_once(']').expect("a size ends");
            let numbers: Vec<f64> = size.split_whitespace().map(|number| number.parse().expect("a number")).collect();
            assert_eq!(numbers[..2], [0.0, 0.0]);
            (numbers[2].round() as u32, numbers[3].round() as u32)
        })
    };
    text.split("endobj").filter_map(page).collect()
}

const A4: (u32, u32) = (595, 842);

fn every_kind() -> [Answers; 5] {
    let worst = |answer, authority| Answers { checklist: [answer; 5], authority, time: answer, skill: Vec::new() };
    [
        Answers::all_met(),
        worst("unmet", "unmet"),
        worst("unknown", "unknown"),
        worst("unmet", "none"),
        Answers::with_a_cap(),
    ]
}

#[tokio::test]
async fn every_verdict_is_one_page_of_a4_without_anything_of_the_host_page() {
    let site = Site::of_dist();
    let url = site.page("host.html", Page::with(HOST));
    for (device, scheme) in [(Device::Phone, "light"), (Device::Desktop, "dark")] {
        for (nth, answers) in every_kind().iter().enumerate() {
            let browser = Browser::start(device).await;
            browser.before_every_page(WATCH).await;
            match browser.engine() {
                Engine::WebKit => e2e::without("WebKitWebDriver cannot change what a visitor prefers: light alone"),
                _ => browser.prefers(&[("prefers-color-scheme", scheme)]).await,
            }
            browser.visits(&url).await;
            let widget = browser.widget();
            widget.answers_all(answers).await;
            let verdict = widget.verdict().await;
            if let Some(gap) = verdict.gaps.first() {
                widget.tries(gap).await;
            }

            let sheet = prints(&browser).await;
            assert_eq!(sheet["hidden"], true, "the frame is hidden, from screen readers too");
            let text = sheet["text"].as_str().expect("words");
            for stranger in ["前の段落", "後の段落", "試験用のページ", "できたら", "はじめから", "コピー"]
            {
                assert!(!text.contains(stranger), "{stranger} is on paper: {text}");
            }
            let level = verdict.level_title.as_deref().expect("a level");
            let receipt = verdict.receipt.as_deref().expect("a receipt");
            for wanted in ["日付", "会社名", "お名前", level, receipt, &verdict.score_text, "進め方の目安"]
            {
                assert!(text.contains(wanted), "{wanted} is not on paper: {text}");
            }
            let zoom = sheet["zoom"].as_f64().expect("a zoom");
            assert!(zoom > 0.72, "it can still be read: {zoom}");
            browser.has_a_clean_console().await;

            is_one_page(&browser, &sheet, &format!("{device:?}, {scheme}, verdict {nth}, zoom {zoom}")).await;
        }
    }
}

async fn frames(browser: &Browser) -> usize {
    browser.script("return document.querySelectorAll('iframe').length", vec![]).await
}

#[tokio::test]
async fn the_frame_goes_when_the_printer_is_done_and_printing_again_works() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    browser.before_every_page(WATCH).await;
    browser.visits(&site.page("host.html", Page::with(HOST))).await;
    browser.widget().answers_all(&Answers::with_a_cap()).await;
    let first = prints(&browser).await;
    // A browser that prints without a dialogue has said so before.
    let done = "document.querySelector('iframe')?.contentWindow.dispatchEvent(new Event('afterprint'))";
    browser.script::<Value>(done, vec![]).await;
    assert_eq!(frames(&browser).await, 0);

    // Not every browser says when it is done.
    for _ in 0..2 {
        assert_eq!(prints(&browser).await["html"], first["html"]);
        assert!(frames(&browser).await <= 1, "no more than one frame is left");
    }
    browser.widget().restarts().await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn what_the_host_page_says_of_frames_does_not_matter() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    browser.before_every_page(WATCH).await;
    let rude = "<style>iframe { display: none !important; width: 10px !important; position: static !important;
                max-width: 100%; visibility: hidden !important; zoom: 3 !important }</style>
                <shindan-widget cta-href='/soudan'></shindan-widget>";
    browser.visits(&site.page("host.html", Page::with(rude))).await;
    browser.widget().answers_all(&every_kind()[1]).await;
    let sheet = prints(&browser).await;
    assert_eq!(sheet["hidden"], true);
    assert_eq!(sheet["shown"], true, "a frame that is not displayed is not printed");
    is_one_page(&browser, &sheet, "on a rude page").await;
}

#[tokio::test]
async fn a_strict_policy_and_trusted_types_let_one_print_and_copy() {
    let site = Site::of_dist();
    let page = Page::with("<shindan-widget cta-href='/soudan'></shindan-widget>").under(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; frame-src 'none'; \
         object-src 'none'; require-trusted-types-for 'script'; trusted-types shindan",
    );
    let browser = Browser::phone().await;
    browser.before_every_page(WATCH).await;
    browser.visits(&site.page("host.html", page)).await;
    let widget = browser.widget();
    widget.answers_all(&every_kind()[2]).await;
    let sheet = prints(&browser).await;
    assert!(widget.copies("shindan").await.contains("#shindan=readiness."));
    widget.tries("purpose").await;
    widget.presses_keep().await;
    widget.shows("a ticked box", |screen| screen.verdict.as_ref()?.keeps.then_some(())).await;
    let violations: Vec<String> = browser.script("return __probe.violations", vec![]).await;
    assert!(violations.is_empty(), "{violations:?}");
    browser.has_a_clean_console().await;
    is_one_page(&browser, &sheet, "under a policy: the styles come along").await;
}
