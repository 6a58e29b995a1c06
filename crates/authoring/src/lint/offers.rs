//! Offers of other packs that lead nowhere, or that no result shows.

use diagnosis::{Level, Offer, Pack, Value};
use diagnostics::{Code, Diagnostic};

pub(super) fn lint_own_offers(pack: &Pack, found: &mut Vec<Diagnostic>) {
    for (i, offer) in pack.next().iter().enumerate() {
        let place = format!("next[{i}]");
        if offer.pack == *pack.id() {
            found.push(Diagnostic::error(Code::OfferOfItself, format!("{place}.pack")));
        }
        let is_made =
            |level: Level| pack.offer_at(level).is_some_and(|first| std::ptr::eq::<Offer>(&**first, &**offer));
        if !Level::ALL.into_iter().any(is_made) {
            found.push(Diagnostic::error(Code::OfferNeverMade, place));
        }
    }
}

/// The offers of a valid pack that lead to none of `known`, the ids of the available packs.
///
/// ```
/// use authoring::lint_offers;
/// use diagnosis::Value;
/// let pack: Value = serde_json::from_str(include_str!("../../../../packs/executive.en.json")).unwrap();
/// assert!(lint_offers(&pack, &["executive", "readiness"]).is_empty());
/// assert_eq!(lint_offers(&pack, &["executive"])[0].path, "next[0].pack");
/// ```
pub fn lint_offers(pack: &Value, known: &[&str]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let text = |value: &Value, key: &str| match value.get(key) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let Some(Value::List(offers)) = pack.get("next") else { return found };
    for (i, offer) in offers.iter().enumerate() {
        let id = text(offer, "pack");
        if !known.contains(&&*id) {
            let diagnostic = Diagnostic::warning(Code::OfferUnknown, format!("next[{i}].pack"));
            found.push(diagnostic.with(id).with(text(pack, "lang")).with_list(known.iter().copied()));
        }
    }
    found
}
