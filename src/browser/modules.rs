//! The wasm that few respondents need, started when they do: their exports by type.

use js_sys::{Function, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::Element;

use super::configuration::warn;
use super::lead::OutboxObject;
use super::loader::{LoadError, Loader};

/// The code of what fails with a result that is taken along.
const TAKEAWAY: &str = "takeaway";

/// The code of what fails with the results of others.
const BENCHMARK: &str = "benchmark";

#[wasm_bindgen]
extern "C" {
    /// The exports of `crates/takeaway`.
    type Takeaway;
    #[wasm_bindgen(method, catch)]
    fn show_qr(this: &Takeaway, place: &Element, link: &str) -> Result<bool, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn save_picture(this: &Takeaway, view: &Element, lang: &str) -> Result<Promise, JsValue>;

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
        run: &str,
        lang: &str,
    ) -> Result<(), JsValue>;

    /// The exports of `crates/outbox`.
    type OutboxModule;
    #[wasm_bindgen(method, getter, js_name = Outbox)]
    fn outbox(this: &OutboxModule) -> OutboxClass;
    type OutboxClass;
    #[wasm_bindgen(method, catch)]
    fn open(
        this: &OutboxClass,
        identity: &str,
        page_title: &str,
        destinations: &str,
        pushes: &Function,
        listener: &Function,
    ) -> Result<OutboxObject, JsValue>;
}

/// Draws the QR code of `link` into `place`. Answers whether that could be done.
pub(super) async fn show_qr(loader: Loader, place: Element, link: &str) -> bool {
    let shown = match start::<Takeaway>(&loader, "takeaway", TAKEAWAY).await {
        Ok(takeaway) => takeaway.show_qr(&place, link),
        Err(error) => Err(error),
    };
    shown.unwrap_or_else(|error| report(&loader, TAKEAWAY, &error))
}

/// Saves a picture of the result in `view`, in the language `lang`. Answers whether the browser has got it.
pub(super) async fn save_picture(loader: Loader, view: Element, lang: String) -> bool {
    let saving = async {
        let takeaway = start::<Takeaway>(&loader, "takeaway", TAKEAWAY).await?;
        JsFuture::from(takeaway.save_picture(&view, &lang)?).await
    };
    let saved = saving.await;
    saved.map_or_else(|error| report(&loader, TAKEAWAY, &error), |saved| saved.is_truthy())
}

/// A result, as it is shown beside those of others.
pub(super) struct Standing {
    /// What stands on screen.
    pub(super) view: Element,
    /// The element for the comparison.
    pub(super) place: Element,
    /// Id and version of the pack.
    pub(super) pack: [String; 2],
    /// The run in its text form.
    pub(super) run: String,
    /// The language of the pack, a BCP 47 tag.
    pub(super) lang: String,
}

/// Shows a result beside those in the file at `address`. Of a file that is about another pack, or is no benchmark, nothing is
/// shown, and the owner is warned.
pub(super) async fn show_benchmark(loader: Loader, address: String, standing: Standing) {
    let Standing { view, place, pack: [pack, version], run, lang } = standing;
    // Both are on their way at once.
    let text = loader.text_at(&address, BENCHMARK);
    let showing = async {
        let benchmark = start::<BenchmarkView>(&loader, "benchmark-view", BENCHMARK).await?;
        let json = JsFuture::from(text).await?.as_string().unwrap_or_default();
        loader.adopt_styles(&benchmark.styles());
        benchmark.show_benchmark(&view, &place, &json, &pack, &version, &run, &lang)
    };
    if let Err(error) = showing.await {
        match error.as_string() {
            Some(fault) => warn(&["configuration benchmark: the file ", &address, " ", &fault].concat()),
            None => drop(report(&loader, BENCHMARK, &error)),
        }
    }
}

/// Opens the outbox for the widget of `loader`: a promise of an [`OutboxObject`]. `destinations`, `pushes` and `listener` are
/// what `Outbox.open` of `crates/outbox` takes.
pub(super) fn open_outbox(loader: Loader, destinations: String, pushes: Function, listener: Function) -> Promise {
    future_to_promise(async move {
        let outbox = start::<OutboxModule>(&loader, "outbox", "lead").await?.outbox();
        let title = web_sys::window().and_then(|window| window.document()).map(|document| document.title());
        let title = title.unwrap_or_default();
        Ok(outbox.open(&loader.port().identity(), &title, &destinations, &pushes, &listener)?.into())
    })
}

/// The exports of the wasm of that name.
async fn start<T: JsCast>(loader: &Loader, name: &str, code: &str) -> Result<T, JsValue> {
    Ok(JsFuture::from(loader.start_module(name, code)).await?.unchecked_into())
}

/// Tells the owner why something could not be done. Answers `false`, which says so too.
fn report(loader: &Loader, code: &str, error: &JsValue) -> bool {
    let known: &LoadError = error.unchecked_ref();
    let help = known.help().unwrap_or_else(|| error.unchecked_ref::<Object>().to_string().into());
    loader.port().fail(&known.code().unwrap_or_else(|| code.to_owned()), &help);
    false
}
