//! Chromium, by chromedriver. `CHROMIUM` and `CHROMEDRIVER` override the usual paths.

use std::path::Path;

use serde_json::{Value, json};

use super::server::{Port, Server, program};
use crate::browser::Device;

/// chromedriver on a port of its own choice.
pub(super) fn server() -> Server {
    Server::start(&program("CHROMEDRIVER", "chromedriver"), Port::Said("started successfully on port "), |_, driver| {
        driver.arg("--port=0");
    })
}

/// Capabilities for an isolated, quiet browser whose profile is in this folder.
pub(super) fn capabilities(home: &Path, device: Device) -> Value {
    let (mobile, (width, height)) = match device {
        Device::Phone => {
            let metrics = json!({ "width": 390, "height": 844, "pixelRatio": 2.0, "touch": true, "mobile": true });
            (Some(json!({ "deviceMetrics": metrics })), (500, 900))
        }
        Device::Desktop => (None, (1280, 900)),
    };
    let mut options = json!({
        "binary": program("CHROMIUM", "/usr/bin/chromium"),
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
            "--disable-extensions", "--hide-scrollbars", "--lang=ja",
            // Only this machine is reachable, so a stray request fails loudly.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
            format!("--window-size={width},{height}"),
            format!("--user-data-dir={}", home.join("profile").display()),
        ],
        "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
    });
    if let Some(mobile) = mobile {
        options["mobileEmulation"] = mobile;
    }
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}
