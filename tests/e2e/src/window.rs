//! The browser's window: its size, its visitor's preferences, and screenshots.

use serde_json::{Value, json};

use crate::browser::{Browser, Device};
use crate::camera;
use crate::engine::Engine;

/// The screen sizes of a phone and a desktop.
const PHONE: (u32, u32) = (390, 844);
const DESKTOP: (u32, u32) = (1280, 900);

impl Browser {
    /// Sets the size of its device; Chromium is started with it.
    pub(crate) async fn takes_its_size(&self) {
        let (width, height) = if self.device() == Device::Phone { PHONE } else { DESKTOP };
        if self.engine() == Engine::Firefox {
            // The engine's window has a minimum width.
            let free = "for (const edge of ['min-width', 'min-height'])
                document.documentElement.style.setProperty(edge, '0', 'important'); return null";
            self.as_the_browser_itself(free, vec![]);
        }
        self.fills(width, height).await;
    }

    /// Sets the size of the viewport. WebKit makes no window narrower than 447 px: see [`crate::Need::Narrow`].
    pub async fn fills(&self, width: u32, height: u32) {
        if self.engine() == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", size).await;
            return;
        }
        // The window is larger than the page by its own bars, whose size depends on the width.
        let sizes = "return [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight]";
        for _ in 0..2 {
            let (wide, high, beside, above): (u32, u32, u32, u32) = self.script(sizes, vec![]).await;
            if (wide, high) == (width, height) {
                return;
            }
            let sized = self.driver().set_window_rect(0, 0, width + beside, height + above).await;
            sized.expect("the window can be sized");
        }
    }

    /// Sets the visitor's preferences to this one alone, such as `("prefers-color-scheme", "dark")`.
    /// See [`crate::Need::Preferences`].
    pub async fn prefers(&self, wanted: &[(&str, &str)]) {
        let value_of = |name: &str| wanted.iter().find(|(other, _)| *other == name).map(|(_, value)| *value);
        match self.engine() {
            Engine::Chromium => {
                let features: Vec<Value> =
                    wanted.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
                self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
            }
            Engine::Firefox => {
                let scheme = match value_of("prefers-color-scheme") {
                    Some("dark") => 0,
                    Some(_) => 1,
                    None => 2,
                };
                let still = i32::from(value_of("prefers-reduced-motion") == Some("reduce"));
                let set = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0]);
                    Services.prefs.setIntPref('ui.prefersReducedMotion', arguments[1]); return null";
                self.as_the_browser_itself(set, vec![json!(scheme), json!(still)]);
            }
            Engine::WebKit => panic!("WebKitWebDriver cannot change what a visitor prefers: say needs!(Preferences)"),
        }
    }

    /// Runs the body of a function with the privileges of Firefox itself.
    fn as_the_browser_itself(&self, body: &str, arguments: Vec<Value>) {
        let context = |name: &str| self.server().ask("POST", "/moz/context", Some(&json!({ "context": name })));
        context("chrome");
        let script = json!({ "script": body, "args": arguments });
        let answer = self.server().ask("POST", "/execute/sync", Some(&script));
        context("content");
        let error = answer.as_ref().map(|answer| &answer["error"]);
        assert!(error.is_some_and(Value::is_null), "Firefox does not do {body}: {answer:?}");
    }

    /// Takes a screenshot of the window into `target/screens/`, and returns it as PNG in base64.
    pub async fn shoots(&self, name: &str) -> String {
        self.photographs(name, json!({ "format": "png" })).await
    }

    /// Only Chromium understands `wanted`; the others capture the window as it is.
    pub(crate) async fn photographs(&self, name: &str, wanted: Value) -> String {
        self.stands_still().await;
        let picture = match self.engine() {
            Engine::Chromium => {
                let picture = self.devtools("Page.captureScreenshot", wanted).await;
                picture["data"].as_str().unwrap_or_default().to_owned()
            }
            _ => self.driver().screenshot_as_png_base64().await.expect("a picture can be taken"),
        };
        camera::keep(&camera::in_folder(self.engine(), name), &picture);
        picture
    }
}
