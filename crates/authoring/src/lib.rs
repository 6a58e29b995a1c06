//! What pack authors and site owners need: the linter, the simulation, and the format of packs as a JSON Schema.
//!
//! Nothing of this is in the wasm that a respondent downloads. It knows packs and destinations, and neither files nor the
//! browser: the command `lint-pack`, the build and the builder page hand in what they read.

mod lint;
mod parse;
mod schema;
mod simulate;

pub use diagnostics::{Code, Diagnostic, Diagnostics, Severity};
pub use lint::{Kind, Translation, lint, lint_any, lint_config, lint_destination, lint_offers, lint_translations};
pub use parse::parse;
pub use schema::schema;
pub use simulate::{Appearance, FindingTally, LevelTally, ScoreTally, Simulation, SimulationReport, simulate};
