//! What `pack/v1` allows: its keys, numbers and words, defined once for the reader and the schema.
//!
//! This module holds constants only. Their meaning, and the order in which they are checked, are in `read`.

/// The one format this version reads.
pub const FORMAT: &str = "pack/v1";
/// Maximum length of a text in a pack or configuration, in bytes of UTF-8.
pub const TEXT_MAX: usize = 6_000;
/// Maximum length of a list in a pack or configuration.
pub const LIST_MAX: usize = 1_000;
/// Maximum number of questions of a pack, over all sections: a reference to a question searches all of them.
pub const QUESTIONS_MAX: usize = LIST_MAX;
/// Maximum points of a choice or a rung, and maximum number of conditions that a cap may count.
pub const POINTS_MAX: u32 = 10_000;
/// Maximum number of months of a stage.
pub const MONTHS_MAX: u32 = 12;
/// The highest lower bound of a level.
pub const FROM_MAX: u32 = 100;

/// The rules by their ids.
pub const RULES: [&str; 3] = ["sum", "all_of", "ladder"];

/// Keys of the file itself.
pub const PACK: &[&str] = &[
    "$schema", "format", "id", "version", "lang", "title", "lead", "sections", "levels", "caps", "findings", "roadmap",
    "next",
];
/// Keys of a section that adds points, or is a gate.
pub const SECTION: &[&str] = &["id", "title", "rule", "questions"];
/// Keys of a section that is a ladder.
pub const LADDER: &[&str] = &["id", "title", "rule", "points_per_rung", "questions"];
/// Keys of a question.
pub const QUESTION: &[&str] = &["id", "topic", "text", "help", "multiple", "choices"];
/// Keys of a choice that gives points.
pub const CHOICE_OF_SUM: &[&str] = &["id", "label", "note", "points"];
/// Keys of a choice under the other rules.
pub const CHOICE: &[&str] = &["id", "label", "note", "met", "ends_section"];
/// Keys of a level.
pub const LEVEL: &[&str] = &["id", "from", "title", "meaning", "cta", "cta_note"];
/// Keys of a cap.
pub const CAP: &[&str] = &["section", "missing", "level", "reason", "ended_reason"];
/// Keys of a finding.
pub const FINDING: &[&str] = &["id", "title", "because", "pattern", "why", "steps", "who"];
/// Keys of a condition on a single choice.
pub const CONDITION_IS: &[&str] = &["question", "is"];
/// Keys of a condition on boxes.
pub const CONDITION_LACKS: &[&str] = &["question", "lacks"];
/// Keys of a stage of the roadmap.
pub const STAGE: &[&str] = &["title", "months", "text", "questions"];

/// Keys of an offer of another pack.
pub const OFFER: &[&str] = &["pack", "levels", "text", "label"];

/// The keys that may be missing or `null` in any object, except `levels` of a pack; every other key is required.
pub const OPTIONAL: &[&str] =
    &["$schema", "roadmap", "next", "help", "multiple", "note", "met", "ends_section", "ended_reason", "levels"];
