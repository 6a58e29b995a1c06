//! The scores and levels that a pack can reach: computed exactly for every run, without enumerating the runs.
//!
//! Sections do not depend on each other, and within a section the score is a sum. The attainable totals therefore
//! follow from those with one question less, stored as one bit per total; a cap only decides under which ceiling each
//! total lies.

use diagnosis::{Level, Score};
use diagnosis::{Pack, Question, Rule, Section};

/// Maximum number of steps spent on one pack, about one second. 200 questions of four choices take a thousandth of
/// that.
const WORK_MAX: u64 = 2_000_000_000;

/// Ceilings on the level, the lowest first; without a cap it is [`Level::Ready`].
const CEILINGS: [Level; 4] = [Level::Rethink, Level::Prepare, Level::Nearly, Level::Ready];

/// Scores and levels that the runs of a pack reach.
#[derive(Debug)]
pub(crate) struct Attainable {
    /// Each score that some run has, with the ceiling on its level.
    pub(super) runs: Vec<(Score, Level)>,
}

impl Attainable {
    /// `None` if the points are too many and too different to enumerate in reasonable time.
    pub(crate) fn of(pack: &Pack) -> Option<Self> {
        let unit = unit(pack);
        let possible: u32 = pack.sections().iter().map(|section| possible(pack, section)).sum();
        let size = (possible / unit) as usize;
        let choices: usize = pack.questions().iter().map(|question| question.choices.len()).sum();
        let work = (choices as u64) * 16 * (size as u64 / 64 + 1);
        if work > WORK_MAX {
            return None;
        }
        let mut totals =
            CEILINGS.map(|level| if level == Level::Ready { Totals::only(0, size) } else { Totals::none(size) });
        for section in pack.sections() {
            totals = add_section(pack, section, unit, &totals);
        }
        let of = |(totals, ceiling): (&Totals, Level)| {
            let mut scores: Vec<Score> = totals.iter().map(|total| Score::of(total as u32 * unit, possible)).collect();
            scores.dedup();
            scores.into_iter().map(move |score| (score, ceiling)).collect::<Vec<_>>()
        };
        Some(Self { runs: totals.iter().zip(CEILINGS).flat_map(of).collect() })
    }

    /// Whether some run reaches `level`.
    pub(crate) fn reaches(&self, pack: &Pack, level: Level) -> bool {
        self.runs.iter().any(|(score, ceiling)| pack.level_of(*score).min(*ceiling) == level)
    }
}

/// Possible numbers of missing conditions of a gate or ladder, each with whether a choice ended the section.
pub(super) fn missing(pack: &Pack, section: &Section) -> Vec<(u32, bool)> {
    let questions: Vec<_> = pack.questions_of(section).collect();
    let count = questions.len() as u32;
    if section.rule != Rule::AllOf {
        return (0..=count).map(|missing| (missing, false)).collect();
    }
    // The numbers of gaps so far, as long as nothing has ended the section.
    let mut gaps = vec![0];
    let mut found = Vec::new();
    for (i, question) in questions.iter().enumerate() {
        let rest = count - i as u32;
        let is_gap = |ends: bool| {
            let unmet =
                question.choices.iter().any(|choice| choice.credit < question.best() && choice.ends_section == ends);
            if question.multiple { !ends } else { unmet }
        };
        if is_gap(true) {
            found.extend(gaps.iter().map(|gaps| (gaps + rest, true)));
        }
        if is_gap(false) {
            gaps.extend(gaps.clone().iter().map(|gaps| gaps + 1));
            gaps.sort_unstable();
            gaps.dedup();
        }
    }
    found.extend(gaps.into_iter().map(|gaps| (gaps, false)));
    found.sort_unstable();
    found.dedup();
    found
}

/// The best level that the caps of a section allow while this many of its conditions are missing.
pub(super) fn ceiling(pack: &Pack, section: &Section, missing: u32) -> Level {
    let applies = pack.caps().iter().filter(|cap| cap.section == section.index && missing >= cap.missing);
    applies.map(|cap| cap.level).min().unwrap_or(Level::Ready)
}

/// Points of a section's best answers.
pub(super) fn possible(pack: &Pack, section: &Section) -> u32 {
    match section.rule {
        Rule::Sum => pack.questions_of(section).map(|question| question.best()).sum(),
        Rule::AllOf => 0,
        Rule::Ladder { points_per_rung } => pack.questions_of(section).count() as u32 * points_per_rung,
    }
}

fn add_section(pack: &Pack, section: &Section, unit: u32, totals: &[Totals; 4]) -> [Totals; 4] {
    match section.rule {
        Rule::Sum => {
            let mut totals = totals.clone();
            for question in pack.questions_of(section) {
                totals = totals.map(|totals| add_question(question, unit, totals));
            }
            totals
        }
        Rule::AllOf => {
            let mut ceilings: Vec<Level> =
                missing(pack, section).into_iter().map(|(missing, _)| ceiling(pack, section, missing)).collect();
            ceilings.sort_unstable();
            ceilings.dedup();
            add_outcomes(totals, ceilings.into_iter().map(|ceiling| (0, ceiling)))
        }
        Rule::Ladder { points_per_rung } => {
            let rungs = pack.questions_of(section).count() as u32;
            let way = |run: u32| ((run * points_per_rung / unit) as usize, ceiling(pack, section, rungs - run));
            add_outcomes(totals, (0..=rungs).map(way))
        }
    }
}

fn add_question(question: &Question, unit: u32, totals: Totals) -> Totals {
    let by = |credit: u32| (credit / unit) as usize;
    if question.multiple {
        return question.choices.iter().fold(totals, |sums, choice| {
            let mut more = sums.clone();
            more.add(&sums, by(choice.credit));
            more
        });
    }
    let mut sums = totals.cleared();
    let mut credits: Vec<u32> = question.choices.iter().map(|choice| choice.credit).collect();
    credits.sort_unstable();
    credits.dedup();
    for credit in credits {
        sums.add(&totals, by(credit));
    }
    sums
}

/// Adds a section with its possible outcomes: points earned and the ceiling that applies.
fn add_outcomes(totals: &[Totals; 4], outcomes: impl Iterator<Item = (usize, Level)>) -> [Totals; 4] {
    let mut sums = totals.each_ref().map(Totals::cleared);
    for (by, ceiling) in outcomes {
        for (before, totals) in CEILINGS.into_iter().zip(totals) {
            let place = CEILINGS.into_iter().position(|level| level == before.min(ceiling));
            if let Some(sum) = place.and_then(|place| sums.get_mut(place)) {
                sum.add(totals, by);
            }
        }
    }
    sums
}

/// The greatest common divisor of all points, which serves as the unit of totals.
fn unit(pack: &Pack) -> u32 {
    let of = |section: &Section| match section.rule {
        Rule::Sum => pack.questions_of(section).flat_map(|q| q.choices.iter().map(|choice| choice.credit)).fold(0, gcd),
        Rule::AllOf => 0,
        Rule::Ladder { points_per_rung } => points_per_rung,
    };
    pack.sections().iter().map(|section| of(section)).fold(0, gcd).max(1)
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// A set of totals from 0 to its size, one bit each.
#[derive(Clone, Debug)]
struct Totals {
    words: Vec<u64>,
    is_empty: bool,
}

impl Totals {
    fn none(size: usize) -> Self {
        Self { words: vec![0; size / 64 + 1], is_empty: true }
    }

    fn only(total: usize, size: usize) -> Self {
        let mut totals = Self::none(size);
        if let Some(word) = totals.words.get_mut(total / 64) {
            *word = 1 << (total % 64);
        }
        Self { is_empty: false, ..totals }
    }

    /// The empty set of the same size.
    fn cleared(&self) -> Self {
        Self { words: vec![0; self.words.len()], is_empty: true }
    }

    /// Adds each of `others`, raised by `by`.
    fn add(&mut self, others: &Self, by: usize) {
        if others.is_empty {
            return;
        }
        self.is_empty = false;
        let (words, bits) = (by / 64, by % 64);
        let mut carry = 0;
        for (mine, other) in self.words.iter_mut().skip(words).zip(others.words.iter().chain([&0])) {
            *mine |= other << bits | carry;
            carry = if bits == 0 { 0 } else { other >> (64 - bits) };
        }
    }

    fn iter(&self) -> impl Iterator<Item = usize> {
        let bits =
            |(at, word): (usize, u64)| (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit);
        self.words.iter().copied().enumerate().flat_map(bits)
    }
}
