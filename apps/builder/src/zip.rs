//! All files for upload in one archive: the author's own packs, the settings, and the code to paste.

use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The files, each with its name, as a ZIP archive. The same files give the same bytes.
///
/// # Errors
/// Fails where a name occurs twice.
pub(crate) fn archive(files: &[(String, String)]) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    for (name, text) in files {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn what_is_packed_comes_out_again() {
        let files =
            [("診断.ja.json".to_owned(), "{}".to_owned()), ("snippet.html".to_owned(), "<p>案内</p>".to_owned())];
        let bytes = archive(&files).unwrap();
        assert_eq!(bytes, archive(&files).unwrap());
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for (name, text) in files {
            let mut read = String::new();
            zip.by_name(&name).unwrap().read_to_string(&mut read).unwrap();
            assert_eq!(read, text);
        }
    }
}
