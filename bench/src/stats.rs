//! Medians, and how sure they are.
//!
//! Pages are compared within a round, so that a busy minute of the machine slows both sides of a ratio. The interval
//! is the percentile bootstrap of the median: the ratios of the rounds are drawn anew, with repetition, ten thousand
//! times, and the middle 95 % of those medians are between its ends. The draws are the same in every run. It must not
//! know what is compared.

const DRAWS: usize = 10_000;

/// A median with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The median.
    pub median: f64,
    /// The interval's lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// The middle value, or the mean of the two in the middle; `None` without values.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(&sorted(values), 0.5)
}

/// The median of `values` with its interval; `None` without values.
pub fn estimate(values: &[f64]) -> Option<Estimate> {
    let median = self::median(values)?;
    let mut random = fastrand::Rng::with_seed(1);
    let mut draw = || {
        let drawn: Vec<f64> = (0..values.len()).filter_map(|_| random.choice(values).copied()).collect();
        self::median(&drawn)
    };
    let medians = sorted(&(0..DRAWS).filter_map(|_| draw()).collect::<Vec<f64>>());
    Some(Estimate { median, low: quantile(&medians, 0.025)?, high: quantile(&medians, 0.975)? })
}

/// What each round gave, as ratios.
pub fn ratios(ours: &[f64], theirs: &[f64]) -> Vec<f64> {
    ours.iter().zip(theirs).map(|(ours, theirs)| ours / theirs).collect()
}

/// What each round gave, as differences.
pub fn differences(ours: &[f64], theirs: &[f64]) -> Vec<f64> {
    ours.iter().zip(theirs).map(|(ours, theirs)| ours - theirs).collect()
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values
}

/// The value below which `share` of the sorted values are, between two of them in proportion.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share * (sorted.len().checked_sub(1)?) as f64;
    let low = sorted.get(place.floor() as usize)?;
    let high = sorted.get(place.ceil() as usize)?;
    Some(low + (high - low) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle() {
        let check = |values: &[f64], expect: Option<f64>| assert_eq!(median(values), expect, "{values:?}");
        check(&[], None);
        check(&[3.0], Some(3.0));
        check(&[9.0, 1.0, 2.0], Some(2.0));
        check(&[4.0, 1.0, 2.0, 9.0], Some(3.0));
    }

    #[test]
    fn quantiles_lie_between_values_in_proportion() {
        let values = [0.0, 10.0, 20.0, 30.0, 40.0];
        assert_eq!(quantile(&values, 0.0), Some(0.0));
        assert_eq!(quantile(&values, 1.0), Some(40.0));
        assert_eq!(quantile(&values, 0.375), Some(15.0));
    }

    #[test]
    fn equal_rounds_leave_no_doubt() {
        assert_eq!(estimate(&[2.0; 11]), Some(Estimate { median: 2.0, low: 2.0, high: 2.0 }));
        assert_eq!(estimate(&[]), None);
    }

    #[test]
    fn the_interval_is_about_the_median_and_within_the_values() {
        let values: Vec<f64> = (1..=11).map(f64::from).collect();
        let Estimate { median, low, high } = estimate(&values).unwrap();
        assert_eq!(median, 6.0);
        // By the order statistics of eleven values, 95 % lie from the third to the ninth.
        assert!((2.0..=4.0).contains(&low) && (8.0..=10.0).contains(&high), "{low} {high}");
        assert_eq!(estimate(&values), estimate(&values), "the draws are the same each time");
    }

    #[test]
    fn the_interval_covers_the_truth_about_as_often_as_it_says() {
        let mut random = fastrand::Rng::with_seed(7);
        let covers = |random: &mut fastrand::Rng| {
            let values: Vec<f64> = (0..11).map(|_| random.f64()).collect();
            estimate(&values).is_some_and(|estimate| (estimate.low..=estimate.high).contains(&0.5))
        };
        let covered = (0..60).filter(|_| covers(&mut random)).count();
        assert!(covered >= 52, "{covered} of 60");
    }

    #[test]
    fn rounds_are_compared_with_themselves() {
        assert_eq!(ratios(&[1.0, 30.0], &[2.0, 10.0]), [0.5, 3.0]);
        assert_eq!(differences(&[1.0, 30.0], &[2.0, 10.0]), [-1.0, 20.0]);
    }
}
