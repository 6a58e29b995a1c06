//! The loader's side of a lead form, as `www/lead_services.js` offers it.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

use super::settings::SettingsObject;

#[wasm_bindgen]
extern "C" {
    /// The loader of one element, as its lead form sees it. No method throws.
    #[derive(Clone)]
    pub type LeadLoader;

    /// What the owner set for the form.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn settings(this: &LeadLoader) -> SettingsObject;

    /// Whether the page says that the visitor agreed to measuring.
    #[wasm_bindgen(method, js_name = isMeasured)]
    pub(crate) fn is_measured(this: &LeadLoader) -> bool;

    /// The page around the frame that the widget stands in, if it tells of itself.
    #[wasm_bindgen(method, getter, js_name = pageAround)]
    pub(crate) fn page_around(this: &LeadLoader) -> Option<PageAround>;

    /// The draft of this tab as text; empty if there is none.
    #[wasm_bindgen(method)]
    pub(crate) fn draft(this: &LeadLoader) -> String;

    /// Keeps a draft for this tab; an empty text forgets it.
    #[wasm_bindgen(method, js_name = keepDraft)]
    pub(crate) fn keep_draft(this: &LeadLoader, text: &str);

    /// The run in its text form.
    #[wasm_bindgen(method)]
    pub(crate) fn run(this: &LeadLoader) -> String;

    /// Whether this tab's respondent has the result already.
    #[wasm_bindgen(method, js_name = isUnlocked)]
    pub(crate) fn is_unlocked(this: &LeadLoader) -> bool;

    /// Remembers that for this tab.
    #[wasm_bindgen(method)]
    pub(crate) fn unlock(this: &LeadLoader);

    /// Forgets the visitor and begins anew, which ends this widget.
    #[wasm_bindgen(method)]
    pub(crate) fn restart(this: &LeadLoader);

    /// Whether a lead of this device waits to be sent.
    #[wasm_bindgen(method, js_name = isOutboxDue)]
    pub(crate) fn is_outbox_due(this: &LeadLoader) -> bool;

    /// Loads the outbox, and opens it for this element; `listener` hears of every `DeliveryStatus`.
    #[wasm_bindgen(method, js_name = openOutbox)]
    pub(crate) fn open_outbox(this: &LeadLoader, listener: &Function) -> Promise;

    /// A page around a frame, as `www/frame.js` tells of it.
    pub(crate) type PageAround;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn href(this: &PageAround) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn title(this: &PageAround) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn referrer(this: &PageAround) -> JsValue;
}
