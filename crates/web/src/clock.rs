//! The device's clock.

/// Milliseconds since 1970-01-01 UTC.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Whole seconds since 1970-01-01 UTC.
pub fn now_seconds() -> u32 {
    (now_ms() / 1000.0) as u32
}

/// The time that a date in an HTTP header names, in milliseconds since 1970-01-01 UTC.
pub fn parse_date(text: &str) -> Option<f64> {
    let at = js_sys::Date::parse(text);
    (!at.is_nan()).then_some(at)
}
