//! Fingers, mouse and keys: real input, as the browser gets it from its devices.

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::{Browser, Device};
use crate::wait::until;

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

impl Browser {
    /// What one presses with on it.
    pub fn hand(&self) -> Hand {
        match self.device() {
            Device::Phone => Hand::Thumb,
            Device::Desktop => Hand::Mouse,
        }
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
}
