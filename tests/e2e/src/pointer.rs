//! Touch, mouse and keyboard: real input, as the browser gets it from its devices.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::common::command::{Actions, Command};

use crate::browser::{Browser, Device};
use crate::engine::Engine;
use crate::wait::until;

/// Longer than the interval between any two presses of one gesture.
const GESTURE: Duration = Duration::from_millis(550);
/// The longest time between two clicks of one gesture of a person, less what a busy machine adds, in milliseconds.
const GESTURE_MS_MAX: f64 = 350.0;
/// How often a gesture is tried on a busy machine.
const ATTEMPTS_MAX: usize = 20;
/// The time within which the last press of a gesture becomes a click, or never.
const LAST_CLICK: Duration = Duration::from_secs(5);
/// Farther apart, in pixels, than any two presses of one gesture.
const SAME_PLACE: f64 = 40.0;

/// Kind of pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// Touch events.
    Touch,
    /// Mouse events.
    Mouse,
}

/// The element that has the keyboard's focus.
#[derive(Clone, Debug, Deserialize)]
pub struct Focus {
    /// The kind of element.
    pub element: String,
    /// The values of its `part`.
    pub part: String,
    /// Its `type`.
    pub kind: String,
    /// Its `name`.
    pub name: String,
    /// Its `value`.
    pub value: String,
    /// Text of the element.
    pub text: String,
    /// The index of the widget that contains it, counted from 0; -1 outside.
    pub widget: i32,
    /// The question that contains it.
    pub question: Option<String>,
    /// Whether it is in the result.
    pub in_result: bool,
    /// Whether a focus ring is visible.
    pub ring: bool,
}

impl Browser {
    /// The pointer of this device.
    pub fn pointer(&self) -> Pointer {
        match self.device() {
            Device::Phone => Pointer::Touch,
            Device::Desktop => Pointer::Mouse,
        }
    }

    /// Presses and releases a key, where the focus is.
    pub async fn presses(&self, key: Key) {
        self.driver().action_chain().send_keys(key).perform().await.expect("a key can be pressed");
    }

    /// Presses a key while Shift is held.
    pub async fn presses_with_shift(&self, key: Key) {
        let keys = self.driver().action_chain().key_down(Key::Shift).send_keys(key).key_up(Key::Shift);
        keys.perform().await.expect("keys can be pressed");
    }

    /// Presses and releases at a place of the window, as a separate gesture: if the last press was at the same place a
    /// moment ago, it waits long enough not to be a double click.
    pub async fn press(&self, place: (f64, f64)) {
        tokio::time::sleep(self.rest_of_gesture(place)).await;
        self.press_at_once(place).await;
        self.last_press.set(Some((place, Instant::now())));
    }

    /// Time for which a press there would still belong to the last gesture.
    pub(crate) fn rest_of_gesture(&self, (x, y): (f64, f64)) -> Duration {
        let Some(((last_x, last_y), at)) = self.last_press.get() else { return Duration::ZERO };
        let is_same = (x - last_x).hypot(y - last_y) <= SAME_PLACE;
        if is_same { GESTURE.saturating_sub(at.elapsed()) } else { Duration::ZERO }
    }

    /// Clicks several times with these pauses between, as one gesture, at the place that `prepare` returns. On a busy machine
    /// the clicks may come too late to be one gesture, or what was pressed may have moved before it was released, which
    /// makes no click: it is then prepared and tried again.
    pub async fn clicks_in_one_gesture(&self, pauses: &[Duration], mut prepare: impl AsyncFnMut() -> (f64, f64)) {
        for _ in 0..ATTEMPTS_MAX {
            let place = prepare().await;
            if self.press_repeatedly(place, pauses).await.is_some_and(|longest| longest < GESTURE_MS_MAX) {
                return;
            }
        }
        panic!(
            "none of {ATTEMPTS_MAX} gestures with the pauses {pauses:?} was made of clicks within {GESTURE_MS_MAX} ms"
        );
    }

    /// Presses several times at one place with these pauses between. Returns the longest time between two clicks in
    /// milliseconds, as measured by the page; `None` if not every press has become a click.
    pub async fn press_repeatedly(&self, place: (f64, f64), pauses: &[Duration]) -> Option<f64> {
        tokio::time::sleep(self.rest_of_gesture(place)).await;
        let before: usize = self.script("return __probe.clicks.length", vec![]).await;
        self.press_at_once(place).await;
        for pause in pauses {
            tokio::time::sleep(*pause).await;
            self.press_at_once(place).await;
        }
        self.last_press.set(Some((place, Instant::now())));
        let all = "const clicks = __probe.clicks.slice(arguments[0]);
            return [clicks.length, Math.max(0, ...clicks.slice(1).map((at, nth) => at - clicks[nth]))]";
        let came = until(async || {
            let (count, longest): (usize, f64) = self.script(all, vec![json!(before)]).await;
            if count > pauses.len() { Ok(longest) } else { Err(()) }
        });
        tokio::time::timeout(LAST_CLICK, came).await.ok()?.ok()
    }

    async fn press_at_once(&self, place: (f64, f64)) {
        let pointer = self.pointer();
        if self.engine() == Engine::Chromium {
            self.press_down(pointer, place).await;
            return self.let_go(pointer, place).await;
        }
        // One batch of actions: half a second after a button was pressed, Firefox's driver no longer treats its release
        // as a click.
        let steps = json!([
            move_to(place), { "type": "pointerDown", "button": 0 }, { "type": "pointerUp", "button": 0 },
        ]);
        self.acts(self.pointer_type(pointer), steps).await;
    }

    /// The kind of pointer in WebDriver's terms; WebKit's driver has no touch.
    fn pointer_type(&self, pointer: Pointer) -> &'static str {
        if pointer == Pointer::Touch && self.engine() == Engine::Firefox { "touch" } else { "mouse" }
    }

    /// Puts the finger or the mouse button down at a place of the window.
    pub async fn press_down(&self, pointer: Pointer, (x, y): (f64, f64)) {
        match pointer {
            Pointer::Touch => self.touch("touchStart", &[(x, y)]).await,
            Pointer::Mouse => {
                self.mouse("mouseMoved", (x, y)).await;
                self.mouse("mousePressed", (x, y)).await;
            }
        }
    }

    /// Releases it there.
    pub async fn let_go(&self, pointer: Pointer, (x, y): (f64, f64)) {
        match pointer {
            Pointer::Touch => self.touch("touchEnd", &[]).await,
            Pointer::Mouse => self.mouse("mouseReleased", (x, y)).await,
        }
    }

    /// Uses DevTools in Chromium, and WebDriver actions elsewhere.
    async fn touch(&self, kind: &str, fingers: &[(f64, f64)]) {
        if self.engine() != Engine::Chromium {
            let steps = match fingers {
                [place, ..] => json!([move_to(*place), { "type": "pointerDown", "button": 0 }]),
                [] => json!([{ "type": "pointerUp", "button": 0 }]),
            };
            return self.acts(self.pointer_type(Pointer::Touch), steps).await;
        }
        let points: Vec<Value> = fingers.iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
        self.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
    }

    async fn mouse(&self, kind: &str, (x, y): (f64, f64)) {
        if self.engine() != Engine::Chromium {
            let step = match kind {
                "mouseMoved" => move_to((x, y)),
                "mousePressed" => json!({ "type": "pointerDown", "button": 0 }),
                _ => json!({ "type": "pointerUp", "button": 0 }),
            };
            return self.acts("mouse", json!([step])).await;
        }
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
        self.devtools("Input.dispatchMouseEvent", event).await;
    }

    /// Performs a pointer action; the pointer keeps its place and state until its next action.
    async fn acts(&self, pointer: &str, steps: Value) {
        let source =
            json!([{ "type": "pointer", "id": pointer, "parameters": { "pointerType": pointer }, "actions": steps }]);
        let done = self.driver().cmd(Command::PerformActions(Actions::from(source))).await;
        done.unwrap_or_else(|error| panic!("the {pointer} does not act: {error}"));
    }

    /// Inserts a text at the caret, as pasting does.
    pub async fn types(&self, text: &str) {
        match self.engine() {
            Engine::Chromium => {
                self.devtools("Input.insertText", json!({ "text": text })).await;
            }
            // Typing a long text key by key takes minutes.
            _ => {
                let types = "document.execCommand('insertText', false, arguments[0]); return null";
                self.script::<Value>(types, vec![json!(text)]).await;
            }
        }
    }

    /// Types letter by letter at the caret, as people do.
    pub async fn types_by_keys(&self, text: &str) {
        self.driver().action_chain().send_keys(text).perform().await.expect("keys can be pressed");
    }

    /// The element that has the focus.
    pub async fn focus(&self) -> Focus {
        self.script("return __probe.focus()", vec![]).await
    }

    /// Waits until the focus satisfies `there`.
    pub async fn focuses(&self, what: &str, there: impl Fn(&Focus) -> bool) -> Focus {
        let seen = until(async || {
            let focus = self.focus().await;
            if there(&focus) { Ok(focus) } else { Err(focus) }
        });
        match seen.await {
            Ok(focus) => focus,
            Err(focus) => {
                let presses: Value = self.script("return window.__probe?.presses ?? null", vec![]).await;
                panic!("the focus does not come to {what}; it is at {focus:?}.\nPresses: {presses:#}")
            }
        }
    }
}

/// Whole pixels: drivers accept no others.
fn move_to((x, y): (f64, f64)) -> Value {
    json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x.floor() as i64, "y": y.floor() as i64 })
}
