//! The model flattened for the view: every text is ready, every decision taken.

use std::rc::Rc;

use crate::domain::{CapHit, Change, Choice, FindingHit, Id, Pack, Verdict};

use super::copy::Copy;
use super::model::{Asking, Done, Model, Phase};
use super::settings::Settings;

/// How many findings stand open; the rest is folded.
const OPEN_FINDINGS: usize = 3;

/// What is on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// A question.
    Question(QuestionView),
    /// The verdict.
    Result(Box<ResultView>),
}

/// A question on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// Its id.
    pub id: Id,
    /// Title and introduction of the diagnosis, on the first question only.
    pub intro: Option<(Rc<str>, Rc<str>)>,
    /// Heading of its section.
    pub section: Rc<str>,
    /// Its place from 1.
    pub index: usize,
    /// How many there are, as far as the answers tell.
    pub total: usize,
    /// Its place in words.
    pub place: Rc<str>,
    /// The question.
    pub text: Rc<str>,
    /// One line of help.
    pub help: Option<Rc<str>>,
    /// Boxes to tick.
    pub multiple: bool,
    /// Its choices.
    pub choices: Vec<ChoiceView>,
    /// Whether to remind of choosing.
    pub nudge: bool,
}

/// A choice on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceView {
    /// Its id.
    pub id: Id,
    /// What one chooses.
    pub label: Rc<str>,
    /// What that means here.
    pub note: Option<Rc<str>>,
    /// Chosen or ticked.
    pub chosen: bool,
}

/// The verdict on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultView {
    /// Title of the diagnosis.
    pub title: Rc<str>,
    /// 0 to 100.
    pub score: u8,
    /// Id of the level.
    pub level: &'static str,
    /// Its name.
    pub level_title: Rc<str>,
    /// What it means.
    pub meaning: Rc<str>,
    /// Every cap with its cause.
    pub caps: Vec<Rc<str>>,
    /// The most pressing findings.
    pub findings: Vec<FindingView>,
    /// The others.
    pub more_findings: Vec<FindingView>,
    /// Unfolds the others.
    pub more_label: Rc<str>,
    /// The shortest way up: heading, lead, changes.
    pub way_up: Option<(Rc<str>, Rc<str>, Vec<ChangeView>)>,
    /// The call to action.
    pub cta: Option<CtaView>,
    /// Pack, version and hash.
    pub receipt: Rc<str>,
}

/// A finding on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingView {
    /// Headline.
    pub title: Rc<str>,
    /// The failure pattern.
    pub pattern: Rc<str>,
    /// Why it happens.
    pub why: Rc<str>,
    /// First steps.
    pub steps: Vec<Rc<str>>,
    /// Who acts.
    pub who: Rc<str>,
}

/// A change of the way up on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeView {
    /// The point and the answer that it needs.
    pub goal: Rc<str>,
    /// The first step towards it, if a finding knows one.
    pub step: Option<Rc<str>>,
}

/// The call to action on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct CtaView {
    /// Where it leads.
    pub href: Rc<str>,
    /// What it says.
    pub label: Rc<str>,
    /// What it gives.
    pub note: Rc<str>,
}

/// The model as it is to be shown.
pub fn view(model: &Model, settings: &Settings, copy: &Copy) -> View {
    match &model.phase {
        Phase::Asking(asking) => View::Question(question_view(asking, copy)),
        Phase::Done(done) => View::Result(Box::new(result_view(done, settings, copy))),
    }
}

/// An open question as it is to be shown.
pub fn question_view(asking: &Asking, copy: &Copy) -> QuestionView {
    let Asking { answers, at, nudge } = asking;
    let pack = answers.pack();
    let (index, total) = (answers.asked().take_while(|q| q.index <= at.index).count(), answers.asked().count());
    let choice_view = |(position, choice): (usize, &Choice)| ChoiceView {
        id: choice.id.clone(),
        label: Rc::clone(&choice.label),
        note: choice.note.clone(),
        chosen: answers.has(at, position),
    };
    QuestionView {
        id: at.id.clone(),
        intro: (at.index == 0).then(|| (Rc::clone(pack.title()), Rc::clone(pack.lead()))),
        section: pack.sections().get(at.section).map(|section| Rc::clone(&section.title)).unwrap_or_default(),
        index,
        total,
        place: copy.place(index, total),
        text: Rc::clone(&at.text),
        help: at.help.clone(),
        multiple: at.multiple,
        choices: at.choices.iter().enumerate().map(choice_view).collect(),
        nudge: *nudge,
    }
}

fn result_view(done: &Done, settings: &Settings, copy: &Copy) -> ResultView {
    let verdict = &done.verdict;
    let pack = done.complete.answers().pack();
    let text = pack.levels().get(verdict.level);
    let mut findings: Vec<FindingView> = verdict.findings.iter().map(|hit| finding_view(hit, copy)).collect();
    let more_findings = findings.split_off(findings.len().min(OPEN_FINDINGS));
    let cta = settings.cta_href.as_ref().map(|href| CtaView {
        href: Rc::clone(href),
        label: Rc::clone(settings.cta_label.get(verdict.level).as_ref().unwrap_or(&text.cta)),
        note: Rc::clone(&text.cta_note),
    });
    ResultView {
        title: Rc::clone(pack.title()),
        score: verdict.score.get(),
        level: verdict.level.id(),
        level_title: Rc::clone(&text.title),
        meaning: Rc::clone(&text.meaning),
        caps: verdict.caps.iter().map(|hit| cap_text(hit, pack)).collect(),
        findings,
        more_label: fill(copy.more_findings, &[("n", &more_findings.len().to_string())]),
        more_findings,
        way_up: way_up_view(verdict, pack, copy),
        cta,
        receipt: [pack.id().as_str(), " ", pack.version(), " (", &verdict.receipt.content_hash.short(), ")"]
            .concat()
            .into(),
    }
}

fn cap_text(hit: &CapHit, pack: &Pack) -> Rc<str> {
    let level = &pack.levels().get(hit.cap.level).title;
    let reason = match (&hit.ended_by, &hit.cap.ended_reason) {
        (Some(_), Some(reason)) => reason,
        _ => &hit.cap.reason,
    };
    let causes: String = hit.causes.iter().map(|question| ["「", &question.topic, "」"].concat()).collect();
    fill(reason, &[("causes", &causes), ("level", level)])
}

fn finding_view(hit: &FindingHit, copy: &Copy) -> FindingView {
    let finding = &hit.finding;
    let who: Vec<&str> = finding.who.iter().map(|actor| copy.actor(*actor)).collect();
    FindingView {
        title: Rc::clone(&finding.title),
        pattern: Rc::clone(&finding.pattern),
        why: Rc::clone(&finding.why),
        steps: finding.steps.clone(),
        who: who.join(copy.comma).into(),
    }
}

fn way_up_view(verdict: &Verdict, pack: &Pack, copy: &Copy) -> Option<(Rc<str>, Rc<str>, Vec<ChangeView>)> {
    let way_up = verdict.way_up.as_ref()?;
    let heading = fill(copy.way_up, &[("level", &pack.levels().get(way_up.to).title)]);
    let lead = fill(copy.way_up_lead, &[("n", &way_up.changes.len().to_string())]);
    let first_step = |change: &Change| {
        let of_question = verdict.findings.iter().find(|hit| hit.because.first() == Some(&change.question));
        of_question.and_then(|hit| hit.finding.steps.first().cloned())
    };
    let change_view = |change: &Change| {
        let best: Vec<&str> = change.best_choices().iter().map(|choice| &*choice.label).collect();
        let goal = fill(copy.goal, &[("topic", &change.question.topic), ("answer", &best.join(copy.comma))]);
        ChangeView { goal, step: first_step(change) }
    };
    Some((heading, lead, way_up.changes.iter().map(change_view).collect()))
}

/// Fills `{name}` in `text` with its value; a name that is not among `values` stays as it stands.
fn fill(text: &str, values: &[(&str, &str)]) -> Rc<str> {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((*value, tail))
        });
        let (value, tail) = named.unwrap_or(("{", after));
        filled.push_str(value);
        rest = tail;
    }
    filled.push_str(rest);
    filled.into()
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn only_known_names_are_filled() {
        assert_eq!(&*fill("{a}と{b}{c}{", &[("a", "1"), ("b", "{a}")]), "1と{a}{c}{");
    }
}
