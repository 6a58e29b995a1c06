//! The texts of a pack: their length on a phone, their placeholders, and whether they contain a word at all.

use diagnosis::Pack;
use diagnostics::{Code, Diagnostic};

use super::place_of;

/// How long a text of one kind may be.
struct LengthLimit {
    /// The kind, as in [`Text::kind`].
    kind: &'static str,
    /// Maximum number of characters in languages with full-width characters, and in others.
    max: [usize; 2],
}

/// The limit for each kind of text.
///
/// On a phone of 360 px the column is 328 px wide: at 16 px that is a line of 20 full-width characters, or of about 40
/// others. A question with help and choices has to be visible without scrolling, which leaves it three lines; a text
/// that is read once at the end may have more.
const LIMITS: [LengthLimit; 22] = [
    LengthLimit { kind: "title", max: [20, 40] }, // one line at the top of the page
    LengthLimit { kind: "lead", max: [100, 200] }, // five lines before the start
    LengthLimit { kind: "section.title", max: [20, 40] }, // one line above each question
    LengthLimit { kind: "topic", max: [10, 30] }, // beside a bar, and in the middle of sentences
    LengthLimit { kind: "text", max: [60, 120] }, // three lines
    LengthLimit { kind: "help", max: [60, 120] }, // three lines
    LengthLimit { kind: "label", max: [20, 40] }, // one line beside its button
    LengthLimit { kind: "note", max: [30, 60] },  // under the label, two lines beside the button
    LengthLimit { kind: "level.title", max: [12, 24] }, // one line, in large type
    LengthLimit { kind: "meaning", max: [120, 280] }, // a paragraph
    LengthLimit { kind: "cta", max: [20, 50] },   // on a button
    LengthLimit { kind: "cta_note", max: [60, 120] }, // three lines under the button
    LengthLimit { kind: "reason", max: [120, 240] }, // a paragraph, before the names of the causes are filled in
    LengthLimit { kind: "finding.title", max: [30, 60] }, // two lines
    LengthLimit { kind: "pattern", max: [100, 200] }, // five lines
    LengthLimit { kind: "why", max: [100, 200] }, // five lines
    LengthLimit { kind: "step", max: [80, 200] }, // four or five lines
    LengthLimit { kind: "stage.title", max: [30, 60] }, // two lines
    LengthLimit { kind: "stage.text", max: [120, 280] }, // a paragraph
    LengthLimit { kind: "offer.text", max: [60, 120] }, // three lines
    LengthLimit { kind: "offer.label", max: [20, 50] }, // on a button
    LengthLimit { kind: "version", max: [20, 20] }, // in the receipt
];

/// The languages with full-width characters.
const WIDE: [&str; 4] = ["ja", "zh", "ko", "yue"];

/// A text with its place and kind.
struct Text<'a> {
    place: String,
    kind: &'static str,
    text: &'a str,
}

pub(super) fn lint_words(pack: &Pack, found: &mut Vec<Diagnostic>) {
    let language = language(pack.lang());
    for text in texts(pack) {
        lint_empty(&text, found);
        lint_length(&text, language, found);
        lint_placeholders(&text, found);
        lint_markup(&text, found);
        let has_kana = text.text.chars().any(|c| matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'));
        if has_kana && language != "ja" {
            found.push(Diagnostic::warning(Code::JapaneseElsewhere, &*text.place).with(language));
        }
    }
    lint_duplicates(pack, found);
}

/// The language of a tag, without region and script.
pub(super) fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The maximum number of characters of a text of that kind in that language.
pub(super) fn max_length(kind: &str, language: &str) -> Option<usize> {
    let [wide, other] = LIMITS.iter().find(|limit| limit.kind == kind)?.max;
    Some(if WIDE.contains(&language) { wide } else { other })
}

fn lint_empty(text: &Text, found: &mut Vec<Diagnostic>) {
    if !text.text.chars().any(char::is_alphanumeric) {
        found.push(Diagnostic::error(Code::SaysNothing, &*text.place));
    }
}

fn lint_length(text: &Text, language: &str, found: &mut Vec<Diagnostic>) {
    let length = text.text.chars().count();
    if let Some(max) = max_length(text.kind, language).filter(|max| length > *max) {
        let diagnostic = Diagnostic::warning(Code::TooLongForPhone, &*text.place);
        found.push(diagnostic.with(length as u32).with(max as u32));
    }
}

/// Only the reasons of caps have placeholders, and only these.
fn lint_placeholders(text: &Text, found: &mut Vec<Diagnostic>) {
    let is_reason = text.kind == "reason";
    let known = ["{causes}", "{level}"];
    let rest =
        known.iter().fold(text.text.to_owned(), |rest, name| if is_reason { rest.replace(name, "") } else { rest });
    if let Some((_, after)) = rest.split_once('{') {
        let name = after.split('}').next().unwrap_or_default();
        let code = if is_reason { Code::UnknownPlaceholder } else { Code::PlaceholderElsewhere };
        found.push(Diagnostic::error(code, &*text.place).with(name));
    } else if rest.contains('}') {
        found.push(Diagnostic::error(Code::StrayBrace, &*text.place));
    }
    if is_reason && !text.text.contains("{level}") {
        found.push(Diagnostic::warning(Code::ReasonWithoutLevel, &*text.place));
    }
    if is_reason && !text.text.contains("{causes}") && !text.place.ends_with("ended_reason") {
        found.push(Diagnostic::warning(Code::ReasonWithoutCauses, &*text.place));
    }
}

/// Texts are displayed literally: tags have no effect, and addresses cannot be followed.
fn lint_markup(text: &Text, found: &mut Vec<Diagnostic>) {
    let starts_tag = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    if text.text.split('<').skip(1).any(starts_tag) {
        found.push(Diagnostic::error(Code::TagInText, &*text.place));
    }
    if text.text.contains(char::REPLACEMENT_CHARACTER) {
        found.push(Diagnostic::error(Code::BrokenCharacters, &*text.place));
    }
    let lower = text.text.to_ascii_lowercase();
    if ["://", "javascript:", "www."].iter().any(|sign| lower.contains(sign)) {
        found.push(Diagnostic::warning(Code::AddressInText, &*text.place));
    }
}

/// Finds levels with the same name, and choices of one question with the same label.
fn lint_duplicates(pack: &Pack, found: &mut Vec<Diagnostic>) {
    let levels = diagnosis::Level::ALL.map(|level| pack.levels().get(level));
    for (i, level) in levels.iter().enumerate() {
        if levels.iter().take(i).any(|other| other.title == level.title) {
            found.push(Diagnostic::error(Code::LevelNameTwice, format!("levels[{i}].title")));
        }
    }
    for question in pack.questions() {
        for (i, choice) in question.choices.iter().enumerate() {
            if question.choices.iter().take(i).any(|other| other.label == choice.label) {
                let place = format!("{}.choices[{i}].label", place_of(pack, question));
                found.push(Diagnostic::error(Code::LabelTwice, place));
            }
        }
    }
}

/// Every text of the pack that a respondent reads.
fn texts(pack: &Pack) -> Vec<Text<'_>> {
    let mut texts = Texts(Vec::new());
    texts.add(
        "",
        [("title", "title", pack.title()), ("version", "version", pack.version()), ("lead", "lead", pack.intro())],
    );
    for section in pack.sections() {
        texts.add(&format!("sections[{}].", section.index), [("title", "section.title", &section.title)]);
    }
    of_questions(pack, &mut texts);
    for (i, level) in diagnosis::Level::ALL.into_iter().enumerate() {
        let level = pack.levels().get(level);
        let fields = [
            ("title", "level.title", &level.title),
            ("meaning", "meaning", &level.meaning),
            ("cta", "cta", &level.cta),
            ("cta_note", "cta_note", &level.cta_note),
        ];
        texts.add(&format!("levels[{i}]."), fields);
    }
    for (i, cap) in pack.caps().iter().enumerate() {
        texts.add(&format!("caps[{i}]."), [("reason", "reason", &cap.reason)]);
        texts.add(&format!("caps[{i}]."), cap.ended_reason.iter().map(|text| ("ended_reason", "reason", text)));
    }
    after_the_verdict(pack, &mut texts);
    texts.0
}

fn of_questions<'a>(pack: &'a Pack, texts: &mut Texts<'a>) {
    for question in pack.questions() {
        let place = [&place_of(pack, question), "."].concat();
        texts.add(&place, [("topic", "topic", &question.topic), ("text", "text", &question.text)]);
        texts.add(&place, question.help.iter().map(|help| ("help", "help", help)));
        for (i, choice) in question.choices.iter().enumerate() {
            let place = format!("{place}choices[{i}].");
            texts.add(&place, [("label", "label", &choice.label)]);
            texts.add(&place, choice.note.iter().map(|note| ("note", "note", note)));
        }
    }
}

/// Texts of the findings, the roadmap and the offers.
fn after_the_verdict<'a>(pack: &'a Pack, texts: &mut Texts<'a>) {
    for (i, finding) in pack.findings().iter().enumerate() {
        let place = format!("findings[{i}].");
        let fields = [
            ("title", "finding.title", &finding.title),
            ("pattern", "pattern", &finding.pattern),
            ("why", "why", &finding.why),
        ];
        texts.add(&place, fields);
        for (j, step) in finding.steps.iter().enumerate() {
            texts.add(&format!("{place}steps[{j}]"), [("", "step", step)]);
        }
    }
    for (i, stage) in pack.roadmap().iter().enumerate() {
        texts.add(
            &format!("roadmap[{i}]."),
            [("title", "stage.title", &stage.title), ("text", "stage.text", &stage.text)],
        );
    }
    for (i, offer) in pack.next().iter().enumerate() {
        let fields = [("text", "offer.text", &offer.text), ("label", "offer.label", &offer.label)];
        texts.add(&format!("next[{i}]."), fields);
    }
}

struct Texts<'a>(Vec<Text<'a>>);

impl<'a> Texts<'a> {
    /// Adds fields of one place: key, kind and text of each.
    fn add(
        &mut self,
        place: &str,
        fields: impl IntoIterator<Item = (&'static str, &'static str, &'a std::rc::Rc<str>)>,
    ) {
        let of = |(key, kind, text): (&str, &'static str, &'a std::rc::Rc<str>)| Text {
            place: [place, key].concat(),
            kind,
            text,
        };
        self.0.extend(fields.into_iter().map(of));
    }
}
