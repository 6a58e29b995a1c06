//! A receiver of leads for tests: it answers, is silent or breaks off as scripted, and records what came.
//!
//! What a receiver *keeps* is what it would have in its store: that decides whether a lead was lost or came twice. It must
//! not know what a lead is, but for the place of its id.
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

/// No lead is longer, in bytes.
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
    /// A receiver on a free port that takes everything, until [`Receiver::does`].
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start() -> io::Result<Self> {
        Self::at(0)
    }

    /// The same on this port, such as one where nobody has answered before.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn at(port: u16) -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let serving = Arc::clone(&shared);
        let listener = Listener::start(port, move |stream| {
            // A broken connection is the other side's choice.
            let _ = serve(&serving, stream);
        })?;
        Ok(Self { shared, listener })
    }

    /// The address of a path on it.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.listener.address())
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.listener.address().port()
    }

    /// What becomes of the next leads, one after the other; the last also of all that follow.
    pub fn does(&self, responses: impl IntoIterator<Item = ScriptedResponse>) {
        self.shared.responses.are(responses);
    }

    /// Lets the answers go that [`ScriptedResponse::Holds`] holds back.
    pub fn release(&self) {
        self.shared.gate.open();
    }

    /// Everything that came, in order, questions of browsers (`OPTIONS`) included.
    pub fn arrivals(&self) -> Vec<Arrival> {
        self.shared.lead_store.all()
    }

    /// Waits until what came satisfies `wanted`. `false` when it did not within `patience`.
    pub fn saw(&self, patience: Duration, wanted: impl Fn(&[Arrival]) -> bool) -> bool {
        self.shared.lead_store.wait(patience, wanted)
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
    // Few bytes at a time, so that what comes after the head is still on its way when a connection is cut in its midst.
    let mut reader = BufReader::with_capacity(16, stream);
    let Some(request) = Request::read(&mut reader)? else { return Ok(()) };
    if request.method == "GET" {
        // Where a redirection led to.
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
    shared.lead_store.note(Arrival::of(&request, Some(body), response.keeps()));
    match response {
        ScriptedResponse::Answers(reply) => reply.send(stream),
        ScriptedResponse::Holds(reply) if shared.gate.pass() => reply.send(stream),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
