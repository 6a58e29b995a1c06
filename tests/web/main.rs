//! What only a browser can tell: the exported `mount` against a real DOM, with a port that notes its calls.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test fails by panicking, and its functions are named for what they hold"
)]

use std::rc::Rc;

use diagnosis::{Answers, Pack, Past, Value};
use gloo::utils::{body, document};
use js_sys::{Array, Function, Reflect};
use messages::MessageKey;
use shindan::embed::{Mounted, mount};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// In days since 1970-01-01.
const TODAY: u32 = 20_778;

const PACK: &str = include_str!("../../packs/readiness.ja.json");

const WORDS: &str = include_str!("../../locales/ja.json");

/// A port whose calls are listed in its `calls`, but for `soon` and the two that answer: `date` and `is_one`.
const PORT: &str = "const calls = []; return new Proxy({ calls }, { get: (port, name) => name === 'calls' ? calls : name === 'soon' ? () => {} : name === 'date' ? (day) => `day ${day}` : name === 'is_one' ? (n) => n === 1 : (...args) => { calls.push([name, ...args].join(' ')); } });";

struct Stage {
    root: Element,
    port: JsValue,
    result: Result<Mounted, String>,
}

impl Stage {
    async fn with(pack: &str, settings: &str, run: &str) -> Self {
        let root = document().create_element("div").unwrap();
        body().append_child(&root).unwrap();
        let port = Function::new_no_args(PORT).call0(&JsValue::NULL).unwrap();
        let result = mount(root.clone(), pack, &words(), settings, run, port.clone().unchecked_into(), TODAY);
        Self { root, port, result }
    }

    async fn new() -> Self {
        Self::with(&packed(PACK), "/consultation", "").await
    }

    fn app(&self) -> &Mounted {
        self.result.as_ref().expect("mounted")
    }

    /// What the port's `soon` asks for.
    fn run(&self) {
        self.app().run();
    }

    fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    fn calls(&self) -> Vec<String> {
        let calls: Array = Reflect::get(&self.port, &"calls".into()).unwrap().unchecked_into();
        calls.iter().map(|call| call.as_string().unwrap()).collect()
    }

    fn find(&self, selector: &str) -> HtmlElement {
        let found = self.root.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("{selector} is not there: {}", self.root.inner_html())).unchecked_into()
    }

    fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap()
    }

    /// The attribute of everything that is there by that selector.
    fn all(&self, selector: &str, attribute: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).unwrap();
        let elements = (0..found.length()).map(|at| found.get(at).unwrap().unchecked_into::<Element>());
        elements.map(|element| element.get_attribute(attribute).unwrap_or_default()).collect()
    }

    fn question(&self) -> String {
        self.find("fieldset").get_attribute("data-question").unwrap()
    }
}

/// The lines that the build makes of the wording.
fn words() -> String {
    let words: serde_json::Value = serde_json::from_str(WORDS).unwrap();
    MessageKey::NAMES.iter().map(|name| [words[*name].as_str().unwrap(), "\n"].concat()).collect()
}

fn packed(json: &str) -> String {
    let value: Value = serde_json::from_str(json).unwrap();
    Pack::read(&value).unwrap().pack()
}

/// The code of [`DONE`].
fn code() -> String {
    let pack = Rc::new(Pack::read(&serde_json::from_str(PACK).unwrap()).unwrap());
    Past { complete: Answers::parse(pack, DONE).complete().unwrap(), day: TODAY }.encode()
}

const DONE: &str = "purpose=met&involvement=met&measurement=met&security=met&expectation=met&authority=none";

#[wasm_bindgen_test]
async fn the_first_view_stands_before_it_is_shown() {
    let stage = Stage::new().await;
    assert_eq!(stage.question(), "purpose");
    assert_eq!(stage.calls(), ["shown"]);
}

#[wasm_bindgen_test]
async fn choosing_selects_and_next_goes_on() {
    let stage = Stage::new().await;
    stage.app().choose("purpose", "partly");
    stage.run();
    assert!(stage.has("input[value=partly]:checked"));
    stage.app().next("purpose");
    stage.run();
    assert_eq!(stage.question(), "involvement");
    assert!(!stage.has(":checked"), "the answer was taken for the next question too");
    let told = ["shown", "save .at=purpose&purpose=partly", "start", "answer purpose 1 8"];
    assert_eq!(stage.calls()[..4], told);
    assert_eq!(stage.calls()[4..], ["save .at=involvement&purpose=partly", "focus legend"]);
}

#[wasm_bindgen_test]
async fn a_move_for_a_question_that_is_not_on_screen_changes_nothing() {
    let stage = Stage::new().await;
    stage.app().choose("time", "met");
    stage.app().choose("no such", "<b>");
    stage.app().next("time");
    stage.app().back();
    stage.run();
    assert_eq!(stage.question(), "purpose");
    assert_eq!(stage.calls(), ["shown"]);
}

#[wasm_bindgen_test]
async fn a_finished_run_is_shown_again_without_being_told_again() {
    let stage = Stage::with(&packed(PACK), "/consultation", &format!(".shown=1&{DONE}")).await;
    assert_eq!(stage.find("[part~=score]").text_content().unwrap(), "100");
    assert_eq!(stage.find("[part~=level]").get_attribute("data-level").unwrap(), "prepare");
    assert_eq!(stage.find("[part~=cta]").get_attribute("href").unwrap(), "/consultation");
    assert_eq!(stage.calls(), ["shown"]);
}

#[wasm_bindgen_test]
async fn a_run_finished_before_the_wasm_came_is_told_once() {
    let stage = Stage::with(&packed(PACK), "", DONE).await;
    let calls = stage.calls();
    assert_eq!(calls[..2], ["shown".to_owned(), format!("save .shown=1&{DONE}")]);
    assert!(calls[2].starts_with("complete readiness 1.2.0 "), "{calls:?}");
    let causes = r#"[{"section":"promoter","level":"prepare","causes":["authority","time","skill"]}]"#;
    assert!(calls[2].ends_with(&format!(" 100 prepare {causes}")), "{calls:?}");
}

#[wasm_bindgen_test]
async fn restart_begins_with_nothing() {
    let stage = Stage::with(&packed(PACK), "", &format!(".shown=1&{DONE}")).await;
    stage.app().restart();
    stage.run();
    assert_eq!(stage.question(), "purpose");
    assert_eq!(stage.calls()[1..], ["save ", "focus legend"]);
}

#[wasm_bindgen_test]
async fn restart_on_a_question_changes_nothing() {
    let stage = Stage::with(&packed(PACK), "", ".at=involvement&purpose=met").await;
    stage.app().restart();
    stage.run();
    assert_eq!((stage.question().as_str(), stage.calls()), ("involvement", vec!["shown".to_owned()]));
}

#[wasm_bindgen_test]
async fn keeping_keeps_the_very_code_of_the_links_and_forgets_it_again() {
    let stage = Stage::with(&packed(PACK), "", &format!(".shown=1&{DONE}")).await;
    let codes = stage.all("[part~=share]", "value");
    assert_eq!(codes, [code(), code(), code()]);
    assert_eq!(stage.all("[part~=share]", "name"), ["shindan", "shindan-owner", "shindan-promoter"]);
    stage.app().keep(true);
    stage.run();
    assert!(stage.has("[name='.keep']:checked"));
    stage.app().keep(false);
    stage.run();
    assert!(!stage.has("[name='.keep']:checked"));
    assert_eq!(stage.calls()[1..], [format!("keep {}", code()), "keep ".to_owned()]);
}

#[wasm_bindgen_test]
async fn what_is_kept_is_ticked_and_a_verdict_replaces_it() {
    let stage = Stage::with(&packed(PACK), "", &format!(".kept=1&.earlier={}&{DONE}", code())).await;
    assert!(stage.has("[name='.keep']:checked"));
    assert_eq!(stage.calls().last().unwrap(), &format!("keep {}", code()));
    assert!(stage.text("[part~=compared] h3").contains(&format!("day {TODAY}")));
    assert_eq!(stage.all("[part~=compared] tr", "part").len(), 2, "the columns' names and the verdicts");
}

#[wasm_bindgen_test]
async fn an_opened_result_names_its_day_and_is_not_told() {
    let stage = Stage::with(&packed(PACK), "", &format!(".open={}", code())).await;
    assert_eq!(stage.text("[part~=score]"), "100");
    assert!(stage.text("h2 + p").starts_with(&format!("day {TODAY}")));
    assert_eq!(stage.calls(), ["shown".to_owned(), format!("save .shown=1&.day={TODAY}&{DONE}")]);
    stage.app().restart();
    stage.run();
    assert_eq!(stage.calls()[2..], [format!("save .earlier={}", code()), "focus legend".to_owned()]);
}

#[wasm_bindgen_test]
async fn the_other_person_is_named_before_and_shown_after() {
    let stage = Stage::with(&packed(PACK), "", &format!(".owner={}", code())).await;
    assert!(stage.text(".notice").contains("もう一人"));
    assert_eq!(stage.calls(), ["shown"], "what the loader has kept stays as it is");
    for question in ["purpose", "involvement", "measurement", "security", "expectation"] {
        stage.app().choose(question, "met");
        stage.app().next(question);
    }
    stage.app().choose("authority", "none");
    stage.app().next("authority");
    stage.run();
    assert!(!stage.has(".notice"));
    assert!(stage.text("[part~=compared]").contains("お二人の答えは同じでした"));
}

#[wasm_bindgen_test]
async fn a_code_that_does_not_hold_gives_one_line_until_the_first_answer() {
    for wrong in ["x", "", "%3Cimg%3E", "<img src=x>"] {
        let stage = Stage::with(&packed(PACK), "", &format!(".open={wrong}")).await;
        assert_eq!((stage.question().as_str(), stage.calls()), ("purpose", vec!["shown".into(), "save ".into()]));
        assert!(stage.text(".notice").contains("リンク") && !stage.has("img"));
        stage.app().choose("purpose", "met");
        stage.run();
        assert!(!stage.has(".notice"));
    }
}

#[wasm_bindgen_test]
async fn trying_changes_the_live_line_and_nothing_outside() {
    let stage = Stage::with(&packed(PACK), "", &format!(".shown=1&{DONE}")).await;
    let hint = stage.text(".what-if");
    assert_eq!(stage.all(".picture input", "name"), ["authority", "time", "skill"]);
    stage.app().choose("authority", "best");
    stage.app().choose("purpose", "best");
    stage.run();
    assert!(stage.has(".picture [name=authority]:checked"));
    assert!(stage.text(".what-if").contains("100点「要準備」"), "{}", stage.text(".what-if"));
    stage.app().choose("authority", "best");
    stage.run();
    assert!(!stage.has(".picture :checked"));
    assert_eq!(stage.text(".what-if"), hint);
    assert_eq!(stage.calls(), ["shown"]);
}

#[wasm_bindgen_test]
async fn drawings_are_drawings_with_a_name_and_a_length() {
    let run = format!(".shown=1&{}", DONE.replacen("purpose=met", "purpose=partly", 1));
    let stage = Stage::with(&packed(PACK), "", &run).await;
    let drawn = stage.root.query_selector_all("svg, path").unwrap();
    for at in 0..drawn.length() {
        let node: Element = drawn.get(at).unwrap().unchecked_into();
        assert_eq!(node.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
    }
    let names = stage.all("svg[role=img]", "aria-label");
    assert_eq!(names.len(), 1 + 8, "the score, and each question: {names:?}");
    assert_eq!(
        (names[0].as_str(), names[1].as_str(), names[6].as_str()),
        ("スコア 90/ 100点", "満点の50%", "満たしていません")
    );
    assert_eq!(stage.all(".ring .value", "stroke-dasharray"), ["90 101"]);
    assert_eq!(stage.all(".bar .value", "stroke-dasharray")[..2], ["50 101", "100 101"]);
    assert_eq!(stage.all(".light .value", "stroke-dasharray"), ["0 101"; 3]);
    assert_eq!(stage.all(".ring .value", "pathLength"), ["100"]);
    stage.app().choose("purpose", "best");
    stage.run();
    assert_eq!(stage.all(".ring .tried", "stroke-dasharray"), ["100 101"]);
    assert_eq!(stage.all(".ring .value", "stroke-dasharray"), ["90 101"], "the true score stays");
}

#[wasm_bindgen_test]
async fn what_is_no_pack_is_refused_with_the_mend() {
    let pack = packed(PACK);
    for broken in ["", "<!doctype html>", &pack[..pack.len() / 2], &pack.replacen("pack 3", "pack 2", 1)] {
        let stage = Stage::with(broken, "", "").await;
        assert!(stage.result.is_err_and(|words| words.contains("upload all files again")));
        assert_eq!(stage.root.inner_html(), "");
    }
}

#[wasm_bindgen_test]
async fn markup_in_a_pack_or_a_setting_is_text() {
    let mark = "<img src=x onerror=boom()>";
    let stage =
        Stage::with(&packed(&PACK.replacen("AI導入の準備度診断", mark, 1)), &format!("/c\n\n\n{mark}"), DONE).await;
    assert!(!stage.has("img"));
    assert!(stage.find("h2").text_content().unwrap().contains(mark));
    assert_eq!(stage.find("[part~=cta]").text_content().unwrap(), mark);
}

#[wasm_bindgen_test]
async fn without_a_link_there_is_no_call_to_action() {
    let stage = Stage::with(&packed(PACK), "", DONE).await;
    assert!(!stage.has("[part~=cta]"));
}

#[wasm_bindgen_test]
async fn destroying_leaves_nothing() {
    let stage = Stage::new().await;
    stage.result.unwrap().destroy();
    assert_eq!(stage.root.inner_html(), "");
}
