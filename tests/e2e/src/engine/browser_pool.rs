//! Pool of browsers for reuse by the next test: Firefox takes longer to start than most journeys run.
//!
//! A pooled browser is as new: one empty tab, no storage, no permissions, no visitor preferences. A browser that cannot
//! be cleared, or whose test failed, is ended instead. This module must not know what tests do.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use super::{Engine, Running, reaper};
use crate::browser::Device;

static POOL: Mutex<Vec<Running>> = Mutex::new(Vec::new());

fn pool() -> MutexGuard<'static, Vec<Running>> {
    POOL.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A browser for this device, if a test has left one.
pub(super) fn take(engine: Engine, device: Device) -> Option<Running> {
    let mut pool = pool();
    let nth = pool.iter().position(|running| running.engine == engine && running.device == device)?;
    Some(pool.swap_remove(nth))
}

/// Keeps a browser for the next test, if its engine starts slowly; otherwise ends it.
pub(crate) fn keep(running: Running) {
    if running.engine == Engine::Firefox && clears(&running).is_some() {
        if let Some(proxy) = &running.proxy {
            proxy.forgets();
        }
        // Rust does not drop this static when the tests are over.
        reaper::reaps(running.server.home());
        pool().push(running);
    }
}

/// Removes everything that a test has left in it; `None` if it does not answer.
fn clears(running: &Running) -> Option<()> {
    let ask = |method: &str, path: &str, body: Option<Value>| {
        running.server.ask(method, path, body.as_ref()).filter(|answer| answer["error"].is_null())
    };
    ask("DELETE", "/actions", None)?;
    let tabs = ask("GET", "/window/handles", None)?;
    let fresh = ask("POST", "/window/new", Some(json!({ "type": "tab" })))?;
    for tab in tabs.as_array()? {
        ask("POST", "/window", Some(json!({ "handle": tab })))?;
        ask("DELETE", "/window", None)?;
    }
    ask("POST", "/window", Some(json!({ "handle": fresh["handle"] })))?;
    ask("POST", "/moz/context", Some(json!({ "context": "chrome" })))?;
    ask("POST", "/execute/async", Some(json!({ "script": FORGET, "args": [] })))?;
    ask("POST", "/moz/context", Some(json!({ "context": "content" })))?;
    Some(())
}

const FORGET: &str = "
    const [done] = arguments;
    Services.prefs.clearUserPref('layout.css.prefers-color-scheme.content-override');
    Services.prefs.clearUserPref('ui.prefersReducedMotion');
    const { clearData } = Services;
    const all = clearData.CLEAR_COOKIES_AND_SITE_DATA | clearData.CLEAR_ALL_CACHES | clearData.CLEAR_PERMISSIONS;
    clearData.deleteData(all, () => done(null));";
