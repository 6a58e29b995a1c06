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

use gloo::utils::{body, document};
use js_sys::{Array, Function, Reflect};
use shindan::domain::{Pack, Value};
use shindan::embed::{Mounted, mount};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};
use yew::scheduler::flush;

wasm_bindgen_test_configure!(run_in_browser);

/// In days since 1970-01-01.
const TODAY: u32 = 20_778;

const PACK: &str = include_str!("../../packs/readiness.ja.json");

/// A port whose calls are listed in its `calls`.
const PORT: &str = "const calls = []; return new Proxy({ calls }, { get: (port, name) => name === 'calls' ? calls : (...args) => { calls.push([name, ...args].join(' ')); } });";

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
        let result = mount(root.clone(), pack, settings, run, port.clone().unchecked_into(), TODAY);
        let stage = Self { root, port, result };
        flush().await;
        stage
    }

    async fn new() -> Self {
        Self::with(&packed(PACK), "/consultation", "").await
    }

    fn app(&self) -> &Mounted {
        self.result.as_ref().expect("mounted")
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

    fn question(&self) -> String {
        self.find("fieldset").get_attribute("data-question").unwrap()
    }
}

fn packed(json: &str) -> String {
    let value: Value = serde_json::from_str(json).unwrap();
    Pack::read(&value).unwrap().pack()
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
    flush().await;
    assert!(stage.has("input[value=partly]:checked"));
    stage.app().next("purpose");
    flush().await;
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
    flush().await;
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
    assert!(calls[2].starts_with("complete readiness 1.1.0 "), "{calls:?}");
    let causes = r#"[{"section":"promoter","level":"prepare","causes":["authority","time","skill"]}]"#;
    assert!(calls[2].ends_with(&format!(" 100 prepare {causes}")), "{calls:?}");
}

#[wasm_bindgen_test]
async fn restart_begins_with_nothing() {
    let stage = Stage::with(&packed(PACK), "", &format!(".shown=1&{DONE}")).await;
    stage.find("[part~=restart]").click();
    flush().await;
    assert_eq!(stage.question(), "purpose");
    assert_eq!(stage.calls()[1..], ["save ", "focus legend"]);
}

#[wasm_bindgen_test]
async fn what_is_no_pack_is_refused_with_the_mend() {
    let pack = packed(PACK);
    for broken in ["", "<!doctype html>", &pack[..pack.len() / 2], &pack.replacen("pack 1", "pack 2", 1)] {
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
    flush().await;
    assert_eq!(stage.root.inner_html(), "");
}
