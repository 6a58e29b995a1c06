//! One Chromium of its own, and its pages. What presses is in `hand`, what is heard and measured in `witness`.

use std::cell::RefCell;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{BrowserLogEntry, Capabilities, WebDriver};

use crate::camera;
use crate::chromedriver::Chromedriver;
use crate::widget::Widget;

const EYE: &str = include_str!("eye.js");

/// What the page is looked at with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// 390 x 844 with touch.
    Phone,
    /// 1280 x 900 with a mouse.
    Desktop,
}

/// A browser; dropping it ends it, and leaves a picture if the test is failing.
pub struct Browser {
    driver: Option<WebDriver>,
    process: Chromedriver,
    device: Device,
    pub(crate) console: RefCell<Vec<BrowserLogEntry>>,
}

impl Browser {
    /// A phone in the hand.
    pub async fn phone() -> Self {
        Self::start(Device::Phone).await
    }

    /// A desk with keyboard and mouse.
    pub async fn desktop() -> Self {
        Self::start(Device::Desktop).await
    }

    /// Either of them.
    pub async fn start(device: Device) -> Self {
        let mut process = Chromedriver::start();
        let (mobile, size) = match device {
            Device::Phone => {
                let metrics = json!({ "width": 390, "height": 844, "pixelRatio": 2.0, "touch": true, "mobile": true });
                (Some(json!({ "deviceMetrics": metrics })), (500, 900))
            }
            Device::Desktop => (None, (1280, 900)),
        };
        let wanted = process.capabilities(mobile, size);
        let wanted: Capabilities = serde_json::from_value(wanted).expect("capabilities are an object");
        let driver = WebDriver::new(process.url(), wanted).await.expect("Chromium starts");
        let browser_id = driver.capabilities().get("goog:processID").and_then(Value::as_u64);
        process.runs(&driver.session_id().to_string(), browser_id);
        let browser = Self { driver: Some(driver), process, device, console: RefCell::default() };
        browser.before_every_page(EYE).await;
        browser
    }

    pub(crate) fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the driver is there until the browser is dropped")
    }

    /// Which one it is.
    pub fn device(&self) -> Device {
        self.device
    }

    /// Opens an address and waits until the document and its scripts are loaded.
    pub async fn visits(&self, url: &str) {
        self.driver().goto(url).await.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
    }

    /// Opens an address without waiting for anything that it loads.
    pub async fn sets_out_for(&self, url: &str) {
        self.devtools("Page.navigate", json!({ "url": url })).await;
    }

    /// Loads the page anew in the same tab.
    pub async fn reloads(&self) {
        self.driver().refresh().await.expect("the page reloads");
    }

    /// Goes on in a new tab, which knows nothing of the old one's session.
    pub async fn opens_a_new_tab(&self) {
        let tab = self.driver().new_tab().await.expect("a tab opens");
        self.driver().switch_to_window(tab).await.expect("the tab can be switched to");
        self.before_every_page(EYE).await;
    }

    /// The only widget of the page, or the first.
    pub fn widget(&self) -> Widget<'_> {
        self.widget_nth(0)
    }

    /// The widget at a place, counted from 0 in the order of the document.
    pub fn widget_nth(&self, nth: usize) -> Widget<'_> {
        Widget::new(self, nth)
    }

    /// Runs a script in every page opened from now on, before its own.
    pub async fn before_every_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Sends a command of the DevTools protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Value {
        let answer = self.driver().cdp().send_raw(method, parameters).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Runs the body of a function in the page and reads what it returns. For looking, and for what a host page does.
    pub async fn script<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> T {
        let answer = self.driver().execute(body, arguments).await;
        let answer = answer.unwrap_or_else(|error| panic!("{body}: {error}"));
        answer.convert().unwrap_or_else(|error| panic!("{body} gave {}: {error}", answer.json()))
    }

    /// Like [`Browser::script`], for the body of an async function.
    pub async fn script_async<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> T {
        let body = format!(
            "const done = arguments[arguments.length - 1];
             (async (...arguments) => {{ {body} }})(...[...arguments].slice(0, -1))
                 .then((value) => done({{ value: value ?? null }}), (error) => done({{ error: `${{error}}` }}));"
        );
        let answer = self.driver().execute_async(&*body, arguments).await;
        let mut answer = answer.unwrap_or_else(|error| panic!("{body}: {error}")).json().clone();
        assert!(answer["error"].is_null(), "{body}: {}", answer["error"]);
        serde_json::from_value(answer["value"].take()).unwrap_or_else(|error| panic!("{body}: {error}"))
    }

    /// Takes a picture of the window into `target/screens/`, and gives it as PNG in base64.
    pub async fn shoots(&self, name: &str) -> String {
        self.photographs(name, json!({ "format": "png" })).await
    }

    pub(crate) async fn photographs(&self, name: &str, wanted: Value) -> String {
        self.stands_still().await;
        let picture = self.devtools("Page.captureScreenshot", wanted).await;
        let picture = picture["data"].as_str().unwrap_or_default();
        camera::keep(name, picture);
        picture.to_owned()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Some(picture) = self.process.last_picture()
        {
            let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
            camera::keep(&format!("failed-{test}"), &picture);
        }
        // The process ends the session itself, which works without an async runtime.
        if let Some(driver) = self.driver.take() {
            let _ = driver.leak();
        }
    }
}
