//! The loader's side of a lead form, as `www/lead_services.js` offers it.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The loader of one element, as its lead form sees it. No method throws.
    #[derive(Clone)]
    pub type LeadLoader;

    /// Whether the page says that the visitor agreed to measuring.
    #[wasm_bindgen(method, js_name = isMeasured)]
    pub(crate) fn is_measured(this: &LeadLoader) -> bool;

    /// What the page around a frame has told of itself (www/frame.js); nothing elsewhere.
    #[wasm_bindgen(method, js_name = pageAround)]
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

    /// Loads the outbox, and opens it for this element. `destinations` is the JSON that `Outbox.open` takes; `listener`
    /// hears of every `DeliveryStatus`.
    #[wasm_bindgen(method, js_name = openOutbox)]
    pub(crate) fn open_outbox(this: &LeadLoader, destinations: &str, listener: &Function) -> Promise;

    /// The page around a frame.
    #[derive(Clone)]
    pub type PageAround;

    /// Its address; `undefined` where somebody else sent the message.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn href(this: &PageAround) -> Option<String>;

    /// Where its visitor came from.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn referrer(this: &PageAround) -> Option<String>;

    /// Its title.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn title(this: &PageAround) -> Option<String>;
}
