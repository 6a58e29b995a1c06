//! Actions that a test can choose for a request to the site.
//!
//! It must not know how it is done; see [`super::connection`].

use std::time::Duration;

/// The response to one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Serve the file normally.
    Pass,
    /// Serve the file later.
    Delay(Duration),
    /// Serve the file after [`super::Site::release`].
    Hold,
    /// Answer with this status and a body of one line.
    Status(u16),
    /// Promise the whole file, send this many bytes of it and cut the connection.
    Truncate(usize),
    /// Serve the file with these bytes appended, uncompressed: the content differs, but may still work.
    Append(&'static [u8]),
    /// Serve the file with another content type.
    ContentType(String),
    /// Serve this HTML; no file needs to exist.
    Page(String),
    /// Serve this HTML in pieces, as a slow or busy server streams it: each piece but the first after the pause.
    Stream(Vec<String>, Pause),
    /// Do the first action, with an additional header; see [`Action::with`].
    With(Box<Action>, String, String),
}

/// Pause of a stream between two pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// This long.
    For(Duration),
    /// Until [`super::Site::release`].
    UntilReleased,
}

impl Action {
    /// The same action with an additional header, such as `Content-Security-Policy`. It replaces a header of the same
    /// name.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Self {
        Self::With(Box::new(self), name.to_owned(), value.to_owned())
    }
}
