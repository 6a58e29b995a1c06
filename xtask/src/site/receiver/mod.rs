//! A receiver of leads for tests: it answers, is silent or breaks off as scripted, and records what came.
//!
//! What a receiver *keeps* is what it would have in its books: that decides whether a lead was lost or came twice. It must
//! not know what a lead is, but for the place of its id.
//!
//! ```no_run
//! use xtask::site::{Fate, Receiver, Told};
//!
//! let receiver = Receiver::start()?;
//! receiver.does([Fate::answers(503), Fate::answers(429).says("Retry-After", "20"), Fate::Cuts, Fate::takes()]);
//! println!("{}", receiver.url("lead"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod books;
mod fate;

pub use books::Arrival;
pub use fate::{Fate, Told};

use std::io::{self, BufReader, Read as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use super::gate::Gate;
use super::http::Request;
use super::listener::Listener;
use books::Books;
use fate::Fates;

/// No lead is longer, in bytes.
const LONGEST_BODY: usize = 1024 * 1024;

/// A running receiver. It ends when dropped: connections are cut, threads joined.
pub struct Receiver {
    shared: Arc<Shared>,
    listener: Listener,
}

#[derive(Default)]
struct Shared {
    fates: Fates,
    books: Books,
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
    pub fn does(&self, fates: impl IntoIterator<Item = Fate>) {
        self.shared.fates.are(fates);
    }

    /// Lets the answers go that [`Fate::Holds`] holds back.
    pub fn release(&self) {
        self.shared.gate.open();
    }

    /// Everything that came, in order, questions of browsers (`OPTIONS`) included.
    pub fn arrivals(&self) -> Vec<Arrival> {
        self.shared.books.all()
    }

    /// Waits until what came satisfies `wanted`. `false` when it did not within `patience`.
    pub fn saw(&self, patience: Duration, wanted: impl Fn(&[Arrival]) -> bool) -> bool {
        self.shared.books.wait(patience, wanted)
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
        shared.books.note(Arrival::of(&request, None, false));
        return Fate::takes().told().send(stream);
    }
    if request.method != "POST" {
        let fate = shared.fates.first();
        shared.books.note(Arrival::of(&request, None, false));
        return fate.told().permission().send(stream);
    }
    let fate = shared.fates.next();
    if fate == Fate::CutsMidBody {
        shared.books.note(Arrival::of(&request, None, false));
        return Ok(());
    }
    let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or_default();
    let mut body = vec![0; LONGEST_BODY.min(length)];
    reader.read_exact(&mut body)?;
    shared.books.note(Arrival::of(&request, Some(body), fate.keeps()));
    match fate {
        Fate::Answers(told) => told.send(stream),
        Fate::Holds(told) if shared.gate.pass() => told.send(stream),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
