//! The panic hook: writes one line to the console and hands over to the loader.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Installed by the loader before the first mount; shows the fallback in every widget of the page.
    #[wasm_bindgen(js_namespace = globalThis, js_name = __shindan_panic, catch)]
    fn on_panic(place: &str) -> Result<(), JsValue>;
}

/// Replaces Yew's hook, which would print a stack trace and leave a dead widget on the page.
pub(crate) fn set_panic_hook() {
    yew::set_custom_panic_hook(Box::new(|info| {
        let place = info.location().map(|at| [at.file(), ":", &at.line().to_string()].concat());
        // If there is no loader, it cannot be notified, and a panic hook must not panic itself.
        let _ = on_panic(&place.unwrap_or_default());
    }));
}
