//! A stage of a test run: its name, when it runs, and how.
//!
//! It must not know which stages there are; see [`super::plan`].

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::summary;
use crate::process;

/// One stage.
pub(super) struct Stage<'a> {
    /// The name that the heading, the table and a failure show.
    pub(super) name: String,
    /// When and how it runs.
    pub(super) how: How<'a>,
}

/// When and how a stage runs.
pub(super) enum How<'a> {
    /// After the previous stages, with output to this terminal. Returns the summary lines of test runners.
    InTurn(Box<dyn FnOnce() -> Result<Vec<String>> + 'a>),
    /// In parallel with the stages that follow, one such stage at a time. Its output is printed when it ends.
    Beside(Command),
}

impl<'a> Stage<'a> {
    /// A stage that does `work` in sequence.
    pub(super) fn of(name: impl Into<String>, work: impl FnOnce() -> Result<()> + 'a) -> Self {
        let work = || work().map(|()| Vec::new());
        Self { name: name.into(), how: How::InTurn(Box::new(work)) }
    }

    /// A stage that runs a command in sequence.
    pub(super) fn command(name: impl Into<String>, mut command: Command) -> Self {
        Self::of(name, move || process::run(&line(&command), &mut command))
    }

    /// A stage that runs a test runner in sequence; `make` creates its command.
    pub(super) fn tests(name: impl Into<String>, make: impl FnOnce() -> Result<Command> + 'a) -> Self {
        let work = move || {
            let mut command = make()?;
            let Outcome { summaries, failed, result } = run_tests(&mut command);
            if result.is_ok() || failed.is_empty() || failed.len() > RETRIES_MAX {
                return result.map(|()| summaries);
            }
            println!("FLAKY? run once more, alone: {}", failed.join(", "));
            let mut again = only(&command, &failed);
            let retried = run_tests(&mut again);
            retried.result?;
            println!("FLAKY: green when run alone, so a fault of timing in test or product: {}", failed.join(", "));
            Ok(summaries.into_iter().filter(|line| !line.contains("FAILED")).chain(retried.summaries).collect())
        };
        Self { name: name.into(), how: How::InTurn(Box::new(work)) }
    }

    /// The same stage followed by `work`, whatever its result; its own failure takes precedence over that of `work`.
    pub(super) fn and_always(self, work: impl FnOnce() -> Result<()> + 'a) -> Self {
        let Self { name, how: How::InTurn(before) } = self else { return self };
        let both = move || {
            let outcome = before();
            let after = work();
            outcome.and_then(|summaries| after.map(|()| summaries))
        };
        Self { name, how: How::InTurn(Box::new(both)) }
    }

    /// A stage that runs a command in parallel with the stages that follow it.
    pub(super) fn beside(name: impl Into<String>, command: Command) -> Self {
        Self { name: name.into(), how: How::Beside(command) }
    }
}

/// Maximum number of failed tests of a stage that are run again; more failures are no matter of timing.
const RETRIES_MAX: usize = 8;

/// Output of a test runner, and whether it passed.
struct Outcome {
    summaries: Vec<String>,
    failed: Vec<String>,
    result: Result<()>,
}

fn run_tests(command: &mut Command) -> Outcome {
    let (mut summaries, mut failed) = (Vec::new(), Vec::new());
    let result = process::run_and_read(&line(command), command, |line| {
        if summary::is_summary(line) {
            summaries.push(line.to_owned());
        }
        failed.extend(failed_test(line).map(str::to_owned));
    });
    Outcome { summaries, failed, result }
}

/// The name of the failed test in a line of libtest.
fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

/// The same command for only these tests, one at a time.
fn only(command: &Command, tests: &[String]) -> Command {
    let mut only = Command::new(command.get_program());
    let words: Vec<_> = command.get_args().collect();
    let is_cargo = words.first().is_some_and(|word| *word == "test");
    only.args(&words);
    if is_cargo && !words.contains(&std::ffi::OsStr::new("--")) {
        only.arg("--");
    }
    only.args(tests).args(["--exact", "--test-threads", "1"]);
    if let Some(folder) = command.get_current_dir() {
        only.current_dir(folder);
    }
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => only.env(name, value),
            None => only.env_remove(name),
        };
    }
    only
}

/// The command as typed in a shell, to repeat a stage that failed.
fn line(command: &Command) -> String {
    let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy()).collect();
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    format!("`{} {}`", program.display(), words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_is_run_again_alone() {
        assert_eq!(failed_test("test a::b ... FAILED"), Some("a::b"));
        assert_eq!(failed_test("test a::b ... ok"), None);
        let mut command = Command::new("cargo");
        command.args(["test", "--package", "e2e"]).env("A", "1").current_dir("/");
        let again = only(&command, &["a::b".to_owned()]);
        assert_eq!(line(&again), "`cargo test --package e2e -- a::b --exact --test-threads 1`");
        assert_eq!(again.get_envs().count(), 1);
    }
}
