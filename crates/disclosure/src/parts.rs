//! The parts of a lead that a form sends, taken from leads that are put together as the form does it.

use std::rc::Rc;

use diagnosis::{Answers, Complete, Pack, Value, diagnose};
use leads::{Attribution, Contact, DiagnosisSummary, Lead, LeadParts, PageAddress, Visit, note};
use settings::LeadSettings;

use super::messages::{Messages, fill};

/// An address with everything of a visit that a lead may tell.
const ADDRESS: &str = "https://www.example.jp/?utm_source=a&utm_medium=a&utm_campaign=a&utm_term=a&utm_content=a&utm_id=a\
    &gclid=a&gbraid=a&wbraid=a&yclid=a&fbclid=a&msclkid=a";

/// The dotted names of the parts of a lead, by when they are in it.
pub(crate) struct Parts {
    always: Vec<String>,
    /// Only if the respondent passes the answers on.
    with_answers: Vec<String>,
    /// Only if the visitor has agreed to measuring.
    with_measuring: Vec<String>,
}

impl Parts {
    /// Those of the form with these settings, and of results of this pack. Where variants are compared, leads name theirs.
    pub(crate) fn of(settings: &LeadSettings, has_variants: bool, pack: Option<&Rc<Pack>>, lang: &str) -> Self {
        let names = |has_answers, is_measured| -> Vec<String> {
            let mut names = Vec::new();
            for run in runs(pack) {
                let mut lead = lead(settings, run.as_ref(), has_answers, is_measured, lang);
                lead.widget.variant = has_variants.then(|| "a".to_owned());
                for (name, _) in lead.leaves() {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
            }
            names
        };
        let always = names(false, false);
        let more = |names: Vec<String>| names.into_iter().filter(|name| !always.contains(name)).collect();
        Self { with_answers: more(names(true, false)), with_measuring: more(names(false, true)), always }
    }

    /// All of them.
    pub(crate) fn names(&self) -> Vec<String> {
        [&self.always[..], &self.with_answers, &self.with_measuring].concat()
    }

    /// A part and everything below it.
    pub(crate) fn below(&self, part: &str) -> Vec<String> {
        let is_below = |name: &String| name == part || name.starts_with(&[part, "."].concat());
        self.names().into_iter().filter(is_below).collect()
    }

    /// Those of the parts that are among `names`, in words: a line for those that are always sent, and one for each
    /// condition.
    pub(crate) fn sentences(&self, names: &[String], messages: &Messages) -> Vec<String> {
        let kinds = [
            ("{parts}", &self.always),
            (messages.with_answers, &self.with_answers),
            (messages.with_measuring, &self.with_measuring),
        ];
        let mut sentences = Vec::new();
        for (sentence, parts) in kinds {
            let mut titles: Vec<String> = Vec::new();
            for name in parts.iter().filter(|name| names.contains(name)) {
                let title = messages.title(name);
                if !titles.contains(&title) {
                    titles.push(title);
                }
            }
            if !titles.is_empty() {
                sentences.push(fill(sentence, &[("parts", &titles.join(messages.comma))]));
            }
        }
        sentences
    }
}

/// The parts of which the text is made that a receiver with one field for all gets.
pub(crate) fn note_parts(names: &[String]) -> Vec<String> {
    let mut lead = Value::Map(Vec::new());
    for name in names {
        put(&mut lead, name, name);
    }
    let text = note(&lead);
    let is_word = |name: &&String| text.split(|c: char| c.is_whitespace()).any(|word| word == name.as_str());
    names.iter().filter(is_word).cloned().collect()
}

fn put(value: &mut Value, path: &str, text: &str) {
    let Value::Map(entries) = value else { return };
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let at = entries.iter().position(|(name, _)| name == first).unwrap_or(entries.len());
    if at == entries.len() {
        entries.push((first.to_owned(), Value::Map(Vec::new())));
    }
    if let Some((_, inner)) = entries.get_mut(at) {
        match rest {
            Some(rest) => put(inner, rest, text),
            None => *inner = Value::Text(text.to_owned()),
        }
    }
}

/// Two runs, so that every part of a lead occurs in one of them: one with the first choice of every question, one with
/// the last choice, or no box ticked.
fn runs(pack: Option<&Rc<Pack>>) -> Vec<Option<Complete>> {
    let Some(pack) = pack else { return vec![None] };
    let run = |is_first: bool| {
        let mut answers = Answers::new(Rc::clone(pack));
        while let Some(question) = answers.first_open() {
            let choice = if is_first { question.choices.first() } else { question.choices.last() };
            let ids: Vec<&str> =
                choice.filter(|_| is_first || !question.multiple).iter().map(|c| c.id.as_str()).collect();
            if !answers.answer(&question, &ids) {
                break;
            }
        }
        answers.complete().ok()
    };
    vec![run(true), run(false)]
}

fn lead(settings: &LeadSettings, run: Option<&Complete>, has_answers: bool, is_measured: bool, lang: &str) -> Lead {
    let some = || Some("a".to_owned());
    let (mut contact, mut message) = (Contact::default(), None);
    for field in settings.fields(lang) {
        *field.part_of(&mut contact, &mut message) = some();
    }
    let page = PageAddress { href: ADDRESS.to_owned(), referrer: "https://www.example.jp/".to_owned() };
    let visit = Visit {
        // Without consent to measuring nothing of where a visitor came from is kept.
        landing: if is_measured { page } else { PageAddress::default() },
        page_href: ADDRESS.to_owned(),
        page_title: "a".to_owned(),
        is_measured,
        cookies: "hubspotutk=0123456789abcdef0123456789abcdef".to_owned(),
    };
    Lead::new(LeadParts {
        lead_id: "a".to_owned(),
        created_at: "a".to_owned(),
        contact,
        message,
        diagnosis: run.map(|run| DiagnosisSummary::new(run, &diagnose(run), has_answers)),
        attribution: Attribution::new(&visit),
        privacy: ("a".to_owned(), settings.policy_version.clone()),
        marketing: settings.marketing.as_ref().map(|_| (true, "a".to_owned())),
        elapsed_ms: 0,
        honeypot: false,
        version: "a",
        locale: lang.to_owned(),
        variant: None,
        is_test: false,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use leads::{flatten, lead_from_json};
    use settings::LeadField;

    use super::*;

    fn pack() -> Rc<Pack> {
        let value = serde_json::from_str(include_str!("../../../packs/readiness.ja.json")).unwrap();
        Rc::new(Pack::read(&value).unwrap())
    }

    fn parts() -> Parts {
        let marketing = settings::Marketing { sender: "a".to_owned(), text: None };
        let settings = LeadSettings {
            requested: LeadField::ALL.to_vec(),
            policy_version: Some("1".to_owned()),
            marketing: Some(marketing),
            ..LeadSettings::default()
        };
        Parts::of(&settings, true, Some(&pack()), "ja")
    }

    #[test]
    fn they_are_those_of_the_lead_as_it_is_written() {
        let settings = LeadSettings { requested: LeadField::ALL.to_vec(), ..LeadSettings::default() };
        let names = Parts::of(&settings, true, Some(&pack()), "ja").names();
        for run in runs(Some(&pack())) {
            let written = serde_json::to_string(&lead(&settings, run.as_ref(), true, true, "ja")).unwrap();
            for (name, _) in flatten(&lead_from_json(&written).unwrap()) {
                assert!(names.contains(&name), "{name} is written and not disclosed");
            }
        }
    }

    #[test]
    fn conditions_are_those_of_the_form() {
        let parts = parts();
        assert_eq!(parts.with_answers, ["diagnosis.answers"]);
        assert!(parts.with_measuring.contains(&"attribution.hutk".to_owned()));
        assert!(parts.with_measuring.iter().all(|name| name.starts_with("attribution.")), "{:?}", parts.with_measuring);
        assert!(
            parts.always.contains(&"diagnosis.caps".to_owned()) && parts.always.contains(&"contact.size".to_owned())
        );
    }

    #[test]
    fn every_part_has_a_title_in_both_languages() {
        for lang in ["ja", "en"] {
            for name in parts().names() {
                assert!(!Messages::of(lang).title(&name).contains('.'), "{name} has no title in {lang}");
            }
        }
    }

    #[test]
    fn the_note_is_made_of_message_summary_and_receipt() {
        let names = note_parts(&parts().names());
        assert!(names.contains(&"inquiry.message".to_owned()) && names.contains(&"diagnosis.content_hash".to_owned()));
        assert!(!names.contains(&"contact.email".to_owned()), "{names:?}");
    }
}
