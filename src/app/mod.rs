//! The app as pure functions: a phase, an event, the next phase and the effects to perform.
//!
//! Knows the domain; knows nothing of Yew, the DOM or storage.

mod copy;
mod model;
mod result_view;
mod settings;
mod update;
mod view_model;

pub use copy::{Copy, Locale, Word};
pub use model::{Asking, Done, Model, Phase, Role};
pub use settings::Settings;
pub use update::{Effect, Event, Focus, HostEvent, update};
pub use view_model::{
    ChangeView, ChoiceView, ComparedView, CtaView, FindingView, PointView, QuestionView, ResultView, View,
    question_view, view,
};
