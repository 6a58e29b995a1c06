//! Changes of a section's rule, or of a question to check boxes, with the resulting changes of the choices.

use diagnosis::Value;

use super::draft::Draft;
use super::path::Path;
use super::tree::{flag, get, list, list_mut, number, remove, set, text};

/// The kind of a section's rule; a ladder also has points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleKind {
    /// The sum of the points of the choices.
    Sum,
    /// A gate of conditions.
    AllOf,
    /// Rungs that count from the first one up to the first that is missing.
    Ladder,
}

impl RuleKind {
    /// Every kind, in the order of the form.
    pub const ALL: [RuleKind; 3] = [RuleKind::Sum, RuleKind::AllOf, RuleKind::Ladder];

    /// The id that packs use.
    pub fn id(self) -> &'static str {
        match self {
            RuleKind::Sum => "sum",
            RuleKind::AllOf => "all_of",
            RuleKind::Ladder => "ladder",
        }
    }

    /// The rule of a section; `None` if it is invalid.
    pub fn of(section: &Value) -> Option<Self> {
        let id = text(section, &Path::parse("rule"));
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }
}

/// Whether choices under this rule have `met`, rather than points.
pub fn has_met(rule: RuleKind) -> bool {
    rule != RuleKind::Sum
}

/// The score of a choice that is the best of its question, or that scores nothing.
pub(crate) fn credit(rule: RuleKind, is_best: bool) -> Option<(&'static str, Value)> {
    match (has_met(rule), is_best) {
        (false, true) => Some(("points", Value::Number(10.0))),
        (false, false) => Some(("points", Value::Number(0.0))),
        (true, true) => Some(("met", Value::Bool(true))),
        (true, false) => None,
    }
}

/// Initial points of a rung.
const POINTS_PER_RUNG: f64 = 10.0;

impl Draft {
    /// Sets another rule for the section at a position. Under points the best choices become those that are met, and
    /// vice versa; keys that the new rule does not know are removed.
    pub fn set_rule(&mut self, section: usize, rule: RuleKind) {
        let place = Path::parse("sections").at(section);
        self.change_all(|pack| {
            let before = get(pack, &place).and_then(RuleKind::of);
            set(pack, &place.key("rule"), Value::Text(rule.id().to_owned()));
            let rung = place.key("points_per_rung");
            match rule {
                RuleKind::Ladder if number(pack, &rung).is_none() => set(pack, &rung, Value::Number(POINTS_PER_RUNG)),
                RuleKind::Ladder => {}
                _ => {
                    remove(pack, &rung);
                }
            }
            let questions = place.key("questions");
            for question in 0..list(pack, &questions).len() {
                convert(pack, &questions.at(question).key("choices"), before, rule);
            }
        });
    }

    /// Moves the question at `path` to the end of another section, and returns its new place. The score of its choices
    /// is converted to that section's rule; references from conditions and stages stay valid.
    pub fn move_question(&mut self, path: &Path, section: usize) -> Option<Path> {
        let sections = Path::parse("sections");
        let from = path.indices().first().copied().filter(|_| path.shape() == "sections.questions")?;
        let questions = sections.at(section).key("questions");
        let rule = |pack: &Value, at: usize| get(pack, &sections.at(at)).and_then(RuleKind::of);
        let original = self.packs().first()?;
        get(original, &sections.at(section))?;
        let place = questions.at(list(original, &questions).len());
        if section == from || get(original, path).is_none() {
            return None;
        }
        self.change_all(|pack| {
            let Some(question) = remove(pack, path) else { return };
            let (before, after) = (rule(pack, from), rule(pack, section));
            if let Some(questions) = list_mut(pack, &questions) {
                questions.push(question);
            }
            if let Some(after) = after {
                convert(pack, &place.key("choices"), before, after);
            }
        });
        Some(place)
    }

    /// Turns the question at `path` into one with check boxes, or with a single choice; conditions on it follow.
    pub fn set_multiple(&mut self, path: &Path, is_multiple: bool) {
        self.change_all(|pack| {
            match is_multiple {
                true => set(pack, &path.key("multiple"), Value::Bool(true)),
                false => {
                    remove(pack, &path.key("multiple"));
                }
            }
            let choices = path.key("choices");
            for choice in 0..list(pack, &choices).len() {
                if is_multiple {
                    remove(pack, &choices.at(choice).key("ends_section"));
                }
            }
            let id = text(pack, &path.key("id")).to_owned();
            let (from, to) = if is_multiple { ("is", "lacks") } else { ("lacks", "is") };
            let findings = Path::parse("findings");
            for finding in 0..list(pack, &findings).len() {
                let because = findings.at(finding).key("because");
                for condition in (0..list(pack, &because).len()).map(|i| because.at(i)) {
                    if text(pack, &condition.key("question")) == id
                        && let Some(ids) = remove(pack, &condition.key(from))
                    {
                        set(pack, &condition.key(to), ids);
                    }
                }
            }
        });
    }
}

fn convert(pack: &mut Value, choices: &Path, before: Option<RuleKind>, rule: RuleKind) {
    let count = list(pack, choices).len();
    let best = (0..count).filter_map(|i| number(pack, &choices.at(i).key("points"))).max().unwrap_or_default();
    for choice in (0..count).map(|i| choices.at(i)) {
        if rule != RuleKind::AllOf {
            remove(pack, &choice.key("ends_section"));
        }
        if before.is_some_and(|before| has_met(before) == has_met(rule)) {
            continue;
        }
        let points = number(pack, &choice.key("points"));
        let is_best = points.map_or(flag(pack, &choice.key("met")), |points| points == best && points > 0);
        for key in ["points", "met"] {
            remove(pack, &choice.key(key));
        }
        if let Some((key, value)) = credit(rule, is_best) {
            set(pack, &choice.key(key), value);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use diagnosis::Pack;

    fn readiness() -> Draft {
        Draft::of(serde_json::from_str(include_str!("../../../packs/readiness.ja.json")).unwrap())
    }

    #[test]
    fn a_section_of_points_can_follow_any_rule() {
        for rule in RuleKind::ALL {
            let mut draft = readiness();
            // Otherwise there would be nothing to score.
            draft.duplicate(&Path::parse("sections[0]")).unwrap();
            draft.set_rule(0, rule);
            assert_eq!(Pack::read(draft.pack("ja")).map(|_| ()), Ok(()), "{rule:?}");
        }
    }

    #[test]
    fn caps_tell_of_a_gate_that_is_none_any_more() {
        let mut draft = readiness();
        draft.set_rule(1, RuleKind::Ladder);
        assert_eq!(number(draft.pack("ja"), &Path::parse("sections[1].points_per_rung")), Some(10));
        draft.set_rule(1, RuleKind::Sum);
        let faults = Pack::read(draft.pack("ja")).unwrap_err();
        assert!(faults.0.iter().all(|fault| fault.path.starts_with("caps[")), "{faults}");
    }

    #[test]
    fn a_question_in_another_section_counts_by_its_rule_and_comes_back() {
        let (of_sum, of_gate) = (Path::parse("sections[0].questions[1]"), Path::parse("sections[1].questions[1]"));
        for (path, section) in [(of_sum, 1), (of_gate, 0)] {
            let mut draft = readiness();
            let id = draft.text(&path.key("id").to_string()).to_owned();
            let place = draft.move_question(&path, section).unwrap();
            assert_eq!(draft.text(&place.key("id").to_string()), id);
            assert_eq!(Pack::read(draft.pack("ja")).map(|_| ()), Ok(()), "{path} to {place}");
            assert_eq!(draft.references(&place), readiness().references(&path), "what names it goes on naming it");
            let back = draft.move_question(&place, 1 - section).unwrap();
            assert_eq!(Pack::read(draft.pack("ja")).map(|_| ()), Ok(()), "{place} to {back}");
        }
    }

    #[test]
    fn only_a_question_moves_and_only_to_another_section() {
        let mut draft = readiness();
        for (path, section) in [
            ("sections[0].questions[0]", 0),
            ("sections[0].questions[0]", 9),
            ("sections[0]", 1),
            ("sections[0].questions[99]", 1),
        ] {
            assert_eq!(draft.move_question(&Path::parse(path), section), None, "{path} to {section}");
        }
        assert_eq!(draft, readiness());
    }

    #[test]
    fn conditions_follow_a_question_to_boxes_and_back() {
        let mut draft = readiness();
        let question = Path::parse("sections[0].questions[0]");
        draft.set_multiple(&question, true);
        assert_eq!(Pack::read(draft.pack("ja")).map(|_| ()), Ok(()));
        draft.set_multiple(&question, false);
        assert_eq!(draft, readiness());
    }
}
