//! Names inside a pack.

use std::borrow::Borrow;
use std::fmt;
use std::rc::Rc;

/// The id of a pack, section, question, choice or finding: 1 to 40 of `a-z 0-9 _ -`.
///
/// The alphabet needs no escaping in attributes, form data, URLs and CSV. Cloning is cheap.
///
/// ```
/// use diagnosis::Id;
/// assert!(Id::new("skill_process").is_some());
/// assert!(Id::new("目的").is_none());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Rc<str>);

impl Id {
    /// Maximum number of characters of an id.
    pub const LONGEST: usize = 40;

    /// The only constructor of an id; `None` outside the alphabet or length.
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=Self::LONGEST).contains(&text.len());
        let clean = text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'));
        (fits && clean).then(|| Self(text.into()))
    }

    /// A placeholder for an id that was refused; it never appears in a pack, and no valid text equals it.
    pub(super) fn placeholder() -> Self {
        Self("?".into())
    }

    /// Whether this is the placeholder for an id that was refused.
    pub(super) fn is_placeholder(&self) -> bool {
        &*self.0 == "?"
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as shared text, for views that keep it.
    pub fn shared(&self) -> Rc<str> {
        Rc::clone(&self.0)
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
