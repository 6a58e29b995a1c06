//! One headless Chromium for the whole measurement, with a home of its own, ended by its id.
//!
//! It must not know what is measured.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cdp::Cdp;

const LISTENING: &str = "DevTools listening on ";

/// Quiet, alone with this machine, and never slowed for being in the background.
const FLAGS: [&str; 17] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    // Each fresh context is a window, whose address bar would load pages of its own beside the measured one.
    "--disable-features=PreloadTopChromeWebUI,WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup",
    "--hide-scrollbars",
    "--lang=ja",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--remote-debugging-port=0",
];

/// A running browser; dropping it ends it.
#[derive(Debug)]
pub struct Chromium {
    child: Child,
    /// The connection to it.
    pub cdp: Cdp,
    /// The port at which others can connect to it.
    pub port: u16,
    // Removed after the browser has ended, which is when this is dropped.
    _home: TempDir,
}

impl Chromium {
    /// Starts the browser at this path.
    ///
    /// # Errors
    /// When it does not start or does not say where it listens.
    pub fn start(program: &Path) -> Result<Self> {
        let home = tempfile::Builder::new().prefix("shindan-bench-").tempdir()?;
        let mut child = Command::new(program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", home.path().join("profile").display()))
            // Not the page that new tabs have, which would work beside the measured one.
            .arg("about:blank")
            .env("HOME", home.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        let mut lines =
            BufReader::new(child.stderr.take().context("its output is piped")?).lines().map_while(Result::ok);
        let url = lines.find_map(|line| line.strip_prefix(LISTENING).map(str::to_owned));
        // Whatever it says later is read, so that its pipe never fills up.
        std::thread::spawn(move || lines.for_each(drop));
        let connected = url.context("Chromium ended before it said where it listens").and_then(|url| connect(&url));
        match connected {
            Ok((cdp, port)) => Ok(Self { child, cdp, port, _home: home }),
            Err(error) => {
                end(&mut child, Duration::ZERO);
                Err(error)
            }
        }
    }

    /// What it calls itself, such as `Chrome/156.0.8078.79`.
    ///
    /// # Errors
    /// When it has ended.
    pub fn version(&mut self) -> Result<String> {
        let version = self.cdp.call(None, "Browser.getVersion", json!({}))?;
        let product = version.get("product").and_then(Value::as_str).unwrap_or_default();
        Ok(product.replace("HeadlessChrome", "Chromium").replace("Chrome/", "Chromium/").replace('/', " "))
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let asked = self.cdp.call(None, "Browser.close", json!({}));
        end(&mut self.child, if asked.is_ok() { Duration::from_secs(5) } else { Duration::ZERO });
    }
}

fn connect(url: &str) -> Result<(Cdp, u16)> {
    let port = port(url).with_context(|| format!("{url} names no port"))?;
    Ok((Cdp::connect(url)?, port))
}

/// The port in an address such as `ws://127.0.0.1:40001/devtools/browser/ID`.
fn port(url: &str) -> Option<u16> {
    let (_, rest) = url.split_once("://")?;
    let (address, _) = rest.split_once('/')?;
    address.rsplit_once(':')?.1.parse().ok()
}

/// Waits for the end, and brings it about when it does not come within `timeout`.
fn end(child: &mut Child, timeout: Duration) {
    let last = Instant::now() + timeout;
    while Instant::now() < last {
        if matches!(child.try_wait(), Ok(Some(_))) {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_in_the_address() {
        assert_eq!(port("ws://127.0.0.1:40001/devtools/browser/1-2"), Some(40001));
        assert_eq!(port("ws://localhost/devtools/browser/1-2"), None);
    }
}
