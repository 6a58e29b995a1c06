//! The current place: a step of the page, and its unfolded entry. Fields are found by their ids.

use pack_editor::Path;

/// A step of the page, in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Step {
    /// The pack itself: sections, questions, choices.
    #[default]
    Questions,
    /// Levels, caps, findings, roadmap, offers.
    Result,
    /// Colours, type, links and buttons.
    Look,
    /// The contact form and the destinations of leads.
    Form,
    /// Export and import.
    Embed,
}

impl Step {
    /// Every step in order.
    pub(crate) const ALL: [Step; 5] = [Step::Questions, Step::Result, Step::Look, Step::Form, Step::Embed];

    /// Id of the step, under which its texts are found.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Step::Questions => "questions",
            Step::Result => "result",
            Step::Look => "look",
            Step::Form => "form",
            Step::Embed => "embed",
        }
    }
}

/// A step with its unfolded entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// The step.
    pub(crate) step: Step,
    /// The question, finding or other entry whose fields are visible.
    pub(crate) open: Option<Path>,
    /// The id of the field that is to take the focus.
    pub(crate) focus: Option<String>,
}

/// Prefix of the id of a field of the configuration.
pub(crate) const CONFIG: &str = "config.";
/// Prefix of the id of a field of the pack, in the language that respondents read.
pub(crate) const WORDS: &str = "words.";

impl Place {
    /// The place of the field of this id.
    ///
    /// ```ignore
    /// assert_eq!(Place::of("words.levels[0].title").step, Step::Result);
    /// ```
    pub(crate) fn of(id: &str) -> Self {
        let (step, open) = match id.split_once('.') {
            Some((source, path)) if source == "words" || source.starts_with("words@") => of_pack(&Path::parse(path)),
            Some(("config", path)) => (of_config(path), None),
            Some(("pack", _)) => (Step::Questions, None),
            _ => (Step::Embed, None),
        };
        Self { step, open, focus: Some(id.to_owned()) }
    }
}

fn of_pack(path: &Path) -> (Step, Option<Path>) {
    let entry = |depth: usize| Path(path.0.iter().take(depth).cloned().collect());
    let shape = path.shape();
    let first = shape.split('.').next().unwrap_or_default();
    match first {
        "sections" => (Step::Questions, (path.0.len() > 3).then(|| entry(4))),
        "levels" | "caps" | "findings" | "roadmap" | "next" => (Step::Result, (path.0.len() > 1).then(|| entry(2))),
        _ => (Step::Questions, None),
    }
}

fn of_config(path: &str) -> Step {
    match path.split(['.', '[']).next().unwrap_or_default() {
        "lead" => Step::Form,
        "open" | "from" | "until" => Step::Embed,
        _ => Step::Look,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_by_their_ids() {
        let check = |id: &str, step: Step, open: Option<&str>| {
            let place = Place::of(id);
            assert_eq!((place.step, place.open), (step, open.map(Path::parse)), "{id}");
        };
        check("words.lead", Step::Questions, None);
        check("words.sections[0].title", Step::Questions, None);
        check("words.sections[1].questions[2].choices[0].label", Step::Questions, Some("sections[1].questions[2]"));
        check("words@en.findings[2].steps[0]", Step::Result, Some("findings[2]"));
        check("words.levels[0].title", Step::Result, Some("levels[0]"));
        check("config.theme.accent", Step::Look, None);
        check("config.lead.destinations[0].url", Step::Form, None);
        check("config.open.button", Step::Embed, None);
        check("config.from", Step::Embed, None);
        check("config.until", Step::Embed, None);
        check("pack.address", Step::Questions, None);
        check("snippet", Step::Embed, None);
    }
}
