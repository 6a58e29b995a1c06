//! Journal of the results in this engine, one line per test, for the table at the end of a complete run.
//!
//! The test runner reports "ok" even for a skipped journey; the journal does not. This module must not know the table.

use std::fs::OpenOptions;
use std::io::Write as _;

/// The variable that names the file. Without it nothing is written.
pub(crate) const VARIABLE: &str = "SHINDAN_JOURNAL";

/// A browser was started for the test.
pub(crate) fn runs() {
    note("runs", "");
}

/// The test is skipped in this engine.
pub(crate) fn skipped(reason: &str) {
    eprintln!("SKIPPED in {}: {reason}", crate::engine::chosen().name());
    note("skipped", reason);
}

/// The test runs without a part of it.
pub(crate) fn without(reason: &str) {
    note("without", reason);
}

/// The test has failed.
pub(crate) fn fails() {
    note("fails", "");
}

fn note(outcome: &str, reason: &str) {
    let Some(path) = std::env::var_os(VARIABLE) else { return };
    // The test runner names its threads after the tests.
    let thread = std::thread::current();
    let line = format!("{}\t{outcome}\t{reason}\n", thread.name().unwrap_or("?"));
    // A single write, so that tests in other threads cannot interleave.
    let file = OpenOptions::new().create(true).append(true).open(&path);
    let written = file.and_then(|mut file| file.write_all(line.as_bytes()));
    written.unwrap_or_else(|error| panic!("{}: {error}; set {VARIABLE} to a file", path.display()));
}
