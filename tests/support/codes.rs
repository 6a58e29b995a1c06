//! Codes of finished runs, of generated ones and of two that are known by heart.

use std::rc::Rc;

use diagnosis::{Pack, SavedResult};

use super::cases::Case;
use super::{answered, read, readiness_json};

/// Eight answers, with boxes.
pub(crate) const LONG: &str = "purpose=met&involvement=partly&measurement=unmet&security=unknown&expectation=met\
                    &authority=met&time=partly&skill=process&skill=communication";
/// Six answers, ended by the last.
pub(crate) const SHORT: &str =
    "purpose=met&involvement=partly&measurement=unmet&security=unknown&expectation=met&authority=none";
pub(crate) const DAY: u32 = 20_778;

/// The pack `readiness` in a version that does not change.
pub(crate) fn pinned() -> Rc<Pack> {
    let mut json = readiness_json();
    json["version"] = "1.1.0".into();
    read(&json)
}

pub(crate) fn code(text: &str) -> String {
    SavedResult { complete: answered(&pinned(), text), day: DAY }.encode()
}

pub(crate) fn of(case: &Case, day: u32) -> SavedResult {
    SavedResult { complete: case.complete.clone(), day }
}
