//! What an owner sets for a destination, as the page writes it down: type, address, then a line a field.
//!
//! A field's line is its name, a tab, and the part of `lead/v1` that fills it; or `=` and a text, for a constant, which is
//! the same in every lead. Nothing is copied: all of it is a view of that text.

use super::order::{Order, Parts};

/// What is set for one destination.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Settings<'a> {
    /// Its address; empty where nothing is sent.
    pub(super) url: &'a str,
    /// The lines of its fields.
    fields: &'a str,
}

impl<'a> Settings<'a> {
    /// The type, and the rest.
    pub(super) fn read(text: &'a str) -> (&'a str, Self) {
        let (kind, rest) = text.split_once('\n').unwrap_or((text, ""));
        let (url, fields) = rest.split_once('\n').unwrap_or((rest, ""));
        (kind, Self { url, fields })
    }

    /// Adds the receiver's fields that this lead can fill, those of the owner or else the connector's `own`; then the
    /// constants.
    pub(super) fn fill(&self, own: &str, parts: &Parts<'_>, order: &mut Order) {
        self.each(own, parts, |name, source| order.add(&[name], &[source]));
    }

    /// Adds the whole lead, if the owner names no fields; else those; then the constants.
    pub(super) fn fill_or_whole(&self, parts: &Parts<'_>, order: &mut Order) {
        if !self.has_fields() {
            order.add_whole();
        }
        self.fill("", parts, order);
    }

    /// Calls `take` with each of them: its name, and what fills it.
    pub(super) fn each(&self, own: &str, parts: &Parts<'_>, mut take: impl FnMut(&str, &str)) {
        for (name, path) in pairs(self.named(own)).filter(|(_, path)| parts.has(path)) {
            take(name, path);
        }
        for (name, text) in self.constants() {
            take(name, text);
        }
    }

    /// Whether the owner named the fields.
    pub(super) fn has_fields(&self) -> bool {
        pairs(self.fields).any(|(_, source)| !source.starts_with('='))
    }

    /// The constants, each text after its `=`.
    pub(super) fn constants(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        pairs(self.fields).filter(|(_, source)| source.starts_with('='))
    }

    /// Every field: its name, and what fills it.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        pairs(self.fields)
    }

    /// The constant of this name.
    pub(super) fn constant(&self, name: &str) -> Option<&'a str> {
        self.constants().find(|(key, _)| *key == name).and_then(|(_, text)| text.get(1..))
    }

    /// The part of the lead that fills this field of the receiver.
    pub(super) fn part_of<'s>(&self, own: &'s str, field: &str) -> Option<&'s str>
    where
        'a: 's,
    {
        pairs(self.named(own)).find(|(name, _)| *name == field).map(|(_, path)| path)
    }

    /// The lines of the fields that name parts of a lead.
    fn named<'s>(&self, own: &'s str) -> &'s str
    where
        'a: 's,
    {
        if self.has_fields() { self.fields } else { own }
    }
}

fn pairs(lines: &str) -> impl Iterator<Item = (&str, &str)> {
    lines.split('\n').filter_map(|line| line.split_once('\t'))
}
