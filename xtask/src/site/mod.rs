//! A static site server for this machine: `serve` shows the demo with it, and tests make it misbehave.
//!
//! It implements just enough HTTP/1.1 for a browser, on plain sockets with one thread per connection, because tests
//! need what server crates hide: a response that waits for a signal, or a connection that is cut in the middle of a
//! body. It must not know what it serves, and it listens on the loopback address only.
//!
//! ```no_run
//! use xtask::site::{Action, Site};
//!
//! let site = Site::of("dist")
//!     .intercept(|path| match path {
//!         "/host" => Action::Page("<h1>A host page</h1>".into()).with("Content-Security-Policy", "default-src 'self'"),
//!         path if path.ends_with(".wasm") => Action::Hold,
//!         _ => Action::Pass,
//!     })
//!     .start()?;
//! println!("{}host", site.url());
//! site.release();
//! # Ok::<(), std::io::Error>(())
//! ```

mod action;
mod assets;
mod connection;
mod gate;
mod http;
mod journal;
mod listener;
mod receiver;
mod reply;

pub use action::{Action, Pause};
pub use receiver::{Arrival, Receiver, ScriptedReply, ScriptedResponse};

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use assets::Assets;
use gate::Gate;
use journal::Journal;
use listener::Listener;

type Intercept = Arc<dyn Fn(&str) -> Action + Send + Sync>;

/// Configuration of a site: what is served, where, and how it misbehaves.
#[derive(Clone)]
pub struct Builder {
    port: u16,
    assets: Assets,
    intercept: Intercept,
}

impl Builder {
    /// The file shown for `/`, instead of `index.html`.
    #[must_use]
    pub fn index(mut self, file: &str) -> Self {
        self.assets.index = file.to_owned();
        self
    }

    /// Serves `folder` below `prefix` too, such as `/tools/shindan/`. The longest prefix wins.
    #[must_use]
    pub fn mount(mut self, prefix: &str, folder: impl Into<PathBuf>) -> Self {
        self.assets.mount(prefix, folder.into());
        self
    }

    /// Sets the port; the default is a free one.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Calls `decide` with the path and query of each request.
    #[must_use]
    pub fn intercept(mut self, decide: impl Fn(&str) -> Action + Send + Sync + 'static) -> Self {
        self.intercept = Arc::new(decide);
        self
    }

    /// Starts serving.
    ///
    /// # Errors
    /// Fails when the port is not available (`AddrInUse` if it is taken).
    pub fn start(self) -> io::Result<Site> {
        let shared = Arc::new(Shared {
            assets: self.assets,
            intercept: self.intercept,
            gate: Gate::default(),
            journal: Journal::default(),
        });
        let serving = Arc::clone(&shared);
        let listener = Listener::start(self.port, move |stream| connection::serve(&serving, stream))?;
        Ok(Site { shared, listener })
    }
}

/// A running site. It ends when dropped: connections are cut, threads joined.
pub struct Site {
    shared: Arc<Shared>,
    listener: Listener,
}

impl Site {
    /// The site in `folder`.
    pub fn of(folder: impl Into<PathBuf>) -> Builder {
        Builder { port: 0, assets: Assets::of(folder.into()), intercept: Arc::new(|_| Action::Pass) }
    }

    /// The site's address, ending in `/`.
    pub fn url(&self) -> String {
        format!("http://{}/", self.listener.address())
    }

    /// The port on which it listens.
    pub fn port(&self) -> u16 {
        self.listener.address().port()
    }

    /// The paths (with queries) requested so far, in order of arrival, including repetitions.
    pub fn requests(&self) -> Vec<String> {
        self.shared.journal.all()
    }

    /// Waits until a request whose path (with query) satisfies `wanted` has arrived, even before this call. Returns
    /// `false` after `timeout`.
    pub fn saw(&self, timeout: Duration, wanted: impl Fn(&str) -> bool) -> bool {
        self.shared.journal.wait(timeout, wanted)
    }

    /// Releases the responses that [`Action::Hold`] holds back, and all later ones.
    pub fn release(&self) {
        self.shared.gate.open();
    }

    /// Makes [`Action::Hold`] hold responses again after [`Site::release`].
    pub fn hold(&self) {
        self.shared.gate.close();
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        self.listener.wait();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // A thread that waits at the gate then ends, which the listener waits for.
        self.shared.gate.end();
    }
}

/// State that all threads of a site share.
struct Shared {
    assets: Assets,
    intercept: Intercept,
    gate: Gate,
    journal: Journal,
}

#[cfg(test)]
mod tests;
