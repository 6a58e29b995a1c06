//! What comes of a reply, for each receiver.

use leads::{Destination, Outcome, Reply, Seconds};
use serde_json::json;

use crate::support::Json;
use crate::{configured, settings};

/// What a destination makes of a reply: the outcome, and what else it tells.
fn interpreted(configured: &Json, reply: Reply) -> (Outcome, String) {
    let settings = settings(configured);
    let interpreted = Destination::new(&settings).unwrap_or_else(|refusal| panic!("{refusal:?}")).interpret(&reply);
    (interpreted.outcome, [interpreted.code, interpreted.fields.join(" ")].concat())
}

fn status(code: u32, retry_after: Option<u32>, body: &str) -> Reply<'_> {
    Reply::Status { code, retry_after: retry_after.map(Seconds), body }
}

fn later(seconds: u32) -> (Outcome, String) {
    (Outcome::Later { retry_after: Seconds(seconds) }, String::new())
}

fn plain(outcome: Outcome) -> (Outcome, String) {
    (outcome, String::new())
}

fn rejected(parts: &str) -> (Outcome, String) {
    (Outcome::Rejected, parts.to_owned())
}

fn problem(code: &str) -> (Outcome, String) {
    (Outcome::Misconfigured, code.to_owned())
}

#[test]
fn replies_that_can_be_read() {
    let to = json!({ "type": "webhook-json", "url": "https://x.example/" });
    for (reply, wanted) in [
        (status(200, None, "{}"), plain(Outcome::Delivered)),
        (status(204, None, ""), plain(Outcome::Delivered)),
        (status(200, None, "\u{feff}\n<!DOCTYPE html><title>Sign in"), later(0)),
        (status(200, None, "<HTML>"), later(0)),
        (status(200, None, "<htm"), plain(Outcome::Delivered)),
        (status(408, None, ""), later(0)),
        (status(425, None, ""), later(0)),
        (status(429, None, "slow down"), later(10)),
        (status(429, Some(3), ""), later(10)),
        (status(429, Some(90), ""), later(90)),
        (status(500, None, ""), later(0)),
        (status(503, Some(120), ""), later(120)),
        (status(400, None, ""), rejected("")),
        (status(422, None, ""), rejected("")),
        (status(404, None, ""), problem("http_404")),
        (status(401, None, ""), problem("http_401")),
        (Reply::Failed, later(0)),
        (Reply::TimedOut, later(0)),
        (Reply::Offline, plain(Outcome::Offline)),
    ] {
        assert_eq!(interpreted(&to, reply), wanted, "{reply:?}");
    }
    let simple = json!({ "type": "webhook-simple", "url": "https://x.example/" });
    assert_eq!(interpreted(&simple, status(200, None, "<html>thanks")), plain(Outcome::Accepted));
    assert_eq!(interpreted(&simple, status(410, None, "")), problem("http_410"));
}

#[test]
fn replies_of_hubspot() {
    let to = configured()[0].clone();
    let error =
        |message: &str, kind: &str| json!({ "errors": [{ "message": message, "errorType": kind }] }).to_string();
    let refused = |body: &str| interpreted(&to, status(400, None, body));
    let typed = error("Error in 'fields.email'. Invalid email address", "INVALID_EMAIL");
    assert_eq!(refused(&typed), rejected("contact.email"));
    let two = json!({ "errors": [
        { "message": "Error in 'fields.email'. x", "errorType": "INVALID_EMAIL" },
        { "message": "Required field 'fields.lastname' is missing", "errorType": "REQUIRED_FIELD" },
    ] });
    assert_eq!(refused(&two.to_string()), rejected("contact.email contact.last_name"));
    assert_eq!(refused(&error("x", "FORM_HAS_RECAPTCHA_ENABLED")), problem("hubspot_FORM_HAS_RECAPTCHA_ENABLED"));
    assert_eq!(refused(&error("x", "a@example.jp")), problem("hubspot_unknown"), "what a log must not hold");
    assert_eq!(interpreted(&to, status(403, None, "no")), problem("hubspot_refused"));
    assert_eq!(interpreted(&to, status(429, None, "too many")), later(10));
    assert_eq!(interpreted(&to, status(200, None, "{\"inlineMessage\":\"\"}")), plain(Outcome::Delivered));
}

#[test]
fn receivers_whose_reply_nobody_can_read() {
    let [salesforce, zoho] = [2, 3].map(|nth| configured()[nth].clone());
    for to in [salesforce, zoho, json!({ "type": "form", "url": "https://x.example/" })] {
        assert_eq!(interpreted(&to, Reply::Opaque), plain(Outcome::Unconfirmed));
        assert_eq!(interpreted(&to, Reply::TimedOut), plain(Outcome::Unconfirmed), "it may have arrived");
        assert_eq!(interpreted(&to, Reply::Failed), later(0));
        assert_eq!(interpreted(&to, Reply::Offline), plain(Outcome::Offline));
    }
}
