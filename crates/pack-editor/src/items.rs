//! Items that can be added to a pack, each with initial texts, so that the pack stays valid.

use diagnosis::Value;

use super::ids::{free_id, is_taken};
use super::path::Path;
use super::references::question_at;
use super::rules::{RuleKind, credit, has_met};
use super::tree::{flag, get, list, set, text};

/// An item to add after the others of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A section with one question.
    Section,
    /// A question with two choices.
    Question {
        /// The position of its section.
        section: usize,
    },
    /// A choice that scores nothing.
    Choice {
        /// The position of its section.
        section: usize,
        /// The position of its question there.
        question: usize,
    },
    /// A cap of the first section that caps can refer to.
    Cap,
    /// A finding about the last answer to the first question.
    Finding,
    /// A condition of a finding, for the lowest answers to a question.
    Condition {
        /// The position of the finding.
        finding: usize,
        /// The id of the question.
        question: String,
    },
    /// A first step of a finding.
    Step {
        /// The position of the finding.
        finding: usize,
    },
    /// A stage of the roadmap that applies to every result.
    Stage,
    /// An offer of another pack.
    Offer,
}

impl Item {
    /// The list to which it is added.
    pub(crate) fn list(&self) -> Path {
        let sections = Path::parse("sections");
        let findings = Path::parse("findings");
        match self {
            Item::Section => sections,
            Item::Question { section } => sections.at(*section).key("questions"),
            Item::Choice { section, question } => sections.at(*section).key("questions").at(*question).key("choices"),
            Item::Cap => Path::parse("caps"),
            Item::Finding => findings,
            Item::Condition { finding, .. } => findings.at(*finding).key("because"),
            Item::Step { finding } => findings.at(*finding).key("steps"),
            Item::Stage => Path::parse("roadmap"),
            Item::Offer => Path::parse("next"),
        }
    }

    /// The item in the language of `pack`; `None` if the pack has nothing that it can refer to.
    pub(crate) fn value(&self, pack: &Value) -> Option<Value> {
        let t = |ja: &'static str, en: &'static str| {
            let is_japanese = text(pack, &Path::parse("lang")).starts_with("ja");
            word(if is_japanese { ja } else { en })
        };
        let rule_of = |section: usize| RuleKind::of(get(pack, &Path::parse("sections").at(section))?);
        Some(match self {
            Item::Section => map([
                ("id", word("section")),
                ("title", t("新しいまとまり", "New section")),
                ("rule", word("sum")),
                ("questions", Value::List(vec![question(RuleKind::Sum, t)])),
            ]),
            Item::Question { section } => question(rule_of(*section)?, t),
            Item::Choice { section, question } => {
                let place = Path::parse("sections").at(*section).key("questions").at(*question);
                get(pack, &place)?;
                choice(rule_of(*section)?, "choice", t("新しい選択肢", "New choice"), false)
            }
            Item::Cap => {
                let sections = list(pack, &Path::parse("sections"));
                let gate = sections.iter().find(|section| RuleKind::of(section).is_some_and(has_met))?;
                map([
                    ("section", get(gate, &Path::parse("id"))?.clone()),
                    ("missing", Value::Number(1.0)),
                    ("level", word("nearly")),
                    (
                        "reason",
                        t(
                            "{causes}がそろっていないため、「{level}」までとしています。",
                            "{causes} is still open, so the level goes no further than \"{level}\".",
                        ),
                    ),
                ])
            }
            Item::Finding => {
                let first = list(pack, &Path::parse("sections[0].questions")).first()?;
                map([
                    ("id", word("finding")),
                    ("title", t("新しい課題", "New finding")),
                    ("because", Value::List(vec![condition(pack, text(first, &Path::parse("id")))?])),
                    ("pattern", t("このままだと起こりがちなことを書きます。", "Say what tends to happen as it is.")),
                    ("why", t("なぜそうなるかを書きます。", "Say why it happens.")),
                    ("steps", Value::List(vec![t("最初の一歩を書きます。", "Say what to do first.")])),
                    ("who", Value::List(vec![word("executive")])),
                ])
            }
            Item::Condition { question, .. } => condition(pack, question)?,
            Item::Step { .. } => t("次の一歩を書きます。", "Say what to do next."),
            Item::Stage => map([
                ("title", t("新しい段階", "New stage")),
                ("months", Value::Number(1.0)),
                ("text", t("この段階ですることを書きます。", "Say what is done in this stage.")),
                ("questions", Value::List(Vec::new())),
            ]),
            Item::Offer => map([
                ("pack", word(if text(pack, &Path::parse("id")) == "executive" { "readiness" } else { "executive" })),
                ("text", t("次にすすめる理由を書きます。", "Say why it fits next.")),
                ("label", t("次の診断を受ける", "Take the next check")),
            ]),
        })
    }
}

fn word(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn question(rule: RuleKind, t: impl Fn(&'static str, &'static str) -> Value) -> Value {
    let choices = vec![choice(rule, "yes", t("はい", "Yes"), true), choice(rule, "no", t("いいえ", "No"), false)];
    map([
        ("id", word("question")),
        ("topic", t("新しい項目", "New topic")),
        ("text", t("質問の文を書きます。", "Write the question here.")),
        ("choices", Value::List(choices)),
    ])
}

fn choice(rule: RuleKind, id: &str, label: Value, is_best: bool) -> Value {
    let mut choice = map([("id", word(id)), ("label", label)]);
    if let Some((key, value)) = credit(rule, is_best) {
        set(&mut choice, &Path::parse(key), value);
    }
    choice
}

/// The condition that the question's lowest answers were given: all that score least, or the boxes that score.
fn condition(pack: &Value, id: &str) -> Option<Value> {
    let place = question_at(pack, id)?;
    let question = get(pack, &place)?;
    let choices = list(question, &Path::parse("choices"));
    let is_boxes = flag(question, &Path::parse("multiple"));
    let earned = |choice: &Value| match choice.get("points") {
        Some(Value::Number(points)) => *points,
        _ => f64::from(u8::from(flag(choice, &Path::parse("met")))),
    };
    let least = choices.iter().map(earned).fold(f64::INFINITY, f64::min);
    let is_meant = |choice: &&Value| if is_boxes { earned(choice) > 0.0 } else { earned(choice) <= least };
    let ids = choices.iter().filter(is_meant).filter_map(|choice| choice.get("id").cloned()).collect();
    Some(map([("question", word(id)), (if is_boxes { "lacks" } else { "is" }, Value::List(ids))]))
}

/// Gives a new entry of `list` unique ids: its own, and those of the questions in it.
pub(crate) fn unlike_others(pack: &Value, list: &Path, new: &mut Value) {
    let id = Path::parse("id");
    // A place after the end of the list, which differs from all places that have an id.
    let own = list.at(usize::MAX).key("id");
    let free = |wanted: &str, also: &[String]| {
        free_id(wanted, |id| is_taken(pack, &own, id) || also.iter().any(|other| other == id))
    };
    if let Some(Value::Text(wanted)) = get(new, &id).cloned() {
        set(new, &id, Value::Text(free(&wanted, &[])));
    }
    if list.shape() != "sections" {
        return;
    }
    let questions = Path::parse("questions");
    let of_questions = list.at(0).key("questions").at(usize::MAX).key("id");
    let mut given = Vec::new();
    for i in 0..super::tree::list(new, &questions).len() {
        let place = questions.at(i).key("id");
        let wanted = text(new, &place).to_owned();
        let id = free_id(&wanted, |id| is_taken(pack, &of_questions, id) || given.iter().any(|other| other == id));
        given.push(id.clone());
        set(new, &place, Value::Text(id));
    }
}
