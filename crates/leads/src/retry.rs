//! The times of attempts and their end: every number of the outbox, each defined once.

use super::time::Seconds;

/// Lease: the time after which another tab may take over from a silent one. It is longer than the 15 seconds that a
/// request may take, so that a tab knows the outcome of its own request by then.
pub const LEASE: Seconds = Seconds(30);
/// Maximum number of attempts for one destination.
pub const ATTEMPTS_MAX: u8 = 8;
/// Time limit of a destination, and the time for which the data of an unconfirmed lead is kept.
pub const WINDOW: Seconds = Seconds::hours(72);
/// Time for which id and states stay once nothing more is to be sent; the data of a lead that could not be sent stays
/// as long.
pub const RETENTION: Seconds = Seconds::hours(30 * 24);
/// Minimum wait after a receiver reported too many requests (status 429).
pub(super) const TOO_MANY_WAIT: Seconds = Seconds(10);
/// Maximum number of attempts if the reply cannot be read: a second one only if the first did not leave the browser.
pub(super) const OPAQUE_ATTEMPTS_MAX: u8 = 2;

/// The maximum wait after each failed attempt but the last. The short ones are for brief network failures; the long
/// ones make the attempts last through a night in which a receiver is down.
const WAITS: [u32; ATTEMPTS_MAX as usize - 1] = [4, 8, 16, 32, 300, 7_200, 86_400];
/// From this wait on, at least half of it passes: otherwise the jitter could use up the attempts in minutes.
const LONG: u32 = 300;

/// Number of attempts that counted so far, 0 to [`ATTEMPTS_MAX`]; or the number of the attempt in progress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attempt(u8);

impl Attempt {
    /// This number of attempts; `None` if it is more than [`ATTEMPTS_MAX`].
    pub fn new(number: u32) -> Option<Self> {
        (number <= u32::from(ATTEMPTS_MAX)).then_some(Self(number as u8))
    }

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }

    /// The number of the next attempt; `None` after the last.
    pub fn next(self) -> Option<Self> {
        Self::new(u32::from(self.0) + 1)
    }

    /// The number without the last attempt, which did not count.
    pub(super) fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }
}

/// A random number as data, from 0 to 65535.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jitter(pub u16);

/// The wait after this many failed attempts: anything up to 4, 8, 16, 32 seconds ("full jitter", so that many browsers
/// do not come back at the same moment), then from half of 5 minutes, 2 hours, a day up to all of it.
///
/// ```
/// # use leads::{Jitter, Seconds, Attempt, wait_after};
/// let after = |attempt, jitter| wait_after(Attempt::new(attempt).unwrap(), Jitter(jitter));
/// assert_eq!((after(1, 0), after(1, u16::MAX)), (Seconds(0), Seconds(4)));
/// assert_eq!((after(7, 0), after(7, u16::MAX)), (Seconds::hours(12), Seconds::hours(24)));
/// ```
pub fn wait_after(attempt: Attempt, jitter: Jitter) -> Seconds {
    let max = WAITS.get(usize::from(attempt.previous().0)).copied().unwrap_or_default();
    let min = if max < LONG { 0 } else { max / 2 };
    let more = u64::from(max - min) * u64::from(jitter.0) / u64::from(u16::MAX);
    Seconds(min + more as u32)
}
