//! One diagnostic about a file, and its wording.

use std::fmt;

use super::code::Code;
use super::ja;
use super::term::Term;

/// Severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A visitor or the owner will notice it: something is not used, not shown, not legible, or not safe.
    Error,
    /// Probably not what the author meant.
    Warning,
}

impl Severity {
    /// Name of the severity in JSON and on a terminal.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A language that diagnostics are worded in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, for consoles, terminals and all other languages.
    #[default]
    En,
    /// Japanese.
    Ja,
}

impl Language {
    /// The language of a BCP 47 tag; English for all that are not Japanese.
    pub fn of(tag: &str) -> Self {
        if tag.split('-').next() == Some("ja") { Language::Ja } else { Language::En }
    }
}

/// An argument of a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A name or number, the same in every language.
    Text(String),
    /// A term with a wording in each language.
    Term(Term),
}

impl Arg {
    /// The wording of the argument in a language.
    pub fn text(&self, language: Language) -> &str {
        match self {
            Arg::Text(text) => text,
            Arg::Term(term) => term.text(language),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Arg::Text(number.to_string())
    }
}

impl From<Term> for Arg {
    fn from(term: Term) -> Self {
        Arg::Term(term)
    }
}

/// One remark about a file: what it is, where, its severity, and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Kind of the remark.
    pub code: Code,
    /// Severity of the remark.
    pub severity: Severity,
    /// Path of the place, such as `sections[1].questions[0].choices`; empty for the file as a whole.
    pub path: String,
    /// Values of `{0}`, `{1}` … in the wording.
    pub args: Vec<Arg>,
}

impl Diagnostic {
    /// An error without arguments yet.
    pub fn error(code: Code, path: impl Into<String>) -> Self {
        Self { code, severity: Severity::Error, path: path.into(), args: Vec::new() }
    }

    /// A warning without arguments yet.
    pub fn warning(code: Code, path: impl Into<String>) -> Self {
        Self { code, severity: Severity::Warning, path: path.into(), args: Vec::new() }
    }

    /// Adds one argument.
    pub fn with(mut self, arg: impl Into<Arg>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Adds a list of names as one argument.
    pub fn with_list<'a>(self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.with(names.into_iter().collect::<Vec<_>>().join(", "))
    }

    /// What is wrong, in the given language.
    pub fn text(&self, language: Language) -> String {
        let [text, _] = self.catalogue(language);
        self.filled(text, language)
    }

    /// How to fix it, in the given language.
    pub fn fix(&self, language: Language) -> String {
        let [_, fix] = self.catalogue(language);
        self.filled(fix, language)
    }

    /// What is wrong and how to fix it, in English. A program that uses only this does not link the catalogues of other
    /// languages.
    pub fn english(&self) -> [String; 2] {
        self.code.en().map(|template| self.filled(template, Language::En))
    }

    /// Like [`Diagnostic::english`], but only for codes in [`Code::OF_SETTINGS`]. A program that uses only this does not
    /// link the wording of other codes.
    pub fn english_of_settings(&self) -> [String; 2] {
        self.code.en_of_settings().map(|template| self.filled(template, Language::En))
    }

    fn catalogue(&self, language: Language) -> [&'static str; 2] {
        match language {
            Language::En => self.code.en(),
            Language::Ja => ja::wording(self.code),
        }
    }

    fn filled(&self, template: &str, language: Language) -> String {
        let mut text = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let number = after.split_once('}').and_then(|(number, after)| Some((number.parse::<usize>().ok()?, after)));
            match number.and_then(|(number, after)| Some((self.args.get(number)?, after))) {
                Some((arg, after)) => {
                    text.push_str(arg.text(language));
                    rest = after;
                }
                None => {
                    text.push('{');
                    rest = after;
                }
            }
        }
        text.push_str(rest);
        text
    }
}

/// Formats the diagnostic in English for consoles and terminals: `PATH: TEXT; FIX`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [text, fix] = self.english();
        for part in [&self.path, ": ", &text, "; ", &fix] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

/// All diagnostics of one reading; never empty where they explain a refusal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(pub Vec<Diagnostic>);

/// Formats one diagnostic per line.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, diagnostic) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            diagnostic.fmt(f)?;
        }
        Ok(())
    }
}
