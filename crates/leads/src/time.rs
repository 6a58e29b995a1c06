//! Points and lengths of time, as whole seconds. The clock itself is outside: its value is an argument.
//!
//! The clock of a device may be wrong, and may be set back while leads wait. Every wait is therefore stored as a
//! [`Span`], a start and a length: a start in the future shows that the clock was set back, and is moved to now.

/// A length of time in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seconds(pub u32);

impl Seconds {
    /// A length of whole hours.
    pub const fn hours(hours: u32) -> Self {
        Self(hours.saturating_mul(3_600))
    }
}

/// A point in time: seconds since 1970-01-01 UTC, by the device's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(u32);

impl Time {
    /// The beginning of 1970.
    pub const FIRST: Time = Time(0);
    /// A time after any that a clock can show.
    pub const NEVER: Time = Time(u32::MAX);

    /// The point this many seconds after 1970-01-01 UTC; it stops at the end of the range, in the year 2106.
    pub fn new(seconds: u32) -> Self {
        Self(seconds.min(u32::MAX - 1))
    }

    /// Seconds since the beginning of 1970, UTC.
    pub fn get(self) -> u32 {
        self.0
    }

    /// This point and `length` more.
    pub fn after(self, length: Seconds) -> Self {
        Self(self.0.saturating_add(length.0))
    }

    /// The time from `earlier` to this point; zero if this point is before it.
    pub fn since(self, earlier: Time) -> Seconds {
        Seconds(self.0.saturating_sub(earlier.0))
    }
}

/// A start and a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When it began.
    pub from: Time,
    /// How long it lasts.
    pub length: Seconds,
}

impl Span {
    /// When it ends.
    pub fn end(self) -> Time {
        self.from.after(self.length)
    }
}
