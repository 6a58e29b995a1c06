//! Local time, for display.

/// A point in time in the device's time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LocalTime {
    pub(crate) year: u32,
    pub(crate) month: u32,
    pub(crate) day: u32,
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: u32,
}

impl LocalTime {
    /// Formats the day as `2026/11/22`.
    pub(crate) fn date(self) -> String {
        let Self { year, month, day, .. } = self;
        format!("{year}/{month:02}/{day:02}")
    }

    /// Formats the minute as `2026/11/22 13:05`.
    pub(crate) fn to_the_minute(self) -> String {
        format!("{} {:02}:{:02}", self.date(), self.hour, self.minute)
    }

    /// Formats the second as `2026/11/22 13:05:09`.
    pub(crate) fn to_the_second(self) -> String {
        format!("{}:{:02}", self.to_the_minute(), self.second)
    }

    /// Formats the minute as `20261122-1305`, for file names.
    pub(crate) fn stamp(self) -> String {
        let Self { year, month, day, hour, minute, .. } = self;
        format!("{year}{month:02}{day:02}-{hour:02}{minute:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_two_digits() {
        let time = LocalTime { year: 2026, month: 1, day: 2, hour: 3, minute: 4, second: 5 };
        assert_eq!(time.to_the_second(), "2026/01/02 03:04:05");
        assert_eq!(time.stamp(), "20260102-0304");
    }
}
