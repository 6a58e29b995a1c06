//! The loader's side of a mounted widget, as `www/runtime.js` offers it.
//!
//! What belongs to the element and outlives a mounted widget stays with the loader: the run, the place of the view, and the
//! element's events, which the stepper needs before the wasm is there.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::lead::LeadLoader;

#[wasm_bindgen]
extern "C" {
    /// The loader of one element. No method throws.
    pub type Loader;

    /// Puts the view in the place of the stepper once no press is held, and answers through `catch_up` of the handle.
    #[wasm_bindgen(method, js_name = viewIsReady)]
    pub(crate) fn view_is_ready(this: &Loader);

    /// The view on the page shows something else, of which the page may be told.
    #[wasm_bindgen(method, js_name = viewHasChanged)]
    pub(crate) fn view_has_changed(this: &Loader);

    /// Keeps the run for this tab; an empty text forgets it.
    #[wasm_bindgen(method)]
    pub(crate) fn save(this: &Loader, run: &str);

    /// Keeps the code of a result on the device; an empty text forgets it. Answers whether that could be done.
    #[wasm_bindgen(method)]
    pub(crate) fn keep(this: &Loader, code: &str) -> bool;

    /// Dispatches the event `shindan:NAME` with this detail on the element.
    #[wasm_bindgen(method)]
    pub(crate) fn emit(this: &Loader, name: &str, detail: &JsValue);

    /// The element itself.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn host(this: &Loader) -> Element;

    /// The owner's nested configuration as it was parsed: an object; `undefined` where there is none, `null` where there is
    /// one that cannot be used, of which the owner has been told.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn config(this: &Loader) -> JsValue;

    /// The arm of a comparison that the respondent sees.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn variant(this: &Loader) -> Option<String>;

    /// Whether the page's address asks for a draft.
    #[wasm_bindgen(method, getter, js_name = isDraft)]
    pub(crate) fn is_draft(this: &Loader) -> bool;

    /// Tells the site owner what to fix, in the console and by `shindan:error`.
    #[wasm_bindgen(method)]
    pub(crate) fn fail(this: &Loader, code: &str, help: &str);

    /// Loads the module `www/NAME.js` and has it do `work` with what follows; resolves to `false` where that cannot be done.
    #[wasm_bindgen(method, variadic)]
    pub(crate) fn later(this: &Loader, name: &str, work: &str, rest: &Array) -> Promise;

    /// What the lead form asks of the loader.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn lead(this: &Loader) -> LeadLoader;

    /// Begins another pack in the place of this one.
    #[wasm_bindgen(method, js_name = beginPack)]
    pub(crate) fn begin_pack(this: &Loader, pack: &str);
}
