//! What a respondent sees, as data.

use serde::Deserialize;
use serde_json::Value;

/// All of a widget at one moment.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Look {
    /// The id of the question on screen.
    pub question: Option<String>,
    /// Its words.
    pub legend: Option<String>,
    /// Its choices.
    pub choices: Vec<Choice>,
    /// How many questions there are in the document, seen or not.
    pub questions_in_dom: usize,
    /// The words of the progress.
    pub progress: Option<String>,
    /// The polite hint to choose first.
    pub hint: Option<String>,
    /// Whether a way back is offered.
    pub can_go_back: bool,
    /// A line before the question: a link does not hold, or another person's result waits.
    pub notice: Option<String>,
    /// The verdict, once it is there.
    pub verdict: Option<Verdict>,
    /// The call to action.
    pub cta: Option<Cta>,
    /// What is said when no verdict can be worked out.
    pub error: Option<String>,
}

/// One choice of the question on screen.
#[derive(Clone, Debug, Deserialize)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its words.
    pub label: String,
    /// Whether several may be chosen.
    pub many: bool,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The verdict on screen.
#[derive(Clone, Debug, Deserialize)]
pub struct Verdict {
    /// The score; 0 if its text is no number, so compare [`Verdict::score_text`] once.
    pub score: Option<u32>,
    /// The text of the score, which is to be the number alone.
    pub score_text: String,
    /// The id of the level.
    pub level: String,
    /// Its words.
    pub level_title: Option<String>,
    /// The sentences of the caps.
    pub caps: Vec<String>,
    /// The findings, folded ones too.
    pub findings: Vec<Finding>,
    /// The shortest way up.
    pub way_up: Option<String>,
    /// The receipt.
    pub receipt: Option<String>,
    /// Of which day it is, where it was opened from a link.
    pub day: Option<String>,
    /// The questions whose gap one can try to close.
    pub gaps: Vec<String>,
    /// Those that are tried.
    pub tried: Vec<String>,
    /// What the verdict would be.
    pub what_if: Option<String>,
    /// Every call to action.
    pub calls: Vec<Cta>,
    /// Other results beside this one.
    pub compared: Vec<Compared>,
    /// What is said after a link was copied.
    pub said: Option<String>,
    /// The link in the field, where it could not be copied.
    pub link: Option<String>,
    /// Whether the box for keeping it on the device is ticked.
    pub keeps: bool,
}

/// Another result beside this one.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Compared {
    /// Its heading.
    pub heading: String,
    /// What it comes to.
    pub lead: String,
    /// Whose results, or of when.
    pub columns: Vec<String>,
    /// What it is about, and both.
    pub rows: Vec<[String; 3]>,
}

/// One finding.
#[derive(Clone, Debug, Deserialize)]
pub struct Finding {
    /// Whether it is read without unfolding anything.
    pub open: bool,
    /// Its words.
    pub text: String,
}

/// The call to action.
#[derive(Clone, Debug, Deserialize)]
pub struct Cta {
    /// Its words.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
    /// The kind of element, which is to be `a`.
    pub element: String,
}

/// An event that the host page has heard.
#[derive(Clone, Debug, Deserialize)]
pub struct Event {
    /// Its name, with `shindan:`.
    pub name: String,
    /// Its detail.
    pub detail: Value,
    /// Which widget of the page it came from, counted from 0; -1 for any other element.
    pub widget: i32,
    /// Whether it bubbles.
    pub bubbles: bool,
    /// Whether it crosses shadow roots.
    pub composed: bool,
}

impl Look {
    /// The ids of the choices that are chosen.
    pub fn chosen(&self) -> Vec<&str> {
        self.choices.iter().filter(|choice| choice.chosen).map(|choice| choice.id.as_str()).collect()
    }
}
