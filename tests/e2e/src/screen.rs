//! The visible state of a widget, as data.

use serde::Deserialize;
use serde_json::Value;

/// The whole widget at one moment.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Screen {
    /// The id of the question on screen.
    pub question: Option<String>,
    /// The text of the question.
    pub legend: Option<String>,
    /// The choices of the question.
    pub choices: Vec<Choice>,
    /// Number of questions in the document, visible or not.
    pub questions_in_dom: usize,
    /// The text of the progress.
    pub progress: Option<String>,
    /// The hint to choose first.
    pub hint: Option<String>,
    /// Whether there is a button to go back.
    pub can_go_back: bool,
    /// A notice before the question: a link is invalid, or another person's result is waiting.
    pub notice: Option<String>,
    /// The verdict, once it is there.
    pub verdict: Option<Verdict>,
    /// The call to action.
    pub cta: Option<Cta>,
    /// The message shown when no verdict can be computed.
    pub error: Option<String>,
}

/// One choice of the question on screen.
#[derive(Clone, Debug, Deserialize)]
pub struct Choice {
    /// Id of the choice.
    pub id: String,
    /// Label of the choice.
    pub label: String,
    /// Whether several may be selected.
    pub many: bool,
    /// Whether it is selected.
    pub chosen: bool,
}

/// The verdict on screen.
#[derive(Clone, Debug, Deserialize)]
pub struct Verdict {
    /// The score; 0 if its text is not a number, so compare [`Verdict::score_text`] once.
    pub score: Option<u32>,
    /// The text of the score, which should be only the number.
    pub score_text: String,
    /// The id of the level.
    pub level: String,
    /// The name of the level.
    pub level_title: Option<String>,
    /// The sentences of the caps.
    pub caps: Vec<String>,
    /// The findings, including folded ones.
    pub findings: Vec<Finding>,
    /// The shortest way up.
    pub way_up: Option<String>,
    /// The receipt.
    pub receipt: Option<String>,
    /// The day of the result, if it was opened from a link.
    pub day: Option<String>,
    /// The questions whose gap the respondent can try to close.
    pub gaps: Vec<String>,
    /// The questions that are tried.
    pub tried: Vec<String>,
    /// The verdict with the tried changes.
    pub what_if: Option<String>,
    /// Every call to action.
    pub calls: Vec<Cta>,
    /// Other results beside this one.
    pub compared: Vec<Compared>,
    /// The message after a link was copied.
    pub status: Option<String>,
    /// The link in the field, if it could not be copied.
    pub link: Option<String>,
    /// Whether the box for storing the result on the device is ticked.
    pub keeps: bool,
}

/// Another result beside this one.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Compared {
    /// Heading of the other result.
    pub heading: String,
    /// Score and level of the other result.
    pub summary: String,
    /// Headings of the columns: whose results they are, or of which day.
    pub columns: Vec<String>,
    /// The topic, and both answers.
    pub rows: Vec<[String; 3]>,
}

/// One finding.
#[derive(Clone, Debug, Deserialize)]
pub struct Finding {
    /// Whether it is visible without unfolding anything.
    pub open: bool,
    /// Text of the finding.
    pub text: String,
}

/// The call to action.
#[derive(Clone, Debug, Deserialize)]
pub struct Cta {
    /// Label of the call to action.
    pub text: String,
    /// Address of the call to action.
    pub href: Option<String>,
    /// The kind of element, which should be `a`.
    pub element: String,
}

/// An event that the host page received.
#[derive(Clone, Debug, Deserialize)]
pub struct Event {
    /// Name of the event, with `shindan:`.
    pub name: String,
    /// The `detail` of the event.
    pub detail: Value,
    /// The index of the widget that sent it, counted from 0; -1 for any other element.
    pub widget: i32,
    /// Whether it bubbles.
    pub bubbles: bool,
    /// Whether it crosses shadow roots.
    pub composed: bool,
}

impl Screen {
    /// The ids of the selected choices.
    pub fn chosen(&self) -> Vec<&str> {
        self.choices.iter().filter(|choice| choice.chosen).map(|choice| choice.id.as_str()).collect()
    }
}
