//! The Bayesian interval of a rate: the posterior of a uniform prior is a Beta distribution.

/// Number of bisection steps: 2⁻⁵⁰ is finer than any share that is shown.
const HALVINGS: u32 = 50;
/// Maximum number of terms of the continued fraction, which converges in the square root of the counts.
const TERMS: u32 = 10_000;
/// Relative change of the continued fraction below which it has converged.
const PRECISION: f64 = 1e-14;

/// A rate with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end: the 2.5 % quantile of the posterior.
    pub low: f64,
    /// The mean of the posterior.
    pub mean: f64,
    /// The upper end: the 97.5 % quantile.
    pub high: f64,
}

/// The interval of a rate with `hits` out of `trials`, from a uniform prior: quantiles of Beta(hits + 1, misses + 1).
/// Negative counts are treated as zero, and more hits than trials as all.
///
/// ```
/// let none_of_ten = funnel_data::interval(0.0, 10.0);
/// assert!((none_of_ten.high - 0.2849).abs() < 0.0001);
/// ```
pub fn interval(hits: f64, trials: f64) -> Interval {
    let trials = trials.max(0.0);
    let hits = hits.clamp(0.0, trials);
    let (a, b) = (hits + 1.0, trials - hits + 1.0);
    Interval { low: quantile(0.025, a, b), mean: a / (a + b), high: quantile(0.975, a, b) }
}

fn quantile(share: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if below(middle, a, b) < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The cumulative distribution function of Beta(a, b) at `x`: the regularised incomplete beta function, by its
/// continued fraction.
fn below(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (1.0 - x).ln()).exp();
    // The fraction converges quickly on this side of the mean; symmetry gives the other side.
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    }
}

/// The continued fraction by Lentz's method.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let not_zero = |value: f64| if value.abs() < f64::MIN_POSITIVE { f64::MIN_POSITIVE } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / not_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for term in 1..TERMS {
        let m = f64::from(term);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for step in [even, odd] {
            d = 1.0 / not_zero(1.0 + step * d);
            c = not_zero(1.0 + step / c);
            change = c * d;
            value *= change;
        }
        if (change - 1.0).abs() < PRECISION {
            break;
        }
    }
    value
}

/// The logarithm of the gamma function, for arguments of at least 1, by Lanczos' series.
fn ln_gamma(x: f64) -> f64 {
    const SERIES: [f64; 6] = [
        76.180_091_729_471_46,
        -86.505_320_329_416_77,
        24.014_098_240_830_91,
        -1.231_739_572_450_155,
        0.001_208_650_973_866_179,
        -0.000_005_395_239_384_953,
    ];
    let base = x + 5.5;
    let sum = SERIES.iter().zip(1..).fold(1.000_000_000_190_015, |sum, (term, n)| sum + term / (x + f64::from(n)));
    (x + 0.5) * base.ln() - base + (2.506_628_274_631_000_5 * sum / x).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quantiles with a closed form: for n misses and no hits, 1 − (1 − q)^(1/(n+1)).
    #[test]
    fn without_hits_the_ends_are_those_of_the_closed_form() {
        for misses in [0, 1, 7, 1_000, 100_000] {
            let Interval { low, high, .. } = interval(0.0, f64::from(misses));
            let exact = |share: f64| 1.0 - (1.0 - share).powf(1.0 / (f64::from(misses) + 1.0));
            assert!((low - exact(0.025)).abs() < 1e-8 && (high - exact(0.975)).abs() < 1e-8, "{misses}: {low} {high}");
        }
    }

    #[test]
    fn hits_and_misses_mirror_each_other() {
        for (hits, trials) in [(3.0, 10.0), (1.0, 500.0), (40_000.0, 100_000.0)] {
            let (one, other) = (interval(hits, trials), interval(trials - hits, trials));
            assert!((one.low - (1.0 - other.high)).abs() < 1e-9, "{one:?} {other:?}");
            assert!(one.low < one.mean && one.mean < one.high);
        }
    }

    /// Compares with sums of the binomial distribution: P(Beta(k+1, n−k+1) < x) = P(Binomial(n+1, x) > k).
    #[test]
    fn the_share_below_is_a_sum_of_the_binomial() {
        for (k, n, x) in [(0, 5, 0.1), (3, 10, 0.25), (7, 10, 0.9), (12, 30, 0.5)] {
            let mut sum = 0.0;
            for hits in (k + 1)..=(n + 1) {
                let ways: f64 = (0..hits).map(|i| f64::from(n + 1 - i) / f64::from(i + 1)).product();
                sum += ways * f64::powi(x, hits) * f64::powi(1.0 - x, n + 1 - hits);
            }
            let found = below(x, f64::from(k) + 1.0, f64::from(n - k) + 1.0);
            assert!((found - sum).abs() < 1e-9, "{k} of {n} at {x}: {found}, not {sum}");
        }
    }

    #[test]
    fn impossible_counts_make_no_nonsense() {
        for (hits, trials) in [(5.0, 2.0), (-1.0, 3.0), (0.0, -2.0)] {
            let Interval { low, mean, high } = interval(hits, trials);
            assert!((0.0..=1.0).contains(&low) && low <= mean && mean <= high && high <= 1.0, "{hits} of {trials}");
        }
    }
}
