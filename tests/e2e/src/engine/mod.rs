//! The three engines, and how each is started.
//!
//! One file per engine selects its program and capabilities; `server` runs that program. Features that only Chromium's
//! driver has (a script before every page, the requests, the console) are provided by a [`Proxy`]. This module must not
//! know widgets and journeys.

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

/// The engine of this run; Chromium by default.
pub(crate) fn chosen() -> Engine {
    let name = std::env::var(VARIABLE).unwrap_or_default();
    match Engine::named(&name) {
        Some(engine) => engine,
        None if name.is_empty() => Engine::Chromium,
        None => panic!("{VARIABLE} is {name:?}; set it to chromium, firefox or webkit"),
    }
}

/// A running browser, with its driver and the proxy between it and the site.
pub(crate) struct Running {
    pub(crate) driver: WebDriver,
    pub(crate) server: Server,
    /// The proxy, where the driver has no DevTools.
    pub(crate) proxy: Option<Proxy>,
    pub(crate) engine: Engine,
    pub(crate) device: Device,
}

/// A clean browser: a pooled one, or one that is started.
pub(crate) async fn start(engine: Engine, device: Device) -> Running {
    if let Some(running) = browser_pool::acquire(engine, device) {
        return running;
    }
    let (mut server, proxy, capabilities) = driver(engine, device);
    let capabilities: Capabilities = serde_json::from_value(capabilities).expect("capabilities are an object");
    // Each command uses a new connection, because geckodriver closes a kept-alive one just as the next command comes.
    // Only the first command takes long, because Firefox starts slowly on a busy machine.
    let client = reqwest::Client::builder().pool_max_idle_per_host(0).timeout(Duration::from_secs(120));
    let client = client.build().expect("a client needs nothing");
    let driver = WebDriver::builder(server.url(), capabilities).client(client).await.expect("the browser starts");
    server.runs(&driver.session_id().to_string());
    // The server ends the session itself, which works without an async runtime.
    let _ = driver.clone().leak();
    Running { driver, server, proxy, engine, device }
}

/// Starts a driver, which starts the browser when a session with these capabilities is requested.
fn driver(engine: Engine, device: Device) -> (Server, Option<Proxy>, serde_json::Value) {
    if engine == Engine::Chromium {
        let server = chromium::server();
        let capabilities = chromium::capabilities(server.home(), device);
        return (server, None, capabilities);
    }
    let proxy = Proxy::start();
    let (server, capabilities) = match engine {
        Engine::Firefox => (firefox::server(), firefox::capabilities(device, &proxy.address())),
        _ => (webkit::server(), webkit::capabilities(&proxy.address())),
    };
    (server, Some(proxy), capabilities)
}
