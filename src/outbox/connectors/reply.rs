//! What comes back, and what it means where a receiver has no habits of its own.

use crate::outbox::retry::TOO_MANY_WAIT;
use crate::outbox::time::Millis;

/// What came of a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reply {
    /// A reply that can be read.
    Status {
        /// The status, such as 200.
        code: u16,
        /// What `Retry-After` asks for, by [`crate::outbox::retry_after`], if it is readable.
        retry_after: Option<Millis>,
        /// The first 4 KiB of the body. It may hold personal data: it is looked through, and never kept.
        body: String,
    },
    /// A reply that cannot be read: the request went out.
    Opaque,
    /// The request failed: no network, no such host, refused, or a reply that may not be read. The browser does not say
    /// which.
    Failed,
    /// No reply within [`crate::outbox::TIMEOUT`].
    TimedOut,
}

/// What a reply means for the lead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// The receiver says that it has the lead.
    Delivered,
    /// A service took the lead and will pass it on.
    Accepted,
    /// It was sent, and nobody can say whether it arrived.
    Unconfirmed,
    /// Not now; another try may help.
    Later {
        /// How long the receiver wants to be left alone.
        asked: Millis,
    },
    /// The receiver refuses what was typed.
    Rejected {
        /// The parts that it names, as in `lead/v1`, such as `contact.email`; empty if it names none.
        parts: Vec<String>,
    },
    /// The receiver or its configuration has to be mended by the owner.
    Misconfigured(Problem),
}

/// A technical code for console and error event, never for the respondent; such as `http_404`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem(pub String);

impl Outcome {
    pub(super) fn problem(code: &str) -> Self {
        Outcome::Misconfigured(Problem(code.to_owned()))
    }
}

/// What a readable reply means by its status alone; `arrived` is what a 2xx stands for.
///
/// Retried are 408, 425, 429 and 5xx; what else is not 2xx is final (400 and 422 speak of the content, the others of the
/// configuration). A 2xx with a page in it comes from a network that wants one to sign in first, and not from a receiver.
pub(super) fn by_status(reply: &Reply, arrived: Outcome) -> Outcome {
    let Reply::Status { code, retry_after, body } = reply else {
        return match reply {
            Reply::Opaque => Outcome::Unconfirmed,
            _ => Outcome::Later { asked: Millis(0) },
        };
    };
    let asked = retry_after.unwrap_or_default();
    match code {
        200..=299 if is_page(body) => Outcome::Later { asked },
        200..=299 => arrived,
        429 => Outcome::Later { asked: retry_after.map_or(TOO_MANY_WAIT, |asked| asked.max(TOO_MANY_WAIT)) },
        408 | 425 | 500..=599 => Outcome::Later { asked },
        400 | 422 => Outcome::Rejected { parts: Vec::new() },
        _ => Outcome::problem(&format!("http_{code}")),
    }
}

/// What came of a request to a receiver whose reply nobody can read. Only a request that failed may be repeated: one that
/// took too long may have arrived.
pub(super) fn unread(reply: &Reply) -> Outcome {
    match reply {
        Reply::Failed => Outcome::Later { asked: Millis(0) },
        _ => Outcome::Unconfirmed,
    }
}

fn is_page(body: &str) -> bool {
    let start: String = body.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).chars().take(14).collect();
    let start = start.to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}
