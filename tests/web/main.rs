//! What only a browser can tell: the exported `mount` against a real DOM, with a loader that notes its calls.

#![cfg(target_arch = "wasm32")]

use std::rc::Rc;

use diagnosis::{Answers, Pack, SavedResult, Value};
use gloo::utils::{body, document};
use js_sys::{Array, Date, Function, JSON, Reflect};
use shindan::embed::{WidgetHandle, mount};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};
use yew::scheduler::flush;

wasm_bindgen_test_configure!(run_in_browser);

const PACK: &str = include_str!("../../packs/readiness.ja.json");

const WORDS: &str = include_str!("../../locales/ja.json");

/// A loader whose calls are listed in its `calls`.
const LOADER: &str = "const calls = [];
    const note = (...words) => { calls.push(words.join(' ')); };
    const detail = (value) => (value && typeof value === 'object' ? Object.values(value).map(detail).join(' ') : value);
    const host = document.createElement('shindan-widget');
    host.setAttribute('lead', 'off');
    return {
        calls, host, config,
        fail: (code, help) => note('fail', code, help),
        viewIsReady: () => note('ready'),
        save: (run) => note('save', run),
        keep: (code) => { note('keep', code); return code !== undefined; },
        emit: (name, value) => note(name, detail(value)),
        beginPack: (pack) => note('begin', pack),
        lead: {
            isMeasured: () => false, pageAround: () => undefined, draft: () => '', keepDraft: () => {}, run: () => '',
            isUnlocked: () => true, unlock: () => {}, restart: () => {}, isOutboxDue: () => false,
            openOutbox: () => new Promise(() => {}),
        },
    };";

struct Stage {
    root: Element,
    loader: JsValue,
    result: Result<WidgetHandle, String>,
}

impl Stage {
    /// Mounts a widget and shows it, as the loader does; its call to action leads to `href`.
    async fn with(pack: &str, href: &str, run: &str) -> Self {
        Self::configured(pack, &format!(r#"{{ "cta": {{ "href": "{href}" }} }}"#), run).await
    }

    /// Mounts a widget with this configuration and shows it.
    async fn configured(pack: &str, config: &str, run: &str) -> Self {
        let mut stage = Self::mounted(pack, config, run).await;
        if let Ok(handle) = &mut stage.result {
            assert!(handle.catch_up(run), "nothing happened since");
            flush().await;
        }
        stage
    }

    /// Mounts a widget, which is not shown yet.
    async fn mounted(pack: &str, config: &str, run: &str) -> Self {
        let root = document().create_element("div").unwrap();
        body().append_child(&root).unwrap();
        let loader =
            Function::new_with_args("config", LOADER).call1(&JsValue::NULL, &JSON::parse(config).unwrap()).unwrap();
        let result = mount(root.clone(), pack, &messages(), "ja", run, loader.clone().unchecked_into());
        flush().await;
        Self { root, loader, result }
    }

    async fn new() -> Self {
        Self::with(&encoded(PACK), "/consultation", "").await
    }

    fn handle(&mut self) -> &mut WidgetHandle {
        self.result.as_mut().expect("mounted")
    }

    /// Clicks as a script or a key does: without a position.
    async fn click(&self, selector: &str) {
        self.find(selector).click();
        flush().await;
    }

    /// Makes a choice by its input, and goes on.
    async fn answer(&self, choice: &str) {
        self.click(&format!("input[value={choice}]")).await;
        self.click("[part~=next]").await;
    }

    fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    fn calls(&self) -> Vec<String> {
        let calls: Array = Reflect::get(&self.loader, &"calls".into()).unwrap().unchecked_into();
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

/// The day that the widget takes for today.
fn today() -> u32 {
    let now = Date::new_0();
    ((now.get_time() - now.get_timezone_offset() * 6e4) / 864e5) as u32
}

/// The lines that the build makes of the wording.
fn messages() -> String {
    let words: serde_json::Value = serde_json::from_str(WORDS).unwrap();
    messages::names().map(|name| [words[name].as_str().unwrap(), "\n"].concat()).collect()
}

fn encoded(json: &str) -> String {
    let value: Value = serde_json::from_str(json).unwrap();
    Pack::read(&value).unwrap().encode()
}

/// The code of [`DONE`].
fn code() -> String {
    let pack = Rc::new(Pack::read(&serde_json::from_str(PACK).unwrap()).unwrap());
    SavedResult { complete: Answers::parse(pack, DONE).complete().unwrap(), day: today() }.encode()
}

const DONE: &str = "purpose=met&involvement=met&measurement=met&security=met&expectation=met&authority=none";

#[wasm_bindgen_test]
async fn nothing_is_told_before_the_view_is_shown() {
    let mut stage = Stage::mounted(&encoded(PACK), "{}", DONE).await;
    assert_eq!(stage.calls(), ["ready"]);
    assert!(stage.handle().catch_up(DONE));
    flush().await;
    let calls = stage.calls();
    assert_eq!(calls[1], format!("save .shown=1&{DONE}"));
    assert!(calls[2].starts_with("complete readiness 1.3.0 "), "{calls:?}");
    assert!(calls[2].ends_with(" 100 prepare promoter prepare authority time skill"), "{calls:?}");
}

#[wasm_bindgen_test]
async fn what_the_stepper_did_meanwhile_is_taken_up() {
    let mut stage = Stage::mounted(&encoded(PACK), "{}", "").await;
    assert_eq!(stage.question(), "purpose");
    let run = ".at=measurement&purpose=met&involvement=unmet";
    assert!(!stage.handle().catch_up(run));
    flush().await;
    assert_eq!((stage.question().as_str(), stage.calls()), ("measurement", vec!["ready".to_owned(); 2]));
    assert!(stage.handle().catch_up(run));
}

#[wasm_bindgen_test]
async fn choosing_selects_and_next_goes_on() {
    let stage = Stage::new().await;
    stage.click("input[value=partly]").await;
    assert!(stage.has("input[value=partly]:checked"));
    stage.click("[part~=next]").await;
    assert_eq!(stage.question(), "involvement");
    assert!(!stage.has(":checked"), "the answer was taken for the next question too");
    let expected = ["ready", "save .at=purpose&purpose=partly", "start ", "save .at=involvement&purpose=partly"];
    assert_eq!(stage.calls()[..4], expected);
    assert_eq!(stage.calls()[4..], ["answer purpose 1 8"]);
    assert!(document().active_element().is_some_and(|focused| focused.tag_name() == "LEGEND"));
}

#[wasm_bindgen_test]
async fn a_tap_chooses_and_goes_on_and_a_click_without_a_position_does_not() {
    let stage = Stage::new().await;
    stage.click("[part~=choice]").await;
    assert_eq!(stage.question(), "purpose");
    let tap = "arguments[0].dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, cancelable: true, composed: true }))";
    Function::new_no_args(tap).call1(&JsValue::NULL, &stage.find("[part~=choice]")).unwrap();
    flush().await;
    assert_eq!(stage.question(), "involvement");
}

#[wasm_bindgen_test]
async fn going_on_without_a_choice_reminds_of_it() {
    let stage = Stage::new().await;
    assert!(stage.has("[role=alert][hidden]"));
    stage.click("[part~=next]").await;
    assert!(!stage.has("[role=alert][hidden]"));
    assert_eq!((stage.question().as_str(), stage.calls()), ("purpose", vec!["ready".to_owned()]));
}

#[wasm_bindgen_test]
async fn a_text_that_somebody_else_replaced_is_made_anew_with_the_next_question() {
    let stage = Stage::new().await;
    translate(&stage.root);
    stage.answer("met").await;
    translate(&stage.root);
    stage.answer("unmet").await;
    assert_eq!(stage.question(), "measurement");
    let pack = Pack::read(&serde_json::from_str(PACK).unwrap()).unwrap();
    let question = &pack.questions()[2];
    assert!(stage.text("legend").ends_with(&*question.text), "{}", stage.text("legend"));
    let labels: Vec<String> = question.choices.iter().map(|choice| choice.label.to_string()).collect();
    for label in labels {
        assert!(stage.text("fieldset").contains(&label), "{label}");
    }
}

/// Puts an element in the place of each text, as browsers' translators do.
fn translate(root: &Element) {
    let script = "const walker = document.createTreeWalker(arguments[0], NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) { texts.push(walker.currentNode); }
        for (const text of texts) {
            const font = document.createElement('font');
            font.append(document.createElement('font'));
            font.firstChild.textContent = `[${text.data}]`;
            text.replaceWith(font);
        }";
    Function::new_no_args(script).call1(&JsValue::NULL, root).unwrap();
}

#[wasm_bindgen_test]
async fn a_finished_run_is_shown_again_without_being_told_again() {
    let stage = Stage::with(&encoded(PACK), "/consultation", &format!(".shown=1&{DONE}")).await;
    assert_eq!(stage.find("[part~=score]").text_content().unwrap(), "100");
    assert_eq!(stage.find("[part~=level]").get_attribute("data-level").unwrap(), "prepare");
    assert_eq!(stage.find("[part~=cta]").get_attribute("href").unwrap(), "/consultation");
    assert_eq!(stage.calls(), ["ready"]);
}

#[wasm_bindgen_test]
async fn restart_begins_with_nothing() {
    let stage = Stage::configured(&encoded(PACK), "{}", &format!(".shown=1&{DONE}")).await;
    stage.click("[part~=restart]").await;
    assert_eq!(stage.question(), "purpose");
    assert_eq!(stage.calls()[1..], ["save "]);
}

#[wasm_bindgen_test]
async fn the_call_to_action_and_the_offer_are_told() {
    let stage = Stage::with(&encoded(PACK), "#", &format!(".shown=1&{DONE}")).await;
    stage.click("[part~=cta]").await;
    stage.click("[part~=offer]").await;
    assert_eq!(stage.calls()[1..], ["cta ", "begin executive"]);
}

#[wasm_bindgen_test]
async fn keeping_keeps_the_very_code_of_the_links_and_forgets_it_again() {
    let stage = Stage::configured(&encoded(PACK), "{}", &format!(".shown=1&{DONE}")).await;
    let codes = stage.all("[part~=share]", "value");
    assert_eq!(codes, [code(), code(), code()]);
    assert_eq!(stage.all("[part~=share]", "name"), ["shindan", "shindan-owner", "shindan-promoter"]);
    stage.click("[name='.keep']").await;
    assert!(stage.has("[name='.keep']:checked"));
    stage.click("[name='.keep']").await;
    assert!(!stage.has("[name='.keep']:checked"));
    assert_eq!(stage.calls()[1..], [format!("keep {}", code()), "keep ".to_owned()]);
}

#[wasm_bindgen_test]
async fn what_cannot_be_kept_is_not_shown_as_kept() {
    let stage = Stage::configured(&encoded(PACK), "{}", &format!(".shown=1&{DONE}")).await;
    Function::new_no_args("arguments[0].keep = () => false").call1(&JsValue::NULL, &stage.loader).unwrap();
    stage.click("[name='.keep']").await;
    assert!(!stage.has("[name='.keep']:checked"));
}

#[wasm_bindgen_test]
async fn what_is_kept_is_ticked_and_a_verdict_replaces_it() {
    let stage = Stage::configured(&encoded(PACK), "{}", &format!(".kept=1&.earlier={}&{DONE}", code())).await;
    assert!(stage.has("[name='.keep']:checked"));
    assert_eq!(stage.calls().last().unwrap(), &format!("keep {}", code()));
    assert!(stage.text("[part~=compared] h3").contains("年"), "the day in words");
    assert_eq!(stage.all("[part~=compared] tr", "part").len(), 2, "the columns' names and the verdicts");
}

#[wasm_bindgen_test]
async fn an_opened_result_names_its_day_and_is_not_told() {
    let stage = Stage::configured(&encoded(PACK), "{}", &format!(".open={}", code())).await;
    assert_eq!(stage.text("[part~=score]"), "100");
    assert!(stage.text("h2 + p").contains("年"));
    assert_eq!(stage.calls(), ["ready".to_owned(), format!("save .shown=1&.day={}&{DONE}", today())]);
    stage.click("[part~=restart]").await;
    assert_eq!(stage.calls()[2..], [format!("save .earlier={}", code())]);
}

#[wasm_bindgen_test]
async fn the_other_person_is_named_before_and_shown_after() {
    let stage = Stage::configured(&encoded(PACK), "{}", &format!(".owner={}", code())).await;
    assert!(stage.text(".notice").contains("もう一人"));
    assert_eq!(stage.calls(), ["ready"], "what the loader has kept stays as it is");
    for choice in ["met", "met", "met", "met", "met", "none"] {
        stage.answer(choice).await;
    }
    assert!(!stage.has(".notice"));
    assert!(stage.text("[part~=compared]").contains("お二人の答えは同じでした"));
}

#[wasm_bindgen_test]
async fn a_code_that_does_not_hold_gives_one_line_until_the_first_answer() {
    for wrong in ["x", "", "%3Cimg%3E", "<img src=x>"] {
        let stage = Stage::configured(&encoded(PACK), "{}", &format!(".open={wrong}")).await;
        assert_eq!((stage.question().as_str(), stage.calls()), ("purpose", vec!["ready".into(), "save ".into()]));
        assert!(stage.text(".notice").contains("リンク") && !stage.has("img"));
        stage.click("input[value=met]").await;
        assert!(!stage.has(".notice"));
    }
}

#[wasm_bindgen_test]
async fn trying_changes_the_live_line_and_nothing_outside() {
    let stage = Stage::configured(&encoded(PACK), "{}", &format!(".shown=1&{DONE}")).await;
    let hint = stage.text(".what-if");
    assert_eq!(stage.all(".picture input", "name"), ["authority", "time", "skill"]);
    translate(&stage.root);
    stage.click(".picture [name=authority]").await;
    assert!(stage.has(".picture [name=authority]:checked"));
    assert!(stage.text(".what-if").contains("100点「要準備」"), "{}", stage.text(".what-if"));
    stage.click(".picture [name=authority]").await;
    assert!(!stage.has(".picture :checked"));
    assert_eq!(stage.text(".what-if"), hint);
    assert_eq!(stage.calls(), ["ready"]);
}

#[wasm_bindgen_test]
async fn drawings_are_drawings_with_a_name_and_a_length() {
    let run = format!(".shown=1&{}", DONE.replacen("purpose=met", "purpose=partly", 1));
    let stage = Stage::configured(&encoded(PACK), "{}", &run).await;
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
    stage.click(".picture [name=purpose]").await;
    assert_eq!(stage.all(".ring .tried", "stroke-dasharray"), ["100 101"]);
    assert_eq!(stage.all(".ring .value", "stroke-dasharray"), ["90 101"], "the true score stays");
}

#[wasm_bindgen_test]
async fn what_is_no_pack_is_refused_with_the_mend() {
    let pack = encoded(PACK);
    for broken in ["", "<!doctype html>", &pack[..pack.len() / 2], &pack.replacen("pack 3", "pack 2", 1)] {
        let stage = Stage::configured(broken, "{}", "").await;
        assert!(stage.result.is_err_and(|words| words.contains("upload all files again")));
        assert_eq!(stage.root.inner_html(), "");
    }
}

#[wasm_bindgen_test]
async fn markup_in_a_pack_or_a_setting_is_text() {
    let mark = "<img src=x onerror=boom()>";
    let config = format!(r#"{{ "cta": {{ "href": "/c", "label": {{ "prepare": "{mark}" }} }} }}"#);
    let pack = encoded(&PACK.replacen("AI導入の準備度診断", mark, 1));
    let stage = Stage::configured(&pack, &config, DONE).await;
    assert!(!stage.has("img"));
    assert!(stage.find("h2").text_content().unwrap().contains(mark));
    assert_eq!(stage.find("[part~=cta]").text_content().unwrap(), mark);
}

#[wasm_bindgen_test]
async fn without_a_link_there_is_no_call_to_action() {
    let stage = Stage::configured(&encoded(PACK), "{}", DONE).await;
    assert!(!stage.has("[part~=cta]"));
}

#[wasm_bindgen_test]
async fn destroying_leaves_nothing() {
    let stage = Stage::new().await;
    stage.result.unwrap().destroy();
    flush().await;
    assert_eq!(stage.root.inner_html(), "");
}
