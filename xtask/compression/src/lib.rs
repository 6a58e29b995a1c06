//! Compresses files of the site for servers that send brotli.
//!
//! It is a package of its own, optimized in development builds too: unoptimized, it takes most of the time of a build
//! of the site. The encoder is generic, so it is compiled here, and not in the package `brotli`.

use std::io;

use brotli::enc::BrotliEncoderParams;

/// The smallest brotli stream that every browser reads: quality 11, no large window.
///
/// ```
/// let text = "診断".repeat(500);
/// let small = compression::brotli(text.as_bytes())?;
/// assert!(small.len() < text.len() / 50);
/// assert_eq!(compression::unbrotli(&small)?, text.as_bytes());
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// Fails when the encoder does; it is not known to.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        large_window: false,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params)?;
    Ok(compressed)
}

/// The content of a brotli stream.
///
/// # Errors
/// Fails when it is none.
pub fn unbrotli(stream: &[u8]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    brotli::BrotliDecompress(&mut &*stream, &mut bytes)?;
    Ok(bytes)
}
