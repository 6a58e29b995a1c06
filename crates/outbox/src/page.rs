//! The page around the outbox: its data layer, its network, its console.

use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type PageWindow;
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static PAGE: PageWindow;
    #[wasm_bindgen(method, getter, js_name = dataLayer)]
    fn data_layer(this: &PageWindow) -> Option<DataLayer>;
    #[wasm_bindgen(method, setter, js_name = dataLayer)]
    fn set_data_layer(this: &PageWindow, layer: &DataLayer);

    /// The list of a tag manager, whose `push` is the page's own function.
    type DataLayer;
    #[wasm_bindgen(method, catch)]
    fn push(this: &DataLayer, event: &JsValue) -> Result<JsValue, JsValue>;
}

/// Pushes an object, given as JSON text, to the data layer of tag managers.
pub(crate) fn push_to_data_layer(json: &str) {
    let Ok(event) = JSON::parse(json) else { return };
    PAGE.with(|page| {
        let layer = page.data_layer().unwrap_or_else(|| {
            let layer: DataLayer = Array::new().unchecked_into();
            page.set_data_layer(&layer);
            layer
        });
        // Nobody else has to know of a tag manager that throws.
        let _ = layer.push(&event);
    });
}

/// Whether the browser reports a network connection, which may be wrong.
pub(crate) fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Writes a warning for the site owner to the console.
pub(crate) fn warn(text: &str) {
    web_sys::console::warn_1(&["<shindan-widget> ", text].concat().into());
}
