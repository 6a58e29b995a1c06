//! Results of each journey, as a table of journeys by engines.
//!
//! It must not know how the journeys were run.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::tools::engine::Engine;

/// Content of an engine's journal.
#[derive(Debug, Default)]
pub(super) struct Journal {
    journeys: BTreeMap<String, Outcome>,
}

/// Result of a journey in one engine.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    Whole,
    /// Passed, except for the parts that were left out.
    Part(Vec<String>),
    /// Skipped, with the reason.
    Skipped(String),
    Failed,
}

impl Journal {
    /// Reads lines with a test's name, its result and the reason. Of several results the most severe one counts.
    pub(super) fn read(text: &str) -> Self {
        let mut journal = Self::default();
        for line in text.lines() {
            let mut words = line.split('\t');
            let (Some(name), Some(what)) = (words.next(), words.next()) else { continue };
            let reason = words.next().unwrap_or_default().to_owned();
            let outcome = journal.journeys.entry(name.to_owned()).or_insert(Outcome::Whole);
            match (what, &mut *outcome) {
                ("fails", _) => *outcome = Outcome::Failed,
                (_, Outcome::Failed | Outcome::Skipped(_)) => {}
                ("skipped", _) => *outcome = Outcome::Skipped(reason),
                ("without", Outcome::Part(reasons)) if reasons.contains(&reason) => {}
                ("without", Outcome::Part(reasons)) => reasons.push(reason),
                ("without", Outcome::Whole) => *outcome = Outcome::Part(vec![reason]),
                _ => {}
            }
        }
        journal
    }
}

/// The journals of all engines side by side.
#[derive(Debug)]
pub(super) struct Table<'a> {
    journals: &'a [(Engine, Journal)],
    /// Every journey that any engine has run or skipped.
    names: Vec<&'a str>,
    /// Every reason, in the order of their numbers.
    reasons: Vec<&'a str>,
}

impl<'a> Table<'a> {
    pub(super) fn of(journals: &'a [(Engine, Journal)]) -> Self {
        let all = || journals.iter().flat_map(|(_, journal)| &journal.journeys);
        let mut names: Vec<&str> = all().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let mut reasons: Vec<&str> = Vec::new();
        for (_, outcome) in all() {
            for reason in outcome.reasons() {
                if !reasons.contains(&reason.as_str()) {
                    reasons.push(reason);
                }
            }
        }
        Self { journals, names, reasons }
    }

    /// A journey for which some engine has no result, neither as run nor as skipped.
    pub(super) fn unheard_of(&self) -> Option<String> {
        let unknown = |name: &&&str| self.journals.iter().find(|(_, journal)| !journal.journeys.contains_key(**name));
        self.names.iter().find_map(|name| Some(format!("{name} in {}", unknown(&name)?.0.title())))
    }

    /// A test that has failed in some engine.
    pub(super) fn failed(&self) -> Option<String> {
        let failed = |(engine, journal): &(Engine, Journal)| {
            let (name, _) = journal.journeys.iter().find(|(_, outcome)| **outcome == Outcome::Failed)?;
            Some(format!("{name} in {}", engine.title()))
        };
        self.journals.iter().find_map(failed)
    }

    /// The engines.
    pub(super) fn titles(&self) -> Vec<&'static str> {
        self.journals.iter().map(|(engine, _)| engine.title()).collect()
    }

    /// Each journey with one cell per engine.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&str, Vec<String>)> {
        let cells =
            |name: &str| self.journals.iter().map(|(_, journal)| self.cell(journal.journeys.get(name))).collect();
        self.names.iter().map(move |name| (*name, cells(name)))
    }

    /// Every reason, in the order of the numbers in the cells.
    pub(super) fn reasons(&self) -> &[&str] {
        &self.reasons
    }

    /// The number of journeys by result, and what is not done in which engine.
    pub(super) fn for_terminal(&self) -> String {
        let mut text = String::new();
        for (engine, journal) in self.journals {
            let count = |is: fn(&Outcome) -> bool| journal.journeys.values().filter(|outcome| is(outcome)).count();
            let (whole, failed) = (count(|o| *o == Outcome::Whole), count(|o| *o == Outcome::Failed));
            let (part, skipped) =
                (count(|o| matches!(o, Outcome::Part(_))), count(|o| matches!(o, Outcome::Skipped(_))));
            let title = engine.title();
            let _ = writeln!(text, "{title:9} {whole} whole, {part} in part, {skipped} skipped, {failed} failed");
            for (name, outcome) in &journal.journeys {
                let _ = match outcome {
                    Outcome::Skipped(reason) => writeln!(text, "  SKIPPED {name}: {reason}"),
                    Outcome::Part(reasons) => writeln!(text, "  in part {name}: {}", reasons.join("; ")),
                    Outcome::Failed => writeln!(text, "  FAILED  {name}"),
                    Outcome::Whole => Ok(()),
                };
            }
        }
        text
    }

    /// The table as a page of the docs.
    pub(super) fn for_docs(&self) -> String {
        let mut text = String::from(
            "# The journeys in three engines\n\nWritten by `cargo xtask test`, which runs every journey of \
             `tests/e2e/tests/journeys` in Chromium, Firefox and\nWebKit. Do not edit it. A number leads to what an \
             engine, or its driver, leaves out.\n",
        );
        let titles: Vec<&str> = self.journals.iter().map(|(engine, _)| engine.title()).collect();
        let mut group = "";
        for name in &self.names {
            let (of, journey) = name.rsplit_once("::").unwrap_or(("", name));
            if of != group {
                group = of;
                let _ = write!(
                    text,
                    "\n## {}\n\n| | {} |\n|---|",
                    of.replace("::", ": ").replace('_', " "),
                    titles.join(" | ")
                );
                text.push_str(&"---|".repeat(titles.len()));
                text.push('\n');
            }
            let cells: Vec<String> =
                self.journals.iter().map(|(_, journal)| self.cell(journal.journeys.get(*name))).collect();
            let _ = writeln!(text, "| {} | {} |", journey.replace('_', " "), cells.join(" | "));
        }
        text.push_str("\n## What is left out\n\n");
        for (number, reason) in (1..).zip(&self.reasons) {
            let _ = writeln!(text, "{number}. {reason}");
        }
        text
    }

    fn cell(&self, outcome: Option<&Outcome>) -> String {
        let Some(outcome) = outcome else { return "?".to_owned() };
        let word = match outcome {
            Outcome::Whole => "yes",
            Outcome::Part(_) => "in part",
            Outcome::Skipped(_) => "no",
            Outcome::Failed => "fails",
        };
        let number =
            |reason: &String| (1..).zip(&self.reasons).find(|(_, other)| *other == reason).map(|(number, _)| number);
        let numbers: Vec<String> =
            outcome.reasons().iter().filter_map(number).map(|number: u32| number.to_string()).collect();
        [word.to_owned()]
            .into_iter()
            .chain((!numbers.is_empty()).then(|| format!("({})", numbers.join(", "))))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

impl Outcome {
    fn reasons(&self) -> &[String] {
        match self {
            Self::Whole | Self::Failed => &[],
            Self::Part(reasons) => reasons,
            Self::Skipped(reason) => std::slice::from_ref(reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gravest_outcome_counts_and_every_reason_has_a_number() {
        let chromium = Journal::read("a::x\truns\t\na::x\truns\t\na::y\truns\t\n");
        let webkit = Journal::read(
            "a::x\twithout\tno finger\na::x\truns\t\na::x\twithout\tno finger\na::y\tskipped\tno paper\n",
        );
        let journals = [(Engine::Chromium, chromium), (Engine::WebKit, webkit)];
        let table = Table::of(&journals);
        let docs = table.for_docs();
        for part in ["## a\n", "| x | yes | in part (1) |", "| y | yes | no (2) |", "1. no finger\n2. no paper\n"] {
            assert!(docs.contains(part), "{part}: {docs}");
        }
        let text = table.for_terminal();
        assert!(
            text.contains("0 whole, 1 in part, 1 skipped, 0 failed") && text.contains("SKIPPED a::y: no paper"),
            "{text}"
        );
        assert_eq!(table.unheard_of(), None);
    }

    #[test]
    fn a_failure_is_never_forgotten() {
        let journal = Journal::read("a::x\tfails\t\na::x\truns\t\na::x\twithout\tno finger\n");
        assert_eq!(journal.journeys.get("a::x"), Some(&Outcome::Failed));
        let journals = [(Engine::Chromium, Journal::read("a::x\truns\t\n")), (Engine::WebKit, journal)];
        assert_eq!(Table::of(&journals).failed().as_deref(), Some("a::x in WebKit"));
    }

    #[test]
    fn what_one_engine_does_not_know_is_named() {
        let journals = [(Engine::Chromium, Journal::read("a::x\truns\t\n")), (Engine::Firefox, Journal::read(""))];
        assert_eq!(Table::of(&journals).unheard_of().as_deref(), Some("a::x in Firefox"));
    }
}
