//! Diagnostics: what is wrong in packs and configurations, for the people who write them.
//!
//! A [`Diagnostic`] is a [`Code`] with its arguments, a place and a [`Severity`]. The wording of each [`Language`] is a
//! catalogue (`code.rs` for English, `ja.rs` for Japanese), so programs do not need to parse sentences.
//!
//! ```
//! use diagnostics::{Code, Diagnostic, Language};
//! let diagnostic = Diagnostic::error(Code::NotWhole, "caps[0].missing").with(1).with(10_000);
//! assert_eq!(diagnostic.to_string(), "caps[0].missing: must be a whole number; write one from 1 to 10000");
//! assert_eq!(diagnostic.fix(Language::Ja), "1から10000までの整数を書いてください");
//! ```

mod code;
mod diagnostic;
mod ja;
mod term;

pub use code::Code;
pub use diagnostic::{Arg, Diagnostic, Diagnostics, Language, Severity};
pub use term::Term;
