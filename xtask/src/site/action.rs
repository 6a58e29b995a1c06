//! What a test may make the site do with a request.
//!
//! It must not know how it is done; see [`super::connection`].

use std::time::Duration;

/// The fate of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Serve the file, as if nobody had asked.
    Pass,
    /// Serve the file later.
    Delay(Duration),
    /// Serve the file after [`super::Site::release`].
    Hold,
    /// Answer with this status and a body of one line.
    Status(u16),
    /// Promise the whole file, send this many bytes of it and cut the connection.
    Truncate(usize),
    /// Serve the file with these bytes behind it, uncompressed: it then is another, and yet may work.
    Append(&'static [u8]),
    /// Serve the file as another type.
    ContentType(String),
    /// Serve this HTML; there need be no file.
    Page(String),
    /// Do the first, with a header in addition; see [`Action::with`].
    With(Box<Action>, String, String),
}

impl Action {
    /// The same with a header in addition, such as `Content-Security-Policy`. It replaces one of that name.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Self {
        Self::With(Box::new(self), name.to_owned(), value.to_owned())
    }
}
