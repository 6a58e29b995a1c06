//! Pool of browsers for reuse by the next test: starting one takes as long as a short journey.
//!
//! A pooled browser is as new: one empty tab, no cookies, no permissions, no visitor preferences, empty logs. Data of
//! pages needs no removal in Chromium, as a site is served from a port that no earlier site of the run had. A browser
//! that cannot be cleared, or whose test failed, is ended instead. This module must not know what tests do.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use super::{Engine, Running};
use crate::browser::Device;

static POOL: Mutex<Vec<Running>> = Mutex::new(Vec::new());

fn pool() -> MutexGuard<'static, Vec<Running>> {
    POOL.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A browser for this device, if a test has left one.
pub(super) fn acquire(engine: Engine, device: Device) -> Option<Running> {
    let mut pool = pool();
    let nth = pool.iter().position(|running| running.engine == engine && running.device == device)?;
    Some(pool.swap_remove(nth))
}

/// Keeps a browser for the next test, if it can be cleared; otherwise ends it.
pub(crate) fn keep(running: Running) {
    let is_clear = match running.engine {
        Engine::Chromium => clears_chromium(&running),
        Engine::Firefox => clears_firefox(&running),
        // Its pages share storage and preferences, which its driver cannot remove.
        Engine::WebKit => None,
    };
    if is_clear.is_some() {
        if let Some(proxy) = &running.proxy {
            proxy.forgets();
        }
        // Rust does not drop this static when the tests are over: the reaper ends what is in it.
        pool().push(running);
    }
}

/// Sends a command; `None` if the browser does not answer, or with an error.
fn ask(running: &Running, method: &str, path: &str, body: Option<Value>) -> Option<Value> {
    running.server.ask(method, path, body.as_ref()).filter(|answer| answer["error"].is_null())
}

/// Opens an empty tab and closes all others; what a test has set for a tab goes with it.
fn starts_in_a_new_tab(running: &Running) -> Option<()> {
    ask(running, "DELETE", "/actions", None)?;
    let tabs = ask(running, "GET", "/window/handles", None)?;
    let fresh = ask(running, "POST", "/window/new", Some(json!({ "type": "tab" })))?;
    for tab in tabs.as_array()? {
        ask(running, "POST", "/window", Some(json!({ "handle": tab })))?;
        ask(running, "DELETE", "/window", None)?;
    }
    ask(running, "POST", "/window", Some(json!({ "handle": fresh["handle"] }))).map(drop)
}

/// Removes everything that a test has left in Chromium; `None` if it does not answer.
fn clears_chromium(running: &Running) -> Option<()> {
    starts_in_a_new_tab(running)?;
    for (method, parameters) in [
        // The new tab has been opened in the background.
        ("Page.bringToFront", json!({})),
        ("Network.clearBrowserCookies", json!({})),
        ("Browser.resetPermissions", json!({})),
        ("Browser.setDownloadBehavior", json!({ "behavior": "default" })),
        ("Runtime.evaluate", json!({ "expression": COPY_A_SPACE, "userGesture": true })),
    ] {
        ask(running, "POST", "/goog/cdp/execute", Some(json!({ "cmd": method, "params": parameters })))?;
    }
    for log in ["browser", "performance"] {
        ask(running, "POST", "/se/log", Some(json!({ "type": log })))?;
    }
    Some(())
}

/// The clipboard cannot be emptied.
const COPY_A_SPACE: &str = "
    const field = document.body.appendChild(document.createElement('textarea'));
    field.value = ' ';
    field.select();
    document.execCommand('copy');
    field.remove();";

/// Removes everything that a test has left in Firefox; `None` if it does not answer.
fn clears_firefox(running: &Running) -> Option<()> {
    starts_in_a_new_tab(running)?;
    ask(running, "POST", "/moz/context", Some(json!({ "context": "chrome" })))?;
    ask(running, "POST", "/execute/async", Some(json!({ "script": FORGET, "args": [] })))?;
    ask(running, "POST", "/moz/context", Some(json!({ "context": "content" }))).map(drop)
}

const FORGET: &str = "
    const [done] = arguments;
    Services.prefs.clearUserPref('layout.css.prefers-color-scheme.content-override');
    Services.prefs.clearUserPref('ui.prefersReducedMotion');
    const { clearData } = Services;
    const all = clearData.CLEAR_COOKIES_AND_SITE_DATA | clearData.CLEAR_ALL_CACHES | clearData.CLEAR_PERMISSIONS;
    clearData.deleteData(all, () => done(null));";
