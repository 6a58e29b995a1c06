//! What only a browser can tell: the exported `mount` against a real DOM, with a loader that notes its calls.

#![cfg(target_arch = "wasm32")]

mod asking;
mod mounted_widget;
mod results;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
