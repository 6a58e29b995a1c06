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
    Parallel(Command),
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
            let mut summaries = Vec::new();
            process::run_and_read(&line(&command), &mut command, |line| {
                if summary::is_summary(line) {
                    summaries.push(line.to_owned());
                }
            })?;
            Ok(summaries)
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
    pub(super) fn parallel(name: impl Into<String>, command: Command) -> Self {
        Self { name: name.into(), how: How::Parallel(command) }
    }
}

/// The command as typed in a shell, to repeat a stage that failed.
fn line(command: &Command) -> String {
    let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy()).collect();
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    format!("`{} {}`", program.display(), words.join(" "))
}
