//! Running other programs, without a shell.
//!
//! All programs run through this module, so that every failure names the program and its purpose, and every program is
//! looked up in the same way. It must not know which programs the project uses.

mod tree;

use std::ffi::{OsStr, OsString};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
pub use tree::{end_children, end_tree};

/// Runs `command` with this terminal's output and waits for it.
///
/// # Errors
/// Fails when it cannot be started or does not exit with 0; both errors name `what`.
pub fn run(what: &str, command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{what}: `{program}` could not be started"))?;
    if !status.success() {
        bail!("{what} failed, with {status}; its own output is above");
    }
    Ok(())
}

/// Runs `command` as [`run`] does, and hands each line of its standard output to `on_line` once it is printed.
///
/// # Errors
/// The same as for [`run`].
pub fn run_and_read(what: &str, command: &mut Command, mut on_line: impl FnMut(&str)) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let spawned = command.stdout(Stdio::piped()).spawn();
    let mut child = spawned.with_context(|| format!("{what}: `{program}` could not be started"))?;
    let mut output = BufReader::new(child.stdout.take().context("the output of a child was not piped")?);
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        print!("{text}");
        on_line(text.trim_end());
        line.clear();
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("{what} failed, with {status}; its own output is above");
    }
    Ok(())
}

/// The trimmed standard output of a program that succeeds; `None` otherwise.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    if !output.status.success() {
        return None;
    }
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first word with a digit in front that `program --version` prints, such as `0.21.14`.
pub fn version_of(program: &Path) -> Option<String> {
    let text = output(Command::new(program).arg("--version"))?;
    first_version(&text)
}

fn first_version(text: &str) -> Option<String> {
    text.split_whitespace()
        .map(|word| word.trim_start_matches('v'))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}

/// The number before the first dot of a version.
pub fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

/// The first file called `name` in the folders of `PATH`.
pub fn find_on_path(name: &str) -> Option<PathBuf> {
    find_in(&std::env::var_os("PATH")?, name)
}

/// The first file called `name` in the folders of `path`, which is written as `PATH` is.
pub fn find_in(path: &OsStr, name: &str) -> Option<PathBuf> {
    std::env::split_paths(path).map(|dir| dir.join(name)).find(|file| file.is_file())
}

/// `PATH` with `dirs` in front.
///
/// # Errors
/// Fails when a folder's name holds the separator of `PATH`.
pub fn path_with<'a>(dirs: impl IntoIterator<Item = &'a Path>) -> Result<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let dirs = dirs.into_iter().map(Path::to_path_buf);
    std::env::join_paths(dirs.chain(std::env::split_paths(&old)))
        .context("a tool's folder cannot be put on PATH; set SHINDAN_TOOLS to one without `:`")
}

/// The cargo that runs this command, else the one on `PATH`.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_as_the_tools_print_them() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(first_version(text).as_deref(), expect, "{text}");
        };
        check("trunk 0.21.14", Some("0.21.14"));
        check("wasm-bindgen 0.2.130 (abcdef 2026-01-01)", Some("0.2.130"));
        check("v20.20.2", Some("20.20.2"));
        check("Google Chrome 156.0.1.2", Some("156.0.1.2"));
        check("no number", None);
        assert_eq!(major("156.0.8078.79"), Some(156));
    }

    #[test]
    fn lines_are_handed_on_and_a_failure_still_counts() {
        let mut lines = Vec::new();
        let mut shell = Command::new("sh");
        shell.args(["-c", "echo one; printf two; exit 3"]);
        let error = run_and_read("the check", &mut shell, |line| lines.push(line.to_owned())).unwrap_err();
        assert_eq!(lines, ["one", "two"]);
        assert!(format!("{error:#}").contains("the check failed"), "{error:#}");
    }

    #[test]
    fn a_failing_child_is_named() {
        let error = run("the check", cargo().arg("no-such-command-here").stderr(Stdio::null()));
        let error = format!("{:#}", error.unwrap_err());
        assert!(error.contains("the check failed"), "{error}");
    }
}
