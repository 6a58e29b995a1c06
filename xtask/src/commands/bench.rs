//! `cargo xtask bench`: the widget beside its peers on a slow phone.
//!
//! The measuring is a program of its own, in `bench/`, so that no other command compiles it. This module declares the
//! options of both and starts that program. It must not know what is measured.

use anyhow::Result;
use clap::Parser;

use crate::process;
use crate::project::Project;

/// How to measure.
///
/// The defaults are a mid-range phone on slow 4G.
#[derive(Clone, Debug, PartialEq, Eq, Parser)]
#[command(
    name = "cargo xtask bench",
    no_binary_name = true,
    after_help = "Examples:
  cargo xtask bench                          about 15 minutes; writes docs/bench.md
  cargo xtask bench --runs 3 --out target/bench.md
  cargo xtask bench --cpu 1 --rtt 20 --kbit 20000    a fast phone on Wi-Fi"
)]
pub struct Options {
    /// Rounds that count; each measures every page once
    #[arg(long, value_name = "N", default_value_t = 11, value_parser = count())]
    pub runs: u32,
    /// How many times slower the CPU is made
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = count())]
    pub cpu: u32,
    /// Time that each request waits for its answer, in milliseconds
    #[arg(long, value_name = "MS", default_value_t = 150, value_parser = count())]
    pub rtt: u32,
    /// Speed of the network, in kilobits per second
    #[arg(long, value_name = "KBIT", default_value_t = 1600, value_parser = count())]
    pub kbit: u32,
    /// The Markdown file that is written, relative to the root of the checkout
    #[arg(long, value_name = "FILE", default_value = "docs/bench.md")]
    pub out: String,
}

/// A number that makes sense for every option.
fn count() -> clap::builder::RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(1..=100_000)
}

impl Default for Options {
    fn default() -> Self {
        Self { runs: 11, cpu: 4, rtt: 150, kbit: 1600, out: "docs/bench.md".to_owned() }
    }
}

impl Options {
    /// Reads the words after `bench`.
    ///
    /// # Errors
    /// Names the option that is not understood.
    pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Self> {
        Ok(Self::try_parse_from(words)?)
    }

    /// The words that [`Options::parse`] reads back.
    pub fn words(&self) -> Vec<String> {
        let Self { runs, cpu, rtt, kbit, out } = self;
        let numbers = [("--runs", runs), ("--cpu", cpu), ("--rtt", rtt), ("--kbit", kbit)];
        let numbers = numbers.into_iter().flat_map(|(name, number)| [name.to_owned(), number.to_string()]);
        numbers.chain(["--out".to_owned(), out.clone()]).collect()
    }
}

/// Builds the measuring program and runs it to its end.
///
/// # Errors
/// When it fails; its own output is above.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.args(["run", "--locked", "--package", "bench", "--"]).args(options.words());
    process::run("the measurement", cargo.current_dir(project.root()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options> {
        Options::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn without_words_the_defaults_hold() {
        assert_eq!(parse("").unwrap(), Options::default());
    }

    #[test]
    fn options_come_back_from_their_words() {
        let options = parse("--runs 3 --cpu=6 --rtt 40 --kbit=9000 --out x.md").unwrap();
        assert_eq!(options, Options { runs: 3, cpu: 6, rtt: 40, kbit: 9000, out: "x.md".into() });
        assert_eq!(Options::parse(options.words()).unwrap(), options);
    }

    #[test]
    fn mistakes_are_named() {
        let check = |line: &str, expect: &str| {
            let error = format!("{:#}", parse(line).unwrap_err());
            assert!(error.contains(expect), "{line}: {error}");
        };
        check("--fast", "unexpected argument '--fast'");
        check("--runs", "a value is required for '--runs <N>'");
        check("--runs many", "invalid value 'many'");
        check("--cpu 0", "0 is not in 1..=100000");
    }
}
