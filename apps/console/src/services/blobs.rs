//! Files in the browser's hands.

use js_sys::Array;
use staff::Blob;
use wasm_bindgen::JsValue;
use web_sys::BlobPropertyBag;

/// Files one behind the other, as one of this type. None of their bytes is touched.
pub(crate) fn joined(parts: &[Blob], kind: &str) -> Blob {
    let list: Array = parts.iter().map(|part| AsRef::<JsValue>::as_ref(part).clone()).collect();
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    // The browser refuses no list of files.
    web_sys::Blob::new_with_blob_sequence_and_options(&list, &options).map_or_else(|_| Blob::new(""), Blob::from)
}
