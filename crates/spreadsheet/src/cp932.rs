//! Windows' Japanese code page (CP932, "Shift_JIS").
//!
//! Browsers can decode it but not encode it, so the table is built from their decoder. Invisible characters are
//! dropped, characters with an equivalent of the same look are replaced by it, and all others become 〓, following the
//! practice of Japanese printers.

use std::collections::HashMap;

/// The replacement for a character that the code page lacks.
const GETA: char = '〓';

/// Characters with an equivalent of the same look in the code page, and that equivalent.
const TWINS: [(char, char); 24] = [
    ('\u{301c}', '\u{ff5e}'), // wave dash
    ('\u{2212}', '\u{ff0d}'), // minus
    ('\u{2016}', '\u{2225}'), // double vertical line
    ('\u{2014}', '\u{2015}'), // em dash
    ('\u{2011}', '\u{2010}'), // non-breaking hyphen
    ('\u{a5}', '\u{ffe5}'),   // yen
    ('\u{a2}', '\u{ffe0}'),   // cent
    ('\u{a3}', '\u{ffe1}'),   // pound
    ('\u{ac}', '\u{ffe2}'),   // not
    ('\u{a0}', ' '),          // the spaces of typesetting
    ('\u{2000}', ' '),
    ('\u{2001}', ' '),
    ('\u{2002}', ' '),
    ('\u{2003}', ' '),
    ('\u{2004}', ' '),
    ('\u{2005}', ' '),
    ('\u{2006}', ' '),
    ('\u{2007}', ' '),
    ('\u{2008}', ' '),
    ('\u{2009}', ' '),
    ('\u{200a}', ' '),
    ('\u{202f}', ' '),
    ('\u{205f}', ' '),
    ('\u{1680}', ' '),
];

/// A text in the code page, and the characters that were changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Encoded {
    /// The text in CP932.
    pub bytes: Vec<u8>,
    /// The characters that the code page lacks, each once; each is replaced by 〓.
    pub lost: Vec<char>,
    /// The characters that were dropped because they are invisible, and those replaced by an equivalent, each once.
    pub replaced: Vec<char>,
}

/// The codes of all characters of the code page.
#[derive(Clone, Debug)]
pub struct Table {
    codes: HashMap<char, u16>,
}

impl Table {
    /// Builds the table from a decoder, which returns the single character that the bytes (one or two) represent, if
    /// any.
    pub fn from_decoder(mut decode: impl FnMut(&[u8]) -> Option<char>) -> Self {
        let mut codes: HashMap<char, u16> = (0u8..0x80).map(|code| (char::from(code), u16::from(code))).collect();
        let mut add = |bytes: &[u8], code: u16| {
            if let Some(character) = decode(bytes).filter(|character| *character != char::REPLACEMENT_CHARACTER) {
                // Of several codes the first one is used, as in Windows.
                codes.entry(character).or_insert(code);
            }
        };
        for code in 0xa1..0xe0u8 {
            add(&[code], u16::from(code));
        }
        // Rows ED and EE are NEC's copies of the IBM extensions, which Windows never writes.
        for lead in (0x81..=0xfcu8).filter(|lead| !matches!(lead, 0xa0..=0xdf | 0xed | 0xee)) {
            for trail in 0x40..=0xfcu8 {
                add(&[lead, trail], u16::from_be_bytes([lead, trail]));
            }
        }
        Self { codes }
    }

    /// Encodes `text` in the code page.
    pub fn encode(&self, text: &str) -> Encoded {
        let mut encoded = Encoded::default();
        for character in compose(text) {
            let twin = || TWINS.iter().find(|(of, _)| *of == character).and_then(|(_, twin)| self.codes.get(twin));
            if let Some(code) = self.codes.get(&character) {
                put(&mut encoded.bytes, *code);
            } else if is_invisible(character) {
                add_once(&mut encoded.replaced, character);
            } else if let Some(code) = twin() {
                put(&mut encoded.bytes, *code);
                add_once(&mut encoded.replaced, character);
            } else {
                put(&mut encoded.bytes, self.codes.get(&GETA).copied().unwrap_or(u16::from(b'?')));
                add_once(&mut encoded.lost, character);
            }
        }
        encoded
    }
}

/// The display form of a character in a remark: the character itself, or its code point if it is invisible.
pub fn named(character: char) -> String {
    if is_invisible(character) || character.is_whitespace() || character.is_control() {
        format!("U+{:04X}", u32::from(character))
    } else {
        character.to_string()
    }
}

/// Whether a character is invisible: variation selectors, joiners, direction marks, and all others that Unicode lists
/// as `Default_Ignorable_Code_Point`, except the Hangul fillers, which have the width of a letter.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The characters of `text`, with a kana and its combining voiced mark composed into one letter; macOS stores file
/// names in the decomposed form.
fn compose(text: &str) -> Vec<char> {
    let mut composed: Vec<char> = Vec::with_capacity(text.len());
    for character in text.chars() {
        let whole = match (composed.last(), character) {
            (Some('う'), '\u{3099}') => Some('ゔ'),
            (Some('ウ'), '\u{3099}') => Some('ヴ'),
            (Some(kana), '\u{3099}') => voiced(*kana, 1),
            (Some(kana), '\u{309a}') => voiced(*kana, 2),
            _ => None,
        };
        match (composed.last_mut(), whole) {
            (Some(last), Some(whole)) => *last = whole,
            _ => composed.push(character),
        }
    }
    composed
}

/// The kana `steps` after this one in Unicode, which is the voiced one (1) or the semi-voiced one (2), if it exists.
fn voiced(kana: char, steps: u32) -> Option<char> {
    // Converts hiragana to katakana, which follow 0x60 later.
    let katakana = if matches!(kana, 'ぁ'..='ゖ') { char::from_u32(u32::from(kana) + 0x60)? } else { kana };
    let has_one = match steps {
        1 => "カキクケコサシスセソタチツテトハヒフヘホ".contains(katakana),
        _ => "ハヒフヘホ".contains(katakana),
    };
    if has_one { char::from_u32(u32::from(kana) + steps) } else { None }
}

fn put(bytes: &mut Vec<u8>, code: u16) {
    let [lead, trail] = code.to_be_bytes();
    if lead > 0 {
        bytes.push(lead);
    }
    bytes.push(trail);
}

fn add_once(list: &mut Vec<char>, character: char) {
    if !list.contains(&character) {
        list.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use encoding_rs::SHIFT_JIS;

    fn table() -> Table {
        Table::from_decoder(|bytes| {
            let (text, _) = SHIFT_JIS.decode_without_bom_handling(bytes);
            let mut characters = text.chars();
            characters.next().filter(|_| characters.next().is_none())
        })
    }

    fn read(bytes: &[u8]) -> String {
        SHIFT_JIS.decode_without_bom_handling(bytes).0.into_owned()
    }

    #[test]
    fn what_the_code_page_has_is_kept_and_in_windows_own_codes() {
        let text = "Aa1~\\｡ｱﾝ亜髙﨑①㈱Ⅲ纊ソ表能～－";
        let encoded = table().encode(text);
        assert_eq!(read(&encoded.bytes), text);
        assert!(encoded.lost.is_empty() && encoded.replaced.is_empty(), "{encoded:?}");
        assert_eq!(table().encode("髙﨑∵Ⅲ¬㈱").bytes, b"\xfb\xfc\xfa\xb1\x81\xe6\x87\x56\x81\xca\x87\x8a");
    }

    #[test]
    fn selectors_joiners_and_other_invisible_marks_are_dropped_and_told() {
        for mark in [
            '\u{e0100}',
            '\u{e01ef}',
            '\u{fe00}',
            '\u{fe0f}',
            '\u{180b}',
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{202c}',
            '\u{2060}',
            '\u{2069}',
            '\u{feff}',
            '\u{ad}',
            '\u{34f}',
            '\u{e0067}',
        ] {
            let encoded = table().encode(&format!("葛{mark}城{mark}"));
            assert_eq!(read(&encoded.bytes), "葛城", "{mark:?}");
            assert_eq!((encoded.lost, encoded.replaced), (vec![], vec![mark]));
            assert!(named(mark).starts_with("U+"), "{mark:?} cannot be seen");
        }
    }

    #[test]
    fn twins_of_the_same_look_are_written_and_told() {
        let encoded = table().encode("〜−‖—¥ \u{a0}\u{2009}");
        assert_eq!(read(&encoded.bytes), "～－∥―￥   ");
        assert_eq!(encoded.replaced.len(), 7);
        assert_eq!(named('〜'), "〜");
        assert_eq!(named('\u{a0}'), "U+00A0");
    }

    #[test]
    fn what_is_lacking_becomes_one_sign_and_is_told_once() {
        let encoded = table().encode("𠮷田𠮷é😀");
        assert_eq!(read(&encoded.bytes), "〓田〓〓〓");
        assert_eq!(encoded.lost, ['𠮷', 'é', '😀']);
    }

    #[test]
    fn a_kana_and_its_mark_are_one_letter() {
        let apart = "が\u{304b}\u{3099}ぱ\u{306f}\u{309a}ヴ\u{30a6}\u{3099}";
        let encoded = table().encode(apart);
        assert_eq!(read(&encoded.bytes), "ががぱぱヴヴ");
        // Combining marks without a base letter are visible.
        assert_eq!(table().encode("あ\u{3099}").lost, ['\u{3099}']);
    }
}
