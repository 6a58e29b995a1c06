//! Limits how many leads one browser may send.

use web::{clock, local_storage};

/// Key of the times of the last leads, in milliseconds.
const KEY: &str = "shindan:times";
/// Number of leads within a minute from one browser above which they are suspicious.
const USUAL: usize = 3;
const MINUTE: u64 = 60_000;

/// Records that a lead was submitted, and returns whether there were too many recently; always `false` if storage is
/// blocked.
pub(crate) fn is_too_many() -> bool {
    let now = clock::now_ms() as u64;
    let Ok(kept) = local_storage::get(KEY) else { return false };
    let kept = kept.unwrap_or_default();
    let is_recent = |time: &&str| time.parse::<u64>().is_ok_and(|time| now.abs_diff(time) < MINUTE);
    let recent: Vec<&str> = kept.split(' ').filter(is_recent).collect();
    let is_noted = local_storage::set(KEY, &[&recent.join(" "), " ", &now.to_string()].concat()).is_ok();
    is_noted && recent.len() >= USUAL
}
