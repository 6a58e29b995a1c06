//! Generates Rust from the texts of two languages.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::read::{Catalogue, Text};

/// The source of `Messages`, with a constant for each language and `Messages::of(Language)`. The arguments of a method are in
/// the order in which the Japanese text uses them.
///
/// # Errors
/// Names the text that is missing in one of the languages, or that has another form or other placeholders there.
pub fn source(ja: &Catalogue, en: &Catalogue) -> Result<String, String> {
    compare(ja, en)?;
    let mut out =
        "/// The texts of this page in one language.\n#[derive(Debug)]\npub(crate) struct Messages {\n".to_owned();
    for (name, text) in &ja.0 {
        let kind = match text {
            Text::One(_) => "&'static str",
            Text::Table(_) => "::staff::Table",
        };
        let seen = if text.placeholders().is_empty() { "pub(crate) " } else { "" };
        line(&mut out, format_args!("    {seen}{}: {kind},", field(name)));
    }
    out.push_str("}\n\nimpl Messages {\n    /// Those of a language.\n");
    out.push_str("    pub(crate) fn of(language: ::staff::Language) -> &'static Self {\n        match language {\n");
    out.push_str("            ::staff::Language::Japanese => &JA,\n            ::staff::Language::English => &EN,\n        }\n    }\n");
    for (name, text) in &ja.0 {
        method(&mut out, name, &text.placeholders());
    }
    out.push_str("}\n\nimpl PartialEq for Messages {\n    fn eq(&self, other: &Self) -> bool {\n");
    out.push_str("        ::std::ptr::eq(self, other)\n    }\n}\n");
    for (language, Catalogue(texts)) in [("JA", ja), ("EN", en)] {
        line(&mut out, format_args!("\nstatic {language}: Messages = Messages {{"));
        for (name, text) in texts {
            line(&mut out, format_args!("    {}: {},", field(name), literal(text)));
        }
        out.push_str("};\n");
    }
    Ok(out)
}

/// Writing to a string cannot fail.
fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{text}");
}

/// A name, as a raw identifier if it is a keyword.
fn field(name: &str) -> String {
    format!("r#{name}")
}

fn method(out: &mut String, name: &str, placeholders: &[&str]) {
    if placeholders.is_empty() {
        return;
    }
    let (mut given, mut pairs) = (String::new(), String::new());
    for each in placeholders {
        let argument = field(each);
        let _ = write!(given, ", {argument}: &dyn ::std::fmt::Display");
        let _ = write!(pairs, "(\"{each}\", {argument}), ");
    }
    let name = field(name);
    line(out, format_args!("    pub(crate) fn {name}(&self{given}) -> String {{"));
    line(out, format_args!("        ::staff::fill(self.{name}, &[{}])\n    }}", pairs.trim_end_matches(", ")));
}

fn literal(text: &Text) -> String {
    match text {
        Text::One(text) => format!("{text:?}"),
        Text::Table(texts) => {
            let pairs: Vec<String> = texts.iter().map(|(name, text)| format!("({name:?}, {text:?})")).collect();
            format!("::staff::Table::new(&[{}])", pairs.join(", "))
        }
    }
}

fn compare(Catalogue(ja): &Catalogue, Catalogue(en): &Catalogue) -> Result<(), String> {
    same_names(ja, en, "")?;
    for (name, text) in ja {
        match (text, en.get(name)) {
            (Text::Table(ja), Some(Text::Table(en))) => same_names(ja, en, &format!("{name}."))?,
            (Text::One(_), Some(other @ Text::One(_))) => {
                let sorted = |text: &Text| {
                    let mut names: Vec<String> = text.placeholders().into_iter().map(str::to_owned).collect();
                    names.sort();
                    names
                };
                if sorted(text) != sorted(other) {
                    return Err(format!("\"{name}\" has other placeholders in en.json than in ja.json"));
                }
            }
            _ => return Err(format!("\"{name}\" is a text in one language and a table in the other")),
        }
    }
    Ok(())
}

fn same_names<T>(ja: &BTreeMap<String, T>, en: &BTreeMap<String, T>, path: &str) -> Result<(), String> {
    let lacks = |has: &BTreeMap<String, T>, lacks: &BTreeMap<String, T>| {
        has.keys().find(|name| !lacks.contains_key(*name)).cloned()
    };
    match (lacks(ja, en), lacks(en, ja)) {
        (Some(name), _) => Err(format!("en.json lacks \"{path}{name}\"")),
        (_, Some(name)) => Err(format!("ja.json lacks \"{path}{name}\"")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(ja: &str, en: &str) -> Result<String, String> {
        source(&Catalogue::read(ja).unwrap(), &Catalogue::read(en).unwrap())
    }

    #[test]
    fn a_text_is_a_field_and_one_with_placeholders_a_method() {
        let source = made(r#"{ "no": "やめる", "sum": "{all}件中{n}件" }"#, r#"{ "no": "No", "sum": "{n} of {all}" }"#);
        let source = source.unwrap();
        for part in [
            "pub(crate) r#no: &'static str",
            "fn r#sum(&self, r#all: &dyn ::std::fmt::Display, r#n: &dyn ::std::fmt::Display) -> String",
            "r#no: \"やめる\"",
            "r#sum: \"{n} of {all}\"",
        ] {
            assert!(source.contains(part), "{part} in {source}");
        }
    }

    #[test]
    fn languages_that_differ_are_refused() {
        let check = |ja: &str, en: &str, expect: &str| {
            let fault = made(ja, en).unwrap_err();
            assert!(fault.contains(expect), "{fault}");
        };
        check(r#"{ "a": "x" }"#, "{}", "en.json lacks \"a\"");
        check("{}", r#"{ "a": "x" }"#, "ja.json lacks \"a\"");
        check(r#"{ "a": { "b": "x" } }"#, r#"{ "a": {} }"#, "en.json lacks \"a.b\"");
        check(r#"{ "a": "{n}" }"#, r#"{ "a": "{m}" }"#, "other placeholders");
        check(r#"{ "a": "x" }"#, r#"{ "a": {} }"#, "a text in one language");
    }
}
