//! The three engines, and how each is started.
//!
//! One file an engine says with which program and which wishes; `server` runs that program. What no driver but
//! Chromium's can do (a script before every page, the requests, the console) is done by `go_between`, a proxy. Must not
//! know: widgets and journeys.

mod chromium;
mod display;
mod firefox;
mod go_between;
mod head;
mod server;
mod webkit;

use crate::browser::Device;
pub(crate) use go_between::GoBetween;
pub(crate) use server::Server;
pub use xtask::tools::engine::Engine;
use xtask::tools::engine::VARIABLE;

/// The one that this run is for: Chromium, if nothing else is said.
pub(crate) fn chosen() -> Engine {
    let name = std::env::var(VARIABLE).unwrap_or_default();
    match Engine::named(&name) {
        Some(engine) => engine,
        None if name.is_empty() => Engine::Chromium,
        None => panic!("{VARIABLE} is {name:?}; set it to chromium, firefox or webkit"),
    }
}

/// A driver, what to ask it for, and the proxy between its browser and the site.
pub(crate) struct Started {
    pub(crate) server: Server,
    pub(crate) wishes: serde_json::Value,
    pub(crate) go_between: Option<GoBetween>,
}

/// Starts a driver, which starts the browser when it is asked for a session.
pub(crate) fn start(engine: Engine, device: Device) -> Started {
    if engine == Engine::Chromium {
        let server = chromium::server();
        let wishes = chromium::wishes(server.home(), device);
        return Started { server, wishes, go_between: None };
    }
    let go_between = GoBetween::start();
    let (server, wishes) = match engine {
        Engine::Firefox => (firefox::server(), firefox::wishes(device, &go_between.address())),
        _ => (webkit::server(), webkit::wishes(&go_between.address())),
    };
    Started { server, wishes, go_between: Some(go_between) }
}
