//! Display names of places: 「質問2 › 選択肢1 › 言葉」.

use pack_editor::{Key, Path};

use crate::messages::Messages;

/// The name of a place of the pack or of the configuration.
pub(crate) fn label(messages: &Messages, path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut keys = path.0.iter().peekable();
    while let Some(key) = keys.next() {
        let Key::Name(name) = key else { continue };
        let nth = keys.peek().and_then(|next| if let Key::Index(index) = next { Some(index + 1) } else { None });
        match nth {
            Some(n) => {
                keys.next();
                parts.push(format!("{}{n}", messages.entries.get(name).unwrap_or(name)));
            }
            None => {
                let is_last = keys.peek().is_none();
                parts.extend(is_last.then(|| name_of(messages, path, name).to_owned()));
            }
        }
    }
    if parts.is_empty() { messages.whole.to_owned() } else { parts.join(" › ") }
}

fn name_of<'a>(messages: &'a Messages, path: &Path, name: &'a str) -> &'a str {
    messages.settings.get(&path.shape()).or(messages.names.get(name)).unwrap_or(name)
}
