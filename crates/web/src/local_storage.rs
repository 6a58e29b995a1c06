//! localStorage, which may be blocked or full.

use web_sys::Storage;

/// Storage is blocked, full or missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocked;

fn storage() -> Result<Storage, Blocked> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or(Blocked)
}

/// The text under `key`.
///
/// # Errors
/// Fails if storage is blocked.
pub fn get(key: &str) -> Result<Option<String>, Blocked> {
    storage()?.get_item(key).map_err(|_| Blocked)
}

/// Puts `text` under `key`.
///
/// # Errors
/// Fails if storage is blocked or full.
pub fn set(key: &str, text: &str) -> Result<(), Blocked> {
    storage()?.set_item(key, text).map_err(|_| Blocked)
}

/// Removes the entry under `key`.
///
/// # Errors
/// Fails if storage is blocked.
pub fn remove(key: &str) -> Result<(), Blocked> {
    storage()?.remove_item(key).map_err(|_| Blocked)
}

/// All keys that begin with `prefix`.
///
/// # Errors
/// Fails if storage is blocked.
pub fn keys(prefix: &str) -> Result<Vec<String>, Blocked> {
    let storage = storage()?;
    let count = storage.length().map_err(|_| Blocked)?;
    let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
    Ok(keys.filter(|key| key.starts_with(prefix)).collect())
}
