//! Translations in the formats of gettext: reads a `.po`, writes a `.mo`, and finds the texts of PHP sources.
//!
//! It supports only the parts of both formats that the plugin needs: no plurals, no contexts.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};

/// The translation functions of WordPress, whose first argument is the text.
const FUNCTIONS: [&str; 5] = ["__( ", "esc_html__( ", "esc_attr__( ", "esc_html_e( ", "esc_attr_e( "];

/// The texts that PHP sources translate.
pub(super) fn texts(php: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for function in FUNCTIONS {
        for (at, _) in php.match_indices(function) {
            let before = php.get(..at).unwrap_or_default();
            let after = php.get(at + function.len()..).unwrap_or_default();
            // Longer names may also end with `__(`.
            if !before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
                texts.extend(literal(after));
            }
        }
    }
    texts
}

/// The string literal at the beginning of PHP sources.
fn literal(php: &str) -> Option<String> {
    let mut letters = php.chars();
    let quote = letters.next().filter(|letter| matches!(letter, '\'' | '"'))?;
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => text.push(letters.next()?),
            letter if letter == quote => return Some(text),
            letter => text.push(letter),
        }
    }
    None
}

/// The translations of a `.po` by their texts; the empty text is the key of its header.
pub(super) fn read(po: &str) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let (mut text, mut translation) = (String::new(), String::new());
    let mut is_text = true;
    for line in po.lines().map(str::trim).chain([""]) {
        if line.is_empty() {
            if !translation.is_empty() {
                found.insert(std::mem::take(&mut text), std::mem::take(&mut translation));
            }
        } else if let Some(rest) = line.strip_prefix("msgid ") {
            (is_text, text) = (true, unquoted(rest)?);
        } else if let Some(rest) = line.strip_prefix("msgstr ") {
            (is_text, translation) = (false, unquoted(rest)?);
        } else if line.starts_with('"') {
            if is_text { &mut text } else { &mut translation }.push_str(&unquoted(line)?);
        } else if !line.starts_with('#') {
            bail!("the line {line:?} is neither msgid nor msgstr");
        }
    }
    Ok(found)
}

fn unquoted(quoted: &str) -> Result<String> {
    serde_json::from_str(quoted).with_context(|| format!("{quoted} is no text in quotation marks"))
}

/// The `.mo` of these translations: a header of seven numbers, then the position of each text, then the texts.
pub(super) fn compiled(translations: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    const HEAD: usize = 28;
    const MAGIC: u32 = 0x9504_12de;
    let count = translations.len();
    let (mut places, mut texts) = ([Vec::new(), Vec::new()], Vec::new());
    let start = HEAD + count * 16;
    // The magic number, which shows readers the byte order.
    for (list, all) in places.iter_mut().zip([translations.keys().collect::<Vec<_>>(), translations.values().collect()])
    {
        for text in all {
            list.extend([text.len(), start + texts.len()]);
            texts.extend(text.as_bytes());
            texts.push(0);
        }
    }
    let head = [0, count, HEAD, HEAD + count * 8, 0, start];
    let mut bytes = MAGIC.to_le_bytes().to_vec();
    for number in head.iter().chain(places.iter().flatten()) {
        bytes.extend(u32::try_from(*number).context("there is too much to translate")?.to_le_bytes());
    }
    bytes.extend(texts);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_of_sources_are_found() {
        let php = r#"<?php __( 'One', 'shindan' ); esc_html_e( "The site's", 'shindan' ); shindan__( 'none' ); __( 'It\'s', 'shindan' );"#;
        assert_eq!(texts(php), ["One", "It's", "The site's"]);
    }

    #[test]
    fn translations_are_read() {
        let po = "msgid \"\"\nmsgstr \"Language: ja\\n\"\n\n# A note\nmsgid \"One\"\nmsgstr \"\"\n\"一\"\n\"つ\"\n\nmsgid \"Two\"\nmsgstr \"\"\n";
        let found = read(po).unwrap();
        assert_eq!(found.get("").unwrap(), "Language: ja\n");
        assert_eq!(found.get("One").unwrap(), "一つ");
        assert!(!found.contains_key("Two"), "what has no translation is none");
        assert!(read("msgstring \"x\"").is_err());
    }

    #[test]
    fn a_catalogue_says_where_each_text_is() {
        let translations = BTreeMap::from([("a".to_owned(), "ä".to_owned())]);
        let bytes = compiled(&translations).unwrap();
        let number = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!((number(8), number(12), number(16)), (1, 28, 36));
        assert_eq!(&bytes[number(32)..][..number(28)], b"a");
        assert_eq!(&bytes[number(40)..][..number(36)], "ä".as_bytes());
    }
}
