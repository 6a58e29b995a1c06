//! The clipboard. It is blocked in many frames, and missing without https.

pub(crate) use web::clipboard::copy;
