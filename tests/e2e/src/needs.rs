//! What a journey needs of an engine, and what this engine cannot do: skipped by name and reason, never silently.
//!
//! Must not know: journeys.

use crate::engine::{Engine, chosen};
use crate::journal;

/// What not every engine can do, or not every driver can ask of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A window narrower than any on a desk, down to 320 px.
    Narrow,
    /// What the visitor prefers: dark colours, less motion.
    Preferences,
    /// DevTools of the browser's own.
    DevTools,
    /// Work on a page while it comes.
    Streams,
}

impl Need {
    /// Why there is none of it in that engine; nothing if there is.
    fn missing_in(self, engine: Engine) -> Option<&'static str> {
        match (engine, self) {
            (Engine::Chromium, _) | (Engine::Firefox, Self::Narrow | Self::Preferences | Self::Streams) => None,
            (_, Self::DevTools) => Some("only Chromium has its DevTools"),
            (Engine::WebKit, Self::Narrow) => Some("its window is 447 px wide at least"),
            (Engine::WebKit, Self::Streams) => {
                Some("under its driver it asks for no file of a page before the page has come whole")
            }
            (Engine::WebKit, Self::Preferences) => Some("WebKitWebDriver cannot change what a visitor prefers"),
        }
    }
}

/// Whether the engine of this run lacks any of these; if it does, that is written down for the test that asks.
pub fn lacks(needs: &[Need]) -> bool {
    let missing = needs.iter().find_map(|need| need.missing_in(chosen()));
    if let Some(reason) = missing {
        journal::skipped(reason);
    }
    missing.is_some()
}

/// Writes down that this engine runs the test without a part of it, and why.
pub fn without(reason: &str) {
    journal::without(reason);
}

/// Ends the test at once where the engine lacks any of these needs, and writes down why.
#[macro_export]
macro_rules! needs {
    ($($need:ident),+) => {
        if $crate::lacks(&[$($crate::Need::$need),+]) {
            return;
        }
    };
}
