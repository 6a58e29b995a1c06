//! Characters: normalisation, and the Japanese Windows code page by the browser's own table.

use spreadsheet::cp932::Table;
use web_sys::TextDecoder;

/// Normalises full and half width, upper and lower case (NFKC).
pub(crate) fn plain(text: &str) -> String {
    // ASCII text is already in normal form.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let normal = js_sys::JsString::from(text).normalize("NFKC");
    String::from(normal).to_lowercase()
}

/// The code page, built from the browser's decoder.
pub(crate) fn cp932() -> Table {
    let decoder = TextDecoder::new_with_label("shift_jis").ok();
    Table::from_decoder(|bytes| {
        let text = decoder.as_ref()?.decode_with_u8_array(bytes).ok()?;
        let mut characters = text.chars();
        let first = characters.next().filter(|first| *first != char::REPLACEMENT_CHARACTER)?;
        characters.next().is_none().then_some(first)
    })
}
