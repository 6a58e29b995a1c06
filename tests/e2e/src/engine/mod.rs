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
mod spare;
mod undertaker;
mod webkit;

use std::time::Duration;

use thirtyfour::{Capabilities, WebDriver};

use crate::browser::Device;
pub(crate) use go_between::GoBetween;
pub(crate) use server::Server;
pub(crate) use spare::keep;
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

/// A browser that runs, with its driver and the proxy between it and the site.
pub(crate) struct Running {
    pub(crate) driver: WebDriver,
    pub(crate) server: Server,
    /// Where the driver has no devtools.
    pub(crate) go_between: Option<GoBetween>,
    pub(crate) engine: Engine,
    pub(crate) device: Device,
}

/// One that is as new: another test's that has been cleared, or one that is started.
pub(crate) async fn start(engine: Engine, device: Device) -> Running {
    if let Some(running) = spare::take(engine, device) {
        return running;
    }
    let (mut server, go_between, wishes) = driver(engine, device);
    let wishes: Capabilities = serde_json::from_value(wishes).expect("capabilities are an object");
    // A connection a command: geckodriver ends one that is kept just as the next command comes. No command takes long
    // but the first, as Firefox starts slowly on a busy machine.
    let client = reqwest::Client::builder().pool_max_idle_per_host(0).timeout(Duration::from_secs(120));
    let client = client.build().expect("a client needs nothing");
    let driver = WebDriver::builder(server.url(), wishes).client(client).await.expect("the browser starts");
    server.runs(&driver.session_id().to_string());
    // The server ends the session itself, which works without an async runtime.
    let _ = driver.clone().leak();
    Running { driver, server, go_between, engine, device }
}

/// Starts a driver, which starts the browser when it is asked for a session with these wishes.
fn driver(engine: Engine, device: Device) -> (Server, Option<GoBetween>, serde_json::Value) {
    if engine == Engine::Chromium {
        let server = chromium::server();
        let wishes = chromium::wishes(server.home(), device);
        return (server, None, wishes);
    }
    let go_between = GoBetween::start();
    let (server, wishes) = match engine {
        Engine::Firefox => (firefox::server(), firefox::wishes(device, &go_between.address())),
        _ => (webkit::server(), webkit::wishes(&go_between.address())),
    };
    (server, Some(go_between), wishes)
}
