//! The keys `from` and `until`: the days on which the diagnosis may be begun.

use diagnosis::Reader;
use diagnostics::Code;

use super::read::line;

/// The first year that is taken for one.
const YEAR_MIN: u32 = 2000;

/// The first and the last day on which a run may begin, in whole days since 1970-01-01, where the respondent is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day; `None` for always.
    pub from: Option<u32>,
    /// The last day; `None` for ever.
    pub until: Option<u32>,
}

impl Period {
    pub(crate) fn read(r: &Reader) -> Self {
        let period = Self { from: read_day(r, "from"), until: read_day(r, "until") };
        if period.from.zip(period.until).is_some_and(|(from, until)| until < from) {
            r.report(r.error("until", Code::PeriodEmpty));
            return Self::default();
        }
        period
    }

    /// Whether a run may begin on that day.
    pub fn holds(self, day: u32) -> bool {
        !self.is_ahead(day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it begins after that day.
    pub fn is_ahead(self, day: u32) -> bool {
        self.from.is_some_and(|from| day < from)
    }
}

fn read_day(r: &Reader, key: &str) -> Option<u32> {
    let found = day_of(&line(r, key)?);
    if found.is_none() {
        r.report(r.error(key, Code::NotDay));
    }
    found
}

/// The day that `2026-12-01` names.
fn day_of(text: &str) -> Option<u32> {
    let mut parts = text.split('-');
    let mut part = |digits: usize| -> Option<u32> {
        let part = parts.next()?;
        let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| is_number)
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    if parts.next().is_some() || year < YEAR_MIN {
        return None;
    }
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    };
    if !(1..=last).contains(&day) {
        return None;
    }
    // A year begins in March here, so that the leap day is its last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let of_year = (153 * month + 2) / 5 + day - 1;
    Some(year * 365 + year / 4 - year / 100 + year / 400 + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        for (text, day) in
            [("2000-03-01", 11_017), ("2024-02-29", 19_782), ("2026-11-28", 20_785), ("2026-12-31", 20_818)]
        {
            assert_eq!(day_of(text), Some(day), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-1",
            "2026-12-32",
            "2026-12",
            "26-12-01",
            "1999-12-31",
            "2026-12-01T00:00",
            "+026-12-01",
        ] {
            assert_eq!(day_of(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_holds_its_first_and_last_day() {
        let period = Period { from: Some(10), until: Some(12) };
        assert_eq!([9, 10, 12, 13].map(|day| period.holds(day)), [false, true, true, false]);
        assert_eq!([9, 10, 13].map(|day| period.is_ahead(day)), [true, false, false]);
        assert!(Period::default().holds(0));
    }
}
