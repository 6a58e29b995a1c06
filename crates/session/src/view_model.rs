//! The view model: the model flattened for the view, with every text ready and every decision made.

use std::rc::Rc;

use diagnosis::{Choice, Id, Offer};

use super::locale::Locale;
use super::model::{Asking, Model, Phase};
use super::result_view::result_view;
use messages::{MessageKey, Messages};
use settings::CallToAction;

/// Content of the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// A question, and a notice before it: that a link is invalid, or that another person's result will be shown beside
    /// this one.
    Question(QuestionView, Option<Rc<str>>),
    /// The verdict.
    Result(Box<ResultView>),
}

/// A question on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// Id of the question.
    pub id: Id,
    /// Title and introduction of the diagnosis, on the first question only.
    pub intro: Option<(Rc<str>, Rc<str>)>,
    /// Heading of the question's section.
    pub section: Rc<str>,
    /// Position of the question, from 1.
    pub index: usize,
    /// Number of questions, as far as the answers determine it.
    pub total: usize,
    /// Position of the question in words.
    pub place: Rc<str>,
    /// The question.
    pub text: Rc<str>,
    /// One line of help.
    pub help: Option<Rc<str>>,
    /// Whether the choices are check boxes.
    pub multiple: bool,
    /// Choices of the question.
    pub choices: Vec<ChoiceView>,
    /// Whether to remind the respondent to choose.
    pub nudge: bool,
}

/// A choice on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceView {
    /// Id of the choice.
    pub id: Id,
    /// Label of the choice.
    pub label: Rc<str>,
    /// What the choice means for this question.
    pub note: Option<Rc<str>>,
    /// Whether the choice is selected or ticked.
    pub chosen: bool,
}

/// The verdict on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultView {
    /// Title of the diagnosis.
    pub title: Rc<str>,
    /// Day of the result in words, if it was opened from a link.
    pub day: Option<Rc<str>>,
    /// Score, 0 to 100.
    pub score: u8,
    /// Id of the level.
    pub level: &'static str,
    /// Name of the level.
    pub level_title: Rc<str>,
    /// What the level means.
    pub meaning: Rc<str>,
    /// Each cap with its cause.
    pub caps: Vec<Rc<str>>,
    /// Score with the tried changes, 0 to 100.
    pub what_if: Option<u8>,
    /// Effect of the tried changes, in words; before any is tried, an explanation of how to try one.
    pub what_if_text: Rc<str>,
    /// Questions by section, with the section's heading.
    pub sections: Vec<(Rc<str>, Vec<PointView>)>,
    /// Other results, for comparison.
    pub compared: Vec<ComparedView>,
    /// The most pressing findings, shown open.
    pub findings: Vec<FindingView>,
    /// The remaining findings.
    pub more_findings: Vec<FindingView>,
    /// Label of the button that unfolds the remaining findings.
    pub more_label: Rc<str>,
    /// The shortest way up: heading, lead, changes.
    pub way_up: Option<(Rc<str>, Rc<str>, Vec<ChangeView>)>,
    /// The stages of the roadmap: when, title, text.
    pub roadmap: Vec<[Rc<str>; 3]>,
    /// The call to action.
    pub cta: Option<CtaView>,
    /// The pack to offer next.
    pub offer: Option<Rc<Offer>>,
    /// The value of a link to this result, including the results shown beside it.
    pub link: Rc<str>,
    /// The code of this result alone, for the other person's link.
    pub code: Rc<str>,
    /// Whether results are stored on the device.
    pub is_saved: bool,
    /// Receipt: pack, version and hash.
    pub receipt: Rc<str>,
}

/// One question of the verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct PointView {
    /// Id of the question.
    pub id: Id,
    /// Topic of the question.
    pub topic: Rc<str>,
    /// The answer.
    pub answer: Rc<str>,
    /// Share of the best answer's credit, 0 to 100; for a condition 0 or 100.
    pub share: u8,
    /// The share in words.
    pub share_label: Rc<str>,
    /// Whether this is a condition, which is met or not, rather than a question with a share.
    pub is_condition: bool,
    /// Whether the best answer is tried; `None` if the answer is already the best.
    pub tried: Option<bool>,
}

/// Another result, shown for comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedView {
    /// Heading.
    pub heading: Rc<str>,
    /// Score and level of the other result.
    pub summary: Rc<str>,
    /// Headings of the columns: whose results they are, or of which day.
    pub columns: [Rc<str>; 2],
    /// Differences, with both answers.
    pub rows: Vec<(Rc<str>, [Rc<str>; 2])>,
}

/// A finding on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingView {
    /// Headline.
    pub title: Rc<str>,
    /// The failure pattern.
    pub pattern: Rc<str>,
    /// The reason for the failure.
    pub why: Rc<str>,
    /// First steps.
    pub steps: Vec<Rc<str>>,
    /// People who act.
    pub who: Rc<str>,
}

/// One change of the shortest way up.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeView {
    /// The topic, and the answer that it needs.
    pub goal: Rc<str>,
    /// The first step towards it, if a finding has one.
    pub step: Option<Rc<str>>,
}

/// The call to action on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct CtaView {
    /// Address of the link.
    pub href: Rc<str>,
    /// Label of the link.
    pub label: Rc<str>,
    /// What the consultation offers.
    pub note: Rc<str>,
    /// The frame with a booking that a click opens instead of following the link.
    pub frame: Option<FrameView>,
    /// Whether it leads to a booking.
    pub is_booking: bool,
}

/// The frame with a booking service.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameView {
    /// Address that the frame loads.
    pub src: Rc<str>,
    /// The heading above it, and its name for screen readers.
    pub title: Rc<str>,
}

/// Builds the view model of a model.
pub fn view(model: &Model, cta: &CallToAction, locale: &Locale<'_>) -> View {
    let messages = locale.messages;
    match &model.phase {
        Phase::Asking(asking) => {
            let is_first = asking.current_question.index == 0;
            let notice = match &model.other {
                _ if model.notice => Some(messages.shared(MessageKey::BrokenLink)),
                Some(_) if is_first => Some(messages.shared(MessageKey::BesideOther)),
                _ => None,
            };
            View::Question(question_view(asking, messages), notice)
        }
        Phase::Done(done) => View::Result(Box::new(result_view(model, done, cta, locale))),
    }
}

/// Builds the view model of an open question.
pub fn question_view(asking: &Asking, messages: &Messages) -> QuestionView {
    let Asking { answers, current_question, nudge } = asking;
    let pack = answers.pack();
    let (index, total) = (
        answers.visible_questions().take_while(|q| q.index <= current_question.index).count(),
        answers.visible_questions().count(),
    );
    let choice_view = |(position, choice): (usize, &Choice)| ChoiceView {
        id: choice.id.clone(),
        label: Rc::clone(&choice.label),
        note: choice.note.clone(),
        chosen: answers.has(current_question, position),
    };
    QuestionView {
        id: current_question.id.clone(),
        intro: (current_question.index == 0).then(|| (Rc::clone(pack.title()), Rc::clone(pack.intro()))),
        section: pack
            .sections()
            .get(current_question.section)
            .map(|section| Rc::clone(&section.title))
            .unwrap_or_default(),
        index,
        total,
        place: messages.fill(MessageKey::Place, &[("index", &index.to_string()), ("total", &total.to_string())]),
        text: Rc::clone(&current_question.text),
        help: current_question.help.clone(),
        multiple: current_question.multiple,
        choices: current_question.choices.iter().enumerate().map(choice_view).collect(),
        nudge: *nudge,
    }
}
