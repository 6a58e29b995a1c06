//! Questions from one section to another, and what is taken away: everything as one file, and the questionnaire on paper.

use std::io::{Cursor, Read as _};

use diagnosis::Pack;
use e2e::rules::Answers;
use e2e::{Browser, Page, Site};
use serde_json::{Value, json};

use super::builder_page::{builder, clicks, keeps_downloads, presses, reads, saved, text_of, types, writes};

/// The ids of the questions in the section at this position, as they stand in the rows.
async fn questions_of(browser: &Browser, section: usize, what: &str, is: impl Fn(&[String]) -> bool) {
    let script = "return [...document.querySelectorAll(`[id^='fold-sections[${arguments[0]}].questions']`)].map((row) => row.innerText)";
    let seen = e2e::until(async || {
        let rows: Vec<String> = browser.script(script, vec![json!(section)]).await;
        if is(&rows) { Ok(()) } else { Err(rows) }
    });
    seen.await.unwrap_or_else(|rows| panic!("section {section} does not show {what}, but {rows:?}"));
}

/// Begins a pack of one's own from the built-in one, with another title.
async fn own_pack(browser: &Browser) {
    writes(browser, "words.title", "わが社の準備度").await;
}

#[tokio::test]
async fn a_question_goes_to_another_section_by_choice_and_by_dragging() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    own_pack(&browser).await;
    questions_of(&browser, 0, "five questions", |rows| rows.len() == 5).await;

    clicks(&browser, "fold-sections[0].questions[1]").await;
    let choose = "const box = document.getElementById('section-of-sections[0].questions[1]');
        box.value = '1'; box.dispatchEvent(new Event('change', { bubbles: true })); return null";
    browser.script::<Value>(choose, vec![]).await;
    questions_of(&browser, 0, "four questions", |rows| rows.len() == 4).await;
    questions_of(&browser, 1, "one more at its end", |rows| rows.len() == 4 && rows[3].contains("問8")).await;
    reads(&browser, "that it is unfolded", "[id='words.sections[1].questions[3].text']", |_| true).await;

    // Drivers do not drag files and data alike: the events that a drag raises.
    let drag = "const [grip] = document.getElementById('fold-sections[0].questions[0]').parentElement.querySelectorAll('.grip');
        const onto = document.getElementById('fold-sections[1].questions[0]').closest('.row');
        const dataTransfer = new DataTransfer();
        const raise = (on, type) => on.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        raise(grip, 'dragstart'); const taken = !raise(onto, 'dragover'); raise(onto, 'drop'); return taken";
    assert!(browser.script::<bool>(drag, vec![]).await, "a row can be dropped on");
    questions_of(&browser, 0, "three questions", |rows| rows.len() == 3).await;
    questions_of(&browser, 1, "five questions", |rows| rows.len() == 5).await;

    clicks(&browser, "undo").await;
    clicks(&browser, "undo").await;
    questions_of(&browser, 0, "all of its own again", |rows| rows.len() == 5).await;
    assert!(browser.errors().await.is_empty(), "{:?}", browser.errors().await);
}

#[tokio::test]
async fn everything_for_upload_is_one_archive() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    own_pack(&browser).await;
    clicks(&browser, "step-embed").await;
    keeps_downloads(&browser).await;
    let code = reads(&browser, "the pack", "#snippet", |text| text.contains("readiness.ja.json")).await;
    let bytes = saved(&browser, "downloadAll", "readiness.shindan.zip").await;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut texts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("all of it");
        texts.push((file.name().expect("a name").into_owned(), text_of(bytes)));
    }
    let text = |name: &str| {
        let found = texts.iter().find(|(of, _)| of == name);
        found.map_or_else(|| panic!("{name} is not in {texts:?}"), |(_, text)| text.as_str())
    };
    let pack: diagnosis::Value = serde_json::from_str(text("readiness.ja.json")).expect("JSON");
    assert_eq!(&**Pack::read(&pack).expect("a pack").title(), "わが社の準備度");
    assert!(text("snippet.html").contains(code.trim()), "{texts:?}");
    let disclosure = text("disclosure.ja.txt");
    assert!(
        disclosure.contains("どこにも送信されません") && disclosure.contains("法律上の助言ではありません"),
        "{disclosure}"
    );
}

#[tokio::test]
async fn what_is_sent_to_whom_is_a_table_for_the_legal_page() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    own_pack(&browser).await;
    clicks(&browser, "step-embed").await;
    let config = json!({ "lead": { "purpose": "相談に答えるため", "destinations": [
        { "type": "webhook-json", "url": "https://hooks.example/a", "disclosure": { "country": "日本" } }
    ] } });
    writes(&browser, "import", &config.to_string()).await;
    clicks(&browser, "import-go").await;
    keeps_downloads(&browser).await;
    let disclosed = e2e::until(async || {
        let html = text_of(saved(&browser, "downloadDisclosure", "disclosure.ja.html").await);
        if html.contains("hooks.example") { Ok(html) } else { Err(html) }
    });
    let html = disclosed.await.unwrap_or_else(|html| panic!("the destination is not disclosed: {html}"));
    for words in ["相談に答えるため", "日本", "メールアドレス", "<th scope=\"row\">hooks.example</th>"]
    {
        assert!(html.contains(words), "{words} is not in {html}");
    }
    assert_eq!(html.matches("<th scope=\"row\">").count(), 1, "{html}");
    assert!(["<script", "<style", "<link", "<img"].iter().all(|tag| !html.contains(tag)), "{html}");
}

#[tokio::test]
async fn the_first_question_stands_in_the_code_and_comes_back_from_it() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    types(&browser, "config.cta.href", "/soudan").await;
    clicks(&browser, "step-embed").await;
    clicks(&browser, "instant").await;
    let code = reads(&browser, "the first question", "#snippet", |code| code.contains("shadowrootmode")).await;

    // Its files are where the builder's are; with no script yet, the question is there.
    let (loader, element) = code.split_once('\n').expect("the loader has a line of its own");
    let html = format!(
        "<!doctype html><html lang=ja><meta charset=utf-8><title>記事</title><link rel=icon href='data:,'>{element}"
    );
    let reader = Browser::phone().await;
    reader.visits(&site.page("bare.html", Page::of(html))).await;
    reader.widget().sees_question("purpose").await;
    let add = "const loader = document.createRange().createContextualFragment(arguments[0]); document.head.append(loader); return null";
    reader.script::<Value>(add, vec![json!(loader)]).await;
    reader.widget().answers("purpose").await.with("met").await;
    reader.widget().sees_question("involvement").await;
    assert!(reader.warnings().await.is_empty(), "{:?}", reader.warnings().await);

    clicks(&browser, "startAgain").await;
    clicks(&browser, "yes").await;
    reads(&browser, "two lines", "#snippet", |code| !code.contains("template")).await;
    let paste = "const box = document.getElementById('import'); box.value = arguments[0];
        box.dispatchEvent(new InputEvent('input', { bubbles: true })); return null";
    browser.script::<Value>(paste, vec![json!(code)]).await;
    clicks(&browser, "import-go").await;
    reads(&browser, "the same code", "#snippet", |again| again == code).await;
}

#[tokio::test]
async fn the_code_is_in_the_language_that_was_chosen_on_a_page_in_another() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    types(&browser, "config.cta.href", "/soudan").await;
    clicks(&browser, "step-embed").await;
    let code = reads(&browser, "the link", "#snippet", |code| code.contains("cta-href")).await;
    let html = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Article</title><link rel=icon href='data:,'>\n{code}"
    );
    let reader = Browser::phone().await;
    reader.visits(&site.page("bare.html", Page::of(html))).await;
    let json = include_str!("../../../../../packs/readiness.ja.json");
    let pack: Value = serde_json::from_str(json).expect("JSON");
    let question = &pack["sections"][0]["questions"][0];
    let text = question["text"].as_str().expect("a text");
    let screen = reader.widget().sees_question("purpose").await;
    assert!(screen.legend.as_ref().is_some_and(|legend| legend.ends_with(text)), "{screen:?}");
    reader.widget().answers_all(&Answers::all_met()).await;
    let verdict = reader.widget().verdict().await;
    let level = pack["levels"][0]["title"].as_str().expect("a title");
    assert!(verdict.level_title.as_ref().is_some_and(|title| title.contains(level)), "{verdict:?}");
    reader.has_a_clean_console().await;
}

#[tokio::test]
async fn the_whole_questionnaire_stands_on_paper_for_who_signs_it() {
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    builder(&site, &browser).await;
    own_pack(&browser).await;
    let listen = "window.print = () => { window.printed = document.querySelector('.paper')?.textContent ?? 'nothing'; }; return null";
    browser.script::<Value>(listen, vec![]).await;
    clicks(&browser, "step-embed").await;
    presses(&browser, "#print").await;
    let printed =
        e2e::until(async || browser.script::<Option<String>>("return window.printed ?? null", vec![]).await.ok_or(()));
    let printed = printed.await.expect("it is printed");
    assert!(printed.contains("わが社の準備度"), "{printed}");
    let json = include_str!("../../../../../packs/readiness.ja.json");
    let pack = Pack::read(&serde_json::from_str(json).expect("JSON")).expect("a pack");
    for question in pack.questions() {
        assert!(printed.contains(&*question.text), "{} is not on paper", question.text);
        for choice in &question.choices {
            assert!(printed.contains(&*choice.label), "{} is not on paper", choice.label);
        }
    }
    let left: bool = browser.script("return !document.querySelector('.paper')", vec![]).await;
    assert!(left, "it goes again");
}
