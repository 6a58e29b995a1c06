//! The reply of a receiver, and its usual interpretation.

use crate::retry::TOO_MANY_WAIT;
use crate::time::Seconds;

/// Outcome of a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reply<'a> {
    /// A reply that can be read.
    Status {
        /// The status, such as 200.
        code: u32,
        /// What `Retry-After` asks for, if it is readable.
        retry_after: Option<Seconds>,
        /// The first 4 KiB of the body. It may hold personal data: it is looked through, and never kept.
        body: &'a str,
    },
    /// A reply that cannot be read: the request went out.
    Opaque,
    /// The request failed: no such host, refused, or a reply that may not be read. The browser does not say which.
    Failed,
    /// The request failed, and the browser knows itself to be offline: nothing went out.
    Offline,
    /// No reply within 15 seconds.
    TimedOut,
}

/// What a reply means for the lead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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
        retry_after: Seconds,
    },
    /// Nothing went out, so that this was no try.
    Offline,
    /// The receiver refuses what was typed.
    Rejected,
    /// The receiver or its configuration has to be fixed by the owner.
    Misconfigured,
}

/// A reply as its connector interprets it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReplyOutcome {
    /// What it means for the lead.
    pub outcome: Outcome,
    /// For a misconfigured destination, a technical code for the console and the error event, such as `http_404`, never for the
    /// respondent; else empty.
    pub code: String,
    /// For a rejected lead, the parts of it that the receiver names, such as `contact.email`.
    pub fields: Vec<String>,
}

impl From<Outcome> for ReplyOutcome {
    fn from(outcome: Outcome) -> Self {
        Self { outcome, code: String::new(), fields: Vec::new() }
    }
}

impl ReplyOutcome {
    pub(super) fn misconfigured(code: &[&str]) -> Self {
        Self { outcome: Outcome::Misconfigured, code: code.concat(), fields: Vec::new() }
    }
}

/// Interprets a readable reply by its status; `arrived` is the outcome of a 2xx.
///
/// Retried are 408, 425, 429 and 5xx; what else is not 2xx is final (400 and 422 speak of the content, the others of the
/// configuration). A 2xx with a page in it comes from a network that wants one to sign in first, and not from a receiver.
pub(super) fn by_status(reply: &Reply<'_>, arrived: Outcome) -> ReplyOutcome {
    let later = |retry_after| Outcome::Later { retry_after };
    let outcome = match *reply {
        Reply::Status { code, retry_after, body } => {
            let retry_after = retry_after.unwrap_or_default();
            match code {
                200..=299 if is_page(body) => later(retry_after),
                200..=299 => arrived,
                429 => later(retry_after.max(TOO_MANY_WAIT)),
                408 | 425 | 500..=599 => later(retry_after),
                400 | 422 => Outcome::Rejected,
                _ => return ReplyOutcome::misconfigured(&["http_", &code.to_string()]),
            }
        }
        Reply::Opaque => Outcome::Unconfirmed,
        Reply::Offline => Outcome::Offline,
        Reply::Failed | Reply::TimedOut => later(Seconds(0)),
    };
    outcome.into()
}

/// Interprets the reply of a service that passes leads on: any 2xx counts as accepted.
pub(super) fn accepted(reply: &Reply<'_>) -> ReplyOutcome {
    match reply {
        Reply::Status { code: 200..=299, .. } => Outcome::Accepted.into(),
        _ => by_status(reply, Outcome::Accepted),
    }
}

/// Interprets the outcome of a request whose reply is opaque. Only a failed request may be repeated: one that timed out may
/// have arrived.
pub(super) fn opaque(reply: &Reply<'_>) -> ReplyOutcome {
    match reply {
        Reply::Failed | Reply::Offline => by_status(reply, Outcome::Unconfirmed),
        _ => Outcome::Unconfirmed.into(),
    }
}

fn is_page(body: &str) -> bool {
    let start = body.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).as_bytes();
    let begins = |tag: &[u8]| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    begins(b"<!doctype html") || begins(b"<html")
}
