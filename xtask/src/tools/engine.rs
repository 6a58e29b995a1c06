//! The three engines in which the journeys run, and the tools of each besides the browser tests' own Chromium.
//!
//! This module only knows their names and who finds them. It must not know what runs in them.

use std::path::PathBuf;

use anyhow::Result;

use super::browser::Browser;
use super::cache::Cache;
use super::firefox::Firefox;
use super::webkit::WebKit;

/// The variable that tells `tests/e2e` which engine to start.
pub const VARIABLE: &str = "SHINDAN_ENGINE";

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chromium or Chrome, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by `WebKitWebDriver`.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Display name of the engine.
    pub fn title(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// Name of the engine in options, in [`VARIABLE`] and in file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// Finds or installs the engine; returns the variables that tell `tests/e2e` where everything is.
    ///
    /// # Errors
    /// Fails when it is missing and cannot be installed; names the command to type.
    pub fn ensure(self, cache: &Cache) -> Result<Vec<(&'static str, PathBuf)>> {
        Ok(match self {
            Self::Chromium => {
                let Browser { chromium, chromedriver } = Browser::ensure()?;
                vec![("CHROMIUM", chromium), ("CHROMEDRIVER", chromedriver)]
            }
            Self::Firefox => {
                let Firefox { firefox, geckodriver } = Firefox::ensure(cache)?;
                vec![("FIREFOX", firefox), ("GECKODRIVER", geckodriver)]
            }
            Self::WebKit => {
                let WebKit { browser, driver, display } = WebKit::ensure()?;
                vec![("MINIBROWSER", browser), ("WEBKITWEBDRIVER", driver), ("XVFB", display)]
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_is_found_by_its_name() {
        for engine in Engine::ALL {
            assert_eq!(Engine::named(engine.name()), Some(engine));
        }
        assert_eq!(Engine::named("Firefox"), None);
    }
}
