//! WebKitGTK's small browser, by WebKitWebDriver. `MINIBROWSER` and `WEBKITWEBDRIVER` override the usual paths.

use serde_json::{Value, json};

use super::server::{Server, program};

/// WebKitWebDriver on the given port, with its own display.
pub(super) fn server() -> Server {
    Server::start_on_display(&program("WEBKITWEBDRIVER", "WebKitWebDriver"), |port, driver| {
        driver.arg(format!("--port={port}"));
        // Clipboard text is UTF-8, and there is no desktop session to connect to.
        driver.envs([
            ("LC_ALL", "C.UTF-8"),
            ("LANGUAGE", "ja"),
            ("NO_AT_BRIDGE", "1"),
            ("GSETTINGS_BACKEND", "memory"),
        ]);
    })
}

/// Capabilities for an isolated browser that sends all requests to this address.
pub(super) fn capabilities(proxy: &str) -> Value {
    let debian = format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser", std::env::consts::ARCH);
    let browser = program("MINIBROWSER", &debian);
    json!({
        "browserName": "MiniBrowser",
        "proxy": { "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy },
        "webkitgtk:browserOptions": { "binary": browser, "args": ["--automation"] },
    })
}
