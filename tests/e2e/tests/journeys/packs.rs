//! Every shipped pack in every language, from the first question to the result. What must come out is what the engine
//! said: the snapshots of the golden verdicts, in the words of the pack's own file.

use e2e::{Browser, Page, Site, Verdict, Widget};
use serde::Deserialize;
use serde_json::Value;

use crate::on_a_page;

/// A respondent of the golden verdicts.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Golden {
    pub(crate) verdict: Expected,
}

/// What the engine made of the answers.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Expected {
    answers: String,
    pub(crate) score: u32,
    pub(crate) level: String,
    caps: Vec<String>,
    /// Their ids, in one line.
    findings: String,
    /// The pack that is offered.
    pub(crate) next: Option<String>,
}

impl Golden {
    /// Everyone who answers that pack.
    pub(crate) fn of(pack: &str) -> Vec<Self> {
        serde_json::from_value(read(&format!("tests/snapshots/{pack}.json"))).expect("a snapshot of verdicts")
    }

    /// The first of them to come to that level.
    pub(crate) fn at(pack: &str, level: &str) -> Self {
        let found = Self::of(pack).into_iter().find(|golden| golden.verdict.level == level);
        found.unwrap_or_else(|| panic!("nobody comes to {level} in {pack}"))
    }

    /// The questions in order, each with its choices.
    pub(crate) fn answers_in_order(&self) -> Vec<(&str, Vec<&str>)> {
        let mut way: Vec<(&str, Vec<&str>)> = Vec::new();
        for (question, choice) in self.verdict.answers.split('&').filter_map(|pair| pair.split_once('=')) {
            let choices: Vec<&str> = Some(choice).filter(|choice| !choice.is_empty()).into_iter().collect();
            match way.last_mut() {
                Some((last, others)) if *last == question => others.extend(choices),
                _ => way.push((question, choices)),
            }
        }
        way
    }

    /// Answers as they do, every question of which is new.
    pub(crate) async fn answers(&self, widget: Widget<'_>) -> Verdict {
        for (question, choices) in self.answers_in_order() {
            let screen = widget.sees_question(question).await;
            assert!(screen.chosen().is_empty() && screen.notice.is_none(), "{question} is new: {screen:?}");
            widget.answers(question).await.with_all(&choices).await;
        }
        widget.verdict().await
    }
}

/// A JSON file of the repository.
fn read(file: &str) -> Value {
    let path = format!("{}/../../{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The words of a pack and of what is around it, in one language.
struct Words {
    pack: Value,
    interface: Value,
}

impl Words {
    fn of(pack: &str, lang: &str) -> Self {
        Self { pack: read(&format!("packs/{pack}.{lang}.json")), interface: read(&format!("locales/{lang}.json")) }
    }

    fn interface(&self, name: &str) -> &str {
        self.interface[name].as_str().unwrap_or_else(|| panic!("no word {name}"))
    }

    /// The text of the first question.
    fn first_question(&self) -> &str {
        self.pack["sections"][0]["questions"][0]["text"].as_str().expect("a text")
    }

    fn level(&self, id: &str) -> &Value {
        let levels = self.pack["levels"].as_array().expect("levels");
        levels.iter().find(|level| level["id"] == id).unwrap_or_else(|| panic!("no level {id}"))
    }

    fn finding(&self, id: &str) -> &str {
        let findings = self.pack["findings"].as_array().expect("findings");
        let found = findings.iter().find(|finding| finding["id"] == id);
        found.and_then(|finding| finding["title"].as_str()).unwrap_or_else(|| panic!("no finding {id}"))
    }
}

/// The words of an element of the only widget.
async fn words_of(browser: &Browser, selector: &str) -> String {
    let text =
        "return document.querySelector('shindan-widget').shadowRoot.querySelector(arguments[0])?.innerText ?? ''";
    browser.script(text, vec![selector.into()]).await
}

async fn runs(pack: &str, lang: &str) {
    let (_site, browser) =
        on_a_page(&format!("<shindan-widget pack={pack} lang={lang} cta-href='#soudan'></shindan-widget>")).await;
    let (widget, words) = (browser.widget(), Words::of(pack, lang));
    widget.is_live().await;
    for (run, level) in ["prepare", "rethink", "nearly", "ready"].into_iter().enumerate() {
        let golden = Golden::at(pack, level);
        let way = golden.answers_in_order();
        widget.sees_question(way[0].0).await;
        assert_eq!(words_of(&browser, "[part~=next]").await, words.interface("next"));
        assert!(words_of(&browser, "legend").await.contains(words.first_question()), "the pack speaks {lang}");
        if run == 0 {
            browser.passes_axe(&format!("the first question of {pack} in {lang}")).await;
        }
        let verdict = golden.answers(widget).await;
        says(&verdict, &golden, &words);
        let heading = words_of(&browser, "h2").await;
        assert!(heading.contains(words.interface("result")), "{heading}");
        assert!(heading.contains(words.pack["title"].as_str().expect("a title")), "{heading}");
        assert_eq!(words_of(&browser, "[part~=restart]").await, words.interface("restart"));
        if run == 0 {
            browser.passes_axe(&format!("a result of {pack} in {lang}")).await;
            widget.shoots(&format!("pack-{pack}-{lang}")).await;
            let context = browser.waits_for_event("complete").await.detail;
            assert_eq!((&context["pack"], &context["version"]), (&words.pack["id"], &words.pack["version"]));
            assert_eq!((&context["score"], &context["level"]), (&golden.verdict.score.into(), &level.into()));
        }
        widget.presses_on("[part~=restart]").await;
    }
    browser.has_a_clean_console().await;
}

/// Expects the verdict of the engine in the words of the pack.
fn says(verdict: &Verdict, golden: &Golden, words: &Words) {
    let context = format!("{golden:?}, {verdict:#?}");
    let Golden { verdict: expected, .. } = golden;
    let level = words.level(&expected.level);
    assert_eq!((verdict.score, &verdict.level), (Some(expected.score), &expected.level), "{context}");
    assert_eq!(verdict.level_title.as_deref(), level["title"].as_str(), "{context}");
    assert_eq!(verdict.caps.len(), expected.caps.len(), "{context}");
    let titles: Vec<&str> = expected.findings.split_whitespace().map(|id| words.finding(id)).collect();
    assert_eq!(verdict.findings.len(), titles.len(), "{context}");
    for (finding, title) in verdict.findings.iter().zip(titles) {
        assert!(finding.text.contains(title), "{title}: {context}");
    }
    let calls: Vec<&str> = verdict.calls.iter().map(|call| call.text.as_str()).collect();
    assert_eq!(calls, [level["cta"].as_str().expect("a label"); 2], "{context}");
    let receipt = ["id", "version"].map(|key| words.pack[key].as_str().expect("a text")).join(" ");
    assert!(verdict.receipt.as_ref().is_some_and(|text| text.starts_with(&receipt)), "{context}");
}

#[tokio::test]
async fn readiness_runs_in_japanese() {
    runs("readiness", "ja").await;
}

#[tokio::test]
async fn readiness_runs_in_english() {
    runs("readiness", "en").await;
}

#[tokio::test]
async fn executive_runs_in_japanese() {
    runs("executive", "ja").await;
}

#[tokio::test]
async fn executive_runs_in_english() {
    runs("executive", "en").await;
}

#[tokio::test]
async fn adoption_runs_in_japanese() {
    runs("adoption", "ja").await;
}

#[tokio::test]
async fn adoption_runs_in_english() {
    runs("adoption", "en").await;
}

#[tokio::test]
async fn with_a_loader_of_its_own_a_pack_is_asked_before_the_wasm_is_there() {
    for (pack, lang) in
        [("readiness", "en"), ("executive", "ja"), ("executive", "en"), ("adoption", "ja"), ("adoption", "en")]
    {
        let (site, browser) = (Site::of_dist(), Browser::phone().await);
        site.holds(".wasm");
        let html = format!(
            "<!doctype html><html lang={lang}><meta charset=utf-8><title>{pack}</title><link rel=icon href='data:,'>
             <meta name=viewport content='width=device-width,initial-scale=1'>
             <script type=module src=embed.{pack}.{lang}.js></script>
             <shindan-widget pack={pack} cta-href='/a'></shindan-widget>"
        );
        browser.visits(&site.page("host.html", Page::of(html))).await;
        let (widget, golden, words) = (browser.widget(), Golden::at(pack, "prepare"), Words::of(pack, lang));
        let way = golden.answers_in_order();
        let screen = widget.sees_question(way[0].0).await;
        assert!(
            screen.legend.as_ref().is_some_and(|legend| legend.contains(words.first_question())),
            "{pack}.{lang}: {screen:?}"
        );
        widget.answers(way[0].0).await.with_all(&way[0].1).await;
        widget.sees_question(way[1].0).await;
        assert!(!widget.has_wasm().await, "{pack}.{lang} was asked without the wasm");

        site.releases();
        widget.is_live().await;
        widget.goes_back().await;
        assert_eq!(widget.sees_question(way[0].0).await.chosen(), way[0].1, "{pack}.{lang}");
        browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn the_language_is_that_of_the_element_or_of_what_it_stands_in_else_japanese() {
    for (page, lang) in [
        ("<shindan-widget WITH lang=en></shindan-widget>", "en"),
        ("<div lang=en-GB><p><shindan-widget WITH></shindan-widget></p></div>", "en"),
        ("<div lang=en><shindan-widget WITH lang=ja></shindan-widget></div>", "ja"),
        ("<div lang=en><div lang=fr><shindan-widget WITH></shindan-widget></div></div>", "ja"),
        ("<shindan-widget WITH lang=fr></shindan-widget>", "ja"),
        ("<shindan-widget WITH></shindan-widget>", "ja"),
    ] {
        let words = Words::of("executive", lang);
        let (_site, browser) = on_a_page(&page.replace("WITH", "pack=executive cta-href='/a'")).await;
        let widget = browser.widget();
        widget.is_live().await;
        let screen = widget.sees_question("goal").await;
        assert!(
            screen.legend.as_ref().is_some_and(|legend| legend.contains(words.first_question())),
            "{page}: {screen:?}"
        );
        assert_eq!(words_of(&browser, "[part~=next]").await, words.interface("next"), "{page}");
        let view = "return document.querySelector('shindan-widget').shadowRoot.querySelector('.widget').lang";
        assert_eq!(browser.script::<String>(view, vec![]).await, lang, "{page}");
        browser.has_a_clean_console().await;
    }
}
