//! The interface messages: checked, encoded as lines, named by their content, and listed by language for the loader.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use messages::Messages;

use crate::files;

/// Maps a language (`ja`) to its file in the site (`words.ja-1a2b3c4d.txt`).
pub type MessageFiles = BTreeMap<String, String>;

/// The messages of each language for which the folder has a file.
///
/// # Errors
/// Names the file, and the messages that are missing or superfluous.
pub fn read(folder: &Path) -> Result<BTreeMap<String, String>> {
    let files = files::walk(folder)?.into_iter();
    let languages = files.filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path.clone())));
    languages.map(|(language, path)| Ok((language, lines(&path)?))).collect()
}

/// Writes the lines of each language.
///
/// # Errors
/// The errors of [`read`].
pub fn write(folder: &Path, staging: &Path) -> Result<MessageFiles> {
    let mut written = MessageFiles::new();
    for (language, lines) in read(folder)? {
        let file = format!("words.{language}-{}.txt", files::short_hash(lines.as_bytes(), 8));
        files::write(&staging.join(&file), lines)?;
        written.insert(language, file);
    }
    Ok(written)
}

/// The messages of one language.
///
/// # Errors
/// The errors of [`read`]; also fails when there is no such language.
pub fn read_language(folder: &Path, language: &str) -> Result<Messages> {
    let lines = read(folder)?.remove(language).with_context(|| format!("locales/{language}.json is missing"))?;
    Ok(Messages::from_lines(&lines))
}

fn lines(path: &Path) -> Result<String> {
    let name = path.display();
    let mut given: BTreeMap<String, String> =
        serde_json::from_str(&files::read_text(path)?).with_context(|| format!("{name} is no JSON object of texts"))?;
    let mut lines = String::new();
    for key in messages::names() {
        let text = given.remove(key).with_context(|| format!("{name} lacks \"{key}\""))?;
        ensure!(!text.contains('\n'), "{name}: \"{key}\" is to be one line");
        lines.push_str(&text);
        lines.push('\n');
    }
    ensure!(given.is_empty(), "{name} has words that nothing says: {:?}", given.keys().collect::<Vec<_>>());
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use messages::MessageKey;

    use super::*;
    use crate::files::scratch::Scratch;

    const JA: &str = include_str!("../../../locales/ja.json");

    #[test]
    fn messages_are_written_in_their_order_and_named_by_content() {
        let (from, to) = (Scratch::new().with("ja.json", JA), Scratch::new());
        let written = write(from.path(), to.path()).unwrap();
        let lines = files::read_text(&to.path().join(&written["ja"])).unwrap();
        assert!(written["ja"].contains(&files::short_hash(lines.as_bytes(), 8)));
        assert_eq!(&**Messages::from_lines(&lines).get(MessageKey::Next), "次へ");
        assert_eq!(lines.lines().count(), messages::names().count());
    }

    #[test]
    fn a_message_that_is_missing_or_unknown_is_named() {
        let check = |from: &str, to: &str, expect: &str| {
            let folder = Scratch::new().with("ja.json", JA.replacen(from, to, 1));
            let error = format!("{:#}", read(folder.path()).unwrap_err());
            assert!(error.contains(expect), "{error}");
        };
        check("\"next\":", "\"nxt\":", "ja.json lacks \"next\"");
        check("{", "{ \"odd\": \"x\",", "has words that nothing says: [\"odd\"]");
    }
}
