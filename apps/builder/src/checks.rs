//! The linter's remarks about the work, each at the field that it concerns.

use authoring::{Code, Diagnostic, Translation, lint, lint_config, lint_offers, lint_translations};
use diagnosis::{Pack, Value};
use pack_editor::{Path, fixed_configuration, fixed_pack, text};

use crate::messages::BUILT_IN;
use crate::place::{CONFIG, WORDS};
use crate::work::Work;

/// The subject of a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The configuration.
    Configuration,
    /// The author's own pack in this language.
    Pack(String),
}

/// A diagnostic with the id of its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldDiagnostic {
    /// The file that the diagnostic is about.
    pub(crate) source: Source,
    /// The id of the field at its place, if there is one.
    pub(crate) id: String,
    /// The diagnostic.
    pub(crate) diagnostic: Diagnostic,
    /// Whether one press fixes it.
    pub(crate) has_fix: bool,
}

/// All remarks about the work.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Checks {
    /// The remarks, errors and warnings, in the order of their places.
    pub(crate) diagnostics: Vec<FieldDiagnostic>,
    /// Whether the pack that respondents read is accepted.
    pub(crate) is_pack_sound: bool,
}

impl Checks {
    /// The remarks about the field of this id.
    pub(crate) fn of(&self, id: &str) -> impl Iterator<Item = &FieldDiagnostic> {
        self.diagnostics.iter().filter(move |found| found.id == id)
    }
}

/// The id of the field for a place of the pack in a language; fields in the language that respondents read have the
/// plain id.
pub(crate) fn pack_field(work: &Work, lang: &str, path: &Path) -> String {
    if lang == work.pack.lang { format!("{WORDS}{path}") } else { format!("words@{lang}.{path}") }
}

/// Checks the configuration, and the pack if it is the author's own: the built-in ones are checked when they are built.
pub(crate) fn check(work: &Work) -> Checks {
    let mut checks = Checks { diagnostics: Vec::new(), is_pack_sound: true };
    let mut of_config = lint_config(&work.config);
    if work.setting("cta.href").is_empty() && work.setting("cta.booking.href").is_empty() {
        of_config.push(Diagnostic::warning(Code::CtaHrefMissing, "cta.href"));
    }
    for diagnostic in of_config {
        let id = format!("{CONFIG}{}", diagnostic.path);
        let has_fix = fixed_configuration(&work.config, &diagnostic).is_some();
        checks.diagnostics.push(FieldDiagnostic { source: Source::Configuration, id, diagnostic, has_fix });
    }
    let Some(own) = &work.pack.own else { return checks };
    let both: Vec<Translation> = own.packs().iter().map(|value| Translation { name: lang_of(value), value }).collect();
    let of_translations = lint_translations(&both);
    for (pack, of_translation) in own.packs().iter().zip(of_translations) {
        let lang = lang_of(pack);
        let faults = Pack::read(pack);
        checks.is_pack_sound &= faults.is_ok() || lang != work.pack.lang;
        let found = match faults {
            Ok(accepted) => {
                let mut found = [lint(&accepted), lint_offers(pack, BUILT_IN)].concat();
                // One found about missing translations is enough.
                let is_reported =
                    |path: &str| found.iter().any(|one| one.code == Code::JapaneseElsewhere && one.path == path);
                let rest: Vec<_> = of_translation.into_iter().filter(|one| !is_reported(&one.path)).collect();
                found.extend(rest);
                found
            }
            Err(faults) => faults.0,
        };
        for diagnostic in found {
            let id = pack_field(work, lang, &Path::parse(&diagnostic.path));
            let has_fix = fixed_pack(own, lang, &diagnostic).is_some();
            checks.diagnostics.push(FieldDiagnostic { source: Source::Pack(lang.to_owned()), id, diagnostic, has_fix });
        }
    }
    checks
}

fn lang_of(pack: &Value) -> &str {
    text(pack, &Path::parse("lang"))
}

/// Applies the fix of the diagnostic.
pub(crate) fn fix(work: &mut Work, found: &FieldDiagnostic) {
    match &found.source {
        Source::Configuration => {
            if let Some(config) = fixed_configuration(&work.config, &found.diagnostic) {
                work.config = config;
            }
        }
        Source::Pack(lang) => {
            let fixed = work.pack.own.as_ref().and_then(|own| fixed_pack(own, lang, &found.diagnostic));
            if let Some(fixed) = fixed {
                work.edit_pack(None, |draft| *draft = fixed);
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn changed(path: &str, value: Value) -> Work {
        let pack = serde_json::from_str(include_str!("../../../packs/readiness.ja.json")).unwrap();
        let mut work = Work::default();
        work.configure(&Path::parse("cta.href"), Some(Value::Text("/a".to_owned())));
        work.edit_pack(Some(&pack), |draft| draft.set("ja", &Path::parse(path), Some(value)));
        work
    }

    #[test]
    fn each_remark_is_at_its_field() {
        let work = changed("levels[0].title", Value::Text("あと一歩".to_owned()));
        let checks = check(&work);
        assert!(checks.is_pack_sound);
        assert_eq!(checks.of("words.levels[1].title").count(), 1, "{:?}", checks.diagnostics);
        let of_nothing = check(&Work::default());
        assert_eq!(of_nothing.of("config.cta.href").count(), 1);
    }

    #[test]
    fn a_fix_does_what_is_asked_for() {
        let mut work = changed("sections[0].questions[0].help", Value::Text(String::new()));
        let checks = check(&work);
        assert!(!checks.is_pack_sound);
        let found = checks.of("words.sections[0].questions[0].help").next().unwrap().clone();
        assert!(found.has_fix);
        fix(&mut work, &found);
        assert_eq!(check(&work).diagnostics, []);
    }
}
