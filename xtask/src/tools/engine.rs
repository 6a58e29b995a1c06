//! The three engines that the journeys run in, and what each needs beside the browser tests' own Chromium.
//!
//! This file only knows their names and who finds them. It must not know what runs in them.

use std::path::PathBuf;

use anyhow::Result;

use super::browser::Browser;
use super::cache::Cache;
use super::firefox::Firefox;
use super::webkit::WebKit;

/// The variable that tells `tests/e2e` which one to start.
pub const VARIABLE: &str = "SHINDAN_ENGINE";

/// What draws pages and runs their scripts.
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

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// Its name in options, in [`VARIABLE`] and in the names of files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name)
    }

    /// Finds or installs it; the variables that tell `tests/e2e` where everything is.
    ///
    /// # Errors
    /// When it is not here and cannot be installed; with the command to type.
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
