//! Letters: what looks the same, and Japanese Windows' code page by the browser's own table.

use spreadsheet::cp932::Table;
use web_sys::TextDecoder;

/// The same text for what looks the same: full and half width, large and small letters (NFKC).
pub(crate) fn plain(text: &str) -> String {
    // The forms of ASCII are what it is.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let normal = js_sys::JsString::from(text).normalize("NFKC");
    String::from(normal).to_lowercase()
}

/// The code page, by what the browser reads.
pub(crate) fn cp932() -> Table {
    let decoder = TextDecoder::new_with_label("shift_jis").ok();
    Table::from_decoder(|bytes| {
        let text = decoder.as_ref()?.decode_with_u8_array(bytes).ok()?;
        let mut characters = text.chars();
        let first = characters.next().filter(|first| *first != char::REPLACEMENT_CHARACTER)?;
        characters.next().is_none().then_some(first)
    })
}
