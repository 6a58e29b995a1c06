//! The lead form's wording: checked, put into lines, and named by its content, apart from the words that everybody needs.
//!
//! Scripts name a word as `LEAD_WORDS.heading`; esbuild puts the number of its line there, so that no name travels. It
//! must not know what the words say.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};

use super::words::WordFiles;
use crate::files;

/// What scripts call the words by.
pub const OBJECT: &str = "LEAD_WORDS";

/// What the names of the files begin with, in `locales/` and in the site.
const PREFIX: &str = "lead.";

/// The words of one language by name.
type Texts = BTreeMap<String, String>;

/// The wording as it was written.
#[derive(Debug, Default)]
pub struct LeadWords {
    /// From a language (`ja`) to its file in the site (`lead.ja-1a2b3c4d.txt`).
    pub files: WordFiles,
    /// The names of the words, in the order of their lines.
    pub names: Vec<String>,
}

/// Writes the lines of each `lead.LANG.json` in the folder `words`; they are to be there in `languages`.
///
/// # Errors
/// Names the file, and the words that it lacks or has too many.
pub fn write<'a>(words: &Path, languages: impl Iterator<Item = &'a String>, staging: &Path) -> Result<LeadWords> {
    let mut written = LeadWords::default();
    for language in languages {
        let name = format!("{PREFIX}{language}.json");
        let texts = read(&words.join(&name))?;
        let names: Vec<String> = texts.keys().cloned().collect();
        if written.files.is_empty() {
            written.names.clone_from(&names);
        }
        let differs = |name: &&String| written.names.contains(name) != names.contains(name);
        let odd: Vec<&String> = written.names.iter().chain(&names).filter(differs).collect();
        ensure!(odd.is_empty(), "{name} has other words than the language before it: {odd:?}");
        let lines: String = texts.values().flat_map(|text| [text, "\n"]).collect();
        let file = format!("{PREFIX}{language}-{}.txt", files::short_hash(lines.as_bytes(), 8));
        files::write(&staging.join(&file), lines)?;
        written.files.insert(language.clone(), file);
    }
    Ok(written)
}

/// Holds that the scripts made of the modules at and below `www/lead` say every word, and none that there is not.
///
/// # Errors
/// Names the words.
pub fn check(words: &LeadWords, scripts: &[PathBuf], www: &Path) -> Result<()> {
    let script = scripts.iter().map(|script| files::read_text(script)).collect::<Result<String>>()?;
    if let Some((_, rest)) = script.split_once(&format!("{OBJECT}.")) {
        let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        bail!("the lead form says \"{name}\", which locales/lead.*.json lack");
    }
    let mut sources = files::read_text(&www.join("lead.js"))?;
    for path in files::walk(&www.join("lead"))? {
        sources += &files::read_text(&path)?;
    }
    let said = |name: &str| {
        let named = format!("{OBJECT}.{name}");
        sources.split(&named).skip(1).any(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_'))
    };
    let unsaid: Vec<&String> = words.names.iter().filter(|name| !said(name)).collect();
    ensure!(unsaid.is_empty(), "locales/lead.*.json have words that the lead form never says: {unsaid:?}");
    Ok(())
}

fn read(path: &Path) -> Result<Texts> {
    let name = path.display();
    let texts: Texts =
        serde_json::from_str(&files::read_text(path)?).with_context(|| format!("{name} is no JSON object of texts"))?;
    for (word, text) in &texts {
        ensure!(!text.contains('\n'), "{name}: \"{word}\" is to be one line");
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    fn languages() -> [String; 2] {
        ["en", "ja"].map(str::to_owned)
    }

    #[test]
    fn words_are_lines_in_the_order_of_their_names() {
        let from =
            Scratch::new().with("lead.ja.json", r#"{"b":"い","a":"あ"}"#).with("lead.en.json", r#"{"a":"1","b":"2"}"#);
        let to = Scratch::new();
        let words = write(from.path(), languages().iter(), to.path()).unwrap();
        assert_eq!(words.names, ["a", "b"]);
        assert_eq!(files::read_text(&to.path().join(&words.files["ja"])).unwrap(), "あ\nい\n");
    }

    #[test]
    fn a_language_with_other_words_is_named() {
        let from = Scratch::new().with("lead.ja.json", r#"{"a":"あ","c":"う"}"#).with("lead.en.json", r#"{"a":"1"}"#);
        let error = format!("{:#}", write(from.path(), languages().iter(), from.path()).unwrap_err());
        assert!(error.contains("lead.ja.json has other words than the language before it: [\"c\"]"), "{error}");
    }

    #[test]
    fn what_is_said_and_what_there_is_are_the_same() {
        let words = LeadWords { files: WordFiles::new(), names: vec!["a".to_owned()] };
        let check = |sources: &str, script: &str| {
            let www = Scratch::new().with("lead.js", sources).with("lead/form.js", "").with("out.js", script);
            check(&words, &[www.path().join("out.js")], www.path()).map_err(|error| format!("{error:#}"))
        };
        assert_eq!(check("say(LEAD_WORDS.a)", "say(0)"), Ok(()));
        assert!(check("say(LEAD_WORDS.ab)", "say(LEAD_WORDS.ab)").unwrap_err().contains("says \"ab\""));
        assert!(check("say(LEAD_WORDS.ab)", "say(1)").unwrap_err().contains("never says: [\"a\"]"));
    }
}
