//! Finding texts of the pack by a part of them.

use diagnosis::Value;
use pack_editor::Path;

/// The places whose words contain `wanted`, with those words, `max` at most.
pub(crate) fn find(pack: &Value, wanted: &str, max: usize) -> Vec<(Path, String)> {
    let wanted = wanted.trim().to_lowercase();
    let mut found = Vec::new();
    if !wanted.is_empty() {
        gather(pack, &Path::default(), &wanted, &mut found);
    }
    found.truncate(max);
    found
}

fn gather(value: &Value, path: &Path, wanted: &str, found: &mut Vec<(Path, String)>) {
    match value {
        Value::Map(entries) => entries.iter().for_each(|(key, value)| gather(value, &path.key(key), wanted, found)),
        Value::List(items) => items.iter().enumerate().for_each(|(i, item)| gather(item, &path.at(i), wanted, found)),
        Value::Text(text) => {
            let is_word = path.last_name().is_some_and(|name| authoring::WORDS.contains(&name) && name != "lang");
            if is_word && text.to_lowercase().contains(wanted) {
                found.push((path.clone(), text.clone()));
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_ids_are_not() {
        let pack = serde_json::from_str(include_str!("../../../packs/readiness.en.json")).unwrap_or(Value::Null);
        let found = find(&pack, "READINESS", 9);
        assert_eq!(found.first().map(|(path, _)| path.to_string()), Some("title".to_owned()));
        assert!(found.iter().all(|(path, _)| path.last_name() != Some("id")));
        assert!(find(&pack, " ", 9).is_empty());
    }
}
