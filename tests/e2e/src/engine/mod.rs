//! The three engines, and how each is started.
//!
//! One file an engine says with which program and which wishes; `server` runs that program. What no driver but
//! Chromium's can do (a script before every page, the requests, the console) is done by a [`Proxy`]. Must not
//! know: widgets and journeys.

mod browser_pool;
mod chromium;
mod display;
mod firefox;
mod head;
mod proxy;
mod reaper;
mod server;
mod webkit;

use std::time::Duration;

use thirtyfour::{Capabilities, WebDriver};

use crate::browser::Device;
pub(crate) use browser_pool::keep;
pub(crate) use proxy::Proxy;
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

/// A browser that runs, with its driver and the proxy between it and the site.
pub(crate) struct Running {
    pub(crate) driver: WebDriver,
    pub(crate) server: Server,
    /// Where the driver has no devtools.
    pub(crate) proxy: Option<Proxy>,
    pub(crate) engine: Engine,
    pub(crate) device: Device,
}

/// One that is as new: another test's that has been cleared, or one that is started.
pub(crate) async fn start(engine: Engine, device: Device) -> Running {
    if let Some(running) = browser_pool::take(engine, device) {
        return running;
    }
    let (mut server, proxy, wishes) = driver(engine, device);
    let wishes: Capabilities = serde_json::from_value(wishes).expect("capabilities are an object");
    // A connection a command: geckodriver ends one that is kept just as the next command comes. No command takes long
    // but the first, as Firefox starts slowly on a busy machine.
    let client = reqwest::Client::builder().pool_max_idle_per_host(0).timeout(Duration::from_secs(120));
    let client = client.build().expect("a client needs nothing");
    let driver = WebDriver::builder(server.url(), wishes).client(client).await.expect("the browser starts");
    server.runs(&driver.session_id().to_string());
    // The server ends the session itself, which works without an async runtime.
    let _ = driver.clone().leak();
    Running { driver, server, proxy, engine, device }
}

/// Starts a driver, which starts the browser when it is asked for a session with these wishes.
fn driver(engine: Engine, device: Device) -> (Server, Option<Proxy>, serde_json::Value) {
    if engine == Engine::Chromium {
        let server = chromium::server();
        let wishes = chromium::wishes(server.home(), device);
        return (server, None, wishes);
    }
    let proxy = Proxy::start();
    let (server, wishes) = match engine {
        Engine::Firefox => (firefox::server(), firefox::wishes(device, &proxy.address())),
        _ => (webkit::server(), webkit::wishes(&proxy.address())),
    };
    (server, Some(proxy), wishes)
}
