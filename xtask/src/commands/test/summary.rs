//! The end of a test run: the duration of each stage, and the summary lines of the test runners.
//!
//! It must not know how stages are run.

use std::fmt::Write as _;

/// Result of a stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Row {
    /// The stage's name.
    pub(super) name: String,
    /// Duration in seconds.
    pub(super) seconds: f32,
    /// Whether it ran in parallel with others.
    pub(super) is_parallel: bool,
    /// The summary lines of its test runners.
    pub(super) summaries: Vec<String>,
}

/// Whether this line is a test runner's summary: Rust prints one for a target with tests, Node one for all.
pub(super) fn is_summary(line: &str) -> bool {
    let of_rust = line.starts_with("test result: ") && !line.contains(" 0 passed; 0 failed; 0 ignored;");
    let of_node =
        ["tests ", "pass ", "fail "].iter().any(|word| line.strip_prefix("ℹ ").unwrap_or("").starts_with(word));
    of_rust || of_node
}

/// Stages and durations, in order of completion.
pub(super) fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or_default();
    let mut text = format!("\n{:width$}  seconds\n", "stage");
    for Row { name, seconds, is_parallel, .. } in rows {
        let note = if *is_parallel { "  (beside others)" } else { "" };
        let _ = writeln!(text, "{name:width$}  {seconds:7.1}{note}");
    }
    text
}

/// The summary lines of all test runners, below the names of their stages.
pub(super) fn lines(rows: &[Row]) -> String {
    let mut text = String::new();
    for row in rows.iter().filter(|row| !row.summaries.is_empty()) {
        let _ = writeln!(text, "\n{}\n{}", row.name, row.summaries.join("\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_are_told_from_other_lines() {
        for (line, expect) in [
            ("test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 1 filtered out; finished in 0.01s", true),
            ("test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out", true),
            ("test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 9 filtered out", false),
            ("test a::b ... ok", false),
            ("ℹ tests 12", true),
            ("ℹ pass 12", true),
            ("ℹ fail 0", true),
            ("ℹ duration_ms 80", false),
        ] {
            assert_eq!(is_summary(line), expect, "{line}");
        }
    }

    #[test]
    fn a_run_ends_with_the_lines_of_its_runners() {
        let row = |name: &str, seconds, is_parallel, summaries: &[&str]| Row {
            name: name.to_owned(),
            seconds,
            is_parallel,
            summaries: summaries.iter().map(|line| (*line).to_owned()).collect(),
        };
        let rows = [row("format", 0.51, false, &[]), row("model", 61.0, true, &["test result: ok. 1 passed"])];
        assert_eq!(table(&rows), "\nstage   seconds\nformat      0.5\nmodel      61.0  (beside others)\n");
        assert_eq!(lines(&rows), "\nmodel\ntest result: ok. 1 passed\n");
    }
}
