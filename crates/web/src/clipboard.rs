//! The clipboard. It is blocked in many frames, and missing without https.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;

/// Copies `text`; returns whether the browser did it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let navigator = window.navigator();
    // web-sys knows no navigator without a clipboard, and would throw.
    if Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object()) {
        JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
    } else {
        false
    }
}
