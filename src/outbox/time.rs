//! Points and lengths of time, as whole milliseconds. The clock itself is outside: what it says arrives as data.
//!
//! The clock of a device may be wrong, and may be set back while leads wait. So whatever waits is kept as a [`Span`], a
//! beginning and a length: a beginning that lies ahead of the clock tells that it was set back, and is moved to now.

/// A length of time in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millis(pub u64);

impl Millis {
    /// So many seconds.
    pub const fn seconds(seconds: u64) -> Self {
        Self(seconds.saturating_mul(1_000))
    }

    /// So many hours.
    pub const fn hours(hours: u64) -> Self {
        Self::seconds(hours.saturating_mul(3_600))
    }
}

/// A point in time: milliseconds since 1970-01-01 UTC, as the device's clock has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(u64);

impl Time {
    /// The last point that a browser can name, in the year 275760; later ones are taken for it.
    pub const LAST: Time = Time(8_640_000_000_000_000);

    /// So many milliseconds after the beginning of 1970, UTC.
    pub fn from_millis(millis: u64) -> Self {
        Self(millis.min(Self::LAST.0))
    }

    /// Milliseconds since the beginning of 1970, UTC.
    pub fn millis(self) -> u64 {
        self.0
    }

    /// This point and `length` more.
    pub fn after(self, length: Millis) -> Self {
        Self::from_millis(self.0.saturating_add(length.0))
    }

    /// How long after `earlier` this is; nothing if it is before.
    pub fn since(self, earlier: Time) -> Millis {
        Millis(self.0.saturating_sub(earlier.0))
    }

    /// As RFC 3339 writes it, to the second, in UTC.
    ///
    /// ```
    /// use shindan::outbox::Time;
    /// assert_eq!(Time::from_millis(1_795_310_414_999).rfc3339(), "2026-11-22T01:20:14Z");
    /// ```
    pub fn rfc3339(self) -> String {
        let seconds = self.0 / 1_000;
        let (year, month, day) = civil(seconds / 86_400);
        let (hour, minute, second) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

/// A beginning and a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When it began.
    pub from: Time,
    /// How long it lasts.
    pub length: Millis,
}

impl Span {
    /// When it ends.
    pub fn end(self) -> Time {
        self.from.after(self.length)
    }

    /// Whether it is over at `now`.
    pub fn is_over(self, now: Time) -> bool {
        self.end() <= now
    }
}

/// What a `Retry-After` header asks for: seconds, or the time until a date (RFC 9110, 10.2.3); `None` for anything else.
///
/// ```
/// use shindan::outbox::{Millis, Time, retry_after};
/// let now = Time::from_millis(1_795_310_414_000);
/// assert_eq!(retry_after("120", now), Some(Millis::seconds(120)));
/// assert_eq!(retry_after("Sun, 22 Nov 2026 01:20:44 GMT", now), Some(Millis::seconds(30)));
/// assert_eq!(retry_after("soon", now), None);
/// ```
pub fn retry_after(header: &str, now: Time) -> Option<Millis> {
    let header = header.trim();
    if header.bytes().all(|b| b.is_ascii_digit()) {
        return header.parse().ok().map(Millis::seconds);
    }
    let mut words = header.split_once(", ")?.1.split(' ');
    let day: u64 = words.next()?.parse().ok()?;
    let name = words.next()?;
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = months.iter().position(|month| *month == name)? as u64 + 1;
    let year: u64 = words.next()?.parse().ok()?;
    let mut clock = words.next()?.split(':').map(|part| part.parse::<u64>().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    let is_date = words.next() == Some("GMT") && (1..=31).contains(&day) && (1970..10_000).contains(&year);
    let is_clock = hour < 24 && minute < 60 && second <= 60;
    if !is_date || !is_clock {
        return None;
    }
    let seconds = ((days(year, month, day)? * 24 + hour) * 60 + minute) * 60 + second;
    Some(Time::from_millis(seconds * 1_000).since(now))
}

/// Year, month and day of a day counted from 1970-01-01. The year is taken to begin in March, so that the leap day is last.
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let january = u64::from(month >= 10);
    (year + era * 400 + january, month + 3 - 12 * january, day)
}

/// The day of a date, counted from 1970-01-01; `None` before that.
fn days(year: u64, month: u64, day: u64) -> Option<u64> {
    let january = u64::from(month <= 2);
    let (year, month) = (year.checked_sub(january)?, month + 12 * january - 3);
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day;
    days.checked_sub(719_469)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_each_others_inverse() {
        for day in (0..200_000).step_by(7).chain([59, 60, 11_016, 11_017]) {
            let (year, month, of_month) = civil(day);
            assert_eq!(days(year, month, of_month), Some(day), "{year}-{month}-{of_month}");
        }
        // date -u -d @951782400
        assert_eq!(Time::from_millis(951_782_400_000).rfc3339(), "2000-02-29T00:00:00Z");
        assert_eq!(Time::LAST.rfc3339(), "275760-09-13T00:00:00Z");
    }

    #[test]
    fn headers_that_ask_for_nothing_sensible() {
        let now = Time::from_millis(0);
        for header in [
            "",
            "-1",
            "1.5",
            "Sun, 32 Nov 2026 01:20:44 GMT",
            "Sun, 22 Nov 99999999999999 01:20:44 GMT",
            "Sun, 22 Nov 1969 01:20:44 GMT",
            "Sun, 22 Nov 2026 25:20:44 GMT",
            "Sun, 22 Nov 2026 01:20 GMT",
            ", ",
        ] {
            assert_eq!(retry_after(header, now), None, "{header}");
        }
        assert_eq!(retry_after("99999999999999999", now), Some(Millis::seconds(99_999_999_999_999_999)));
    }
}
