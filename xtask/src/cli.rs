//! The command line of `cargo xtask`.
//!
//! clap reads it into a [`Command`]; the options of a command are declared beside that command. This module must not
//! touch files, processes or the terminal.

use clap::{Parser, Subcommand};

use crate::commands::{bench, benchmark, build, disclosure, lint_pack, serve, simulate_pack, snippet, test};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "The project's commands. Each installs what is missing, in pinned versions, and says so.",
    after_help = "Examples:
  cargo xtask serve                  build, then look at the demo page
  cargo xtask test --fast            check a change before you commit it
  cargo xtask test keyboard          run the tests whose names contain `keyboard`
  cargo xtask help test              all options of a command, with examples"
)]
pub struct Cli {
    /// The command; without one the help is printed.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// One command with its options.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Build the site, then serve the demo page with the widget in it, on this machine only
    Serve(serve::Options),
    /// Write the deployable site to dist/
    Build(build::Options),
    /// Run the tests
    Test(test::Options),
    /// Measure the widget beside its peers on a slow phone
    Bench(bench::Options),
    /// Check packs, configurations and benchmarks, and say how to fix them
    LintPack(lint_pack::Options),
    /// Count what the runs of a pack come to: levels, scores, findings
    SimulatePack(simulate_pack::Options),
    /// Make a file with the results of others, of exported leads
    Benchmark(benchmark::Options),
    /// Say what a configuration has sent to whom, for a legal page
    Disclosure(disclosure::Options),
    /// Write the element with its first question in it, for a page's own HTML
    Snippet(snippet::Options),
    /// Build the site, then write the npm package to target/integrations/
    #[command(after_help = "Example:
  cargo xtask npm                    then `npm install` the file in a project")]
    Npm,
    /// Build the site, then write the plugin for WordPress to target/integrations/
    #[command(
        name = "wordpress",
        after_help = "Example:
  cargo xtask wordpress              then upload the ZIP on the page for plugins"
    )]
    WordPress,
    /// Say what is installed, what each command would install, and how long that takes
    #[command(after_help = "The exit code is 1 if something is missing that no command can install.

Example:
  cargo xtask doctor                 nothing is installed or changed")]
    Doctor,
    /// Trunk's `post_build` hook, which only makes sense inside a Trunk build
    #[command(hide = true)]
    Bundle,
    /// Build the site a second time, elsewhere, and compare it with dist/: a stage of `test`
    #[command(hide = true)]
    Reproduce,
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// What was not understood, or the help if that was asked for: clap's error prints itself and knows its exit code.
///
/// ```
/// use xtask::cli::{parse, Command};
/// let command = parse(["serve", "--port", "9000"]).unwrap();
/// assert!(matches!(command, Some(Command::Serve(options)) if options.port == 9000));
/// ```
pub fn parse<W: Into<String>>(words: impl IntoIterator<Item = W>) -> Result<Option<Command>, clap::Error> {
    let words = words.into_iter().map(Into::into);
    Cli::try_parse_from(std::iter::once("cargo xtask".to_owned()).chain(words)).map(|cli| cli.command)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    fn check(line: &str, expect: Result<Option<Command>, &str>) {
        match (parse(line.split_whitespace()), expect) {
            (Ok(got), Ok(expect)) => assert_eq!(got, expect, "{line}"),
            (Err(got), Err(expect)) => {
                let got = got.to_string();
                assert!(got.contains(expect), "{line}: {got}");
            }
            (got, expect) => panic!("{line}: got {got:?}, expected {expect:?}"),
        }
    }

    #[test]
    fn the_declaration_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_shows_examples() {
        let mut root = Cli::command();
        root.build();
        for command in root.get_subcommands_mut().filter(|command| !command.is_hide_set()) {
            let help = command.render_long_help().to_string();
            let name = command.get_name();
            assert!(name == "help" || help.contains(&format!("  cargo xtask {name}")), "{name}: {help}");
        }
    }

    #[test]
    fn commands_and_their_options() {
        let ok = |line: &str, command: Command| check(line, Ok(Some(command)));
        check("", Ok(None));
        ok("build", Command::Build(build::Options::default()));
        ok("build --pack a.ja.json", Command::Build(build::Options { packs: vec!["a.ja.json".into()] }));
        ok("doctor", Command::Doctor);
        ok("npm", Command::Npm);
        ok("wordpress", Command::WordPress);
        ok("serve", Command::Serve(serve::Options::default()));
        ok("serve --port=81", Command::Serve(serve::Options { port: 81 }));
        let test = |options| Command::Test(options);
        ok("test", test(test::Options::default()));
        ok("test --cargo-only", test(test::Options { cargo_only: true, ..test::Options::default() }));
        ok("test --skip-receivers", test(test::Options { skip_receivers: true, ..test::Options::default() }));
        ok("test --skip-wordpress", test(test::Options { skip_wordpress: true, ..test::Options::default() }));
        ok("test --fast", test(test::Options { fast: true, ..test::Options::default() }));
        let filter = Some("keyboard".to_owned());
        ok("test keyboard", test(test::Options { filter, ..test::Options::default() }));
        ok("bench", Command::Bench(bench::Options::default()));
        let options = |json| lint_pack::Options { json, paths: vec!["my.json".into(), "packs".into()] };
        ok("lint-pack my.json packs", Command::LintPack(options(false)));
        ok("lint-pack --json my.json packs", Command::LintPack(options(true)));
        let options = |json| simulate_pack::Options { json, path: "my.json".into() };
        ok("simulate-pack my.json", Command::SimulatePack(options(false)));
        ok("simulate-pack my.json --json", Command::SimulatePack(options(true)));
    }

    #[test]
    fn mistakes_are_named() {
        check("biuld", Err("unrecognized subcommand 'biuld'"));
        check("biuld", Err("'build'"));
        check("build --fast", Err("unexpected argument '--fast'"));
        check("test --skip", Err("unexpected argument '--skip'"));
        check("test --engine opera", Err("chromium, firefox, webkit, all"));
        check("test --engine", Err("a value is required for '--engine <NAME>'"));
        check("test --fast --engine firefox", Err("cannot be used with"));
        check("serve --port", Err("a value is required for '--port <N>'"));
        check("lint-pack", Err("<FILE>..."));
        check("lint-pack a.json --strict", Err("unexpected argument '--strict'"));
        check("simulate-pack", Err("<FILE>"));
        check("serve --port 99999", Err("99999 is not in 1..=65535"));
    }
}
