//! What is measured: pages that ask the same questions, and how each of them shows one.
//!
//! It must not know how they are built or measured.

use serde::Serialize;

/// The pages, in the order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The two-line embed of the built site.
    Widget,
    /// The instant snippet: the first question in the page's own HTML, and the same loader.
    Snippet,
    /// Hand-written HTML and twenty lines of JavaScript, embedded by two lines too.
    Vanilla,
    /// The same once more, to see how much two visits to one page differ.
    VanillaAgain,
    /// The same as the page itself, without an embed.
    Inline,
    /// survey-core and survey-js-ui.
    SurveyJs,
    /// A Yew app that renders in the browser only.
    Yew,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Widget, Self::Snippet, Self::Vanilla, Self::SurveyJs, Self::Yew, Self::Inline, Self::VanillaAgain];

    /// Its folder in the measured site, ending in `/`.
    pub fn path(self) -> &'static str {
        match self {
            Self::Widget => "widget/",
            Self::Snippet => "snippet/",
            Self::Vanilla | Self::VanillaAgain => "vanilla/",
            Self::Inline => "inline/",
            Self::SurveyJs => "surveyjs/",
            Self::Yew => "yew/",
        }
    }

    /// What the table calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Widget => "**Shindan**, two lines",
            Self::Snippet => "**Shindan**, instant snippet",
            Self::Vanilla => "vanilla twin, embedded too",
            Self::VanillaAgain => "vanilla twin, embedded too, once more",
            Self::Inline => "vanilla twin as the page itself, no embed",
            Self::SurveyJs => "SurveyJS twin",
            Self::Yew => "Yew twin, rendered on the client only",
        }
    }

    /// The file without which it has not loaded as it should.
    pub fn needs(self) -> &'static str {
        match self {
            Self::Widget | Self::Snippet | Self::Yew => ".wasm",
            Self::Vanilla | Self::VanillaAgain => "embed.js",
            Self::Inline => "",
            Self::SurveyJs => ".css",
        }
    }

    /// How a question is found in it.
    pub fn selectors<'a>(self, questions: &'a [String]) -> Selectors<'a> {
        Selectors {
            host: matches!(self, Self::Widget | Self::Snippet).then_some("shindan-widget"),
            attribute: if self == Self::SurveyJs { "data-name" } else { "data-question" },
            questions,
        }
    }
}

/// What `watch.js` needs to know.
#[derive(Debug, Serialize)]
pub struct Selectors<'a> {
    /// The element whose shadow root holds the questions, if any does.
    pub host: Option<&'static str>,
    /// The attribute of a question that names it.
    pub attribute: &'static str,
    /// The ids of the questions in order.
    pub questions: &'a [String],
}
