//! A receiver of leads for tests: it replies, stays silent or breaks off as scripted, and records the requests.
//!
//! What a receiver *stores* decides whether a lead was lost or arrived twice. It must not know what a lead is, except
//! for the place of its id.
//!
//! ```no_run
//! use xtask::site::{ScriptedResponse, Receiver, ScriptedReply};
//!
//! let receiver = Receiver::start()?;
//! receiver.does([ScriptedResponse::answers(503), ScriptedResponse::answers(429).says("Retry-After", "20"), ScriptedResponse::Cuts, ScriptedResponse::takes()]);
//! println!("{}", receiver.url("lead"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod lead_store;
mod scripted;

pub use lead_store::Arrival;
pub use scripted::{ScriptedReply, ScriptedResponse};

use std::io::{self, BufReader, Read as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use super::gate::Gate;
use super::http::Request;
use super::listener::Listener;
use lead_store::LeadStore;
use scripted::ResponseQueue;

/// Maximum length of a lead, in bytes.
const LONGEST_BODY: usize = 1024 * 1024;

/// A running receiver. It ends when dropped: connections are cut, threads joined.
pub struct Receiver {
    shared: Arc<Shared>,
    listener: Listener,
}

#[derive(Default)]
struct Shared {
    responses: ResponseQueue,
    lead_store: LeadStore,
    gate: Gate,
}

impl Receiver {
    /// A receiver on a free port that accepts everything, until [`Receiver::does`].
    ///
    /// # Errors
    /// Fails when no port is available.
    pub fn start() -> io::Result<Self> {
        Self::at(0)
    }

    /// A receiver on this port, for example one on which nothing listened before.
    ///
    /// # Errors
    /// Fails when the port is taken.
    pub fn at(port: u16) -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let serving = Arc::clone(&shared);
        let listener = Listener::start(port, move |stream| {
            // A connection that the client breaks is no error.
            let _ = serve(&serving, stream);
        })?;
        Ok(Self { shared, listener })
    }

    /// The address of a path on it.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.listener.address())
    }

    /// The port on which it listens.
    pub fn port(&self) -> u16 {
        self.listener.address().port()
    }

    /// Sets the responses to the next leads, in order; the last one also applies to all that follow.
    pub fn does(&self, responses: impl IntoIterator<Item = ScriptedResponse>) {
        self.shared.responses.are(responses);
    }

    /// Releases the responses that [`ScriptedResponse::Holds`] holds back.
    pub fn release(&self) {
        self.shared.gate.open();
    }

    /// All requests, in order, including preflight requests (`OPTIONS`).
    pub fn arrivals(&self) -> Vec<Arrival> {
        self.shared.lead_store.all()
    }

    /// Waits until the requests satisfy `wanted`. Returns `false` after `timeout`.
    pub fn saw(&self, timeout: Duration, wanted: impl Fn(&[Arrival]) -> bool) -> bool {
        self.shared.lead_store.wait(timeout, wanted)
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.shared.gate.end();
    }
}

/// Serves the one request of a connection.
fn serve(shared: &Shared, stream: &TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    // Reads few bytes at a time, so that the rest of the body is still in transit when a connection is cut in the
    // middle.
    let mut reader = BufReader::with_capacity(16, stream);
    let Some(request) = Request::read(&mut reader)? else { return Ok(()) };
    if request.method == "GET" {
        // The target of a redirection.
        shared.lead_store.note(Arrival::of(&request, None, false));
        return ScriptedResponse::takes().reply().send(stream);
    }
    if request.method != "POST" {
        let response = shared.responses.first();
        shared.lead_store.note(Arrival::of(&request, None, false));
        return response.reply().permission().send(stream);
    }
    let response = shared.responses.next();
    if response == ScriptedResponse::CutsMidBody {
        shared.lead_store.note(Arrival::of(&request, None, false));
        return Ok(());
    }
    let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or_default();
    let mut body = vec![0; LONGEST_BODY.min(length)];
    reader.read_exact(&mut body)?;
    shared.lead_store.note(Arrival::of(&request, Some(body), response.stores()));
    match response {
        ScriptedResponse::Answers(reply) => reply.send(stream),
        ScriptedResponse::Holds(reply) if shared.gate.pass() => reply.send(stream),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
