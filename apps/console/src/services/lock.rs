//! The passphrase that protects the list from a casual look: localStorage contains only a salted hash of it. It
//! encrypts nothing, and the page says so.

use js_sys::{ArrayBuffer, Object, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web::local_storage;
use web_sys::{CryptoKey, Pbkdf2Params, SubtleCrypto};

const KEY: &str = "shindan-console:lock";
/// Rounds of PBKDF2 with SHA-256, as recommended by OWASP.
const ROUNDS: u32 = 600_000;
/// Bits of a hash.
const BITS: u32 = 256;
/// Minimum length of a phrase, in characters.
pub(crate) const SHORTEST: usize = 6;

/// The stored form of a passphrase; salt and hash in hexadecimal digits.
#[derive(Debug, Serialize, Deserialize)]
struct StoredPassphrase {
    salt: String,
    rounds: u32,
    hash: String,
}

/// The passphrase cannot be stored, or cannot be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unavailable;

impl From<JsValue> for Unavailable {
    fn from(_: JsValue) -> Self {
        Self
    }
}

impl From<local_storage::Blocked> for Unavailable {
    fn from(_: local_storage::Blocked) -> Self {
        Self
    }
}

/// The browser's cryptography, which requires https.
fn subtle() -> Option<SubtleCrypto> {
    let subtle = web_sys::window()?.crypto().ok()?.subtle();
    (!subtle.is_undefined()).then_some(subtle)
}

fn stored_passphrase() -> Option<StoredPassphrase> {
    serde_json::from_str(&local_storage::get(KEY).ok()??).ok()
}

/// Whether this browser supports it: not without https, nor if storage is blocked.
pub(crate) fn is_possible() -> bool {
    subtle().is_some() && local_storage::get(KEY).is_ok()
}

/// Whether there is a passphrase.
pub(crate) fn is_set() -> bool {
    stored_passphrase().is_some()
}

/// Sets the passphrase.
pub(crate) async fn set(phrase: &str) -> Result<(), Unavailable> {
    let salt = salt()?;
    let stored_passphrase =
        StoredPassphrase { salt: hex(&salt), rounds: ROUNDS, hash: hash(phrase, &salt, ROUNDS).await? };
    let text = serde_json::to_string(&stored_passphrase).map_err(|_| Unavailable)?;
    Ok(local_storage::set(KEY, &text)?)
}

/// Removes the passphrase.
pub(crate) fn remove() -> Result<(), Unavailable> {
    Ok(local_storage::remove(KEY)?)
}

/// Whether this is the passphrase.
pub(crate) async fn is_right(phrase: &str) -> Result<bool, Unavailable> {
    let StoredPassphrase { salt, rounds, hash: expected } = stored_passphrase().ok_or(Unavailable)?;
    Ok(hash(phrase, &unhex(&salt), rounds).await? == expected)
}

/// Sixteen new random bytes.
fn salt() -> Result<[u8; 16], Unavailable> {
    let mut bytes = [0; 16];
    web_sys::window().ok_or(Unavailable)?.crypto()?.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

async fn hash(phrase: &str, salt: &[u8], rounds: u32) -> Result<String, Unavailable> {
    let subtle = subtle().ok_or(Unavailable)?;
    // The same letters in full and in half width are the same phrase.
    let phrase = String::from(js_sys::JsString::from(phrase).normalize("NFKC"));
    let bytes: Object = Uint8Array::from(phrase.as_bytes()).into();
    let usages = js_sys::Array::of1(&"deriveBits".into());
    let key = JsFuture::from(subtle.import_key_with_str("raw", &bytes, "PBKDF2", false, &usages)?).await?;
    let parameters = Pbkdf2Params::new("PBKDF2", &"SHA-256".into(), rounds, &Uint8Array::from(salt));
    let bits = subtle.derive_bits_with_object(&parameters, key.unchecked_ref::<CryptoKey>(), BITS)?;
    let bits: ArrayBuffer = JsFuture::from(bits).await?.unchecked_into();
    Ok(hex(&Uint8Array::new(&bits).to_vec()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text.chars().filter_map(|digit| digit.to_digit(16)).collect();
    digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + *digit as u8)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_from_their_digits() {
        assert_eq!(hex(&[0, 15, 255]), "000fff");
        assert_eq!(unhex("000fff"), [0, 15, 255]);
        assert!(unhex("0").is_empty(), "half a byte is none");
    }
}
