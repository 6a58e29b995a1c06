//! Offers of other packs that lead nowhere, or that no result makes.

use super::{Notes, Remark};
use diagnosis::Level;
use diagnosis::Value;
use diagnosis::{Offer, Pack};

pub(super) fn look(pack: &Pack, notes: &mut Notes) {
    for (i, offer) in pack.next().iter().enumerate() {
        let place = format!("next[{i}]");
        if offer.pack == *pack.id() {
            let mend = "name another pack, or remove it: the result has a button to start again";
            notes.error(&format!("{place}.pack"), "is this very pack", mend);
        }
        let is_made =
            |level: Level| pack.offer_at(level).is_some_and(|first| std::ptr::eq::<Offer>(&**first, &**offer));
        if !Level::ALL.into_iter().any(is_made) {
            let mend = "put it before them, give them fewer `levels`, or remove it";
            notes.error(&place, "is never offered: those before it hold at all of its levels", mend);
        }
    }
}

/// The offers of a pack that the reader accepts which lead to none of `known`, the ids of the packs that are there.
///
/// ```
/// use authoring::lint_offers;
/// use diagnosis::Value;
/// let pack: Value = serde_json::from_str(include_str!("../../../../packs/executive.en.json")).unwrap();
/// assert!(lint_offers(&pack, &["executive", "readiness"]).is_empty());
/// assert_eq!(lint_offers(&pack, &["executive"])[0].fault.path, "next[0].pack");
/// ```
pub fn lint_offers(pack: &Value, known: &[&str]) -> Vec<Remark> {
    let mut notes = Notes::default();
    let text = |value: &Value, key: &str| match value.get(key) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let Some(Value::List(offers)) = pack.get("next") else { return notes.0 };
    for (i, offer) in offers.iter().enumerate() {
        let id = text(offer, "pack");
        if !known.contains(&&*id) {
            let mend = format!("add {id}.{}.json, or write one of: {}", text(pack, "lang"), known.join(", "));
            notes.warning(&format!("next[{i}].pack"), &format!("there is no pack `{id}`"), &mend);
        }
    }
    notes.0
}
