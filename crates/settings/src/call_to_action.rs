//! The key `cta`: the link to a consultation.

use std::rc::Rc;

use diagnosis::{Level, Levels, Reader};

use super::link::Link;
use super::read::{line, link};

/// What the owner set for the call to action.
#[derive(Clone, Debug, PartialEq)]
pub struct CallToAction {
    /// Where it leads; without it none is shown.
    pub href: Option<Rc<str>>,
    /// The owner's wording of it, by level, instead of the pack's.
    pub label: Levels<Option<Rc<str>>>,
    /// Whether the link carries level and receipt.
    pub has_context: bool,
}

impl Default for CallToAction {
    fn default() -> Self {
        let label = Levels { ready: None, nearly: None, prepare: None, rethink: None };
        Self { href: None, label, has_context: false }
    }
}

impl CallToAction {
    pub(crate) fn read(r: &Reader) -> Self {
        r.only(&["href", "label", "context"]);
        let labels = r.child("label");
        if let Some(labels) = &labels {
            labels.only(&Level::ALL.map(Level::id));
        }
        let label = |level: Level| labels.as_ref().and_then(|labels| line(labels, level.id())).map(Rc::from);
        Self {
            href: link(r, "href", Link::Followed).map(Rc::from),
            label: Levels {
                ready: label(Level::Ready),
                nearly: label(Level::Nearly),
                prepare: label(Level::Prepare),
                rethink: label(Level::Rethink),
            },
            has_context: r.flag("context"),
        }
    }
}
