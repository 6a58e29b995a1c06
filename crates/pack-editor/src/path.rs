//! Places in a pack or configuration, in the notation of diagnostics: `sections[0].questions[1].text`.

use std::fmt;

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A member of an object.
    Name(String),
    /// An entry of a list, counted from 0.
    Index(usize),
}

/// A place in a JSON value; empty for the value itself.
///
/// ```
/// use pack_editor::Path;
/// let path = Path::parse("sections[0].questions[1].text");
/// assert_eq!(path.to_string(), "sections[0].questions[1].text");
/// assert_eq!(path.parent().unwrap().to_string(), "sections[0].questions[1]");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(pub Vec<Key>);

impl Path {
    /// Parses a path. Every text is valid: a part that is not an index is a name.
    pub fn parse(text: &str) -> Self {
        let mut keys = Vec::new();
        for part in text.split('.').filter(|part| !part.is_empty()) {
            let mut rest = part.split('[');
            keys.extend(rest.next().filter(|name| !name.is_empty()).map(|name| Key::Name(name.to_owned())));
            keys.extend(rest.filter_map(|index| index.strip_suffix(']')?.parse().ok().map(Key::Index)));
        }
        Self(keys)
    }

    /// The member `name` below this place.
    pub fn key(&self, name: &str) -> Self {
        self.with(Key::Name(name.to_owned()))
    }

    /// The entry `index` below this place.
    pub fn at(&self, index: usize) -> Self {
        self.with(Key::Index(index))
    }

    fn with(&self, key: Key) -> Self {
        let mut keys = self.0.clone();
        keys.push(key);
        Self(keys)
    }

    /// The place around this one; `None` for the value itself.
    pub fn parent(&self) -> Option<Self> {
        let (_, rest) = self.0.split_last()?;
        Some(Self(rest.to_vec()))
    }

    /// The list around an entry, and its position there; `None` if it is not an entry of a list.
    pub fn split_index(&self) -> Option<(Self, usize)> {
        match self.0.split_last()? {
            (Key::Index(index), rest) => Some((Self(rest.to_vec()), *index)),
            (Key::Name(_), _) => None,
        }
    }

    /// The last name of the path, such as `steps` of `findings[0].steps[1]`.
    pub fn last_name(&self) -> Option<&str> {
        self.0.iter().rev().find_map(|key| if let Key::Name(name) = key { Some(name.as_str()) } else { None })
    }

    /// The positions in the path, in order: `[0, 1]` of `sections[0].questions[1]`.
    pub fn indices(&self) -> Vec<usize> {
        self.0.iter().filter_map(|key| if let Key::Index(index) = key { Some(*index) } else { None }).collect()
    }

    /// The path without its positions: `sections.questions.text` of `sections[0].questions[1].text`.
    pub fn shape(&self) -> String {
        let names = self.0.iter().filter_map(|key| if let Key::Name(name) = key { Some(name.as_str()) } else { None });
        names.collect::<Vec<_>>().join(".")
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, key) in self.0.iter().enumerate() {
            match key {
                Key::Name(name) if at > 0 => write!(f, ".{name}")?,
                Key::Name(name) => f.write_str(name)?,
                Key::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
