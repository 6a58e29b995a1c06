//! Score and level: the two values of a verdict, and their ranges.

/// The score of a run, 0 to 100, rounded down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u8);

impl Score {
    /// `earned` of `possible` points as a percentage, at most 100; 100 if no points are possible.
    ///
    /// ```
    /// use diagnosis::Score;
    /// assert_eq!(Score::of(2, 3).get(), 66);
    /// ```
    pub fn of(earned: u32, possible: u32) -> Self {
        let hundredths = (u64::from(earned) * 100).checked_div(u64::from(possible)).unwrap_or(100);
        Self(hundredths.min(100) as u8)
    }

    /// The number, 0..=100.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// The readiness level, 準備度レベル, from lowest to highest (source: docs/rules.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 足元から
    Rethink,
    /// 要準備
    Prepare,
    /// あと一歩
    Nearly,
    /// 導入準備OK
    Ready,
}

impl Level {
    /// Every level, highest first, as packs list them.
    pub const ALL: [Level; 4] = [Level::Ready, Level::Nearly, Level::Prepare, Level::Rethink];

    /// The id that packs, stylesheets and events use.
    pub fn id(self) -> &'static str {
        match self {
            Level::Ready => "ready",
            Level::Nearly => "nearly",
            Level::Prepare => "prepare",
            Level::Rethink => "rethink",
        }
    }

    /// The level of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == id)
    }

    /// The next better level; `None` at the top.
    pub fn above(self) -> Option<Self> {
        match self {
            Level::Rethink => Some(Level::Prepare),
            Level::Prepare => Some(Level::Nearly),
            Level::Nearly => Some(Level::Ready),
            Level::Ready => None,
        }
    }
}

/// One `T` for each level, so that none can be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels<T> {
    /// The value for [`Level::Ready`].
    pub ready: T,
    /// The value for [`Level::Nearly`].
    pub nearly: T,
    /// The value for [`Level::Prepare`].
    pub prepare: T,
    /// The value for [`Level::Rethink`].
    pub rethink: T,
}

impl<T> Levels<T> {
    /// The value for `level`.
    pub fn get(&self, level: Level) -> &T {
        match level {
            Level::Ready => &self.ready,
            Level::Nearly => &self.nearly,
            Level::Prepare => &self.prepare,
            Level::Rethink => &self.rethink,
        }
    }
}
