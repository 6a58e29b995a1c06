//! A link as a QR code (ISO/IEC 18004).

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of light ground that have to be around a code.
const QUIET_ZONE: i32 = 4;

/// A QR code to be drawn in one colour on light ground.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules on each side, the light ones around it included.
    pub size: i32,
    /// The dark modules as an SVG path, a module being a unit of length.
    pub path: String,
}

/// The code of `link`, the smallest that holds it, with as much error correction as fits into that size; `None` for a link of
/// more than 2,953 bytes.
///
/// ```
/// use takeaway::qr::qr;
/// assert_eq!(qr("https://a.example/#b").unwrap().size, 25 + 2 * 4);
/// assert_eq!(qr(&"a".repeat(2_954)), None);
/// ```
pub fn qr(link: &str) -> Option<Qr> {
    let code = QrCode::encode_binary(link.as_bytes(), QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|at| code.get_module(*at, y)).count() as i32;
            if length > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + QUIET_ZONE, y + QUIET_ZONE);
            }
            x += length.max(1);
        }
    }
    Some(Qr { size: code.size() + 2 * QUIET_ZONE, path })
}
