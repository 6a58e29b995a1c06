//! What pack authors and site owners need: the linter, the simulation, and the format of packs as a JSON Schema.
//!
//! The command `lint-pack`, the build and the builder page use it; the wasm that a respondent downloads does not
//! contain it. It reads neither files nor the browser: its callers hand in the text.
//!
//! ```
//! use authoring::{Kind, Severity, lint_any, parse};
//!
//! let value = parse(r#"{ "lead": { "placement": "beside" } }"#).unwrap();
//! let (kind, diagnostics) = lint_any(&value).unwrap();
//! assert_eq!(kind, Kind::Configuration);
//! assert_eq!(diagnostics[0].path, "lead.placement");
//! assert_eq!(diagnostics[0].severity, Severity::Error);
//! println!("{}", diagnostics[0]); // what is wrong, and how to fix it
//! ```

mod json_fault;
mod lint;
mod parse;
mod schema;
mod simulate;

pub use diagnostics::{Arg, Code, Diagnostic, Diagnostics, Severity};
pub use json_fault::json_fault;
pub use lint::{
    Kind, Translation, WORDS, contrast_pairs, lint, lint_any, lint_config, lint_destination, lint_offers,
    lint_translations,
};
pub use parse::parse;
pub use schema::schema;
pub use simulate::{Appearance, FindingTally, LevelTally, ScoreTally, Simulation, SimulationReport, simulate};
