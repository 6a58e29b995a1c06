//! The scripts of `www/` that stay: linted, type-checked and unit-tested, in seconds and without a browser.
//!
//! `eslint.config.cjs` and `tsconfig.json` list the scripts and the rules; `tests/js` has the tests. This module must
//! not know what they check.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::Run;
use super::stage::Stage;
use crate::files;
use crate::process;
use crate::tools::cache::Cache;
use crate::tools::npm::Npm;

/// Lets the tests import names that only a build defines.
const REGISTER: &str = "./tests/js/support/register.js";
/// Suffix of the file of a test.
const ENDING: &str = ".test.js";

/// Lint, types and unit tests.
pub(super) fn stages<'a>(run: &'a Run<'a>) -> Vec<Stage<'a>> {
    vec![
        Stage::of("JavaScript lint", || {
            let npm = npm(run)?;
            let mut eslint = with_packages(Command::new(npm.bin().join("eslint")), run, &npm);
            eslint.args(["--config", "eslint.config.cjs", "--max-warnings", "0", "www", "tests/js"]);
            process::run("eslint", &mut eslint)
        }),
        Stage::of("JavaScript types", || {
            let npm = npm(run)?;
            let mut tsc = with_packages(Command::new(npm.bin().join("tsc")), run, &npm);
            process::run("the type checker", tsc.args(["--project", "tsconfig.json", "--pretty"]))
        }),
        Stage::tests("JavaScript unit tests", || node(run, &tests(run)?, None)),
    ]
}

/// The unit tests that match a filter: a whole file of that name, or tests whose names contain it.
pub(super) fn matching<'a>(run: &'a Run<'a>, filter: &'a str) -> Result<Option<Stage<'a>>> {
    let (mut named, mut some) = (Vec::new(), Vec::new());
    for path in tests(run)? {
        if name(&path) == Some(filter) {
            named.push(path);
        } else if has_test(&files::read_text(&path)?, filter) {
            some.push(path);
        }
    }
    let (found, pattern) = if named.is_empty() { (some, Some(filter)) } else { (named, None) };
    Ok((!found.is_empty()).then(|| Stage::tests("JavaScript unit tests", move || node(run, &found, pattern))))
}

fn npm(run: &Run<'_>) -> Result<Npm> {
    Npm::ensure(&Cache::from_env()?, run.project)
}

/// The files of the unit tests.
fn tests(run: &Run<'_>) -> Result<Vec<PathBuf>> {
    let found = files::walk(&run.project.root().join("tests/js"))?;
    Ok(found.into_iter().filter(|path| name(path).is_some()).collect())
}

/// The name of a test file, without its ending.
fn name(path: &Path) -> Option<&str> {
    path.file_name().and_then(OsStr::to_str)?.strip_suffix(ENDING)
}

/// Whether a test file has a test whose name, as it is written there, contains the filter.
fn has_test(source: &str, filter: &str) -> bool {
    source.lines().any(|line| line.trim_start().starts_with("test(") && line.contains(filter))
}

/// Node's test runner with these files, restricted to the tests whose names contain `filter`.
fn node(run: &Run<'_>, tests: &[PathBuf], filter: Option<&str>) -> Result<Command> {
    let program = process::find_on_path("node").context("Node.js was not found")?;
    let mut node = with_packages(Command::new(program), run, &npm(run)?);
    node.args(["--import", REGISTER, "--test", "--test-reporter", "spec"]);
    if let Some(filter) = filter {
        node.arg(format!("--test-name-pattern={}", escaped(filter)));
    }
    node.args(tests);
    Ok(node)
}

/// The filter as a regular expression that matches just that text.
fn escaped(filter: &str) -> String {
    filter.chars().flat_map(|letter| (!letter.is_alphanumeric()).then_some('\\').into_iter().chain([letter])).collect()
}

/// The command at the root of the checkout, with the packages available to `require`.
fn with_packages(mut command: Command, run: &Run<'_>, npm: &Npm) -> Command {
    command.current_dir(run.project.root()).env("NODE_PATH", npm.modules());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_found_by_their_names() {
        let source = "const a = 'late';\ntest('a late move', () => {});\n  test(`${href} may not`, f);\n";
        assert!(has_test(source, "late move") && has_test(source, "may not"));
        assert!(!has_test(source, "const"));
        assert_eq!(name(Path::new("tests/js/port.test.js")), Some("port"));
        assert_eq!(name(Path::new("tests/js/support/page.js")), None);
    }

    #[test]
    fn a_filter_is_no_expression() {
        assert_eq!(escaped("open.delay (a b)"), r"open\.delay\ \(a\ b\)");
    }
}
