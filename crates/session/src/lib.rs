//! One run of a diagnosis as a pure state machine: a phase, an event, the next phase and the effects to perform.
//!
//! It knows the rules (`diagnosis`) and the interface's messages; it knows nothing of Yew, the DOM or storage.

mod locale;
mod model;
mod result_view;
mod update;
mod view_model;

pub use locale::Locale;
pub use model::{Asking, Done, Model, Phase, Role};
pub use update::{Effect, Event, Focus, HostEvent, update};
pub use view_model::{
    ChangeView, ChoiceView, ComparedView, CtaView, FindingView, PointView, QuestionView, ResultView, View,
    question_view, view,
};
