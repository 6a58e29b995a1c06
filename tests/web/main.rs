//! What only a browser can tell: the exported `mount` against a real DOM, with a port that notes its calls.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use js_sys::{Array, Function, JSON, Promise, Reflect};
use shindan::embed::{Mounted, mount};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement, MouseEvent, MouseEventInit};

wasm_bindgen_test_configure!(run_in_browser);

const PACK: &str = include_str!("../../packs/readiness.ja.json");

/// A port whose calls are listed in its `calls`.
const PORT: &str = "const calls = []; return new Proxy({ calls }, { get: (port, name) => name === 'calls' ? calls : (...args) => { calls.push([name, ...args].join(' ')); } });";

struct Stage {
    root: Element,
    port: JsValue,
    result: Result<Mounted, String>,
}

impl Stage {
    async fn with(pack: &str, config: &JsValue, run: &str) -> Self {
        let document = document();
        let host = document.create_element("shindan-widget").unwrap();
        host.set_attribute("cta-href", "/consultation").unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let port = Function::new_no_args(PORT).call0(&JsValue::NULL).unwrap();
        let pack = JSON::parse(pack).unwrap();
        let result = mount(&host, root.clone(), &pack, config, run, port.clone().unchecked_into());
        let stage = Self { root, port, result };
        rendered().await;
        stage
    }

    async fn new() -> Self {
        Self::with(PACK, &JsValue::NULL, "").await
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

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Yew renders in a microtask; a task later it is done.
async fn rendered() {
    let task = |resolve: Function, _| {
        web_sys::window().unwrap().set_timeout_with_callback(&resolve).unwrap();
    };
    JsFuture::from(Promise::new(&mut { task })).await.unwrap();
}

fn click(target: &HtmlElement, detail: i32) {
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_composed(true);
    init.set_detail(detail);
    target.dispatch_event(&MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap()).unwrap();
}

#[wasm_bindgen_test]
async fn the_first_view_stands_before_it_is_shown() {
    let stage = Stage::new().await;
    assert_eq!(stage.question(), "purpose");
    assert_eq!(stage.calls(), ["shown"]);
}

#[wasm_bindgen_test]
async fn a_tap_chooses_once_and_goes_on() {
    let stage = Stage::new().await;
    click(&stage.find("label"), 1);
    rendered().await;
    assert_eq!(stage.question(), "involvement");
    assert!(stage.root.query_selector(":checked").unwrap().is_none(), "the tap answered the next question too");
    let calls = stage.calls();
    assert_eq!(calls.iter().filter(|call| call.starts_with("answer")).collect::<Vec<_>>(), ["answer purpose 1 8"]);
    assert_eq!(calls.last().unwrap(), "focus legend");
}

#[wasm_bindgen_test]
async fn a_key_selects_and_waits_for_next() {
    let stage = Stage::new().await;
    click(&stage.find("input[value=partly]"), 0);
    rendered().await;
    assert_eq!(stage.question(), "purpose");
    stage.find("[part~=next]").click();
    rendered().await;
    assert_eq!(stage.question(), "involvement");
    assert!(stage.calls().contains(&"save .at=involvement&purpose=partly".to_owned()));
}

#[wasm_bindgen_test]
async fn a_finished_run_is_shown_again_without_being_told_again() {
    let run = ".shown=1&purpose=met&involvement=met&measurement=met&security=met&expectation=met&authority=none";
    let stage = Stage::with(PACK, &JsValue::NULL, run).await;
    assert_eq!(stage.find("[part~=score]").text_content().unwrap(), "100");
    assert_eq!(stage.find("[part~=level]").get_attribute("data-level").unwrap(), "prepare");
    assert_eq!(stage.find("[part~=cta]").get_attribute("href").unwrap(), "/consultation");
    assert_eq!(stage.calls(), ["shown"]);
}

#[wasm_bindgen_test]
async fn a_refused_pack_names_the_place_and_the_mend() {
    let stage = Stage::with(&PACK.replacen("\"partly\"", "\"met\"", 1), &JsValue::NULL, "").await;
    let faults = stage.result.err().expect("refused");
    assert_eq!(faults.lines().next().unwrap(), "sections[0].questions[0].choices: ids must differ; `met` stands twice");
    assert_eq!(stage.root.inner_html(), "");
}

#[wasm_bindgen_test]
async fn hostile_data_is_refused_and_inert() {
    for json in ["null", "[]", "7", r#"{"__proto__":{"format":"pack/v1"}}"#, &"[".repeat(9_000).chars().chain("]".repeat(9_000).chars()).collect::<String>()] {
        assert!(Stage::with(json, &JsValue::NULL, "").await.result.is_err());
    }
    let marked = PACK.replacen("AI導入の準備度診断", "<img src=x onerror=boom()>", 1);
    let run = "purpose=met&involvement=met&measurement=met&security=met&expectation=met&authority=none";
    let stage = Stage::with(&marked, &JsValue::NULL, run).await;
    assert!(stage.root.query_selector("img").unwrap().is_none());
    assert!(stage.find("h2").text_content().unwrap().contains("<img src=x onerror=boom()>"));
}

#[wasm_bindgen_test]
async fn the_configuration_words_the_call_to_action() {
    let config = JSON::parse(r#"{"cta":{"label":{"prepare":"話を聞く"}}}"#).unwrap();
    let run = "purpose=met&involvement=met&measurement=met&security=met&expectation=met&authority=none";
    let stage = Stage::with(PACK, &config, run).await;
    assert_eq!(stage.find("[part~=cta]").text_content().unwrap(), "話を聞く");
}

#[wasm_bindgen_test]
async fn destroying_leaves_nothing() {
    let stage = Stage::new().await;
    stage.result.unwrap().destroy();
    assert_eq!(stage.root.inner_html(), "");
}
