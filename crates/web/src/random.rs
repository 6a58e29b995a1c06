//! Random numbers.

/// A number that tells this page from others.
pub fn page_id() -> u32 {
    let mut bytes = [0; 4];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    if crypto.and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok()).is_some() {
        return u32::from_le_bytes(bytes);
    }
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

/// A number of 0 to 65535, for waits of random length.
pub fn jitter() -> u16 {
    (js_sys::Math::random() * 65_536.0) as u16
}
