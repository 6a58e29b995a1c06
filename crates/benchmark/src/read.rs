//! Reads the format, and says everything that is wrong with a file.

use std::cell::RefCell;

use diagnosis::{Id, Reader, Value};
use diagnostics::{Code, Diagnostic, Diagnostics};

use super::{BANDS, Benchmark, FORMAT, Group, MIN, Sample};

/// The largest number of responses.
const N_MAX: u32 = 1_000_000_000;

impl Benchmark {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Every fault with its place; never empty.
    ///
    /// ```
    /// use benchmark::Benchmark;
    /// use diagnosis::Value;
    /// let value: Value = serde_json::from_str(r#"{ "format": "benchmark/v2" }"#).unwrap();
    /// let faults = Benchmark::read(&value).unwrap_err();
    /// assert!(faults.to_string().contains("format: is not a format that this version reads; write \"benchmark/v1\""));
    /// ```
    pub fn read(value: &Value) -> Result<Self, Diagnostics> {
        let found = RefCell::new(Diagnostics::default());
        let r = Reader::root(value, &found);
        r.only(&["format", "pack", "version", "source", "date", "licence", "min", "all", "groups"]);
        let format = r.text("format");
        if !format.is_empty() && &*format != FORMAT {
            r.report(r.error("format", Code::UnknownBenchmark));
        }
        let all = r.child("all");
        if all.is_none() {
            r.report(r.error("all", Code::Missing));
        }
        let places = r.child("groups").map(|_| r.list("groups", 0)).unwrap_or_default();
        let benchmark = Self {
            pack: r.id("pack"),
            version: r.text("version"),
            source: r.text("source"),
            date: r.text("date"),
            licence: r.text("licence"),
            min: if r.child("min").is_some() { r.number("min", MIN, N_MAX) } else { MIN },
            all: all.map(|r| read_sample(&r, &[])).unwrap_or_default(),
            groups: places.iter().map(read_group).collect(),
        };
        if !benchmark.date.is_empty() && !is_day(&benchmark.date) {
            r.report(r.error("date", Code::NotDay));
        }
        let ids = benchmark.groups.iter().enumerate();
        r.unique(ids.map(|(nth, group)| (&group.id, format!("groups[{nth}].id"))));
        let found = found.into_inner();
        if found.0.is_empty() { Ok(benchmark) } else { Err(found) }
    }

    /// Warnings about a readable file: samples too small to be shown, and kinds of groups that leave out fewer than
    /// [`MIN`] responses, which can then be derived by subtraction.
    pub fn warnings(&self) -> Vec<Diagnostic> {
        let small = |path: String, n: u32| Diagnostic::warning(Code::GroupTooSmall, path).with(n).with(self.min);
        let mut found = Vec::new();
        if !self.is_shown() {
            found.push(small("all.n".to_owned(), self.all.n));
        }
        for (nth, group) in self.groups.iter().enumerate().filter(|(_, group)| group.sample.n < self.min) {
            found.push(small(format!("groups[{nth}].n"), group.sample.n));
        }
        let mut seen: Vec<&str> = Vec::new();
        for group in &self.groups {
            if seen.contains(&&*group.by) {
                continue;
            }
            seen.push(&group.by);
            let of_dimension = self.groups.iter().filter(|other| other.by == group.by);
            let sum: u64 = of_dimension.map(|group| u64::from(group.sample.n)).sum();
            let left = u64::from(self.all.n).saturating_sub(sum);
            if (1..u64::from(MIN)).contains(&left) {
                found.push(Diagnostic::warning(Code::GroupsLeaveFew, "groups").with(&*group.by).with(left as u32));
            }
        }
        found
    }
}

fn read_group(r: &Reader) -> Group {
    let sample = read_sample(r, &["id", "by", "label"]);
    Group { id: r.id("id"), by: r.text("by"), label: r.text("label"), sample }
}

fn read_sample(r: &Reader, beside: &[&str]) -> Sample {
    r.only(&[beside, &["n", "scores", "questions"]].concat());
    let n = r.number("n", 0, N_MAX);
    let mut scores = [0; BANDS];
    let places = r.list("scores", 0);
    if places.len() == BANDS {
        for (place, count) in places.iter().zip(&mut scores) {
            *count = read_count(place);
        }
        check_sum(r, "scores", scores.iter(), |sum| (sum != u64::from(n)).then_some(Code::ScoresNotAll), n);
    } else if r.child("scores").is_some_and(|r| matches!(r.value(), Some(Value::List(_)))) {
        r.report(r.error("scores", Code::NotBands));
    }
    let questions = r.child("questions").map(|r| read_questions(&r, n)).unwrap_or_default();
    Sample { n, scores, questions }
}

fn read_questions(r: &Reader, n: u32) -> Vec<(Id, Vec<(String, u32)>)> {
    let mut questions = Vec::new();
    for key in r.keys() {
        let Some(place) = r.child(key) else { continue };
        let Some(id) = Id::new(key) else {
            r.report(r.error(key, Code::NotId));
            continue;
        };
        let mut answers = Vec::new();
        for answer in place.keys() {
            let Some(count) = place.child(answer) else { continue };
            if answer.is_empty() || answer.split('+').all(|part| Id::new(part).is_some()) {
                answers.push((answer.to_owned(), read_count(&count)));
            } else {
                place.report(place.error(answer, Code::NotAnswer));
            }
        }
        let counts = answers.iter().map(|(_, count)| count);
        check_sum(&place, "", counts, |sum| (sum > u64::from(n)).then_some(Code::AnswersOverN), n);
        questions.push((id, answers));
    }
    questions
}

fn check_sum<'c>(
    r: &Reader,
    key: &str,
    counts: impl Iterator<Item = &'c u32>,
    fault: impl Fn(u64) -> Option<Code>,
    n: u32,
) {
    let sum: u64 = counts.map(|count| u64::from(*count)).sum();
    if let Some(code) = fault(sum) {
        r.report(r.error(key, code).with(u32::try_from(sum).unwrap_or(u32::MAX)).with(n));
    }
}

/// The whole number at this place.
fn read_count(r: &Reader) -> u32 {
    match r.value() {
        Some(Value::Number(n)) if n.fract() == 0.0 && (0.0..=f64::from(N_MAX)).contains(n) => *n as u32,
        _ => {
            r.report(r.error("", Code::NotWhole).with(0).with(N_MAX));
            0
        }
    }
}

/// Whether it is written as `YYYY-MM-DD`, with a month and a day that there can be.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let number = |text: &str, length: usize| {
        text.parse::<u32>().ok().filter(|_| text.len() == length && text.bytes().all(|b| b.is_ascii_digit()))
    };
    number(year, 4).is_some()
        && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
        && number(day, 2).is_some_and(|day| (1..=31).contains(&day))
}
