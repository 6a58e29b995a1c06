//! One Chromium of its own: pages, fingers, keys, and what the console said.

use std::cell::RefCell;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{BrowserLogEntry, Capabilities, Key, WebDriver};

use crate::chromedriver::Chromedriver;
use crate::look::Event;
use crate::wait::until;
use crate::widget::Widget;
use crate::{camera, network};

const EYE: &str = include_str!("eye.js");

/// What the page is looked at with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// 390 x 844 with touch.
    Phone,
    /// 1280 x 900 with a mouse.
    Desktop,
}

/// What presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Touch events.
    Thumb,
    /// Mouse events.
    Mouse,
}

/// Where the keyboard's focus is.
#[derive(Clone, Debug, Deserialize)]
pub struct Focus {
    /// The kind of element.
    pub element: String,
    /// Its parts.
    pub part: String,
    /// Its `type`.
    pub kind: String,
    /// Its `name`.
    pub name: String,
    /// Its `value`.
    pub value: String,
    /// Its words.
    pub text: String,
    /// Which widget it is in, counted from 0; -1 outside.
    pub widget: i32,
    /// The question that it is in.
    pub question: Option<String>,
    /// Whether it is in the result.
    pub in_result: bool,
    /// Whether a ring is drawn around it.
    pub ring: bool,
}

/// A browser; dropping it ends it, and leaves a picture if the test is failing.
pub struct Browser {
    driver: Option<WebDriver>,
    process: Chromedriver,
    device: Device,
    console: RefCell<Vec<BrowserLogEntry>>,
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

    fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the driver is there until the browser is dropped")
    }

    /// Which one it is.
    pub fn device(&self) -> Device {
        self.device
    }

    /// What one presses with on it.
    pub fn hand(&self) -> Hand {
        match self.device {
            Device::Phone => Hand::Thumb,
            Device::Desktop => Hand::Mouse,
        }
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

    /// Presses a key and lets it go, where the focus is.
    pub async fn presses(&self, key: Key) {
        self.driver().action_chain().send_keys(key).perform().await.expect("a key can be pressed");
    }

    /// Presses a key while Shift is held.
    pub async fn presses_with_shift(&self, key: Key) {
        let keys = self.driver().action_chain().key_down(Key::Shift).send_keys(key).key_up(Key::Shift);
        keys.perform().await.expect("keys can be pressed");
    }

    /// Puts the finger or the mouse button down at a place of the window.
    pub async fn press_down(&self, hand: Hand, (x, y): (f64, f64)) {
        match hand {
            Hand::Thumb => self.touch("touchStart", &[(x, y)]).await,
            Hand::Mouse => {
                self.mouse("mouseMoved", (x, y)).await;
                self.mouse("mousePressed", (x, y)).await;
            }
        }
    }

    /// Lifts it there.
    pub async fn let_go(&self, hand: Hand, (x, y): (f64, f64)) {
        match hand {
            Hand::Thumb => self.touch("touchEnd", &[]).await,
            Hand::Mouse => self.mouse("mouseReleased", (x, y)).await,
        }
    }

    async fn touch(&self, kind: &str, fingers: &[(f64, f64)]) {
        let points: Vec<Value> = fingers.iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
        self.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
    }

    async fn mouse(&self, kind: &str, (x, y): (f64, f64)) {
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
        self.devtools("Input.dispatchMouseEvent", event).await;
    }

    /// Where the focus is.
    pub async fn focus(&self) -> Focus {
        self.script("return __eye.focus()", vec![]).await
    }

    /// Waits until the focus is where `there` says.
    pub async fn focuses(&self, what: &str, there: impl Fn(&Focus) -> bool) -> Focus {
        let seen = until(async || {
            let focus = self.focus().await;
            if there(&focus) { Ok(focus) } else { Err(focus) }
        });
        seen.await.unwrap_or_else(|focus| panic!("the focus does not come to {what}; it is at {focus:?}"))
    }

    /// Every event of the widgets of this page so far.
    pub async fn events(&self) -> Vec<Event> {
        self.script("return __eye.events", vec![]).await
    }

    /// The names of the events of one widget so far, without `shindan:`.
    pub async fn event_names(&self, nth: i32) -> Vec<String> {
        let events = self.events().await.into_iter().filter(|event| event.widget == nth);
        events.map(|event| event.name.trim_start_matches("shindan:").to_owned()).collect()
    }

    /// Waits for an event by its name without `shindan:`.
    pub async fn hears(&self, name: &str) -> Event {
        let full = format!("shindan:{name}");
        let heard = until(async || {
            let events = self.events().await;
            events.iter().find(|event| event.name == full).cloned().ok_or(events)
        });
        heard.await.unwrap_or_else(|events| panic!("no {full} is heard, only {events:?}"))
    }

    /// How far things have jumped in this page without the respondent's doing.
    pub async fn layout_shift(&self) -> f64 {
        // The observer is told after the frame.
        self.next_frames().await;
        self.script("return __eye.shift()", vec![]).await
    }

    /// Forgets the jumps so far.
    pub async fn counts_jumps_from_here(&self) {
        self.next_frames().await;
        self.script::<Value>("__eye.shifts.length = 0", vec![]).await;
    }

    /// Expects that nothing has jumped.
    pub async fn has_not_jumped(&self) {
        let shift = self.layout_shift().await;
        let shifts: Value = self.script("return __eye.shifts", vec![]).await;
        assert!(shift == 0.0, "the layout has shifted by {shift}: {shifts}");
    }

    /// Waits for two frames to be drawn.
    pub async fn next_frames(&self) {
        let frames =
            "await new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then))))";
        self.script_async::<Value>(frames, vec![]).await;
    }

    /// Waits until no animation runs.
    pub async fn stands_still(&self) {
        let still = until(async || match self.script("return __eye.still()", vec![]).await {
            true => Ok(()),
            false => Err(()),
        });
        still.await.expect("animations end");
    }

    /// What the console has said since the browser started, except that there is no icon for the tab.
    pub async fn console(&self) -> Vec<BrowserLogEntry> {
        let new = self.driver().browser_log().await.expect("the console can be read");
        let mut console = self.console.borrow_mut();
        console.extend(new.into_iter().filter(|entry| !entry.message.contains("/favicon.ico")));
        console.clone()
    }

    /// Its warnings.
    pub async fn warnings(&self) -> Vec<String> {
        let console = self.console().await.into_iter().filter(|entry| entry.level == "WARNING");
        console.map(|entry| entry.message).collect()
    }

    /// Its errors.
    pub async fn errors(&self) -> Vec<String> {
        let console = self.console().await.into_iter().filter(|entry| entry.level == "SEVERE");
        console.map(|entry| entry.message).collect()
    }

    /// Expects neither.
    pub async fn has_a_clean_console(&self) {
        let (warnings, errors) = (self.warnings().await, self.errors().await);
        assert!(warnings.is_empty() && errors.is_empty(), "warnings {warnings:#?}, errors {errors:#?}");
    }

    /// The address of every request since the last time this was asked.
    pub async fn requests(&self) -> Vec<String> {
        network::requests(&self.driver().get_log("performance").await.expect("the network's log can be read"))
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

    /// A file of the repository, for example a package's script.
    pub fn reads(path: &Path) -> String {
        std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
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
