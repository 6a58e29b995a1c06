//! Runs the stages one after the other, with at most one other stage in parallel, so that no more than two run at once.
//!
//! The first failure ends the run and stops everything that is still running. This module must not know which stages
//! there are.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use anyhow::{Context as _, Error, Result, ensure};

use super::stage::{How, Stage};
use super::summary::{self, Row};
use crate::{files, process, progress};

/// Result of a run.
#[derive(Debug, Default)]
pub(super) struct Report {
    /// The completed stages, in order of completion.
    pub(super) rows: Vec<Row>,
    /// The stage that failed first, and the reason.
    pub(super) failure: Option<(String, Error)>,
}

/// State that the two threads share.
#[derive(Default)]
struct Shared {
    report: Report,
    /// The process that runs in parallel with the current stage.
    parallel_pid: Option<u32>,
}

/// Runs the stages. The output of parallel stages goes through files in `logs`; `stop_in_turn` ends the processes of
/// the current stage when a parallel one has failed.
pub(super) fn run(stages: Vec<Stage<'_>>, logs: &Path, stop_in_turn: &(dyn Fn() + Sync)) -> Report {
    let started = Instant::now();
    let shared = Mutex::new(Shared::default());
    thread::scope(|scope| {
        let (queue, jobs) = mpsc::channel();
        let worker = scope.spawn(|| run_parallel(jobs, logs, &shared, stop_in_turn));
        for Stage { name, how } in stages {
            if lock(&shared).report.failure.is_some() {
                break;
            }
            match how {
                How::Parallel(command) => {
                    println!("\n── {name} runs beside the stages that follow");
                    // The worker receives until this end of the queue is dropped.
                    let _ = queue.send((name, command));
                }
                How::InTurn(work) => {
                    println!("\n── {name}, {:.1} s after the start", started.elapsed().as_secs_f32());
                    run_in_turn(name, work, &shared);
                }
            }
        }
        drop(queue);
        progress::during("waiting for what runs beside", || {
            // A panic of the worker propagates to this thread.
            if let Err(panic) = worker.join() {
                std::panic::resume_unwind(panic);
            }
        });
    });
    shared.into_inner().unwrap_or_else(PoisonError::into_inner).report
}

fn run_in_turn(name: String, work: Box<dyn FnOnce() -> Result<Vec<String>> + '_>, shared: &Mutex<Shared>) {
    let started = Instant::now();
    let outcome = work();
    let seconds = started.elapsed().as_secs_f32();
    let mut shared = lock(shared);
    match outcome {
        Ok(summaries) => {
            println!("── {name} took {seconds:.1} s");
            shared.report.rows.push(Row { name, seconds, is_parallel: false, summaries });
        }
        // It may have been stopped because the other one failed; then that failure counts as the first.
        Err(_) if shared.report.failure.is_some() => {}
        Err(error) => {
            shared.report.failure = Some((name, error));
            if let Some(pid) = shared.parallel_pid {
                process::end_tree(pid);
            }
        }
    }
}

fn run_parallel(jobs: Receiver<(String, Command)>, logs: &Path, shared: &Mutex<Shared>, stop_in_turn: &dyn Fn()) {
    for (name, command) in jobs {
        let started = Instant::now();
        let log = logs.join(name.replace(' ', "-")).with_extension("log");
        let Some(outcome) = run_into(&log, command, shared) else { return };
        let seconds = started.elapsed().as_secs_f32();
        let output = fs::read(&log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
        let mut shared = lock(shared);
        if shared.report.failure.is_some() {
            return;
        }
        println!("\n── {name}, which ran beside the others for {seconds:.1} s\n{output}── end of {name}");
        match outcome {
            Ok(()) => {
                let summaries = output.lines().filter(|line| summary::is_summary(line)).map(str::to_owned).collect();
                shared.report.rows.push(Row { name, seconds, is_parallel: true, summaries });
            }
            Err(error) => {
                shared.report.failure = Some((name, error));
                drop(shared);
                stop_in_turn();
                return;
            }
        }
    }
}

/// Runs a command with its output in the file `log`; `None` if the run failed before the command could start.
fn run_into(log: &Path, mut command: Command, shared: &Mutex<Shared>) -> Option<Result<()>> {
    let spawned = (|| {
        files::write(log, "")?;
        let output = File::options().append(true).open(log)?;
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        let mut shared = lock(shared);
        if shared.report.failure.is_some() {
            return Ok(None);
        }
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command.spawn().with_context(|| format!("`{program}` could not be started"))?;
        shared.parallel_pid = Some(child.id());
        Ok(Some(child))
    })();
    let mut child = match spawned {
        Ok(child) => child?,
        Err(error) => return Some(Err(error)),
    };
    let ended = child.wait();
    lock(shared).parallel_pid = None;
    Some(ended.map_err(Error::from).and_then(|status| {
        ensure!(status.success(), "it ended with {status}; its output is above and in {}", log.display());
        Ok(())
    }))
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use anyhow::bail;

    use super::*;
    use crate::files::scratch::Scratch;

    fn shell(script: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        shell
    }

    fn failing_stage(report: Report) -> String {
        report.failure.expect("a stage failed").0
    }

    #[test]
    fn all_stages_run_and_their_summaries_are_kept() {
        let logs = Scratch::new();
        let stages = vec![
            Stage::parallel("model", shell("echo 'test result: ok. 2 passed; 0 failed; 0 ignored;' >&2")),
            Stage::tests("unit", || Ok(shell("echo noise; echo 'test result: ok. 3 passed; 0 failed; 0 ignored;'"))),
            Stage::of("last", || Ok(())),
        ];
        let report = run(stages, logs.path(), &|| {});
        assert!(report.failure.is_none(), "{report:?}");
        let mut passed: Vec<_> = report.rows.iter().map(|row| (row.name.as_str(), row.summaries.len())).collect();
        passed.sort_unstable();
        assert_eq!(passed, [("last", 0), ("model", 1), ("unit", 1)]);
    }

    #[test]
    fn a_failure_in_turn_ends_the_run_and_what_runs_beside() {
        let logs = Scratch::new();
        let stages = vec![
            Stage::parallel("endless", shell("echo started; exec tail -f /dev/null")),
            Stage::of("second", || bail!("broken")),
            Stage::of("third", || panic!("the run went on")),
        ];
        assert_eq!(failing_stage(run(stages, logs.path(), &|| {})), "second");
    }

    #[test]
    fn a_failure_beside_ends_the_stage_in_turn_and_is_the_one_that_is_named() {
        let logs = Scratch::new();
        let stopped = AtomicBool::new(false);
        let stages = vec![
            Stage::parallel("broken", shell("exit 1")),
            Stage::of("long", || {
                while !stopped.load(Ordering::Relaxed) {
                    thread::yield_now();
                }
                bail!("stopped")
            }),
            Stage::of("next", || panic!("the run went on")),
        ];
        let report = run(stages, logs.path(), &|| stopped.store(true, Ordering::Relaxed));
        assert_eq!(failing_stage(report), "broken");
    }

    #[test]
    fn what_waits_its_turn_beside_is_not_started_after_a_failure() {
        let logs = Scratch::new();
        let mark = logs.path().join("mark");
        let stages = vec![
            Stage::parallel("endless", shell("exec tail -f /dev/null")),
            Stage::parallel("never", shell(&format!("touch {}", mark.display()))),
            Stage::of("broken", || bail!("broken")),
        ];
        assert_eq!(failing_stage(run(stages, logs.path(), &|| {})), "broken");
        assert!(!mark.exists());
    }
}
