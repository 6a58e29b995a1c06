//! How others answered a pack, as counts of groups that are too large to tell anybody from: the format `benchmark/v1`.
//!
//! [`collect()`] makes one from responses, [`Benchmark::read`] reads and checks one, [`rank()`] compares a score with a
//! group. Pure: it knows neither where responses come from nor how a comparison is drawn.
//!
//! ```
//! use benchmark::{About, Benchmark, Response, collect, rank};
//! let responses: Vec<Response> =
//!     (0..40).map(|nth| Response { score: nth, ..Response::default() }).collect();
//! let about = About { pack: diagnosis::Id::new("readiness").unwrap(), version: "1.0.0".into(), source: "A survey".into(), date: "2026-10-01".into(),
//!     licence: "CC BY 4.0".into(), min: 10, rest: "Other".into() };
//! let made = collect(&about, &responses).unwrap();
//! assert_eq!(Benchmark::read(&made.to_value()).unwrap(), made);
//! assert_eq!(rank(&made.all, 25).shares[..5], [25, 25, 25, 25, 0]);
//! ```

mod collect;
mod rank;
mod read;
mod response;
mod write;

use std::rc::Rc;

use diagnosis::Id;

pub use collect::{About, TooFew, collect};
pub use rank::{Rank, band_of, rank, share_of};
pub use response::{MARKS, Response, answers_of};

/// The name and version of this format.
pub const FORMAT: &str = "benchmark/v1";

/// Responses that a group must have, whatever its file says.
pub const MIN: u32 = 10;

/// Bands of the score: 0 to 9, 10 to 19 … 90 to 100.
pub const BANDS: usize = 10;

/// How others answered one version of a pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Benchmark {
    /// The id of the pack.
    pub pack: Id,
    /// Its version.
    pub version: Rc<str>,
    /// Where the responses come from, in the owner's words.
    pub source: Rc<str>,
    /// The day of the last response, as `YYYY-MM-DD`.
    pub date: Rc<str>,
    /// What others may do with the numbers.
    pub licence: Rc<str>,
    /// Responses that a group must have to be shown, [`MIN`] or more.
    pub min: u32,
    /// Everybody.
    pub all: Sample,
    /// Parts of everybody.
    pub groups: Vec<Group>,
}

/// Those who have something in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Tells it from the others.
    pub id: Id,
    /// What the groups are made by, such as "Company size".
    pub by: Rc<str>,
    /// What they have in common, such as "51–100".
    pub label: Rc<str>,
    /// How they answered.
    pub sample: Sample,
}

/// How some people answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sample {
    /// How many they are.
    pub n: u32,
    /// How many of them have a score in each of the [`BANDS`].
    pub scores: [u32; BANDS],
    /// How many gave each answer to a question, by its id. An answer is the id of a choice; where there are boxes to tick,
    /// those of the ticked ones joined by `+`, and nothing where none is. Empty where too few passed their answers on.
    pub questions: Vec<(Id, Vec<(String, u32)>)>,
}

impl Benchmark {
    /// The groups that are large enough to be shown.
    pub fn shown_groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| group.sample.n >= self.min)
    }

    /// Whether there are enough responses to show anything.
    pub fn is_shown(&self) -> bool {
        self.all.n >= self.min
    }

    /// Whether it is about this version of this pack.
    pub fn is_of(&self, pack: &str, version: &str) -> bool {
        self.pack.as_str() == pack && &*self.version == version
    }
}
