//! Points and lengths of time, as whole seconds. The clock itself is outside: what it says arrives as data.
//!
//! The clock of a device may be wrong, and may be set back while leads wait. So whatever waits is kept as a [`Span`], a
//! beginning and a length: a beginning that lies ahead of the clock tells that it was set back, and is moved to now.

/// A length of time in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seconds(pub u32);

impl Seconds {
    /// A length of whole hours.
    pub const fn hours(hours: u32) -> Self {
        Self(hours.saturating_mul(3_600))
    }
}

/// A point in time: seconds since 1970-01-01 UTC, as the device's clock has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(u32);

impl Time {
    /// The beginning of 1970.
    pub const FIRST: Time = Time(0);
    /// After every time that a clock can say.
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

    /// How long after `earlier` this is; nothing if it is before.
    pub fn since(self, earlier: Time) -> Seconds {
        Seconds(self.0.saturating_sub(earlier.0))
    }
}

/// A beginning and a length.
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
