//! `cargo xtask bench`: the widget beside its peers on a slow phone.
//!
//! The measuring is a program of its own, in `bench/`, so that no other command compiles it. This module reads the
//! options for both and starts that program. It must not know what is measured.

use anyhow::{Context as _, Result, bail, ensure};

use crate::process;
use crate::project::Project;

/// How to measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many rounds count; each measures every page once.
    pub runs: u32,
    /// How many times slower the CPU is made.
    pub cpu: u32,
    /// What each request waits for its answer, in milliseconds.
    pub rtt: u32,
    /// The network's speed in kilobits per second.
    pub kbit: u32,
    /// The Markdown file that is written, from the checkout's root.
    pub out: String,
}

impl Default for Options {
    /// A phone of the middle class on slow 4G (source: PERFORMANCE.md).
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
        let mut options = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let (name, value) = match word.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (word, None),
            };
            let place = match name.as_str() {
                "--runs" => Some(&mut options.runs),
                "--cpu" => Some(&mut options.cpu),
                "--rtt" => Some(&mut options.rtt),
                "--kbit" => Some(&mut options.kbit),
                "--out" => None,
                _ => bail!("`bench` takes no option {name:?}"),
            };
            let value = value.or_else(|| words.next()).with_context(|| format!("`{name}` wants a value after it"))?;
            match place {
                Some(place) => {
                    *place = value.parse().with_context(|| format!("`{name}` wants a whole number, not {value:?}"))?;
                    ensure!((1..=100_000).contains(place), "`{name}` wants a number from 1 to 100000, not {value}");
                }
                None => options.out = value,
            }
        }
        Ok(options)
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
/// When it does not end well; its own words stand above.
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
        check("--fast", "no option \"--fast\"");
        check("--runs", "wants a value");
        check("--runs many", "not \"many\"");
        check("--cpu 0", "from 1 to 100000");
    }
}
