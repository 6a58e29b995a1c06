//! When to try again, and when to leave it: every number of the outbox, each once.

use super::time::Millis;

/// How long a tab that sends may be silent before another may take over. Longer than [`TIMEOUT`], so that a tab has heard
/// of its own request by then.
pub const LEASE: Millis = Millis::seconds(30);
/// How long a request may take before it is given up.
pub const TIMEOUT: Millis = Millis::seconds(15);
/// Most tries for one destination.
pub const TRIES_MAX: u8 = 8;
/// How long a destination is tried, and how long the data of a lead stays whose arrival nobody can confirm.
pub const WINDOW: Millis = Millis::hours(72);
/// How long id and states stay once nothing more is to be sent; the data of what could not be sent stays as long.
pub const KEPT: Millis = Millis::hours(30 * 24);
/// The shortest wait after a receiver said that it gets too much (status 429).
pub(super) const TOO_MANY_WAIT: Millis = Millis::seconds(10);
/// Most tries where a reply cannot be read: the second only if the first did not leave the browser.
pub(super) const BLIND_TRIES_MAX: u8 = 2;

/// The longest wait of our own, and the one that doubles.
const WAIT_MAX: Millis = Millis::seconds(300);
const WAIT_FIRST: Millis = Millis::seconds(2);

/// The number of a try, 1 to [`TRIES_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tries(u8);

impl Tries {
    /// The first try.
    pub const FIRST: Tries = Tries(1);

    /// The try of that number; `None` if there is none.
    pub fn new(number: u8) -> Option<Self> {
        (1..=TRIES_MAX).contains(&number).then_some(Self(number))
    }

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }

    /// The next try; `None` after the last.
    pub fn next(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }
}

/// A random number as data: 0 is the least, 65535 the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance(pub u16);

/// How long to wait after the n-th try failed: anything up to 2 s × 2ⁿ, but 300 s at most ("full jitter": so many browsers
/// do not come back at the same moment).
///
/// ```
/// # use shindan::outbox::{Chance, Tries, Millis, wait_after};
/// assert_eq!(wait_after(Tries::FIRST, Chance(u16::MAX)), Millis::seconds(4));
/// assert_eq!(wait_after(Tries::new(8).unwrap(), Chance(u16::MAX)), Millis::seconds(300));
/// assert_eq!(wait_after(Tries::new(8).unwrap(), Chance(0)), Millis(0));
/// ```
pub fn wait_after(tries: Tries, chance: Chance) -> Millis {
    let most = (WAIT_FIRST.0 << tries.get()).min(WAIT_MAX.0);
    Millis(most * u64::from(chance.0) / u64::from(u16::MAX))
}
