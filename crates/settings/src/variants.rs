//! The key `variants`: the arms of a comparison. `www/variants.js` draws one of them, before the pack is loaded.

use std::rc::Rc;

use diagnosis::{Id, Level, Levels, Reader};
use diagnostics::Code;

use super::call_to_action::read_labels;
use super::lead::Placement;
use super::lead_reader::placement;
use super::read::{line, whole};

/// The largest weight of an arm.
const WEIGHT_MAX: u32 = 1_000;

/// An arm of a comparison: how often it is drawn, and what it changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Its id, by which events and leads name it.
    pub id: Id,
    /// How often it is drawn, beside the others; 1 unless set.
    pub weight: u32,
    /// Another pack: an id, or an address.
    pub pack: Option<String>,
    /// Other words of the call to action, by level.
    pub label: Levels<Option<Rc<str>>>,
    /// Another place of the contact form.
    pub placement: Option<Placement>,
}

impl Variant {
    /// Reads the list under `variants` of `r`.
    pub(crate) fn read_all(r: &Reader) -> Vec<Self> {
        if r.child("variants").is_none() {
            return Vec::new();
        }
        let places = r.list("variants", 1);
        let arms: Vec<Self> = places.iter().map(Self::read).collect();
        if arms.len() == 1 {
            r.report(r.error("variants", Code::OneVariant));
        }
        r.unique(
            arms.iter()
                .zip(0..)
                .map(|(arm, at): (&Self, u32)| (&arm.id, ["variants[", &at.to_string(), "].id"].concat())),
        );
        arms
    }

    fn read(r: &Reader) -> Self {
        r.only(&["id", "weight", "pack", "cta", "lead"]);
        let label = r.child("cta").map(|cta| {
            cta.only(&["label"]);
            read_labels(&cta)
        });
        let place = r.child("lead").and_then(|lead| {
            lead.only(&["placement"]);
            placement(&lead)
        });
        Self {
            id: r.id("id"),
            weight: whole(r, "weight", Code::NotWhole, 1, WEIGHT_MAX).unwrap_or(1),
            pack: line(r, "pack"),
            label: label.unwrap_or_else(no_labels),
            placement: place,
        }
    }

    /// Whether it changes the same as another arm does.
    pub fn changes_as(&self, other: &Self) -> bool {
        let labels = |arm: &Self| Level::ALL.map(|level| arm.label.get(level).clone());
        self.pack == other.pack && self.placement == other.placement && labels(self) == labels(other)
    }
}

pub(crate) fn no_labels() -> Levels<Option<Rc<str>>> {
    Levels { ready: None, nearly: None, prepare: None, rethink: None }
}
