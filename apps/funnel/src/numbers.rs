//! Formats numbers for display.

/// A count, without decimals.
pub(crate) fn count(n: f64) -> String {
    format!("{n:.0}")
}

/// A share in percent, with one decimal if it is less than 10.
pub(crate) fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent < 9.95 { format!("{percent:.1}") } else { format!("{percent:.0}") }
}

/// `part` of `whole`, 0 to 1; 0 if `whole` is 0.
pub(crate) fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_short() {
        assert_eq!([0.0, 0.0123, 0.0995, 0.25, 1.0].map(percent), ["0.0", "1.2", "10", "25", "100"]);
        assert_eq!((share(1.0, 0.0), share(3.0, 2.0), count(1234.4)), (0.0, 1.0, "1234".to_owned()));
    }
}
