//! Files as objects of the browser.

use js_sys::Array;
use staff::Blob;
use wasm_bindgen::JsValue;
use web_sys::BlobPropertyBag;

/// Joins files into one of this type, without copying their bytes.
pub(crate) fn joined(parts: &[Blob], kind: &str) -> Blob {
    let list: Array = parts.iter().map(|part| AsRef::<JsValue>::as_ref(part).clone()).collect();
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    // A browser accepts any list of files.
    web_sys::Blob::new_with_blob_sequence_and_options(&list, &options).map_or_else(|_| Blob::new(""), Blob::from)
}
