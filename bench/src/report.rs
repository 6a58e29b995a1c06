//! The report: one document in Markdown for terminal and file.
//!
//! It must not measure anything.

mod rows;
mod table;

use std::fmt::Write as _;

use anyhow::Result;
use xtask::bundle::manifest::Manifest;
use xtask::commands::bench::Options;

use crate::budget::{Found, Row, Unit, Verdict};
use crate::growth;
use crate::lighthouse::{Points, medians};
use crate::run::Rounds;
use crate::stats::Estimate;
use crate::subject::Subject;
use rows::Medians;
use table::table;

/// Everything that is reported.
#[derive(Debug)]
pub struct Report<'a> {
    /// How it was measured.
    pub options: &'a Options,
    /// The browser's name and version.
    pub chromium: String,
    /// The day.
    pub date: String,
    /// The built site.
    pub manifest: &'a Manifest,
    /// What the rounds gave.
    pub rounds: &'a Rounds,
    /// What the engine took natively.
    pub engine: &'a [growth::Row],
}

impl Report<'_> {
    /// The whole document.
    ///
    /// # Errors
    /// When something was not measured that should have been.
    pub fn markdown(&self) -> Result<String> {
        let Options { runs, cpu, rtt, kbit, .. } = self.options;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
        let budget = rows::budget(self.manifest, self.rounds, self.engine)?;
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "# Measured beside its peers\n\n\
             Written on {date} by\n\n\
             ```sh\ncargo xtask bench {words}\n```\n\n\
             with {chromium} on {os} {arch}, {cores} cores. A 390x844 phone, {rtt} ms to each answer, {kbit} kbit/s, a\n\
             CPU slowed {cpu} times, brotli, a fresh browser context for each visit. Medians of {runs} interleaved\n\
             rounds. Times drift with the machine; the ratios of one run are what counts.\n\n\
             ## The pages\n\n{pages}\n\
             ## The budget\n\n{budget_table}\n{noise}\n{scores}\n{main_thread}\n\
             ## Growth\n\n{growth}\n\
             ## Method\n\n{METHOD}",
            words = self.options.words().join(" "),
            date = self.date,
            chromium = self.chromium,
            pages = self.pages()?,
            budget_table = budget_table(&budget),
            noise = noise(&rows::noise(self.rounds)?),
            main_thread = main_thread(&rows::main_thread(self.rounds)?),
            scores = scores(&self.rounds.points),
            growth = self.growth(),
        );
        Ok(text)
    }

    fn pages(&self) -> Result<String> {
        let mut rows = vec![words(&[
            "page",
            "first question, ms",
            "reacts, ms",
            "tap to next paint, ms",
            "bytes until first",
            "bytes in all",
        ])];
        for subject in Subject::ALL {
            let Medians { first, reacts, tap, bytes_first, bytes_all } = Medians::of(self.rounds, subject)?;
            rows.push(vec![
                subject.name().to_owned(),
                number(Unit::Milliseconds, first),
                number(Unit::Milliseconds, reacts),
                number(Unit::Milliseconds, tap),
                number(Unit::Bytes, bytes_first),
                number(Unit::Bytes, bytes_all),
            ]);
        }
        Ok(table(&rows))
    }

    fn growth(&self) -> String {
        let [small, large] = growth::SIZES.map(|size| format!("{size} questions, ms"));
        let mut rows = vec![vec!["what".to_owned(), small, large, "times".to_owned()]];
        let [small, large] = &self.rounds.growth;
        for row in self.engine.iter().cloned().chain(growth::browser::rows(small, large)) {
            let [small, large] = row.milliseconds;
            let time = |time: f64| if time < 1.0 { format!("{time:.4}") } else { format!("{time:.1}") };
            rows.push(vec![row.what, time(small), time(large), format!("{:.1}", large / small)]);
        }
        table(&rows)
    }
}

const METHOD: &str = "\
- Every round visits every page once, and begins with another one each time. A first round that does not count warms
  up the machine. A ratio is taken within each round; the table has the median of the rounds' ratios. Its interval is
  the percentile bootstrap of that median (10,000 draws), with 95 %.
- *First question*: from the start of the navigation until the frame that shows the question is painted. *Reacts*:
  until the second question is painted, after the first was clicked by a script in the moment it was painted, and each
  100 ms again where nobody listened yet. *Tap to next paint*: real touches on the next questions when the page is
  idle, from the finger's lifting to the paint of the next question. All noted in the page, in the same way for all.
- *Two lines* is the embed on an empty page, *instant snippet* the same with the first question in the page's own HTML
  (`dist/snippets/readiness.ja.html`). The twins ask the questions of the readiness pack word for word,
  with help and notes, so that copy does not count as speed, and are in the page by a script too. The vanilla one is
  hand-written HTML without styling and 20 lines of JavaScript in one small module; SurveyJS is survey-core and survey-js-ui 2.5.38 without its delay, animations and web fonts; the
  Yew app has no prerendering and is compiled like the widget. The last row is the vanilla twin as a page of its own:
  it needs no second request, which every embed pays, and stands there for honesty.
- *Bytes* are bodies as they come over the network, without headers. 1 KB is 1,000 bytes. *Until the result* has the
  form's views in it; whoever begins to fill the form in loads its outbox too.
- *First paint* of the pages for staff: the first text of their shell, before their wasm has come.
- *Host page*: the demo page with the widget ten screens down, and without it. Shifts are counted while it loads and
  while it is scrolled to its end, and the worst round stands; blocked time is what tasks take beyond 50 ms before
  anyone scrolls, and the main thread's time is that of all tasks by then. *Lighthouse* 12 runs on both in at most three rounds, with a phone and a simulated slowness of its
  own. Of each category counts the median in whole points; what the widget takes off the four is added up, and nothing
  makes up for it. The last outcomes stay in `target/bench/`.
- *Taps lost*: a journey makes a thousand at random moments around the arrival of the wasm, which is delayed at random
  (`tests/e2e/tests/arrival/thousand_taps.rs`); if one is lost or counts twice there is no table.
- *Growth*: the readiness pack with questions and findings added. The engine runs natively and unslowed (criterion);
  in the browser everything is downloaded before, and the CPU is slowed.
";

fn budget_table(budget: &[Row]) -> String {
    let mut rows = vec![words(&["what", "measured", "95 % interval", "bar", "aim", "reached"])];
    for row in budget {
        let write = |value| number(row.unit, value);
        let (measured, interval) = match &row.found {
            Found::Measured(Estimate { median, low, high }) => {
                (write(*median), format!("{} to {}", write(*low), write(*high)))
            }
            Found::Counted(value) => (write(*value), String::new()),
        };
        rows.push(vec![row.what.clone(), measured, interval, write(row.bar), write(row.aim), reached(row)]);
    }
    table(&rows)
}

fn reached(row: &Row) -> String {
    let word = match row.verdict() {
        Verdict::Aim => "aim",
        Verdict::Bar => "bar",
        Verdict::Unsure => "unsure",
        Verdict::Missed => "**no**",
    };
    word.to_owned()
}

fn noise(all: &[Estimate; 3]) -> String {
    let [first, reacts, tap] = all.map(|Estimate { median, low, high }| format!("{median:.2} ({low:.2} to {high:.2})"));
    format!(
        "How noisy the machine was: the vanilla twin to itself, visited twice a round, has {first} for the first question,\n\
         {reacts} for the reaction and {tap} for the tap. A row whose interval crosses its bar is *unsure*, and not reached.\n"
    )
}

fn main_thread(found: &Found) -> String {
    let time = match found {
        Found::Measured(Estimate { median, low, high }) => format!("{median:.0} ms ({low:.0} to {high:.0})"),
        Found::Counted(value) => format!("{value:.0} ms"),
    };
    format!(
        "The main thread of the host page, ten screens above the widget, is busy {time} longer with it than without.\n"
    )
}

fn scores(points: &[Vec<Points>; 2]) -> String {
    let [with, without] = points.each_ref().map(|rounds| medians(rounds));
    let all = without.iter().map(|(name, points)| {
        let with = with.get(name).map_or("no".to_owned(), f64::to_string);
        format!("{name} {with} and {points}")
    });
    format!("Lighthouse's points with the widget and without it: {}.\n", all.collect::<Vec<_>>().join(", "))
}

fn number(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Ratio => format!("{value:.2}"),
        Unit::Bytes => format!("{:.1} KB", value / 1000.0),
        Unit::Milliseconds => format!("{value:.0}"),
        // Adding zero takes the sign from a negative one.
        Unit::Number if value.fract() == 0.0 => format!("{:.0}", value + 0.0),
        Unit::Number => format!("{value:.3}"),
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_units() {
        let check = |unit, value, expect: &str| assert_eq!(number(unit, value), expect);
        check(Unit::Ratio, 1.0349, "1.03");
        check(Unit::Bytes, 6744.0, "6.7 KB");
        check(Unit::Milliseconds, 565.6, "566");
        check(Unit::Number, 0.0, "0");
        check(Unit::Number, -0.0, "0");
        check(Unit::Number, -29.0, "-29");
        check(Unit::Number, 0.01234, "0.012");
    }

    #[test]
    fn each_category_has_both_scores() {
        let points = |seo| vec![Points::from([("performance".into(), 100.0), ("seo".into(), seo)])];
        let expect = "Lighthouse's points with the widget and without it: performance 100 and 100, seo 90 and 92.\n";
        assert_eq!(scores(&[points(90.0), points(92.0)]), expect);
    }

    #[test]
    fn a_row_says_how_it_stands() {
        let row = |found| Row { what: "x".into(), unit: Unit::Ratio, bar: 1.1, aim: 1.0, found };
        let measured = |median, low, high| row(Found::Measured(Estimate { median, low, high }));
        assert_eq!(reached(&measured(0.9, 0.8, 1.0)), "aim");
        assert_eq!(reached(&measured(1.05, 0.8, 1.2)), "unsure");
        assert_eq!(reached(&measured(1.3, 1.2, 1.4)), "**no**");
    }
}
