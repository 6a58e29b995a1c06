//! Texts with placeholders, and texts by names that are only known at run time. The crate `catalogue` generates code
//! that uses both.

use std::fmt::{Display, Write as _};

/// Replaces each `{name}` of `text` by its value. A value is inserted unchanged, even if it contains braces.
pub fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        rest = match found {
            Some((value, after)) => {
                // Writing to a string cannot fail.
                let _ = write!(filled, "{value}");
                after
            }
            None => {
                filled.push('{');
                after
            }
        };
    }
    filled.push_str(rest);
    filled
}

/// Texts by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table(&'static [(&'static str, &'static str)]);

impl Table {
    /// A table of pairs that are sorted by name.
    pub const fn new(pairs: &'static [(&'static str, &'static str)]) -> Self {
        Self(pairs)
    }

    /// The text of this name.
    pub fn get(&self, name: &str) -> Option<&'static str> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        self.0.get(at).map(|(_, text)| *text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_the_place_of_their_names() {
        assert_eq!(fill("{n} of {all}, {n}", &[("n", &1), ("all", &"many")]), "1 of many, 1");
        assert_eq!(fill("{a} { {b}", &[("a", &"{b}")]), "{b} { {b}", "neither values nor what is unknown is filled in");
        assert_eq!(fill("none", &[]), "none");
    }

    #[test]
    fn a_table_is_searched_by_name() {
        let table = Table::new(&[("a", "x"), ("b", "y")]);
        assert_eq!((table.get("b"), table.get("c")), (Some("y"), None));
    }
}
