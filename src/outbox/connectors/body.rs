//! What is to be done to bring a lead to its destination, as values: the shapes of a request, and their coding.

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Send this request.
    Fetch(Request),
    /// Offer this link, which opens the respondent's mail program.
    Mail {
        /// A `mailto:` link.
        href: String,
    },
    /// Offer this text to be copied.
    Copy {
        /// Lines of text.
        text: String,
    },
    /// Push this object to `window.dataLayer`; it holds no personal data.
    Push {
        /// As JSON.
        json: String,
    },
}

/// A request, always `POST`, never with credentials, and without a referrer beyond the origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Where to.
    pub url: String,
    /// Headers beside that of the body's type; any of them makes a browser ask the receiver first (preflight).
    pub headers: Vec<(&'static str, &'static str)>,
    /// What is sent.
    pub body: Body,
    /// Whether the reply may be read.
    pub mode: Mode,
}

/// A body, with the content type that goes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// `application/json`: a browser asks the receiver first.
    Json(String),
    /// `text/plain;charset=UTF-8`: sent without asking.
    Plain(String),
    /// `application/x-www-form-urlencoded;charset=UTF-8`: sent without asking.
    UrlEncoded(String),
    /// `multipart/form-data`, by the browser's `FormData`, which sets the boundary: sent without asking.
    FormData(Vec<(String, String)>),
}

/// `mode` of `fetch`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The receiver allows reading its reply.
    Cors,
    /// It does not: the request goes out all the same, and the reply is opaque.
    NoCors,
}

impl Request {
    /// A request without headers of its own.
    pub(super) fn new(url: &str, body: Body, mode: Mode) -> Self {
        Self { url: url.to_owned(), headers: Vec::new(), body, mode }
    }

    /// Whether it may outlive its page (`keepalive`): all such requests share 64 KiB, so a larger body may not.
    pub fn is_small(&self) -> bool {
        self.body.size() <= super::super::payload::PAYLOAD_MAX
    }
}

impl Body {
    /// Its content type; `None` where the browser sets it.
    pub fn content_type(&self) -> Option<&'static str> {
        match self {
            Body::Json(_) => Some("application/json"),
            Body::Plain(_) => Some("text/plain;charset=UTF-8"),
            Body::UrlEncoded(_) => Some("application/x-www-form-urlencoded;charset=UTF-8"),
            Body::FormData(_) => None,
        }
    }

    /// Bytes of it, about; a form's boundaries count 100 each.
    fn size(&self) -> usize {
        match self {
            Body::Json(text) | Body::Plain(text) | Body::UrlEncoded(text) => text.len(),
            Body::FormData(pairs) => pairs.iter().map(|(name, value)| name.len() + value.len() + 100).sum(),
        }
    }
}

/// Pairs as a form is encoded (WHATWG URL, 5.2): everything but letters, digits and `*-._` is escaped, a space is `+`, and a
/// line ends with CR LF.
pub(super) fn url_encoded(pairs: &[(String, String)]) -> String {
    let mut out = String::new();
    for (name, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        escape(name, true, &mut out);
        out.push('=');
        escape(value, true, &mut out);
    }
    out
}

/// A text as part of an address: a space is `%20`.
pub(super) fn percent_encoded(text: &str) -> String {
    let mut out = String::new();
    escape(text, false, &mut out);
    out
}

fn escape(text: &str, is_form: bool, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            b'*' if is_form => out.push('*'),
            b' ' if is_form => out.push('+'),
            b'\n' => out.push_str("%0D%0A"),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
}
