//! Room: narrow windows, large text, long words, thumbs, and no motion.

use e2e::rules::Answers;
use e2e::{Browser, Page, Site, needs};
use serde_json::Value;

/// A call to action without a place to break, in a page that says nothing of its own size.
const HOST: &str = r#"<style>:root { color-scheme: light dark; background: Canvas }</style><shindan-widget cta-href="/a">
    <script type="application/json">{"cta":{"label":{"prepare":"導入準備無料相談申込受付窓口担当者直通専用電話番号案内資料請求手続"}}}</script>
    </shindan-widget>"#;

/// The whole way in a window of that width, with text of that size, and then once more beside the other person.
async fn the_whole_way(width: u32, text: &str, scheme: &str) {
    needs!(Narrow, Preferences);
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    browser.fills(width, 800).await;
    browser.prefers(&[("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]).await;
    let body = format!("<style>html {{ font-size: {text} }}</style>{HOST}");
    let url = site.page("host.html", Page::with(&body));
    browser.visits(&url).await;
    let widget = browser.widget();
    let named = |screen: &str| format!("{screen} at {width} px, text {text}, {scheme}");
    for (question, choices) in Answers::with_a_cap().answers_in_order() {
        widget.sees_question(question).await;
        browser.has_room(&named(question)).await;
        widget.answers(question).await.with_all(&choices).await;
    }
    widget.verdict().await;
    widget.tries("purpose").await;
    widget.presses_on("[part~=result] summary").await;
    widget
        .shows("every finding", |screen| screen.verdict.as_ref()?.findings.iter().all(|f| f.open).then_some(()))
        .await;
    browser.has_room(&named("the result")).await;
    browser.passes_axe(&named("the result")).await;
    widget.shoots(&format!("room-{width}-{text}-{scheme}").replace('%', "")).await;

    let link = widget.copies("shindan-owner").await;
    browser.has_room(&named("the result with its link copied")).await;
    let no_clipboard = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })";
    browser.script::<Value>(no_clipboard, vec![]).await;
    widget.presses_on("[part~=share][name=shindan]").await;
    widget.shows("the field with the link", |screen| screen.verdict.as_ref()?.link.clone()).await;
    browser.has_room(&named("the result with its link in a field")).await;

    browser.visits("about:blank").await;
    browser.visits(&link).await;
    browser.has_room(&named("the question with a notice")).await;
    widget.answers_all(&Answers { authority: "none", ..Answers::all_met() }).await;
    assert_eq!(widget.verdict().await.compared.len(), 1);
    browser.has_room(&named("two views")).await;
    browser.passes_axe(&named("two views")).await;
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn in_a_window_of_320_px() {
    the_whole_way(320, "100%", "light").await;
}

#[tokio::test]
async fn on_a_phone_with_text_of_twice_the_size() {
    the_whole_way(390, "200%", "dark").await;
}

#[tokio::test]
async fn on_a_desk_with_text_of_twice_the_size() {
    the_whole_way(1280, "200%", "light").await;
}

#[tokio::test]
async fn in_a_window_of_320_px_with_text_of_twice_the_size() {
    the_whole_way(320, "200%", "dark").await;
}

#[tokio::test]
async fn what_is_squeezed_is_found_by_its_lines_in_any_font() {
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    for font in ["serif", "sans-serif", "monospace"] {
        let body = format!(
            "<style>shindan-widget {{ --shindan-font: {font} }}</style><shindan-widget cta-href='/a'></shindan-widget>"
        );
        browser.visits(&site.page("host.html", Page::with(&body))).await;
        browser.widget().is_live().await;
        browser.has_room(font).await;
        // A short word alone is no wider in any font than it has to be; what breaks it, or a text after each letter, is found.
        for (words, width, expected) in
            [("Time", "auto", 0), ("Time", "1.2em", 1), ("時間の見直し", "auto", 0), ("時間の見直しを", "1em", 1)]
        {
            let puts = "const [words, width] = arguments;
                const p = document.querySelector('shindan-widget').shadowRoot.querySelector('.widget p');
                p.textContent = words; p.style = `width: ${width}; overflow-wrap: anywhere`; return null";
            browser.script::<Value>(puts, vec![words.into(), width.into()]).await;
            let found = browser.squeezed().await;
            assert_eq!(found.len(), expected, "{words} in {font}, {width}: {found:?}");
        }
    }
}
