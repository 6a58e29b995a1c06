//! The words of a pack: their length on a phone, what is filled into them, and whether they say anything.

use super::{Notes, place_of};
use diagnosis::Pack;

/// How much room there is for a text of one kind.
struct Room {
    /// The kind, as in [`Text::kind`].
    kind: &'static str,
    /// Most characters in languages whose characters are as wide as high, and in others.
    most: [usize; 2],
}

/// The room for each kind of text.
///
/// On a phone of 360 px the column is 328 px wide: at 16 px that is a line of 20 wide characters, or of some 40 others.
/// A question with help and choices has to be seen without scrolling, which leaves it three lines; what is read once at
/// the end may have more.
const ROOM: [Room; 22] = [
    Room { kind: "title", most: [20, 40] },         // one line at the top of the page
    Room { kind: "lead", most: [100, 200] },        // five lines before the start
    Room { kind: "section.title", most: [20, 40] }, // one line above each question
    Room { kind: "topic", most: [10, 30] },         // beside a bar, and in the middle of sentences
    Room { kind: "text", most: [60, 120] },         // three lines
    Room { kind: "help", most: [60, 120] },         // three lines
    Room { kind: "label", most: [20, 40] },         // one line beside its button
    Room { kind: "note", most: [30, 60] },          // under the label, two lines beside the button
    Room { kind: "level.title", most: [12, 24] },   // one line, in large type
    Room { kind: "meaning", most: [120, 280] },     // a paragraph
    Room { kind: "cta", most: [20, 50] },           // on a button
    Room { kind: "cta_note", most: [60, 120] },     // three lines under the button
    Room { kind: "reason", most: [120, 240] },      // a paragraph, before the names of the causes are filled in
    Room { kind: "finding.title", most: [30, 60] }, // two lines
    Room { kind: "pattern", most: [100, 200] },     // five lines
    Room { kind: "why", most: [100, 200] },         // five lines
    Room { kind: "step", most: [80, 200] },         // four or five lines
    Room { kind: "stage.title", most: [30, 60] },   // two lines
    Room { kind: "stage.text", most: [120, 280] },  // a paragraph
    Room { kind: "offer.text", most: [60, 120] },   // three lines
    Room { kind: "offer.label", most: [20, 50] },   // on a button
    Room { kind: "version", most: [20, 20] },       // in the receipt
];

/// The languages with characters as wide as high.
const WIDE: [&str; 4] = ["ja", "zh", "ko", "yue"];

/// A text with its place and kind.
struct Text<'a> {
    place: String,
    kind: &'static str,
    text: &'a str,
}

pub(super) fn look(pack: &Pack, notes: &mut Notes) {
    let language = language(pack.lang());
    for text in texts(pack) {
        says_something(&text, notes);
        fits(&text, language, notes);
        is_filled_in(&text, notes);
        is_bare(&text, notes);
        let has_kana = text.text.chars().any(|c| matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'));
        if has_kana && language != "ja" {
            let reason = format!("holds Japanese in a pack whose language is `{language}`");
            notes.warning(&text.place, &reason, "translate it");
        }
    }
    told_apart(pack, notes);
}

/// The language of a tag, without region and script.
pub(super) fn language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// Most characters for a text of that kind in that language.
pub(super) fn room(kind: &str, language: &str) -> Option<usize> {
    let [wide, other] = ROOM.iter().find(|room| room.kind == kind)?.most;
    Some(if WIDE.contains(&language) { wide } else { other })
}

fn says_something(text: &Text, notes: &mut Notes) {
    if !text.text.chars().any(char::is_alphanumeric) {
        notes.error(&text.place, "says nothing: there is no letter in it", "write the words that belong here");
    }
}

fn fits(text: &Text, language: &str, notes: &mut Notes) {
    let length = text.text.chars().count();
    if let Some(most) = room(text.kind, language).filter(|most| length > *most) {
        let reason = format!("is too long for a phone: {length} characters");
        notes.warning(&text.place, &reason, &format!("shorten it to {most}"));
    }
}

/// Only the reasons of caps have anything filled in, and only this.
fn is_filled_in(text: &Text, notes: &mut Notes) {
    let is_reason = text.kind == "reason";
    let known = ["{causes}", "{level}"];
    let rest =
        known.iter().fold(text.text.to_owned(), |rest, name| if is_reason { rest.replace(name, "") } else { rest });
    if let Some((_, after)) = rest.split_once('{') {
        let name = after.split('}').next().unwrap_or_default();
        let reason = format!("nothing fills in `{{{name}}}`, so it is shown as it stands");
        let mend = if is_reason {
            "write {causes} or {level}"
        } else {
            "write the words themselves: only caps have any filled in"
        };
        notes.error(&text.place, &reason, mend);
    } else if rest.contains('}') {
        notes.error(&text.place, "holds a brace that closes nothing", "remove it");
    }
    if is_reason && !text.text.contains("{level}") {
        notes.warning(&text.place, "does not say at which level it holds", "write {level} where its name belongs");
    }
    if is_reason && !text.text.contains("{causes}") && !text.place.ends_with("ended_reason") {
        notes.warning(&text.place, "does not say what causes it", "write {causes} where their names belong");
    }
}

/// Texts are shown letter for letter: no tag is obeyed, and no address can be followed.
fn is_bare(text: &Text, notes: &mut Notes) {
    let starts_tag = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    if text.text.split('<').skip(1).any(starts_tag) {
        notes.error(&text.place, "holds a tag, which is shown as it stands", "write plain words");
    }
    let lower = text.text.to_ascii_lowercase();
    if ["://", "javascript:", "www."].iter().any(|sign| lower.contains(sign)) {
        let mend = "remove it: the one link is that of the call to action, which the page sets by `cta-href`";
        notes.warning(&text.place, "holds an address that nobody can follow", mend);
    }
}

/// Levels by the same name, and choices of one question by the same label.
fn told_apart(pack: &Pack, notes: &mut Notes) {
    let levels = diagnosis::Level::ALL.map(|level| pack.levels().get(level));
    for (i, level) in levels.iter().enumerate() {
        if levels.iter().take(i).any(|other| other.title == level.title) {
            notes.error(&format!("levels[{i}].title"), "is the name of another level too", "give each its own");
        }
    }
    for question in pack.questions() {
        for (i, choice) in question.choices.iter().enumerate() {
            if question.choices.iter().take(i).any(|other| other.label == choice.label) {
                let place = format!("{}.choices[{i}].label", place_of(pack, question));
                notes.error(&place, "is the label of another choice too", "give each its own");
            }
        }
    }
}

/// Every text that is there to be read.
fn texts(pack: &Pack) -> Vec<Text<'_>> {
    let mut texts = Texts(Vec::new());
    texts.add(
        "",
        [("title", "title", pack.title()), ("version", "version", pack.version()), ("lead", "lead", pack.lead())],
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

/// What is to be done about it, and what comes next.
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
    /// Takes up fields of one place: key, kind and text of each.
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
