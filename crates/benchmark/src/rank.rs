//! Rank of a score within a sample.

use super::{BANDS, Sample};

/// Rank of a score within a sample.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The band of the score, from 0.
    pub band: usize,
    /// The share of each band in per cent, rounded so that they make 100 together.
    pub shares: [u8; BANDS],
    /// Share in lower bands, in per cent.
    pub below: u8,
    /// Share in the band of the score, in per cent.
    pub same: u8,
    /// Share in higher bands, in per cent.
    pub above: u8,
}

/// The band of a score of 0 to 100, from 0.
pub fn band_of(score: u8) -> usize {
    usize::from(score / 10).min(BANDS - 1)
}

/// The rank of `score` in a sample; all shares of an empty sample are 0.
pub fn rank(sample: &Sample, score: u8) -> Rank {
    let (band, shares) = (band_of(score), percentages(&sample.scores));
    let sum = |places: &mut dyn Iterator<Item = &u8>| places.sum();
    Rank {
        band,
        shares,
        below: sum(&mut shares.iter().take(band)),
        same: sum(&mut shares.iter().skip(band).take(1)),
        above: sum(&mut shares.iter().skip(band + 1)),
    }
}

/// The share, in whole per cent, of those who gave `answer` among the counted answers to the question; `None` if none are
/// counted.
pub fn share_of(sample: &Sample, question: &str, answer: &str) -> Option<u8> {
    let (_, counts) = sample.questions.iter().find(|(id, _)| id.as_str() == question)?;
    let asked: u64 = counts.iter().map(|(_, n)| u64::from(*n)).sum();
    let same = counts.iter().find(|(given, _)| given == answer).map_or(0, |(_, n)| u64::from(*n));
    let share = (same * 200 + asked).checked_div(asked * 2)?;
    u8::try_from(share).ok()
}

/// Shares in whole per cent that make 100 together: each is rounded down, and those that lost most get what is left.
fn percentages(counts: &[u32; BANDS]) -> [u8; BANDS] {
    let total: u64 = counts.iter().map(|n| u64::from(*n)).sum();
    if total == 0 {
        return [0; BANDS];
    }
    let hundredfold = counts.map(|n| u64::from(n) * 100);
    let mut shares = hundredfold.map(|n| n / total);
    let mut order: [usize; BANDS] = std::array::from_fn(|place| place);
    let lost = |place: usize| hundredfold.get(place).map_or(0, |n| n % total);
    order.sort_by_key(|place| std::cmp::Reverse(lost(*place)));
    let left = 100 - shares.iter().sum::<u64>();
    for place in order.into_iter().take(left as usize) {
        if let Some(share) = shares.get_mut(place) {
            *share += 1;
        }
    }
    shares.map(|share| share as u8)
}
