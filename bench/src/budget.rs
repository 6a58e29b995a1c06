//! The budget: what each thing may cost, what is aimed at, and whether that is reached.
//!
//! `report::rows` sets the numbers. It must not know how anything is measured.

use crate::stats::Estimate;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Times the other page's.
    Ratio,
    /// Bytes, written in thousands.
    Bytes,
    /// Milliseconds.
    Milliseconds,
    /// A number without a unit.
    Number,
}

impl Unit {
    /// A value as it is compared: a ratio as it is written, with two decimals, or a table would contradict itself.
    fn written(self, value: f64) -> f64 {
        if self == Self::Ratio { (value * 100.0).round() / 100.0 } else { value }
    }
}

/// What came of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A median of rounds.
    Measured(Estimate),
    /// A number that is the same each time.
    Counted(f64),
}

/// One row of the budget.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is about.
    pub what: String,
    /// How its numbers are written.
    pub unit: Unit,
    /// More than this is too much.
    pub bar: f64,
    /// What is hoped for.
    pub aim: f64,
    /// What was found.
    pub found: Found,
}

/// How a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// At the aim or better, with its whole interval.
    Aim,
    /// At the bar or better, with its whole interval.
    Bar,
    /// The median is at the bar or better, but the interval crosses it: another run may come out otherwise.
    Unsure,
    /// Above the bar.
    Missed,
}

impl Row {
    /// How it stands. Nothing counts as reached whose interval goes beyond it.
    pub fn verdict(&self) -> Verdict {
        let (value, worst) = match &self.found {
            Found::Measured(Estimate { median, high, .. }) => (*median, *high),
            Found::Counted(value) => (*value, *value),
        };
        let (value, worst) = (self.unit.written(value), self.unit.written(worst));
        if worst <= self.aim {
            Verdict::Aim
        } else if worst <= self.bar {
            Verdict::Bar
        } else if value <= self.bar {
            Verdict::Unsure
        } else {
            Verdict::Missed
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(found: Found) -> Row {
        Row { what: String::new(), unit: Unit::Ratio, bar: 1.1, aim: 1.0, found }
    }

    #[test]
    fn at_the_bar_is_reached() {
        let check = |value, expect| assert_eq!(row(Found::Counted(value)).verdict(), expect, "{value}");
        check(0.9, Verdict::Aim);
        check(1.0, Verdict::Aim);
        check(1.104, Verdict::Bar);
        check(1.106, Verdict::Missed);
    }

    #[test]
    fn an_interval_beyond_the_bar_is_not_reached() {
        let check = |median, high, expect| {
            let row = row(Found::Measured(Estimate { median, low: 0.8, high }));
            assert_eq!(row.verdict(), expect, "{median} up to {high}");
        };
        check(0.95, 1.0, Verdict::Aim);
        check(0.95, 1.09, Verdict::Bar);
        check(1.05, 1.104, Verdict::Bar);
        check(1.05, 1.2, Verdict::Unsure);
        check(1.2, 1.3, Verdict::Missed);
    }
}
