//! The positions of the rows of a long list, of which only a few are in the document: those are measured, and the
//! others are assumed to have the average height.

use std::collections::HashMap;
use std::ops::Range;

use crate::lead::row::LeadId;

/// Assumed height of a row before any was measured, in CSS pixels.
const GUESS: f64 = 96.0;

/// The heights of the rows of a list, in CSS pixels.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heights {
    measured: HashMap<LeadId, f64>,
    /// The assumed height of a row that was not measured.
    usual: Option<f64>,
    /// The position at which each row ends.
    ends: Vec<f64>,
}

impl Heights {
    /// Records measurements. Returns whether any of them is new.
    pub(crate) fn measure(&mut self, measured: impl Iterator<Item = (LeadId, f64)>) -> bool {
        let (mut sum, mut count, mut has_changed) = (0.0, 0.0, false);
        for (id, height) in measured {
            sum += height;
            count += 1.0;
            has_changed |= self.measured.insert(id, height).is_none_or(|before| (before - height).abs() > 0.5);
        }
        // The assumed height is set only once: everything above would move with each change.
        if self.usual.is_none() && count > 0.0 {
            self.usual = Some(sum / count);
        }
        has_changed
    }

    /// Discards the measurements, because the window has another width.
    pub(crate) fn forget(&mut self) {
        (self.measured, self.usual) = (HashMap::new(), None);
    }

    /// Computes the positions of the rows.
    pub(crate) fn lay_out<'a>(&mut self, ids: impl Iterator<Item = &'a LeadId>) {
        let usual = self.usual.unwrap_or(GUESS);
        let mut end = 0.0;
        let ends = ids.map(|id| {
            end += self.measured.get(id).copied().unwrap_or(usual);
            end
        });
        self.ends = ends.collect();
    }

    /// The position at which a row begins; the end of the list for an index after the last row.
    pub(crate) fn begin(&self, row: usize) -> f64 {
        row.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0.0)
    }

    /// Total height of the list.
    pub(crate) fn total(&self) -> f64 {
        self.ends.last().copied().unwrap_or(0.0)
    }

    /// The rows that are visible from `top` to `bottom`; at least one, if there is any.
    pub(crate) fn between(&self, top: f64, bottom: f64) -> Range<usize> {
        let last = self.ends.len().saturating_sub(1);
        let first = self.ends.partition_point(|end| *end <= top).min(last);
        let end = self.ends.partition_point(|end| *end < bottom) + 1;
        first..end.clamp(first + 1, last + 1).min(self.ends.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(count: usize) -> Vec<LeadId> {
        (0..count).map(|number| number.to_string().into()).collect()
    }

    #[test]
    fn rows_that_were_not_measured_are_as_high_as_those_that_were() {
        let (ids, mut heights) = (ids(10), Heights::default());
        heights.lay_out(ids.iter());
        assert_eq!(heights.total(), 10.0 * GUESS);
        assert!(heights.measure([("0".into(), 40.0), ("1".into(), 60.0)].into_iter()));
        heights.lay_out(ids.iter());
        assert_eq!((heights.begin(0), heights.begin(1), heights.begin(2), heights.total()), (0.0, 40.0, 100.0, 500.0));
        assert!(!heights.measure([("0".into(), 40.2)].into_iter()), "less than a pixel is no change");
        // An unfolded row does not change the others.
        assert!(heights.measure([("0".into(), 840.0)].into_iter()));
        heights.lay_out(ids.iter());
        assert_eq!(heights.total(), 1300.0);
    }

    #[test]
    fn the_rows_between_two_heights_are_found() {
        let (ids, mut heights) = (ids(100), Heights::default());
        heights.measure([("0".into(), 10.0)].into_iter());
        heights.lay_out(ids.iter());
        assert_eq!(heights.between(0.0, 50.0), 0..5);
        assert_eq!(heights.between(15.0, 50.5), 1..6);
        assert_eq!(heights.between(-500.0, -100.0), 0..1, "above the list is its beginning");
        assert_eq!(heights.between(5000.0, 6000.0), 99..100, "below the list is its end");
        heights.lay_out([].iter());
        assert_eq!(heights.between(0.0, 100.0), 0..0);
    }
}
