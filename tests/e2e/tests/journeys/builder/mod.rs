//! The builder page, as a marketer uses it: by fields and buttons, and what comes of it runs on a page elsewhere.

mod builder_page;
mod stored;
mod taken_away;
mod whole_pack;

use builder_page::{
    builder, downloads_the_pack, enters, goes_to, presses, preview, reads, reads_snippet, snippet, types,
};
use e2e::rules::Answers;
use e2e::{Browser, Page, Site, until};
use serde_json::Value;

const QUESTION: &str = "words.sections[0].questions[0].text";
const CHOICE: &str = "words.sections[0].questions[0].choices[0].label";
const LEVEL: &str = "words.levels[0].title";
const ACCENT: &str = "config.theme.accent";
const ON_ACCENT: &str = "config.theme.on_accent";
const LINK: &str = "config.cta.href";

/// The words, colours and link of the story.
async fn changes_all(browser: &Browser) {
    types(browser, QUESTION, "わが社の目的は、決まっていますか。").await;
    types(browser, CHOICE, "決まっています").await;
    types(browser, LEVEL, "出発できます").await;
    types(browser, ACCENT, "#00664f").await;
    types(browser, ON_ACCENT, "#fffffe").await;
    types(browser, LINK, "/soudan?from=\"builder\"&x=1").await;
}

#[tokio::test]
async fn what_a_marketer_made_runs_on_a_bare_page() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    changes_all(&browser).await;
    goes_to(&browser, "copySnippet").await;
    presses(&browser, "#copySnippet").await;
    reads(&browser, "that it is copied", ".status", |text| text.contains("コピーしました")).await;
    let copied = browser.clipboard().await;
    assert_eq!(copied, snippet(&browser).await);
    let pack = downloads_the_pack(&browser).await;
    assert!(browser.errors().await.is_empty(), "{:?}", browser.errors().await);

    site.page("article/readiness.ja.json", Page::of(pack));
    let html = format!(
        "<!doctype html><html lang=ja><meta charset=utf-8><title>記事</title><link rel=icon href='data:,'>\n{copied}"
    );
    let browser = Browser::phone().await;
    browser.visits(&site.page("article/bare.html", Page::of(html))).await;
    let widget = browser.widget();
    let screen = widget.sees_question("purpose").await;
    assert!(
        screen.legend.as_ref().is_some_and(|legend| legend.ends_with("わが社の目的は、決まっていますか。")),
        "{screen:?}"
    );
    assert!(screen.choices.iter().any(|choice| choice.label.contains("決まっています")), "{:?}", screen.choices);
    widget.answers_all(&Answers::all_met()).await;
    let verdict = widget.verdict().await;
    assert!(verdict.level_title.as_ref().is_some_and(|title| title.contains("出発できます")), "{verdict:?}");
    assert!(
        verdict.calls.iter().all(|call| call.href.as_deref() == Some("/soudan?from=\"builder\"&x=1")),
        "{:?}",
        verdict.calls
    );
    let colours: Vec<String> = browser
        .script(
            "const cta = document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=cta]');
             const { backgroundColor, color } = getComputedStyle(cta); return [backgroundColor, color]",
            vec![],
        )
        .await;
    assert_eq!(colours, ["rgb(0, 102, 79)", "rgb(255, 255, 254)"]);
    browser.has_a_clean_console().await;
}

#[tokio::test]
async fn where_there_is_no_clipboard_the_code_is_selected_for_copying_by_hand() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    // As on a page that is served without https.
    let missing = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }); return null";
    browser.script::<Value>(missing, vec![]).await;
    goes_to(&browser, "copySnippet").await;
    presses(&browser, "#copySnippet").await;
    let script = "const it = document.activeElement;
        return it.id === 'snippet' && it.value !== '' && it.selectionStart === 0 && it.selectionEnd === it.value.length";
    let selected = until(async || if browser.script::<bool>(script, vec![]).await { Ok(()) } else { Err(()) });
    assert_eq!(selected.await, Ok(()), "all of the code is selected");
    assert!(browser.errors().await.is_empty(), "{:?}", browser.errors().await);
}

#[tokio::test]
async fn undo_takes_back_one_change_at_a_time_and_a_reload_loses_nothing() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    let empty = snippet(&browser).await;
    types(&browser, ACCENT, "#00664f").await;
    let first = snippet(&browser).await;
    types(&browser, QUESTION, "目的は、決まっていますか。").await;
    let second = reads_snippet(&browser, "a pack of one's own", |text| text.contains("pack=")).await;
    assert!(first.contains("--shindan-accent:#00664f") && second.contains("pack=\"./readiness.ja.json\""), "{second}");

    browser.reloads().await;
    assert_eq!(reads_snippet(&browser, "what was kept", |text| text.contains("pack=")).await, second);
    types(&browser, LINK, "/a").await;
    reads_snippet(&browser, "the link", |text| text.contains("cta-href=\"/a\"")).await;
    presses(&browser, "#undo").await;
    reads_snippet(&browser, "no link", |text| text == second).await;
    presses(&browser, "#redo").await;
    reads_snippet(&browser, "the link", |text| text.contains("cta-href=\"/a\"")).await;

    types(&browser, QUESTION, "何のためですか。").await;
    presses(&browser, "#undo").await;
    goes_to(&browser, QUESTION).await;
    reads(&browser, "the text before", &format!("[id='{QUESTION}']"), |text| text == "目的は、決まっていますか。")
        .await;
    // What is again as it was built in needs no file.
    browser.visits("about:blank").await;
    browser.visits(&site.url("builder.html")).await;
    let built_in: Value = serde_json::from_str(include_str!("../../../../../packs/readiness.ja.json")).expect("JSON");
    let text = built_in["sections"][0]["questions"][0]["text"].as_str().expect("a text");
    reads_snippet(&browser, "what was kept", |text| text.contains("pack=")).await;
    types(&browser, QUESTION, text).await;
    types(&browser, LINK, "").await;
    types(&browser, ACCENT, "").await;
    reads_snippet(&browser, "nothing that was set", |text| text == empty).await;
}

#[tokio::test]
async fn what_is_imported_is_the_state_it_came_from_and_nothing_is_lost() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    changes_all(&browser).await;
    types(&browser, "config.cta.label.ready", "</script><b>まずは相談</b>").await;
    types(&browser, "config.lead.purpose", "ご連絡のため").await;
    let made = snippet(&browser).await;
    assert!(!made.contains("</script><b>"), "a text ends no element: {made}");
    let pack = downloads_the_pack(&browser).await;

    // Another marketer's browser knows neither.
    let other = Browser::desktop().await;
    builder(&site, &other).await;
    types(&other, "import", &made).await;
    presses(&other, "#import-go").await;
    let said =
        reads(&other, "that the pack is wanted too", "#import-status", |text| text.contains("取り込みました")).await;
    assert!(said.contains("診断パックのファイル"), "{said}");
    assert_eq!(snippet(&other).await, made);
    types(&other, "import", &pack).await;
    presses(&other, "#import-go").await;
    reads(&other, "that the pack is there", "#import-status", |text| text.contains("診断パックを取り込みました")).await;
    assert_eq!(snippet(&other).await, made);
    assert_eq!(downloads_the_pack(&other).await, pack);
    goes_to(&other, QUESTION).await;
    reads(&other, "the word", &format!("[id='{QUESTION}']"), |text| text == "わが社の目的は、決まっていますか。").await;

    // What cannot be taken up changes nothing, and is still there to be fixed.
    for (text, status) in [
        ("{\"cta\":", "JSONとして読めません"),
        ("<p>記事</p>", "<shindan-widget>"),
        (&*pack.replace("\"sum\"", "\"sam\""), "sections[0].rule"),
    ] {
        types(&other, "import", text).await;
        presses(&other, "#import-go").await;
        reads(&other, status, "#import-status", |said| said.contains(status)).await;
        assert_eq!(snippet(&other).await, made);
        assert_eq!(reads(&other, "the text", "#import", |_| true).await.trim(), text.trim());
    }
    let foreign = "<shindan-widget id='shindan' data-x='1' style='margin: 2px; --shindan-text: #123456'><p>案内</p><script type='application/json'>{\"cta\":{\"label\":{\"ready\":\"A\"}},\"mine\":1}</script></shindan-widget>";
    types(&other, "import", foreign).await;
    presses(&other, "#import-go").await;
    let said = reads(&other, "what is kept", "#import-status", |text| text.contains("data-x")).await;
    assert!(said.contains("そのまま残して"), "{said}");
    let kept = snippet(&other).await;
    for part in
        ["id=\"shindan\"", "data-x=\"1\"", "margin: 2px", "--shindan-text:#123456", "\"mine\": 1", "<p>案内</p>"]
    {
        assert!(kept.contains(part), "{part} is kept: {kept}");
    }
}

#[tokio::test]
async fn the_linter_speaks_as_one_types_and_leads_to_the_field() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    types(&browser, LINK, "javascript:alert(1)").await;
    types(&browser, ACCENT, "#ffee00").await;
    types(&browser, LEVEL, "あと一歩").await;
    reads(&browser, "the link", "#remarks [data-path='cta.href'].error", |text| text.contains("リンクではありません"))
        .await;
    reads(&browser, "the contrast", "#remarks [data-path='theme.accent'].error", |text| {
        text.contains("コントラスト比")
    })
    .await;
    reads(&browser, "the twin", "#remarks [data-path='levels[1].title']", |text| text.contains("ほかのレベル")).await;

    presses(&browser, "#remarks [data-path='theme.accent'] a").await;
    let focused = until(async || {
        let focused: String = browser.script("return document.activeElement.id", vec![]).await;
        if focused == ACCENT { Ok(()) } else { Err(focused) }
    });
    assert_eq!(focused.await, Ok(()), "its place leads to the field");

    types(&browser, LINK, "https://example.com/soudan").await;
    types(&browser, ACCENT, "#00664f").await;
    enters(&browser, &format!("{ACCENT}-dark")).await;
    browser.types_by_keys("#7fd8c0").await;
    types(&browser, LEVEL, "出発できます").await;
    reads(&browser, "that there is nothing to say", "#remarks", |text| text.contains("気になる点はありません")).await;
    assert!(snippet(&browser).await.contains("--shindan-accent:light-dark(#00664f, #7fd8c0)"));
    // A text that is missing is refused by the reader, and the preview stays as it was.
    types(&browser, QUESTION, "").await;
    reads(&browser, "the refusal", "#remarks .error", |text| text.contains("空になっています")).await;
}

#[tokio::test]
async fn the_preview_follows_with_the_answers_given_in_it() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    preview(&browser, "the first question", |text| text.starts_with("purpose ")).await;
    // In the frame, which is shown smaller than it is.
    let choice = "const frame = document.querySelector('iframe');
        const choice = frame.contentDocument.querySelector('shindan-widget').shadowRoot.querySelector('[part~=choice]');
        frame.scrollIntoView({ block: 'center' }); choice.scrollIntoView({ block: 'center' });
        const [out, own] = [frame.getBoundingClientRect(), choice.getBoundingClientRect()];
        const scale = out.width / frame.offsetWidth;
        return [out.x + (own.x + own.width / 2) * scale, out.y + (own.y + own.height / 2) * scale]";
    let place: (f64, f64) = browser.script(choice, vec![]).await;
    browser.press(place).await;
    preview(&browser, "the next question", |text| text.starts_with("involvement ")).await;
    let second = "words.sections[0].questions[1].text";
    for words in ["現場の声を聞けていますか。", "現場の人と話せていますか。"] {
        types(&browser, second, words).await;
        preview(&browser, words, |text| text.starts_with("involvement ") && text.ends_with(words)).await;
    }
    types(&browser, "config.cta.label.ready", "お話ししましょう").await;
    preview(&browser, "the same question", |text| text.starts_with("involvement ")).await;
    assert!(browser.errors().await.is_empty(), "{:?}", browser.errors().await);
}

/// Every step fits the window, has targets that can be hit, and nothing that axe finds.
async fn every_step_is_for_everybody(browser: &Browser, language: &str) {
    for (step, fold) in [
        ("questions", Some("fold-sections[1].questions[0]")),
        ("result", Some("fold-findings[0]")),
        ("look", None),
        ("form", None),
        ("embed", None),
    ] {
        presses(browser, &format!("#step-{step}")).await;
        if let Some(fold) = fold {
            presses(browser, &format!("[id='{fold}']")).await;
        }
        let sideways: f64 = browser.script("return document.documentElement.scrollWidth - innerWidth", vec![]).await;
        assert!(sideways <= 0.0, "the page is {sideways} px wider than the window");
        let small: Vec<String> = browser
            .script(
                "return [...document.querySelectorAll('button, input:not([type=radio], [type=checkbox]), select, textarea, summary, label.choice, .remarks a')]
                    .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 44)
                    .map((it) => it.outerHTML.slice(0, 80))",
                vec![],
            )
            .await;
        assert!(small.is_empty(), "{small:#?}");
        browser.passes_axe(&format!("{step} in {language}")).await;
    }
}

#[tokio::test]
async fn nothing_leaves_the_browser_and_axe_finds_nothing() {
    let site = Site::of_dist();
    for browser in [Browser::desktop().await, Browser::phone().await] {
        builder(&site, &browser).await;
        changes_all(&browser).await;
        types(&browser, "config.lead.privacy_href", "https://example.com/privacy").await;
        types(&browser, "words.lead", "https://example.com/ をご覧ください。").await;
        goes_to(&browser, "config.lead.destinations").await;
        presses(&browser, "[id='config.lead.destinations']").await;
        types(&browser, "config.lead.destinations[0].url", "https://example.com/leads").await;
        types(&browser, "pack.address", "https://example.com/pack.json").await;
        types(&browser, ACCENT, "#ffee00").await;
        reads(&browser, "the remarks", "#remarks .error", |text| !text.is_empty()).await;
        every_step_is_for_everybody(&browser, "Japanese").await;
        presses(&browser, "#language").await;
        reads(&browser, "English", "h1", |text| text.contains("builder")).await;
        reads(&browser, "English remarks", "#remarks", |text| text.contains("contrast")).await;
        every_step_is_for_everybody(&browser, "English").await;
        let asked = browser.requests().await;
        assert!(asked.iter().all(|address| address.starts_with(&site.url(""))), "{asked:?}");
    }
}
