//! A stage of a test run: what it is called, when it runs, and how.
//!
//! It must not know which stages there are; see [`super::plan`].

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::summary;
use crate::process;

/// One stage.
pub(super) struct Stage<'a> {
    /// The name that the heading, the table and a failure say.
    pub(super) name: String,
    /// When and how it runs.
    pub(super) how: How<'a>,
}

/// When and how a stage runs.
pub(super) enum How<'a> {
    /// When the stages before it are done, with this terminal's output. Answers the summary lines of test runners.
    InTurn(Box<dyn FnOnce() -> Result<Vec<String>> + 'a>),
    /// Beside the stages that follow, one such stage at a time. Its output is printed when it ends.
    Beside(Command),
}

impl<'a> Stage<'a> {
    /// A stage that does `work` in its turn.
    pub(super) fn of(name: impl Into<String>, work: impl FnOnce() -> Result<()> + 'a) -> Self {
        let work = || work().map(|()| Vec::new());
        Self { name: name.into(), how: How::InTurn(Box::new(work)) }
    }

    /// A stage that runs a command in its turn.
    pub(super) fn command(name: impl Into<String>, mut command: Command) -> Self {
        Self::of(name, move || process::run(&line(&command), &mut command))
    }

    /// A stage that runs a test runner in its turn; `make` gives its command.
    pub(super) fn tests(name: impl Into<String>, make: impl FnOnce() -> Result<Command> + 'a) -> Self {
        let work = move || {
            let mut found = Vec::new();
            let mut command = make()?;
            process::run_and_read(&line(&command), &mut command, |line| {
                if summary::is_summary(line) {
                    found.push(line.to_owned());
                }
            })?;
            Ok(found)
        };
        Self { name: name.into(), how: How::InTurn(Box::new(work)) }
    }

    /// The same stage with `work` after it, whatever became of it; its own failure counts more than that of `work`.
    pub(super) fn and_always(self, work: impl FnOnce() -> Result<()> + 'a) -> Self {
        let Self { name, how: How::InTurn(before) } = self else { return self };
        let both = move || {
            let outcome = before();
            let after = work();
            outcome.and_then(|summaries| after.map(|()| summaries))
        };
        Self { name, how: How::InTurn(Box::new(both)) }
    }

    /// A stage that runs a command beside the stages that follow it.
    pub(super) fn beside(name: impl Into<String>, command: Command) -> Self {
        Self { name: name.into(), how: How::Beside(command) }
    }
}

/// The command as one would type it, to repeat a stage that failed.
fn line(command: &Command) -> String {
    let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy()).collect();
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    format!("`{} {}`", program.display(), words.join(" "))
}
