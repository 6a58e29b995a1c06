//! What became of each journey in this engine, a line each, for the table that the whole run ends with.
//!
//! The runner of the tests names a journey that was skipped "ok" too; this does not. Must not know: the table.

use std::fs::OpenOptions;
use std::io::Write as _;

/// The variable that names the file. Without it nothing is written down.
pub(crate) const VARIABLE: &str = "SHINDAN_JOURNAL";

/// A browser was started for the test.
pub(crate) fn runs() {
    note("runs", "");
}

/// The test is not run in this engine.
pub(crate) fn skipped(reason: &str) {
    eprintln!("SKIPPED in {}: {reason}", crate::engine::chosen().name());
    note("skipped", reason);
}

/// The test is run without a part of it.
pub(crate) fn without(reason: &str) {
    note("without", reason);
}

/// The test has failed.
pub(crate) fn fails() {
    note("fails", "");
}

fn note(outcome: &str, reason: &str) {
    let Some(path) = std::env::var_os(VARIABLE) else { return };
    // The runner of the tests names its threads after them.
    let thread = std::thread::current();
    let line = format!("{}\t{outcome}\t{reason}\n", thread.name().unwrap_or("?"));
    // One write, so that tests in other threads do not come in between.
    let file = OpenOptions::new().create(true).append(true).open(&path);
    let written = file.and_then(|mut file| file.write_all(line.as_bytes()));
    written.unwrap_or_else(|error| panic!("{}: {error}; set {VARIABLE} to a file", path.display()));
}
