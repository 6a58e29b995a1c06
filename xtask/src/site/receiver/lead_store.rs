//! The requests that a receiver got, in order, and whether it stored them.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::site::http::Request;

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The method: `POST`, or `OPTIONS` for a preflight request.
    pub method: String,
    /// The path with its query.
    pub target: String,
    /// The headers, with their names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body; empty if the connection was cut before its end.
    pub body: Option<String>,
    /// Whether the receiver has stored it.
    pub stored: bool,
}

impl Arrival {
    pub(super) fn of(request: &Request, body: Option<Vec<u8>>, stored: bool) -> Self {
        Self {
            method: request.method.clone(),
            target: request.target.clone(),
            headers: request.headers().to_vec(),
            body: body.map(|body| String::from_utf8_lossy(&body).into_owned()),
            stored,
        }
    }

    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    /// The first lead id (a UUID) in the body, wherever the receiver's format has it.
    pub fn lead_id(&self) -> Option<String> {
        let body = self.body.as_deref()?.as_bytes();
        let id = body.windows(36).find(|part| is_uuid(part))?;
        String::from_utf8(id.to_vec()).ok()
    }
}

fn is_uuid(part: &[u8]) -> bool {
    part.iter().enumerate().all(|(i, byte)| match i {
        8 | 13 | 18 | 23 => *byte == b'-',
        14 => *byte == b'4',
        _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
    })
}

#[derive(Default)]
pub(super) struct LeadStore {
    arrivals: Mutex<Vec<Arrival>>,
    grown: Condvar,
}

impl LeadStore {
    fn arrivals(&self) -> MutexGuard<'_, Vec<Arrival>> {
        self.arrivals.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn note(&self, arrival: Arrival) {
        self.arrivals().push(arrival);
        self.grown.notify_all();
    }

    pub(super) fn all(&self) -> Vec<Arrival> {
        self.arrivals().clone()
    }

    pub(super) fn wait(&self, timeout: Duration, wanted: impl Fn(&[Arrival]) -> bool) -> bool {
        let missing = |arrivals: &mut Vec<Arrival>| !wanted(arrivals);
        let (arrivals, result) =
            self.grown.wait_timeout_while(self.arrivals(), timeout, missing).unwrap_or_else(PoisonError::into_inner);
        drop(arrivals);
        !result.timed_out()
    }
}
