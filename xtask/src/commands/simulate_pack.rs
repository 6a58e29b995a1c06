//! `cargo xtask simulate-pack`: shows authors the results of a pack's runs.
//!
//! It reads a file and prints; the library does all counting. It must not know what a pack means.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::rc::Rc;

use anyhow::{Context as _, Result, anyhow};
use authoring::{Appearance, SimulationReport, simulate};
use diagnosis::Pack;

use crate::files;

/// What to simulate, and how to print it.
#[derive(Clone, Debug, PartialEq, Eq, clap::Args)]
#[command(
    after_help = "All runs of a pack are counted if they are fewer than a million; else 100,000 are drawn, the same each time.

Examples:
  cargo xtask simulate-pack packs/readiness.en.json   levels, scores and findings of one pack
  cargo xtask simulate-pack --json my.json            for machines, with a run for each"
)]
pub struct Options {
    /// Write one JSON document
    #[arg(long)]
    pub json: bool,
    /// The pack
    #[arg(value_name = "FILE")]
    pub path: PathBuf,
}

/// Simulates the pack and prints the results.
///
/// # Errors
/// Fails when the file cannot be read, or is refused as a pack.
pub fn run(options: &Options) -> Result<()> {
    let path = options.path.display();
    let value = authoring::parse(&files::read_text(&options.path)?).map_err(|fault| anyhow!("{path}: {fault}"))?;
    let pack = Pack::read(&value).map_err(|faults| anyhow!("{path} is refused:\n{faults}"))?;
    let report = simulate(Rc::new(pack));
    if options.json {
        println!("{}", serde_json::to_string_pretty(&report).context("the report cannot be written as JSON")?);
    } else {
        print!("{}", as_lines(&report));
    }
    Ok(())
}

/// The report as tables: one line per level, per ten scores, and per finding.
fn as_lines(report: &SimulationReport) -> String {
    let mut text = String::new();
    let which = if report.is_exhaustive { "all of them" } else { "drawn at random" };
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{} runs, {which}", report.runs);
    let share = |runs: u64| 100.0 * runs as f64 / report.runs.max(1) as f64;
    let mut line = |name: &str, runs: u64, detail: &str| {
        let bar = "#".repeat((share(runs) / 2.0).round() as usize);
        let _ = writeln!(text, "{}", format!("  {name:<24} {:>6.2} %  {bar}{detail}", share(runs)).trim_end());
    };
    for tally in &report.levels {
        line(tally.level, tally.runs, in_words(tally.appearance));
    }
    for from in (0..=90).step_by(10) {
        let to = if from == 90 { 100 } else { from + 9 };
        let of_bar = report.scores.iter().filter(|tally| (from..=to).contains(&tally.score));
        line(&format!("score {from} to {to}"), of_bar.map(|tally| tally.runs).sum(), "");
    }
    for tally in &report.findings {
        line(&tally.finding, tally.runs, in_words(tally.appearance));
    }
    text
}

/// The remark beside the share.
fn in_words(appearance: Appearance) -> &'static str {
    match appearance {
        Appearance::Never => "never",
        Appearance::NotSeen => "not seen",
        Appearance::Sometimes => "",
        Appearance::Always => " always",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn a_line_for_each_level_bar_and_finding() {
        let json = include_str!("../../../packs/executive.en.json");
        let pack = Pack::read(&authoring::parse(json).unwrap()).unwrap();
        let findings = pack.findings().len();
        let text = as_lines(&simulate(Rc::new(pack)));
        assert_eq!(text.lines().count(), 1 + 4 + 10 + findings, "{text}");
        assert!(text.starts_with("16384 runs, all of them\n"), "{text}");
    }

    #[test]
    fn a_file_that_is_no_pack_is_refused_with_its_place() {
        let scratch = Scratch::new().with("a.json", "{").with("b.json", r#"{ "format": "pack/v1" }"#);
        let error = |name: &str| {
            let options = Options { json: false, path: scratch.path().join(name) };
            format!("{:#}", run(&options).unwrap_err())
        };
        assert!(error("a.json").contains("a.json: line 1, column 1"), "{}", error("a.json"));
        assert!(error("b.json").contains("is refused:\n"), "{}", error("b.json"));
        assert!(error("none.json").contains("none.json"));
    }
}
