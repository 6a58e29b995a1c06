//! Sends one lead to one destination, and returns the outcome.

use diagnosis::Id;
use leads::{
    Attempt, Destination, DestinationSettings, LeadRecord, Outcome, Reply, ReplyOutcome, RequestBody, Seconds, flatten,
    lead_from_json, object, request_body, to_json, with_attempt,
};
use web::clock;
use web::http::{self, Body};

use crate::page;

/// Timeout of a request, in milliseconds.
const TIMEOUT: u32 = 15_000;
/// Maximum number of bytes of a reply that are read.
const REPLY_MAX: usize = 4_096;

/// Outcome of a request.
pub(crate) struct Sent {
    pub(crate) reply: ReplyOutcome,
    /// Whether the request failed because there was no network.
    pub(crate) is_offline: bool,
}

/// Sends a lead in this attempt to the destination of this name, as its page is configured now.
pub(crate) async fn send(
    record: &LeadRecord,
    to: &str,
    current: &[(Id, DestinationSettings)],
    attempt: Attempt,
) -> Sent {
    let misconfigured =
        |code: &str| ReplyOutcome { outcome: Outcome::Misconfigured, code: code.to_owned(), fields: Vec::new() };
    let refused = Sent { reply: misconfigured("destination"), is_offline: false };
    let Some(settings) = record.destination(to, current) else { return refused };
    let Ok(destination) = Destination::new(settings) else { return refused };
    let Some(lead) = record.lead.as_deref().and_then(lead_from_json) else { return refused };
    let lead = with_attempt(&lead, attempt.get());
    let Some(body) = request_body(&destination.template(&names(&lead)), &lead) else { return refused };
    let body = match body {
        RequestBody::Json(text) => Body::Json(text),
        RequestBody::PlainText(text) => Body::Text(text),
        RequestBody::UrlEncoded(pairs) => Body::UrlEncoded(pairs),
        RequestBody::Multipart(pairs) => Body::Multipart(pairs),
    };
    let was_online = page::is_online();
    let answered = http::post(destination.url(), &body, TIMEOUT).await;
    let reply = match &answered {
        http::Reply::Forbidden => return Sent { reply: misconfigured("csp_connect_src"), is_offline: false },
        http::Reply::Opaque => Reply::Opaque,
        http::Reply::TimedOut => Reply::TimedOut,
        // A request that left while there was a network may have arrived.
        http::Reply::Failed if was_online || page::is_online() => Reply::Failed,
        http::Reply::Failed => Reply::Offline,
        http::Reply::Read { status, retry_after, text } => Reply::Status {
            code: (*status).into(),
            retry_after: retry_after.as_deref().and_then(seconds),
            body: text.get(..text.floor_char_boundary(REPLY_MAX)).unwrap_or_default(),
        },
    };
    Sent { reply: destination.interpret(&reply), is_offline: reply == Reply::Offline }
}

/// The event for the data layer of the page on which this lead was submitted, as JSON text.
pub(crate) fn data_layer_event(record: &LeadRecord) -> Option<String> {
    let settings = record.data_layer.as_ref()?;
    let lead = lead_from_json(record.lead.as_deref()?)?;
    let destination = Destination::new(settings).ok()?;
    Some(to_json(&object(&destination.template(&names(&lead)), &lead)))
}

fn names(lead: &diagnosis::Value) -> Vec<String> {
    flatten(lead).into_iter().map(|(name, _)| name).collect()
}

/// The delay that `Retry-After` asks for, given as seconds or as a date.
fn seconds(header: &str) -> Option<Seconds> {
    if header.ends_with(" GMT") {
        let ahead = (clock::parse_date(header)? - clock::now_ms()) / 1000.0;
        return (ahead >= 0.0).then(|| Seconds(ahead.ceil().min(1e9) as u32));
    }
    header.parse().ok().map(|seconds: u64| Seconds(seconds.min(1_000_000_000) as u32))
}
