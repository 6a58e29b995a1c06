//! `cargo xtask test`: runs every test, the fast ones first, so that a broken rule is found within two minutes.
//!
//! `plan` lists the stages, `schedule` runs them, and `summary` ends a run. With a filter there are no stages:
//! `matching` finds the tests, and only they run. This module must not know what the tests check.

mod cargo;
mod chromium;
mod javascript;
mod matching;
mod plan;
mod schedule;
mod stage;
mod summary;

use std::cell::OnceCell;

use anyhow::Result;

use crate::commands::engines::EngineChoice;
use crate::process;
use crate::project::Project;
use crate::tools::{self, ExtraTools, TestTools};

/// What to run.
#[derive(Clone, Debug, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  cargo xtask test                       everything; what CI runs
  cargo xtask test --fast                under five minutes: all but most of the browser tests
  cargo xtask test --cargo-only          needs neither a browser nor a build of the site
  cargo xtask test keyboard              the tests whose names contain `keyboard`
  cargo xtask test hosts --engine all    the whole target `hosts`, in three engines")]
pub struct Options {
    /// A part of the names of tests, or the name of a test target such as `journeys`; nothing else runs
    #[arg(value_name = "FILTER")]
    pub filter: Option<String>,
    /// Leave out what takes long: the second build, and all browser tests but a few
    #[arg(long, conflicts_with_all = ["filter", "engine", "cargo_only"])]
    pub fast: bool,
    /// Stop after the stages that need neither a browser nor a build of the site
    #[arg(long)]
    pub cargo_only: bool,
    /// Leave out the tests that send leads to a real Node-RED and a real CRM
    #[arg(long)]
    pub skip_receivers: bool,
    /// Leave out the tests of the plugin in a real WordPress
    #[arg(long)]
    pub skip_wordpress: bool,
    /// The engines that journeys, hosts and faults from the field run in.
    #[command(flatten)]
    pub engines: EngineChoice,
}

/// One run of the command, shared by its stages.
struct Run<'a> {
    project: &'a Project,
    options: &'a Options,
    /// The tools of the browser tests, once a stage has asked for them.
    tools: OnceCell<TestTools>,
    /// The tools that only some browser tests need, once a stage has asked for them.
    extra: OnceCell<ExtraTools>,
}

impl Run<'_> {
    /// The tools of the browser tests, found or installed at the first call.
    fn tools(&self) -> Result<&TestTools> {
        get_or_try_init(&self.tools, || tools::for_tests(self.project))
    }

    /// The tools that only some browser tests need, found or installed at the first call.
    fn extra(&self) -> Result<&ExtraTools> {
        get_or_try_init(&self.extra, || tools::extra(self.project))
    }
}

/// The value of the cell, created by `make` at the first call that succeeds.
fn get_or_try_init<T>(cell: &OnceCell<T>, make: impl FnOnce() -> Result<T>) -> Result<&T> {
    match cell.get() {
        Some(value) => Ok(value),
        None => {
            let value = make()?;
            Ok(cell.get_or_init(|| value))
        }
    }
}

/// Runs the tests that the options ask for, then prints the duration of each stage and the summaries of the test
/// runners.
///
/// # Errors
/// Names the stage that failed, or says that no test matches the filter.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let run = Run { project, options, tools: OnceCell::new(), extra: OnceCell::new() };
    let stages = match &options.filter {
        Some(filter) => matching::stages(&run, filter)?,
        None => plan::stages(&run)?,
    };
    let report = schedule::run(stages, &project.target().join("test-logs"), &process::end_children);
    print!("{}", summary::table(&report.rows));
    if let Some((stage, error)) = report.failure {
        return Err(error.context(format!("the stage `{stage}` failed")));
    }
    print!("{}", summary::lines(&report.rows));
    Ok(())
}
