//! A phone with one page: a fresh browser context, so that nothing is cached, under the chosen slowness.
//!
//! It must not know what is measured in it.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use xtask::commands::bench::Options;

use crate::cdp::Cdp;

/// For how long nothing may be on its way over the network before a page counts as loaded.
const QUIET: Duration = Duration::from_millis(1000);

/// How long a page may take to load.
const TIMEOUT: Duration = Duration::from_secs(60);

/// How long a new window may put itself in order before it is used.
const START: Duration = Duration::from_millis(700);

/// How long a finger stays down.
const PRESS: Duration = Duration::from_millis(40);

/// An open page.
#[derive(Debug)]
pub struct Page<'a> {
    cdp: &'a mut Cdp,
    context: String,
    session: String,
}

impl<'a> Page<'a> {
    /// Opens an empty page of 390 x 844 with touch, as slow as `options` say; `script` runs in every document before
    /// its own scripts.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn open(cdp: &'a mut Cdp, options: &Options, script: &str) -> Result<Self> {
        let context = text(&cdp.call(None, "Target.createBrowserContext", json!({}))?, "browserContextId")?;
        let wanted = json!({ "url": "about:blank", "browserContextId": context });
        let target = text(&cdp.call(None, "Target.createTarget", wanted)?, "targetId")?;
        let wanted = json!({ "targetId": target, "flatten": true });
        let session = text(&cdp.call(None, "Target.attachToTarget", wanted)?, "sessionId")?;
        let mut page = Self { cdp, context, session };
        let bytes_per_second = u64::from(options.kbit) * 1000 / 8;
        let metrics = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
        let network = json!({
            "offline": false, "latency": options.rtt,
            "downloadThroughput": bytes_per_second, "uploadThroughput": bytes_per_second,
        });
        for (method, parameters) in [
            ("Page.enable", json!({})),
            ("Network.enable", json!({})),
            ("Performance.enable", json!({})),
            ("Emulation.setDeviceMetricsOverride", metrics),
            ("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 })),
            ("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })),
            ("Network.emulateNetworkConditions", network),
            ("Emulation.setCPUThrottlingRate", json!({ "rate": options.cpu })),
            ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })),
        ] {
            page.command(method, parameters)?;
        }
        std::thread::sleep(START);
        Ok(page)
    }

    /// Goes to an address and waits until it is loaded: nothing on its way for a second, and the page idle.
    ///
    /// # Errors
    /// When it cannot be reached or is never done.
    pub fn visit(&mut self, url: &str) -> Result<()> {
        let answer = self.command("Page.navigate", json!({ "url": url }))?;
        if let Some(error) = answer.get("errorText") {
            bail!("{url} does not open: {error}");
        }
        self.wait_until_idle().with_context(|| format!("loading {url}"))
    }

    /// Waits until nothing has been on its way for a second and the page is idle.
    ///
    /// # Errors
    /// When that does not happen within a minute.
    pub fn wait_until_idle(&mut self) -> Result<()> {
        let end = Instant::now() + TIMEOUT;
        let mut open = std::collections::HashSet::new();
        let mut busy = Instant::now();
        while busy.elapsed() < QUIET {
            ensure!(Instant::now() < end, "{open:?} is never done");
            for event in self.cdp.listen(Duration::from_millis(50))? {
                let id = event.params.get("requestId").and_then(Value::as_str).unwrap_or_default();
                match event.method.as_str() {
                    "Network.requestWillBeSent" => drop(open.insert(id.to_owned())),
                    "Network.loadingFinished" | "Network.loadingFailed" => drop(open.remove(id)),
                    _ => continue,
                }
                busy = Instant::now();
            }
            if !open.is_empty() {
                busy = Instant::now();
            }
        }
        let idle = "new Promise((done) => requestIdleCallback(() => requestIdleCallback(() => done(null))))";
        self.evaluate::<Option<()>>(idle).map(drop)
    }

    /// The value of an expression, awaited if it is a promise.
    ///
    /// # Errors
    /// What the page throws, or a value of another type.
    pub fn evaluate<T: DeserializeOwned>(&mut self, expression: &str) -> Result<T> {
        let wanted = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.command("Runtime.evaluate", wanted)?;
        if let Some(thrown) = answer.get("exceptionDetails") {
            bail!("{expression} throws {thrown}");
        }
        let value = answer.pointer_mut("/result/value").map(Value::take).unwrap_or_default();
        serde_json::from_value(value).with_context(|| format!("the value of {expression}"))
    }

    /// What all tasks of the page's main thread have taken so far, in milliseconds.
    ///
    /// # Errors
    /// When the browser does not say.
    pub fn main_thread_time(&mut self) -> Result<f64> {
        let metrics = self.command("Performance.getMetrics", json!({}))?;
        let all = metrics.get("metrics").and_then(Value::as_array).into_iter().flatten();
        let mut tasks = all.filter(|metric| metric.get("name").and_then(Value::as_str) == Some("TaskDuration"));
        let seconds = tasks.next().and_then(|metric| metric.get("value")?.as_f64());
        seconds.map(|seconds| seconds * 1000.0).context("the browser has no TaskDuration")
    }

    /// Puts a finger down at a place of the window and lifts it.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn tap(&mut self, (x, y): (f64, f64)) -> Result<()> {
        self.command("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] }))?;
        std::thread::sleep(PRESS);
        self.command("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }))?;
        Ok(())
    }

    /// Closes the page and forgets all that belongs to it.
    ///
    /// # Errors
    /// When the browser has ended.
    pub fn close(self) -> Result<()> {
        self.cdp.call(None, "Target.disposeBrowserContext", json!({ "browserContextId": self.context }))?;
        self.cdp.listen(Duration::ZERO).map(drop)
    }

    fn command(&mut self, method: &str, parameters: Value) -> Result<Value> {
        self.cdp.call(Some(&self.session), method, parameters)
    }
}

fn text(value: &Value, key: &str) -> Result<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned).with_context(|| format!("the browser names no {key}"))
}
