//! When to try again and when to give up: every number of the outbox, each defined once.

use super::time::Seconds;

/// How long a tab that sends may be silent before another may take over. Longer than the 15 seconds that a request may
/// take, so that a tab has heard of its own request by then.
pub const LEASE: Seconds = Seconds(30);
/// Most tries for one destination.
pub const ATTEMPTS_MAX: u8 = 8;
/// How long a destination is tried, and how long the data of a lead stays whose arrival nobody can confirm.
pub const WINDOW: Seconds = Seconds::hours(72);
/// How long id and states stay once nothing more is to be sent; the data of what could not be sent stays as long.
pub const KEPT: Seconds = Seconds::hours(30 * 24);
/// The shortest wait after a receiver said that it gets too much (status 429).
pub(super) const TOO_MANY_WAIT: Seconds = Seconds(10);
/// Most tries where a reply cannot be read: the second only if the first did not leave the browser.
pub(super) const OPAQUE_ATTEMPTS_MAX: u8 = 2;

/// The longest wait after each failed try but the last. The short ones are for a network that stumbles; the long ones make
/// the tries last through a night in which a receiver is down.
const WAITS: [u32; ATTEMPTS_MAX as usize - 1] = [4, 8, 16, 32, 300, 7_200, 86_400];
/// From this wait on at least half of it passes: else chance could use up the tries in minutes.
const LONG: u32 = 300;

/// How many tries counted so far: 0 to [`ATTEMPTS_MAX`]; or, of one that is under way, its number.
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

    /// The number of the next try; `None` after the last.
    pub fn next(self) -> Option<Self> {
        Self::new(u32::from(self.0) + 1)
    }

    /// Without the last one, which did not count.
    pub(super) fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }
}

/// A random number as data: 0 is the least, 65535 the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jitter(pub u16);

/// How long to wait once so many tries failed: anything up to 4, 8, 16, 32 seconds ("full jitter": so many browsers do not
/// come back at the same moment), then from half of 5 minutes, 2 hours, a day up to all of it.
///
/// ```
/// # use leads::{Jitter, Seconds, Attempt, wait_after};
/// let after = |tries, chance| wait_after(Attempt::new(tries).unwrap(), Jitter(chance));
/// assert_eq!((after(1, 0), after(1, u16::MAX)), (Seconds(0), Seconds(4)));
/// assert_eq!((after(7, 0), after(7, u16::MAX)), (Seconds::hours(12), Seconds::hours(24)));
/// ```
pub fn wait_after(attempt: Attempt, jitter: Jitter) -> Seconds {
    let max = WAITS.get(usize::from(attempt.previous().0)).copied().unwrap_or_default();
    let min = if max < LONG { 0 } else { max / 2 };
    let more = u64::from(max - min) * u64::from(jitter.0) / u64::from(u16::MAX);
    Seconds(min + more as u32)
}
