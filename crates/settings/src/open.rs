//! The key `open`: how a panel is opened.

use diagnosis::{Reader, Value};
use diagnostics::Code;

use super::read::{line_or, whole};

/// Maximum number of seconds until a panel opens automatically, and of days until it may do so again.
const DELAY_MAX: u32 = 3_600;
const AGAIN_DAYS_MAX: u32 = 3_650;

/// Settings of a panel. The launcher in the loader reads the same ones, because it appears before the wasm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSettings {
    /// The label of the widget's own button; `None` for the default of the language.
    pub button: Option<String>,
    /// Whether the widget has its own button.
    pub has_button: bool,
    /// The name of the panel; `None` for the default of the language.
    pub title: Option<String>,
    /// Seconds until it opens automatically; `None` for never.
    pub delay: Option<u32>,
    /// Whether it opens when the mouse leaves the page.
    pub on_exit: bool,
    /// Days until it may open automatically again for a visitor who closed it.
    pub again_days: u32,
}

impl Default for OpenSettings {
    fn default() -> Self {
        Self { button: None, has_button: true, title: None, delay: None, on_exit: false, again_days: 30 }
    }
}

impl OpenSettings {
    pub(crate) fn read(r: &Reader) -> Self {
        let Some(Value::Map(_)) = r.value() else {
            r.report(r.error("", Code::OpenNotObject));
            return Self::default();
        };
        r.only(&["button", "title", "delay", "exit", "again_days"]);
        let is_off = r.child("button").is_some_and(|button| button.value() == Some(&Value::Bool(false)));
        Self {
            button: if is_off { None } else { line_or(r, "button", Code::NotButton) },
            has_button: !is_off,
            title: line_or(r, "title", Code::NotTitle),
            delay: whole(r, "delay", Code::NotSeconds, 0, DELAY_MAX),
            on_exit: r.flag("exit"),
            again_days: whole(r, "again_days", Code::NotDays, 0, AGAIN_DAYS_MAX).unwrap_or(30),
        }
    }
}
