//! The rules of the diagnosis: pure, total, and independent of the browser.
//!
//! A [`Pack`] is checked data; [`Answers`] are answers that fit their pack; a [`Verdict`] exists only for [`Complete`]
//! answers. Nothing here depends on Yew, the web, a clock or randomness.
//!
//! ```
//! use std::rc::Rc;
//! use diagnosis::{Answers, Level, Pack, Value, diagnose};
//!
//! let json = include_str!("../../../packs/readiness.ja.json");
//! let value: Value = serde_json::from_str(json).unwrap();
//! let pack = Rc::new(Pack::read(&value).unwrap());
//!
//! let mut answers = Answers::new(pack);
//! while let Some(question) = answers.first_open() {
//!     answers.answer(&question, &[question.choices[0].id.as_str()]);
//! }
//! let verdict = diagnose(&answers.complete().unwrap());
//! assert_eq!(verdict.score.get(), 100);
//! assert_eq!(verdict.level, Level::Nearly, "only one of the three skills was ticked");
//! ```

mod advice;
mod answers;
mod check;
mod codec;
mod compare;
pub mod format;
mod hash;
mod id;
mod level;
mod pack;
mod read;
mod read_advice;
mod reader;
mod rules;
mod share;
mod value;
mod verdict;
mod way_up;

pub use advice::{Actor, Cap, Condition, Criterion, Finding, LevelText, Offer, Stage};
pub use answers::{Answer, Answers, Complete};
pub use compare::{Comparison, Difference, compare};
pub use hash::ContentHash;
pub use id::Id;
pub use level::{Level, Levels, Score};
pub use pack::{Choice, Pack, Question, Rule, Section};
pub use reader::Reader;
pub use rules::SectionOutcome;
pub use share::SavedResult;
pub use value::Value;
pub use verdict::{CapHit, FindingHit, Receipt, StageHit, Verdict, diagnose};
pub use way_up::{Change, WayUp};
