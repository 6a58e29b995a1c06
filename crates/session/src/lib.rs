//! One run of a diagnosis as a pure state machine: [`update`] takes a [`Model`] and an [`Event`] and returns the next
//! model and the [`Effect`]s to perform; [`view()`] turns a model into what is on screen.
//!
//! It knows the rules (crate `diagnosis`) and the messages of the interface; it knows nothing of Yew, the DOM or
//! storage.
//!
//! ```
//! use std::rc::Rc;
//! use diagnosis::{Pack, Value};
//! use session::{Effect, Event, HostEvent, Model, Phase, update};
//!
//! let value: Value = serde_json::from_str(include_str!("../../../packs/readiness.en.json")).unwrap();
//! let pack = Rc::new(Pack::read(&value).unwrap());
//! let (question, choice) = (pack.questions()[0].id.clone(), pack.questions()[0].choices[0].id.clone());
//!
//! let model = Model::new(Rc::clone(&pack), 20_000);
//! let (model, effects) = update(model, Event::Choose { question: question.clone(), choice });
//! assert!(effects.contains(&Effect::Emit(HostEvent::Start)), "the first answer starts the run");
//! assert!(effects.contains(&Effect::Save(".at=purpose&purpose=met".to_owned())));
//!
//! let (model, _) = update(model, Event::Next { question });
//! let Phase::Asking(asking) = &model.phase else { unreachable!() };
//! assert_eq!(asking.current_question.id, pack.questions()[1].id);
//! ```

mod cap_ids;
mod event;
mod locale;
mod model;
mod result_view;
mod update;
mod view_model;

pub use cap_ids::cap_ids;
pub use event::{Effect, Event, Focus, HostEvent};
pub use locale::Locale;
pub use model::{Asking, Done, Model, Phase, Role};
pub use update::update;
pub use view_model::{
    ChangeView, ChoiceView, ComparedView, CtaView, FindingView, FrameView, PointView, QuestionView, ResultView, View,
    question_view, view,
};
