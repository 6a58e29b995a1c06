//! Requirements of a journey that an engine may lack: the journey is skipped by name and reason, never silently.
//!
//! This module must not know journeys.

use crate::engine::{Engine, chosen};
use crate::journal;

/// A feature that some engine, or its driver, lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A window narrower than desktop browsers allow, down to 320 px.
    Narrow,
    /// Preferences of the visitor: dark colours, less motion.
    Preferences,
    /// The browser's own DevTools.
    DevTools,
    /// Work on a page while it comes.
    Streams,
}

impl Need {
    /// The reason why that engine lacks it; `None` if it has it.
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

/// Whether the engine of this run lacks any of these; if so, this is recorded for the calling test.
pub fn lacks(needs: &[Need]) -> bool {
    let missing = needs.iter().find_map(|need| need.missing_in(chosen()));
    if let Some(reason) = missing {
        journal::skipped(reason);
    }
    missing.is_some()
}

/// Records that this engine runs the test without a part of it, and why.
pub fn without(reason: &str) {
    journal::without(reason);
}

/// Ends the test at once if the engine lacks any of these needs, and records the reason.
#[macro_export]
macro_rules! needs {
    ($($need:ident),+) => {
        if $crate::lacks(&[$($crate::Need::$need),+]) {
            return;
        }
    };
}
