//! A browser and its pages. Input is in `pointer`, events and measurements in `recorder`.

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{BrowserLogEntry, WebDriver};

use crate::conditions::Condition;
use crate::engine::{Engine, Proxy, Running, Server};
use crate::widget::Widget;
use crate::{camera, engine, journal};

const PROBE: &str = include_str!("probe.js");
const CONSOLE_RECORDER: &str = include_str!("console_recorder.js");
/// Defines `text`, which serialises a script's result as JSON: drivers do that with functions that a page may have
/// replaced, as an old Prototype.js does, which turns lists into texts.
const AS_TEXT: &str = "const text = (found) => JSON.stringify(found ?? null, function (name, value) {
    return Array.isArray(this[name]) ? this[name] : value;
})";

/// How long WebKit's driver lets a script run. It is a timer of the page, which the clock of a test must know (clock.js).
const SCRIPT_TIMEOUT: Duration = Duration::from_millis(31_557);

/// What the page is looked at with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// 390 x 844 with touch; in WebKit a narrow window with a mouse.
    Phone,
    /// 1280 x 900 with a mouse.
    Desktop,
}

/// A browser; dropping it ends it, and saves a screenshot if the test is failing.
pub struct Browser {
    running: Option<Running>,
    pub(crate) console: RefCell<Vec<BrowserLogEntry>>,
    /// Place and time of the last press.
    pub(crate) last_press: Cell<Option<((f64, f64), Instant)>>,
}

impl Browser {
    /// A browser with a phone's screen and touch.
    pub async fn phone() -> Self {
        Self::start(Device::Phone).await
    }

    /// A browser with a desktop's screen, keyboard and mouse.
    pub async fn desktop() -> Self {
        Self::start(Device::Desktop).await
    }

    /// A browser for either device, in the engine of this run.
    pub async fn start(device: Device) -> Self {
        journal::runs();
        let engine = engine::chosen();
        let running = Some(engine::start(engine, device).await);
        let browser = Self { running, console: RefCell::default(), last_press: Cell::default() };
        if engine != Engine::Chromium {
            browser.before_every_page(CONSOLE_RECORDER).await;
            if device == Device::Phone && engine == Engine::WebKit {
                journal::without("WebKitWebDriver has no fingers: a window of 447 px, and a mouse");
            }
            browser.takes_its_size().await;
        }
        if engine == Engine::WebKit {
            let timeout = browser.driver().set_script_timeout(SCRIPT_TIMEOUT);
            timeout.await.expect("a driver takes a timeout");
        }
        browser.before_every_page(PROBE).await;
        browser.is_under(Condition::of_this_run()).await;
        browser
    }

    /// Applies this condition to every page from now on, as far as the browser implements it.
    pub async fn is_under(&self, condition: Condition) {
        if condition == Condition::Translator {
            self.has_a_translator().await;
        }
    }

    fn running(&self) -> &Running {
        self.running.as_ref().expect("the browser runs until it is dropped")
    }

    pub(crate) fn driver(&self) -> &WebDriver {
        &self.running().driver
    }

    pub(crate) fn server(&self) -> &Server {
        &self.running().server
    }

    /// The proxy, where the driver has no DevTools.
    pub(crate) fn proxy(&self) -> Option<&Proxy> {
        self.running().proxy.as_ref()
    }

    /// The device of this browser.
    pub fn device(&self) -> Device {
        self.running().device
    }

    /// The engine of this browser.
    pub fn engine(&self) -> Engine {
        self.running().engine
    }

    /// Opens an address and waits until the document and its scripts are loaded.
    pub async fn visits(&self, url: &str) {
        self.leaves().await;
        self.driver().goto(url).await.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
    }

    /// Opens an address without waiting for anything that it loads.
    pub async fn sets_out_for(&self, url: &str) {
        self.leaves().await;
        match self.engine() {
            Engine::Chromium => self.devtools("Page.navigate", json!({ "url": url })).await,
            _ => self.script("location.href = arguments[0]; return null", vec![json!(url)]).await,
        };
    }

    /// Reloads the page in the same tab.
    pub async fn reloads(&self) {
        self.leaves().await;
        self.driver().refresh().await.expect("the page reloads");
    }

    /// Goes back to the page before in the history.
    pub async fn goes_back(&self) {
        self.leaves().await;
        self.driver().back().await.expect("there is a page before");
    }

    /// Continues in a new tab, which does not share the old one's session.
    pub async fn opens_a_new_tab(&self) {
        self.leaves().await;
        let tab = match self.engine() {
            // The driver opens tabs in the background, where nothing is painted.
            Engine::WebKit => self.driver().new_window().await,
            _ => self.driver().new_tab().await,
        };
        self.driver().switch_to_window(tab.expect("a tab opens")).await.expect("the tab can be switched to");
        match self.engine() {
            Engine::Chromium => self.before_every_page(PROBE).await,
            Engine::WebKit => self.takes_its_size().await,
            Engine::Firefox => {}
        }
    }

    /// The only widget of the page, or the first.
    pub fn widget(&self) -> Widget<'_> {
        self.widget_nth(0)
    }

    /// The widget at a place, counted from 0 in the order of the document.
    pub fn widget_nth(&self, nth: usize) -> Widget<'_> {
        Widget::new(self, nth)
    }

    /// Runs a script in every page opened from now on, before the page's own scripts.
    pub async fn before_every_page(&self, script: &str) {
        match self.proxy() {
            Some(proxy) => proxy.runs_before_every_page(script),
            None => {
                self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
            }
        }
    }

    /// Sends a command of the DevTools protocol; a journey that does declares [`crate::Need::DevTools`].
    pub async fn devtools(&self, method: &str, parameters: Value) -> Value {
        assert!(self.engine() == Engine::Chromium, "{method} is for Chromium alone: say needs!(DevTools)");
        let answer = self.driver().cdp().send_raw(method, parameters).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Runs the body of a function in the page and returns its result. Use it to observe, and to do what a host page
    /// does.
    pub async fn script<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> T {
        let script =
            format!("const found = (function () {{ {body}\n}}).apply(this, arguments); {AS_TEXT}; return text(found)");
        let mut answer = self.driver().execute(&*script, arguments.clone()).await;
        // Leaving a page aborts the script, which WebKit reports; the script then runs in the next page.
        while answer.as_ref().is_err_and(|error| error.to_string().contains("before the unload event")) {
            answer = self.driver().execute(&*script, arguments.clone()).await;
        }
        let answer = answer.unwrap_or_else(|error| panic!("{body}: {error}"));
        let text = answer.json().as_str().unwrap_or("null");
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{body} gave {text}: {error}"))
    }

    /// Like [`Browser::script`], for the body of an async function.
    pub async fn script_async<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> T {
        let body = format!(
            "const done = arguments[arguments.length - 1];
             (async (...arguments) => {{ {body} }})(...[...arguments].slice(0, -1))
                 .then((value) => {{ {AS_TEXT}; done(text(value)) }}, (error) => done({{ error: `${{error}}` }}));"
        );
        let answer = self.driver().execute_async(&*body, arguments).await;
        let answer = answer.unwrap_or_else(|error| panic!("{body}: {error}"));
        let text = answer.json().as_str().unwrap_or_else(|| panic!("{body}: {}", answer.json()));
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{body} gave {text}: {error}"))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let Some(running) = self.running.take() else { return };
        if !std::thread::panicking() {
            return engine::keep(running);
        }
        journal::fails();
        if let Some(picture) = running.server.last_picture() {
            let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
            camera::keep(&camera::in_folder(running.engine, &format!("failed-{test}")), &picture);
        }
    }
}
