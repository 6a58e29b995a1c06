//! The model flattened for the view: every text is ready, every decision taken.

use std::rc::Rc;

use diagnosis::{Choice, Id, Offer};

use super::locale::Locale;
use super::model::{Asking, Model, Phase};
use super::result_view::result_view;
use messages::{MessageKey, Messages};
use settings::CallToAction;

/// What is on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// A question, and what is to be known before answering it: that a link does not hold, or that another person's
    /// result will stand beside this one.
    Question(QuestionView, Option<Rc<str>>),
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
    /// The day of the result in words, if it was opened from a link.
    pub day: Option<Rc<str>>,
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
    /// What the score would be if what is tried were so, 0 to 100.
    pub what_if: Option<u8>,
    /// What the tried changes would give, in words; before any is tried, how to try one.
    pub what_if_text: Rc<str>,
    /// The questions by section, with its heading.
    pub sections: Vec<(Rc<str>, Vec<PointView>)>,
    /// Other results beside this one.
    pub compared: Vec<ComparedView>,
    /// The most pressing findings.
    pub findings: Vec<FindingView>,
    /// The others.
    pub more_findings: Vec<FindingView>,
    /// Unfolds the others.
    pub more_label: Rc<str>,
    /// The shortest way up: heading, lead, changes.
    pub way_up: Option<(Rc<str>, Rc<str>, Vec<ChangeView>)>,
    /// The stages of the roadmap: when, title, text.
    pub roadmap: Vec<[Rc<str>; 3]>,
    /// The call to action.
    pub cta: Option<CtaView>,
    /// The pack that fits next.
    pub offer: Option<Rc<Offer>>,
    /// What a link to this result carries, with all that stands beside it.
    pub link: Rc<str>,
    /// This result alone as a code, for the other person's link.
    pub code: Rc<str>,
    /// Whether results are kept on the device.
    pub kept: bool,
    /// Pack, version and hash.
    pub receipt: Rc<str>,
}

/// One question of the verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct PointView {
    /// Its id.
    pub id: Id,
    /// What it is about.
    pub topic: Rc<str>,
    /// The answer.
    pub answer: Rc<str>,
    /// How much of the best answer it is worth, 0 to 100; of a condition 0 or 100.
    pub share: u8,
    /// The share in words.
    pub share_label: Rc<str>,
    /// A condition, which is met or not, rather than a point with a share.
    pub is_condition: bool,
    /// Whether the best answer is tried; `None` where the answer is the best.
    pub tried: Option<bool>,
}

/// Another result beside this one.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedView {
    /// Heading.
    pub heading: Rc<str>,
    /// What it comes to.
    pub lead: Rc<str>,
    /// Whose results, or of when, the columns hold.
    pub columns: [Rc<str>; 2],
    /// What differs, with both.
    pub rows: Vec<(Rc<str>, [Rc<str>; 2])>,
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
    /// The frame with a booking that a click opens instead of following the link.
    pub frame: Option<FrameView>,
    /// Whether it leads to a booking.
    pub is_booking: bool,
}

/// The frame with a booking service.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameView {
    /// What it loads.
    pub src: Rc<str>,
    /// The heading above it, and its name for screen readers.
    pub title: Rc<str>,
}

/// The model as it is to be shown.
pub fn view(model: &Model, cta: &CallToAction, locale: &Locale<'_>) -> View {
    let messages = locale.messages;
    match &model.phase {
        Phase::Asking(asking) => {
            let is_first = asking.current_question.index == 0;
            let notice = match &model.other {
                _ if model.notice => Some(messages.own(MessageKey::BrokenLink)),
                Some(_) if is_first => Some(messages.own(MessageKey::BesideOther)),
                _ => None,
            };
            View::Question(question_view(asking, messages), notice)
        }
        Phase::Done(done) => View::Result(Box::new(result_view(model, done, cta, locale))),
    }
}

/// An open question as it is to be shown.
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
