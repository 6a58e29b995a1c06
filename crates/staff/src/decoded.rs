//! The text of a file in whichever encoding it is written.

use web_sys::TextDecoder;

/// The text of a file, without its byte order mark; `None` if the browser cannot decode it.
pub(crate) fn decoded(bytes: &[u8]) -> Option<String> {
    TextDecoder::new_with_label(encoding(bytes)).ok()?.decode_with_u8_array(bytes).ok()
}

/// The encoding as browsers call it. What is no UTF-8 is Shift_JIS, as Excel writes CSV on Japanese Windows, unless a
/// byte order mark says otherwise.
fn encoding(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xfe, ..] => "utf-16le",
        [0xfe, 0xff, ..] => "utf-16be",
        _ if std::str::from_utf8(bytes).is_ok() => "utf-8",
        _ => "shift_jis",
    }
}

#[cfg(test)]
mod tests {
    use super::encoding;

    #[test]
    fn each_encoding_is_recognised_by_its_bytes() {
        for (bytes, expected) in [
            (&b""[..], "utf-8"),
            (b"Event name,question", "utf-8"),
            ("目的".as_bytes(), "utf-8"),
            ("\u{feff}目的".as_bytes(), "utf-8"),
            (b"\x96\xda\x93\x49", "shift_jis"),
            (b"\xff\xfe\xee\x76", "utf-16le"),
            (b"\xfe\xff\x76\xee", "utf-16be"),
        ] {
            assert_eq!(encoding(bytes), expected, "{bytes:?}");
        }
    }
}
