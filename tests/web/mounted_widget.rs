//! A widget that is mounted as the loader does it, with a loader that notes its calls.

use std::rc::Rc;

use diagnosis::{Answers, Pack, SavedResult, Value};
use gloo::utils::{body, document};
use js_sys::{Array, Date, Function, JSON, Promise, Reflect};
use shindan::embed::{WidgetHandle, mount};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};
use yew::scheduler::flush;

pub(crate) const PACK: &str = include_str!("../../packs/readiness.ja.json");

const WORDS: &str = include_str!("../../locales/ja.json");

/// A loader whose calls are listed in its `calls`.
const LOADER: &str = "const calls = [];
    const note = (...words) => { calls.push(words.join(' ')); };
    const detail = (value) => (value && typeof value === 'object' ? Object.values(value).map(detail).join(' ') : value);
    const exports = {
        show_qr: (_, link) => (note('show_qr', link), true),
        save_picture: (_, lang) => (note('save_picture', lang), Promise.resolve(true)),
        styles: () => '',
        show_benchmark: (view, place, json, pack) => note('show_benchmark', pack),
    };
    const host = document.createElement('shindan-widget');
    host.setAttribute('lead', 'off');
    return {
        calls, host, config,
        viewIsReady: () => note('ready'),
        hasReported: false,
        isDraft: false,
        startModule: (name) => (name === 'outbox' ? new Promise(() => {}) : Promise.resolve(exports)),
        textAt: (address) => (note('text', address), Promise.resolve('')),
        adoptStyles: () => {},
        theme: host.style,
        focus: (selector) => document.querySelector(selector)?.focus(),
        session: {
            run,
            save: (run) => note('save', run),
            entry: (storage, text) => {
                const isOfDevice = storage === 'localStorage';
                return text === undefined ? isOfDevice && kept : isOfDevice && !note('keep', text);
            },
        },
        events: {
            isMeasured: false,
            fail: (code, help) => note('fail', code, help),
            reportQuestion: () => {},
            emit: (name, value) => note(name, detail(value)),
        },
        begin: (pack) => note('begin', pack),
    };";

pub(crate) struct MountedWidget {
    pub(crate) root: Element,
    pub(crate) loader: JsValue,
    pub(crate) result: Result<WidgetHandle, String>,
}

impl MountedWidget {
    /// Mounts a widget and shows it, as the loader does; its call to action leads to `href`.
    pub(crate) async fn with(pack: &str, href: &str, run: &str) -> Self {
        Self::configured(pack, &format!(r#"{{ "cta": {{ "href": "{href}" }} }}"#), run).await
    }

    /// Mounts a widget with this configuration and shows it.
    pub(crate) async fn configured(pack: &str, config: &str, run: &str) -> Self {
        let mut widget = Self::mounted(pack, config, run).await;
        if let Ok(handle) = &mut widget.result {
            assert!(handle.catch_up(), "nothing happened since");
            flush().await;
        }
        widget
    }

    /// Mounts a widget on a device that keeps the result with this code, and shows it.
    pub(crate) async fn with_kept(run: &str, kept: &str) -> Self {
        let mut widget = Self::mounted_with(&encoded(PACK), "{}", run, kept).await;
        widget.handle().catch_up();
        flush().await;
        widget
    }

    /// Mounts a widget, which is not shown yet.
    pub(crate) async fn mounted(pack: &str, config: &str, run: &str) -> Self {
        Self::mounted_with(pack, config, run, "").await
    }

    async fn mounted_with(pack: &str, config: &str, run: &str, kept: &str) -> Self {
        let root = document().create_element("div").unwrap();
        body().append_child(&root).unwrap();
        let make_loader = Function::new_with_args("config, run, kept", LOADER);
        let loader =
            make_loader.call3(&JsValue::NULL, &JSON::parse(config).unwrap(), &run.into(), &kept.into()).unwrap();
        let result = mount(root.clone(), pack, &messages(), "ja", loader.clone().unchecked_into());
        flush().await;
        Self { root, loader, result }
    }

    pub(crate) async fn new() -> Self {
        Self::with(&encoded(PACK), "/consultation", "").await
    }

    /// Has the stepper leave this run.
    pub(crate) fn leaves(&self, run: &str) {
        let session = Reflect::get(&self.loader, &"session".into()).unwrap();
        Reflect::set(&session, &"run".into(), &run.into()).unwrap();
    }

    pub(crate) fn handle(&mut self) -> &mut WidgetHandle {
        self.result.as_mut().expect("mounted")
    }

    /// Clicks as a script or a key does: without a position.
    pub(crate) async fn click(&self, selector: &str) {
        self.find(selector).click();
        flush().await;
    }

    /// Makes a choice by its input, and goes on.
    pub(crate) async fn answer(&self, choice: &str) {
        self.click(&format!("input[value={choice}]")).await;
        self.click("[part~=next]").await;
    }

    /// Waits until the result is there to its end, which is made once its beginning is painted.
    pub(crate) async fn is_whole(&self) {
        self.comes_to("[part~=receipt]").await;
    }

    /// Waits for an element, frame by frame.
    pub(crate) async fn comes_to(&self, selector: &str) {
        self.comes(|| self.has(selector)).await;
    }

    /// Waits for a call of the loader, frame by frame.
    pub(crate) async fn is_called(&self, call: &str) {
        self.comes(|| self.calls().iter().any(|found| found == call)).await;
    }

    async fn comes(&self, is_there: impl Fn() -> bool) {
        let frame =
            Function::new_no_args("return new Promise((then) => requestAnimationFrame(() => setTimeout(then)))");
        while !is_there() {
            let promise: Promise = frame.call0(&JsValue::NULL).unwrap().unchecked_into();
            JsFuture::from(promise).await.unwrap();
            flush().await;
        }
    }

    pub(crate) fn has(&self, selector: &str) -> bool {
        self.root.query_selector(selector).unwrap().is_some()
    }

    pub(crate) fn calls(&self) -> Vec<String> {
        let calls: Array = Reflect::get(&self.loader, &"calls".into()).unwrap().unchecked_into();
        calls.iter().map(|call| call.as_string().unwrap()).collect()
    }

    pub(crate) fn find(&self, selector: &str) -> HtmlElement {
        let found = self.root.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("{selector} is not there: {}", self.root.inner_html())).unchecked_into()
    }

    pub(crate) fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap()
    }

    /// The attribute of everything that is there by that selector.
    pub(crate) fn all(&self, selector: &str, attribute: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).unwrap();
        let elements = (0..found.length()).map(|at| found.get(at).unwrap().unchecked_into::<Element>());
        elements.map(|element| element.get_attribute(attribute).unwrap_or_default()).collect()
    }

    pub(crate) fn question(&self) -> String {
        self.find("fieldset").get_attribute("data-question").unwrap()
    }
}

/// The day that the widget takes for today.
pub(crate) fn today() -> u32 {
    let now = Date::new_0();
    ((now.get_time() - now.get_timezone_offset() * 6e4) / 864e5) as u32
}

/// The lines that the build makes of the wording.
fn messages() -> String {
    let words: serde_json::Value = serde_json::from_str(WORDS).unwrap();
    messages::names().map(|name| [words[name].as_str().unwrap(), "\n"].concat()).collect()
}

pub(crate) fn encoded(json: &str) -> String {
    let value: Value = serde_json::from_str(json).unwrap();
    Pack::read(&value).unwrap().encode()
}

/// The code of [`DONE`].
pub(crate) fn code() -> String {
    let pack = Rc::new(Pack::read(&serde_json::from_str(PACK).unwrap()).unwrap());
    SavedResult { complete: Answers::parse(pack, DONE).complete().unwrap(), day: today() }.encode()
}

pub(crate) const DONE: &str = "purpose=met&involvement=met&measurement=met&security=met&expectation=met&authority=none";
