//! What the loader asks about the owner's destinations, by the rules that the outbox sends by.

use leads::{Destination, DestinationSettings};
use wasm_bindgen::prelude::wasm_bindgen;

/// Whether the outbox sends to a destination by itself: `false` for mail, copy and the data layer. `fields` and `constants`
/// are names and values in turn.
///
/// # Errors
/// Words for the site owner, from the place within the destination on, where it may not be used.
#[wasm_bindgen(js_name = sendsItself)]
pub fn sends_itself(
    kind: String,
    url: String,
    fields: Vec<String>,
    constants: Vec<String>,
    is_public: bool,
) -> Result<bool, String> {
    let settings = DestinationSettings { kind, url, fields: pairs(&fields), constants: pairs(&constants), is_public };
    match Destination::new(&settings) {
        Ok(destination) => Ok(destination.visibility().is_some()),
        Err(refusal) => Err([&refusal.path, " ", refusal.reason, ": ", refusal.fix].concat()),
    }
}

fn pairs(texts: &[String]) -> Vec<(String, String)> {
    texts.chunks_exact(2).filter_map(|pair| Some((pair.first()?.clone(), pair.last()?.clone()))).collect()
}
