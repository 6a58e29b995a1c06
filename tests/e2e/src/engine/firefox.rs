//! Firefox, by geckodriver. `FIREFOX` and `GECKODRIVER` override the usual paths.

use serde_json::{Value, json};

use super::server::{Port, Server, program};
use crate::browser::Device;

/// geckodriver on a port of its own choice.
pub(super) fn server() -> Server {
    Server::start(&program("GECKODRIVER", "geckodriver"), Port::Said("Listening on "), |_, driver| {
        // System access allows windows narrower than Firefox's minimum, and visitor preferences.
        driver.args(["--port=0", "--websocket-port=0", "--allow-system-access"]).env_remove("DISPLAY");
    })
}

/// Capabilities for an isolated, quiet browser that sends all requests to this address.
pub(super) fn capabilities(device: Device, proxy: &str) -> Value {
    let mut preferences = json!({
        "app.update.enabled": false,
        "app.normandy.enabled": false,
        "browser.newtabpage.enabled": false,
        "browser.safebrowsing.downloads.remote.enabled": false,
        "browser.search.update": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "toolkit.telemetry.enabled": false,
        "extensions.update.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "network.proxy.allow_hijacking_localhost": true,
        "intl.accept_languages": "ja",
        // Reading the clipboard and printing need no prompt.
        "dom.events.testing.asyncClipboard": true,
        "print.always_print_silent": true,
    });
    if device == Device::Phone {
        preferences["dom.w3c_touch_events.enabled"] = 1.into();
        preferences["ui.primaryPointerCapabilities"] = 1.into();
        preferences["ui.allPointerCapabilities"] = 1.into();
        preferences["layout.css.devPixelsPerPx"] = "2.0".into();
    }
    json!({
        "browserName": "firefox",
        "proxy": { "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy },
        "moz:firefoxOptions": {
            "binary": program("FIREFOX", "/usr/bin/firefox-esr"),
            "args": ["-headless"],
            "prefs": preferences,
        },
    })
}
