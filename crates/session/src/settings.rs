//! What the site owner set, as far as the views need it. Read, checked and put into lines by `www/settings.js`.

use std::rc::Rc;

use diagnosis::Levels;

/// What the widget goes by.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Where the call to action leads; `None` shows none.
    pub cta_href: Option<Rc<str>>,
    /// The owner's wording of the call to action, by level, instead of the pack's.
    pub cta_label: Levels<Option<Rc<str>>>,
    /// Whether the link carries level and receipt.
    pub cta_context: bool,
}

impl Settings {
    /// Takes up the lines that the loader writes: link, then a label a level from the best down, then anything if the
    /// link is to carry level and receipt; empty means not set.
    ///
    /// ```
    /// use session::Settings;
    /// let settings = Settings::unpack("/consultation\n\n話を聞く");
    /// assert_eq!(settings.cta_href.as_deref(), Some("/consultation"));
    /// assert_eq!(settings.cta_label.nearly.as_deref(), Some("話を聞く"));
    /// ```
    pub fn unpack(lines: &str) -> Self {
        let mut lines = lines.lines().map(|line| (!line.is_empty()).then(|| line.into()));
        let mut next = || lines.next().flatten();
        Self {
            cta_href: next(),
            cta_label: Levels { ready: next(), nearly: next(), prepare: next(), rethink: next() },
            cta_context: next().is_some(),
        }
    }
}
