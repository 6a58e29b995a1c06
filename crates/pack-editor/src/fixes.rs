//! Unambiguous fixes: they do what the diagnostic asks for, and change nothing else.

use authoring::{Arg, Code, Diagnostic};
use diagnosis::{Id, Value};

use super::draft::Draft;
use super::ids::id_of_text;
use super::path::Path;
use super::tree::{get, list, remove, text};

/// The draft after fixing the diagnostic's fault, found in the pack of language `lang`; `None` if several fixes are
/// possible.
pub fn fixed_pack(draft: &Draft, lang: &str, diagnostic: &Diagnostic) -> Option<Draft> {
    let path = Path::parse(&diagnostic.path);
    let mut fixed = draft.clone();
    let pack = draft.pack(lang);
    let is_optional = path.last_name().is_some_and(|name| diagnosis::format::OPTIONAL.contains(&name));
    match diagnostic.code {
        Code::UnknownKey
        | Code::EndedReasonUnused
        | Code::EndsSectionMisplaced
        | Code::OfferOfItself
        | Code::OfferNeverMade => match path.split_index() {
            Some(_) => fixed.remove(&path),
            None if diagnostic.code == Code::OfferOfItself => fixed.remove(&path.parent()?),
            None => fixed.set(lang, &path, None),
        },
        Code::Empty | Code::SaysNothing if is_optional => fixed.set(lang, &path, None),
        Code::ControlCharacter => {
            let line = text(pack, &path).split(char::is_control).collect::<Vec<_>>().join(" ");
            fixed.set(lang, &path, Some(Value::Text(line)));
        }
        Code::StrayBrace => {
            let words = text(pack, &path).replace(['{', '}'], "");
            fixed.set(lang, &path, Some(Value::Text(words)));
        }
        Code::NotId if path.last_name() == Some("id") => {
            let id = id_of_text(text(pack, &path)).or_else(|| id_of_text(text(pack, &path.parent()?.key("label"))))?;
            fixed.set(lang, &path, Some(Value::Text(draft.free_id(&path, &id))));
        }
        Code::IdTwice => {
            let id = draft.free_id(&path, text(pack, &path));
            fixed.set(lang, &path, Some(Value::Text(id)));
        }
        Code::CapCanNeverApply => {
            let max = number(diagnostic)?;
            fixed.set(lang, &path.key("missing"), Some(Value::Number(f64::from(max))));
        }
        Code::UnknownGate => fixed.remove(&path.parent()?),
        Code::UnknownQuestion | Code::UnknownChoice | Code::UnknownActor => match path.split_index() {
            Some(_) => fixed.remove(&path),
            None => fixed.remove(&path.parent()?),
        },
        Code::LevelsNotFalling => {
            for (i, from) in [80.0, 50.0, 20.0, 0.0].into_iter().enumerate() {
                fixed.set(lang, &path.at(i).key("from"), Some(Value::Number(from)));
            }
        }
        Code::ChoiceGapUnnamed | Code::BoxGapUnnamed => name_gap(&mut fixed, pack, diagnostic)?,
        _ => return None,
    }
    (fixed != *draft).then_some(fixed)
}

/// The configuration after fixing the diagnostic's fault; `None` if several fixes are possible.
pub fn fixed_configuration(config: &Value, diagnostic: &Diagnostic) -> Option<Value> {
    let path = Path::parse(&diagnostic.path);
    let mut fixed = config.clone();
    match diagnostic.code {
        Code::UnknownKey
        | Code::AddressUnused
        | Code::Empty
        | Code::UnknownField
        | Code::SecretByName
        | Code::SecretByLook => {
            remove(&mut fixed, &path)?;
        }
        _ => return None,
    }
    Some(fixed)
}

fn number(diagnostic: &Diagnostic) -> Option<u32> {
    diagnostic.args.iter().find_map(|arg| if let Arg::Text(text) = arg { text.parse().ok() } else { None })
}

fn argument(diagnostic: &Diagnostic, at: usize) -> Option<&str> {
    if let Arg::Text(text) = diagnostic.args.get(at)? { Some(text) } else { None }
}

/// Adds the choice that yields no finding to the only condition on its question alone.
fn name_gap(fixed: &mut Draft, pack: &Value, diagnostic: &Diagnostic) -> Option<()> {
    let (choice, question) = (argument(diagnostic, 0)?, argument(diagnostic, 1)?);
    Id::new(choice)?;
    let findings = Path::parse("findings");
    let because = |i: usize| findings.at(i).key("because");
    let is_about =
        |i: &usize| matches!(list(pack, &because(*i)), [only] if text(only, &Path::parse("question")) == question);
    let mut about = (0..list(pack, &findings).len()).filter(is_about);
    let (only, None) = (about.next()?, about.next()) else { return None };
    let condition = because(only).at(0);
    let key = if get(pack, &condition.key("is")).is_some() { "is" } else { "lacks" };
    let place = condition.key(key);
    let end = list(pack, &place).len();
    fixed.set("", &place.at(end), Some(Value::Text(choice.to_owned())));
    Some(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use authoring::lint;
    use diagnosis::Pack;

    fn readiness() -> Draft {
        Draft::of(serde_json::from_str(include_str!("../../../packs/readiness.ja.json")).unwrap())
    }

    fn found(draft: &Draft) -> Vec<Diagnostic> {
        match Pack::read(draft.pack("ja")) {
            Ok(pack) => lint(&pack),
            Err(faults) => faults.0,
        }
    }

    /// Applies every fix until there are no remarks.
    fn fixed(damage: &[(&str, Option<Value>)], code: Code) {
        let mut draft = readiness();
        for (path, value) in damage {
            draft.set("ja", &Path::parse(path), value.clone());
        }
        let said = found(&draft);
        let first =
            said.iter().find(|one| one.code == code).unwrap_or_else(|| panic!("{code:?} is not among {said:?}"));
        let fixed = fixed_pack(&draft, "ja", first).unwrap_or_else(|| panic!("{first} has no fix"));
        let left = found(&fixed);
        assert!(!left.contains(first), "{first} stays: {left:?}");
    }

    #[test]
    fn what_is_fixed_is_said_no_more() {
        let word = |text: &str| Some(Value::Text(text.to_owned()));
        fixed(&[("note", word("x"))], Code::UnknownKey);
        fixed(&[("sections[0].questions[0].help", word(""))], Code::Empty);
        fixed(&[("title", word("二\n行"))], Code::ControlCharacter);
        fixed(&[("title", word("診断}"))], Code::StrayBrace);
        fixed(&[("sections[0].questions[0].id", word("Clear purpose"))], Code::NotId);
        fixed(&[("sections[0].questions[0].id", word("time"))], Code::IdTwice);
        fixed(&[("caps[0].missing", Some(Value::Number(7.0)))], Code::CapCanNeverApply);
        fixed(&[("caps[0].section", word("checklist"))], Code::UnknownGate);
        fixed(&[("findings[0].because[0].question", word("nothing"))], Code::UnknownQuestion);
        fixed(&[("findings[0].who[0]", word("nobody"))], Code::UnknownActor);
        fixed(&[("levels[0].from", Some(Value::Number(0.0)))], Code::LevelsNotFalling);
        fixed(&[("next[0].pack", word("readiness"))], Code::OfferOfItself);
    }

    #[test]
    fn a_configuration_loses_what_nothing_reads() {
        let config: Value = serde_json::from_str(r#"{ "cta": { "href": "/a" }, "mine": 1 }"#).unwrap();
        let found = authoring::lint_config(&config);
        let fixed = fixed_configuration(&config, found.first().unwrap()).unwrap();
        assert_eq!(fixed, serde_json::from_str::<Value>(r#"{ "cta": { "href": "/a" } }"#).unwrap());
        assert_eq!(fixed_configuration(&config, &Diagnostic::error(Code::NotLink, "cta.href")), None);
    }
}
