//! One language, as read from its file.

use std::collections::BTreeMap;

use serde_json::Value;

/// The texts of one language by name, sorted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue(pub BTreeMap<String, Text>);

/// The value of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// A text.
    One(String),
    /// Texts by names that are only known at run time, sorted.
    Table(BTreeMap<String, String>),
}

impl Catalogue {
    /// Reads a JSON object whose members are texts or objects of texts.
    ///
    /// # Errors
    /// Names the member that has another form.
    pub fn read(json: &str) -> Result<Self, String> {
        let members = members(serde_json::from_str(json).map_err(|error| error.to_string())?, "the file")?;
        let texts = members.map(|(name, value)| {
            if !is_identifier(&name) {
                return Err(format!("\"{name}\" is no name: use small letters, digits and _"));
            }
            let text = match value {
                Value::String(text) => Text::One(text),
                table => Text::Table(self::members(table, &name)?.map(text_of).collect::<Result<_, _>>()?),
            };
            Ok((name, text))
        });
        texts.collect::<Result<_, _>>().map(Self)
    }
}

fn members(value: Value, name: &str) -> Result<impl Iterator<Item = (String, Value)>, String> {
    match value {
        Value::Object(members) => Ok(members.into_iter()),
        _ => Err(format!("{name} is to be an object of texts")),
    }
}

fn text_of((name, value): (String, Value)) -> Result<(String, String), String> {
    match value {
        Value::String(text) => Ok((name, text)),
        _ => Err(format!("\"{name}\" is to be a text")),
    }
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(|each| each.is_ascii_lowercase() || each.is_ascii_digit() || each == '_')
}

impl Text {
    /// The `{placeholders}` of a text, each once, in the order of their first use; a table has none.
    pub fn placeholders(&self) -> Vec<&str> {
        let Self::One(text) = self else { return Vec::new() };
        let mut names = Vec::new();
        for part in text.split('{').skip(1) {
            if let Some((name, _)) = part.split_once('}').filter(|(name, _)| is_identifier(name))
                && !names.contains(&name)
            {
                names.push(name);
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_tables_are_read() {
        let Catalogue(texts) = Catalogue::read(r#"{ "a_1": "x", "fields": { "contact.email": "y" } }"#).unwrap();
        assert_eq!(texts["a_1"], Text::One("x".to_owned()));
        assert_eq!(texts["fields"], Text::Table([("contact.email".to_owned(), "y".to_owned())].into()));
    }

    #[test]
    fn another_form_is_named() {
        let check = |json: &str, expect: &str| {
            let fault = Catalogue::read(json).unwrap_err();
            assert!(fault.contains(expect), "{fault}");
        };
        check("[]", "the file is to be an object");
        check(r#"{ "a": 1 }"#, "a is to be an object of texts");
        check(r#"{ "a": { "b": 1 } }"#, "\"b\" is to be a text");
        check(r#"{ "noStore": "x" }"#, "\"noStore\" is no name");
    }

    #[test]
    fn placeholders_are_names_in_braces_and_each_counts_once() {
        let text = Text::One("{all} of {n}, {n} { } {No}".to_owned());
        assert_eq!(text.placeholders(), ["all", "n"]);
    }
}
