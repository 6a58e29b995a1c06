//! The wasm that few respondents need, started when they do: their exports by type.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::configuration::warn;
use super::lead::OutboxObject;
use super::loader::Loader;

/// The code of what fails with a result that is taken along.
const TAKEAWAY: &str = "takeaway";

/// The code of what fails with the results of others.
const BENCHMARK: &str = "benchmark";

#[wasm_bindgen]
extern "C" {
    /// The exports of `crates/takeaway`.
    pub(super) type Takeaway;
    /// Draws the QR code of `link` into `place`. Answers whether that could be done.
    #[wasm_bindgen(method, catch)]
    pub(super) fn show_qr(this: &Takeaway, place: &Element, link: &str) -> Result<JsValue, JsValue>;
    /// Saves a picture of the result in `view`. A promise of whether the browser has got it.
    #[wasm_bindgen(method, catch)]
    pub(super) fn save_picture(this: &Takeaway, view: &Element, lang: &str) -> Result<JsValue, JsValue>;

    /// The exports of `crates/benchmark-view`.
    type BenchmarkView;
    #[wasm_bindgen(method)]
    fn styles(this: &BenchmarkView) -> String;
    #[wasm_bindgen(method, catch)]
    fn show_benchmark(
        this: &BenchmarkView,
        view: &Element,
        place: &Element,
        json: &str,
        pack: &str,
        version: &str,
        answers: &str,
        lang: &str,
    ) -> Result<(), JsValue>;

    /// The exports of `crates/outbox`.
    type OutboxModule;
    #[wasm_bindgen(method, getter, js_name = Outbox)]
    fn outbox(this: &OutboxModule) -> OutboxClass;
    /// The class that it exports.
    pub(super) type OutboxClass;
    /// Opens the outbox of one widget; the arguments are those of `Outbox::open` in `crates/outbox`.
    #[wasm_bindgen(method, catch)]
    pub(super) fn open(
        this: &OutboxClass,
        identity: &str,
        page_title: &str,
        destinations: &str,
        pushes: &Function,
        listener: &Function,
    ) -> Result<OutboxObject, JsValue>;
}

/// Runs `work` in the takeaway module, which returns a value or a promise of one. Resolves to whether it succeeded.
pub(super) async fn run_takeaway(loader: &Loader, work: &dyn Fn(Takeaway) -> Result<JsValue, JsValue>) -> bool {
    let running = async {
        let takeaway = start(loader, "takeaway", TAKEAWAY).await?;
        JsFuture::from(Promise::resolve(&work(takeaway.unchecked_into())?)).await
    };
    let outcome = running.await;
    if let Err(error) = &outcome {
        loader.report(TAKEAWAY, error);
    }
    outcome.is_ok_and(|value| value.is_truthy())
}

/// A result, as it is shown beside those of others.
pub(super) struct ShownResult {
    /// What stands on screen.
    pub(super) view: Element,
    /// The element for the comparison.
    pub(super) place: Element,
    /// Id and version of the pack.
    pub(super) pack: [String; 2],
    /// The answers in their text form.
    pub(super) answers: String,
    /// The language of the pack, a BCP 47 tag.
    pub(super) lang: String,
}

/// Shows a result beside those in the file at `address`. Of a file that is about another pack, or is no benchmark, nothing is
/// shown, and the owner is warned.
pub(super) async fn show_benchmark(loader: Loader, address: String, shown: ShownResult) {
    let ShownResult { view, place, pack: [pack, version], answers, lang } = shown;
    // Both are on their way at once, and what becomes of either is waited for from now on.
    let text = JsFuture::from(loader.text_at(&address, BENCHMARK));
    let showing = async {
        let benchmark: BenchmarkView = start(&loader, "benchmark-view", BENCHMARK).await?.unchecked_into();
        let json = text.await?.as_string().unwrap_or_default();
        loader.adopt_styles(&benchmark.styles());
        benchmark.show_benchmark(&view, &place, &json, &pack, &version, &answers, &lang)
    };
    if let Err(error) = showing.await {
        match error.as_string() {
            Some(fault) => warn(&["configuration benchmark: the file ", &address, " ", &fault].concat()),
            None => loader.report(BENCHMARK, &error),
        }
    }
}

/// Loads the class of the outbox.
///
/// # Errors
///
/// What kept it from being loaded.
pub(super) async fn outbox_class(loader: Loader) -> Result<OutboxClass, JsValue> {
    Ok(start(&loader, "outbox", "lead").await?.unchecked_into::<OutboxModule>().outbox())
}

/// The exports of the wasm of that name.
async fn start(loader: &Loader, name: &str, code: &str) -> Result<JsValue, JsValue> {
    JsFuture::from(loader.start_module(name, code)).await
}
