//! The command line of `cargo xtask`, read by hand: so few commands need no parser crate.
//!
//! This module only turns words into a [`Command`]; it must not touch files, processes or the terminal.

use anyhow::{Context as _, Result, bail};

use crate::commands::{bench, lint_pack, test};

/// What `cargo xtask --help` prints.
pub const HELP: &str = "\
The project's commands. Each installs by itself what is missing, in pinned versions, and says so.

usage: cargo xtask COMMAND

  serve [--port N]     build, then serve the demo page with the widget in it (default port 8080, or the next free one)
  build                write the deployable site to dist/
  test [--cargo-only] [--skip-receivers] [--engine NAME]...
                       run every test; with --cargo-only just those that need neither a browser nor a build, with
                       --skip-receivers all but those that send leads to a real Node-RED and a real CRM, with --engine
                       the journeys in that one: chromium, firefox, webkit or all (default chromium; the table of what
                       each of all can do goes to docs/engines.md)
  bench [--runs N] [--cpu N] [--rtt MS] [--kbit N] [--out FILE]
                       measure the widget beside its peers on a slow phone (default 11 runs, a CPU slowed 4 times,
                       150 ms, 1600 kbit/s) and write the table to docs/bench.md
  lint-pack [--format json] FILE...
                       check packs and configurations, or every one of a folder, and say how to mend them; several packs
                       are held against each other as translations. 0: nothing to say, 1: remarks, 2: no file to use
  help                 this text";

/// The port that `serve` tries first.
pub const DEFAULT_PORT: u16 = 8080;

/// One command with its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Build, then serve `dist/` on the first free port from `port` upwards.
    Serve {
        /// The port to try first.
        port: u16,
    },
    /// Measure the widget beside its peers.
    Bench(bench::Options),
    /// Write the deployable site to `dist/`.
    Build,
    /// Trunk's `post_build` hook. Hidden: it only makes sense inside a Trunk build.
    Bundle,
    /// Run the tests.
    Test(test::Options),
    /// Check packs and configurations.
    LintPack(lint_pack::Options),
    /// Print [`HELP`].
    Help,
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// Names the word that was not understood; the caller prints [`HELP`] below it.
///
/// ```
/// use xtask::cli::{parse, Command};
/// let words = ["serve", "--port", "9000"].map(String::from);
/// assert_eq!(parse(words).unwrap(), Command::Serve { port: 9000 });
/// ```
pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Command> {
    let mut words = words.into_iter();
    let name = words.next().unwrap_or_else(|| "help".to_owned());
    let command = match name.as_str() {
        "serve" => return serve(words),
        "test" => return test::Options::parse(words).map(Command::Test),
        "build" => Command::Build,
        "bundle" => Command::Bundle,
        "bench" => return bench::Options::parse(words).map(Command::Bench),
        "lint-pack" => return lint_pack::Options::parse(words).map(Command::LintPack),
        "help" | "-h" | "--help" => Command::Help,
        other => bail!("there is no command {other:?}"),
    };
    match words.next() {
        Some(extra) => bail!("`{name}` takes no option {extra:?}"),
        None => Ok(command),
    }
}

fn serve(mut words: impl Iterator<Item = String>) -> Result<Command> {
    let mut port = DEFAULT_PORT;
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--port=") {
            Some(value) => value.to_owned(),
            None if word == "--port" => words.next().context("`--port` wants a number after it")?,
            None => bail!("`serve` takes no option {word:?}"),
        };
        port = value.parse().with_context(|| format!("`--port` wants a number from 1 to 65535, not {value:?}"))?;
    }
    Ok(Command::Serve { port })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: Result<Command, &str>) {
        let got = parse(line.split_whitespace().map(str::to_owned));
        match (got, expect) {
            (Ok(got), Ok(expect)) => assert_eq!(got, expect, "{line}"),
            (Err(got), Err(expect)) => {
                let got = format!("{got:#}");
                assert!(got.contains(expect), "{line}: {got}");
            }
            (got, expect) => panic!("{line}: got {got:?}, expected {expect:?}"),
        }
    }

    #[test]
    fn commands_and_their_options() {
        check("", Ok(Command::Help));
        check("build", Ok(Command::Build));
        check("serve", Ok(Command::Serve { port: DEFAULT_PORT }));
        check("serve --port=81", Ok(Command::Serve { port: 81 }));
        check("test", Ok(Command::Test(test::Options::default())));
        let options = |cargo_only, skip_receivers| {
            Command::Test(test::Options { cargo_only, skip_receivers, ..test::Options::default() })
        };
        check("test --cargo-only", Ok(options(true, false)));
        check("test --skip-receivers", Ok(options(false, true)));
        check("bench", Ok(Command::Bench(bench::Options::default())));
        let options = |json| lint_pack::Options { json, paths: vec!["my.json".into(), "packs".into()] };
        check("lint-pack my.json packs", Ok(Command::LintPack(options(false))));
        check("lint-pack --format json my.json packs", Ok(Command::LintPack(options(true))));
        check("lint-pack my.json --format=text packs", Ok(Command::LintPack(options(false))));
    }

    #[test]
    fn mistakes_are_named() {
        check("biuld", Err("no command \"biuld\""));
        check("build --fast", Err("no option \"--fast\""));
        check("test --skip", Err("no option \"--skip\""));
        check("test --engine opera", Err("chromium, firefox, webkit"));
        check("test --engine", Err("wants a name"));
        check("serve --port", Err("wants a number"));
        check("lint-pack", Err("wants a file"));
        check("lint-pack --format", Err("json or text"));
        check("lint-pack a.json --format xml", Err("not \"xml\""));
        check("lint-pack a.json --strict", Err("no option \"--strict\""));
        check("serve --port 99999", Err("not \"99999\""));
    }
}
