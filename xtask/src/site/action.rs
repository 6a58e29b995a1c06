//! What a test may make the site do with a request.
//!
//! It must not know how it is done; see [`super::connection`].

use std::time::Duration;

/// The response to one request.
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
    /// Serve this HTML in pieces, as a slow or busy server streams it: each piece but the first after the pause.
    Stream(Vec<String>, Pause),
    /// Do the first, with a header in addition; see [`Action::with`].
    With(Box<Action>, String, String),
}

/// What a stream waits for between two pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// This long.
    For(Duration),
    /// Until [`super::Site::release`].
    UntilReleased,
}

impl Action {
    /// The same with a header in addition, such as `Content-Security-Policy`. It replaces one of that name.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Self {
        Self::With(Box::new(self), name.to_owned(), value.to_owned())
    }
}
