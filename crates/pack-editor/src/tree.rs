//! Reads and changes a JSON value by path.

use diagnosis::Value;

use super::path::{Key, Path};

/// The value at a place, if there is one.
pub fn get<'a>(value: &'a Value, path: &Path) -> Option<&'a Value> {
    path.0.iter().try_fold(value, |value, key| match (value, key) {
        (Value::List(items), Key::Index(index)) => items.get(*index),
        (_, Key::Name(name)) => value.get(name),
        _ => None,
    })
}

/// The value at a place, mutable.
pub(crate) fn get_mut<'a>(value: &'a mut Value, path: &Path) -> Option<&'a mut Value> {
    path.0.iter().try_fold(value, |value, key| match (value, key) {
        (Value::List(items), Key::Index(index)) => items.get_mut(*index),
        (Value::Map(entries), Key::Name(name)) => {
            entries.iter_mut().find(|(key, _)| key == name).map(|(_, value)| value)
        }
        _ => None,
    })
}

/// The text at a place; empty if there is none.
pub fn text<'a>(value: &'a Value, path: &Path) -> &'a str {
    if let Some(Value::Text(text)) = get(value, path) { text } else { "" }
}

/// The number at a place, if it is a non-negative whole number.
pub fn number(value: &Value, path: &Path) -> Option<u32> {
    match get(value, path) {
        Some(Value::Number(number)) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number) => {
            Some(*number as u32)
        }
        _ => None,
    }
}

/// Whether the value at a place is `true`.
pub fn flag(value: &Value, path: &Path) -> bool {
    get(value, path) == Some(&Value::Bool(true))
}

/// The entries of the list at a place; empty if there is no list.
pub fn list<'a>(value: &'a Value, path: &Path) -> &'a [Value] {
    if let Some(Value::List(items)) = get(value, path) { items } else { &[] }
}

/// The list at a place, mutable; it is created if the surrounding object has none.
pub(crate) fn list_mut<'a>(value: &'a mut Value, path: &Path) -> Option<&'a mut Vec<Value>> {
    if get(value, path).is_none_or(|found| *found == Value::Null) {
        set(value, path, Value::List(Vec::new()));
    }
    match get_mut(value, path) {
        Some(Value::List(items)) => Some(items),
        _ => None,
    }
}

/// Sets the value at a place to `new`. Missing objects and lists on the way to it are created; a position after the end
/// of a list means its end.
pub fn set(value: &mut Value, path: &Path, new: Value) {
    let Some((last, before)) = path.0.split_last() else {
        *value = new;
        return;
    };
    let before = Path(before.to_vec());
    let empty = match last {
        Key::Name(_) => Value::Map(Vec::new()),
        Key::Index(_) => Value::List(Vec::new()),
    };
    let fits = |found: &Value| std::mem::discriminant(found) == std::mem::discriminant(&empty);
    if !get(value, &before).is_some_and(fits) {
        set(value, &before, empty);
    }
    match (get_mut(value, &before), last) {
        (Some(Value::Map(entries)), Key::Name(name)) => match entries.iter_mut().find(|(key, _)| key == name) {
            Some((_, old)) => *old = new,
            None => entries.push((name.clone(), new)),
        },
        (Some(Value::List(items)), Key::Index(index)) => match items.get_mut(*index) {
            Some(old) => *old = new,
            None => items.push(new),
        },
        _ => {}
    }
}

/// Removes the value at a place, and returns it; the entries after it move up.
pub fn remove(value: &mut Value, path: &Path) -> Option<Value> {
    let (last, before) = path.0.split_last()?;
    match (get_mut(value, &Path(before.to_vec()))?, last) {
        (Value::Map(entries), Key::Name(name)) => {
            let at = entries.iter().position(|(key, _)| key == name)?;
            Some(entries.remove(at).1)
        }
        (Value::List(items), Key::Index(index)) if *index < items.len() => Some(items.remove(*index)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_there_and_what_is_removed_is_gone() {
        let mut value = Value::Map(Vec::new());
        let path = Path::parse("lead.destinations[0].url");
        set(&mut value, &path, Value::Text("https://example.com".to_owned()));
        assert_eq!(text(&value, &path), "https://example.com");
        set(&mut value, &Path::parse("lead.destinations[1].url"), Value::Number(2.0));
        assert_eq!(number(&value, &Path::parse("lead.destinations[1].url")), Some(2));
        remove(&mut value, &Path::parse("lead.destinations[0]"));
        assert_eq!(list(&value, &Path::parse("lead.destinations")).len(), 1);
        assert!(!flag(&value, &path));
        assert_eq!(remove(&mut value, &Path::parse("lead.fields[0]")), None);
        assert_eq!(list_mut(&mut value, &Path::parse("lead.fields")).map(|items| items.len()), Some(0));
    }
}
