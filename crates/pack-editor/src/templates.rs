//! Templates for a new pack, besides the built-in ones.

use diagnosis::Value;
use diagnosis::format::FORMAT;

use super::draft::Draft;
use super::items::Item;
use super::path::Path;
use super::rules::RuleKind;
use super::tree::set;

/// A template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// One section with one question.
    Empty,
    /// Points, and a gate of two conditions with a cap.
    PointsAndGate,
    /// Steps that build on each other.
    Ladder,
}

impl Template {
    /// Every template, in the order of the form.
    pub const ALL: [Template; 3] = [Template::Empty, Template::PointsAndGate, Template::Ladder];

    /// Id of the template in the form.
    pub fn id(self) -> &'static str {
        match self {
            Template::Empty => "empty",
            Template::PointsAndGate => "points_and_gate",
            Template::Ladder => "ladder",
        }
    }
}

/// The pack of a template in the language `lang`: a valid one, with texts to replace.
pub fn template(template: Template, lang: &str) -> Draft {
    let mut draft = Draft::of(bare(lang));
    draft.add(&Item::Section);
    match template {
        Template::Empty => {}
        Template::PointsAndGate => {
            for _ in 0..2 {
                draft.add(&Item::Question { section: 0 });
            }
            draft.add(&Item::Section);
            draft.add(&Item::Question { section: 1 });
            draft.set_rule(1, RuleKind::AllOf);
            draft.add(&Item::Cap);
            draft.add(&Item::Finding);
        }
        Template::Ladder => {
            for _ in 0..2 {
                draft.add(&Item::Question { section: 0 });
            }
            draft.set_rule(0, RuleKind::Ladder);
            draft.add(&Item::Finding);
        }
    }
    draft
}

fn bare(lang: &str) -> Value {
    let is_japanese = lang.starts_with("ja");
    let level = |(id, from, ja, en): (&str, f64, [&str; 2], [&str; 2])| {
        let [title, meaning] = if is_japanese { ja } else { en };
        let [cta, note] = if is_japanese {
            ["無料で相談する", "次にすることを一緒に考えます。"]
        } else {
            ["Talk to us free of charge", "We look together at what comes next."]
        };
        let texts = [("id", id), ("title", title), ("meaning", meaning), ("cta", cta), ("cta_note", note)];
        let mut value = Value::Map(Vec::new());
        for (key, text) in texts {
            set(&mut value, &Path::parse(key), Value::Text(text.to_owned()));
        }
        set(&mut value, &Path::parse("from"), Value::Number(from));
        value
    };
    let levels = [
        ("ready", 80.0, ["準備OK", "土台はおおむね整っています。"], ["Ready", "The ground is largely prepared."]),
        (
            "nearly",
            50.0,
            ["あと一歩", "残りの課題に取り組みましょう。"],
            ["Nearly there", "Work on what is still open."],
        ),
        ("prepare", 20.0, ["要準備", "準備から始めましょう。"], ["To prepare", "Begin with the preparation."]),
        ("rethink", 0.0, ["足元から", "目的から考えましょう。"], ["From the ground up", "Begin with the purpose."]),
    ];
    let texts = [
        ("format", FORMAT),
        ("id", "my-diagnosis"),
        ("version", "1.0.0"),
        ("lang", lang),
        ("title", if is_japanese { "新しい診断" } else { "New diagnosis" }),
        ("lead", if is_japanese { "約2分の診断です。" } else { "A check of about two minutes." }),
    ];
    let mut pack = Value::Map(Vec::new());
    for (key, text) in texts {
        set(&mut pack, &Path::parse(key), Value::Text(text.to_owned()));
    }
    let lists = [
        ("sections", Vec::new()),
        ("levels", levels.map(level).into()),
        ("caps", Vec::new()),
        ("findings", Vec::new()),
    ];
    for (key, list) in lists {
        set(&mut pack, &Path::parse(key), Value::List(list));
    }
    pack
}

#[cfg(test)]
mod tests {
    use super::*;
    use diagnosis::Pack;

    #[test]
    fn every_template_is_accepted_in_every_language() {
        for (kind, lang) in Template::ALL.into_iter().flat_map(|kind| [(kind, "ja"), (kind, "en")]) {
            let draft = template(kind, lang);
            assert_eq!(Pack::read(draft.pack(lang)).map(|_| ()), Ok(()), "{kind:?} in {lang}");
        }
    }
}
