//! Events, console output, requests and measurements of a browser.

use serde_json::Value;
use thirtyfour::BrowserLogEntry;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::journal;
use crate::network;
use crate::screen::Event;
use crate::wait::until;

impl Browser {
    /// Every event of the widgets of this page so far.
    pub async fn events(&self) -> Vec<Event> {
        // While one page is being replaced by another, there is no recorder.
        let events: Option<Vec<Event>> = self.script("return window.__probe?.events ?? []", vec![]).await;
        events.unwrap_or_default()
    }

    /// The names of the events of one widget so far, without `shindan:` and without those about visible content, which
    /// a browser reports after painting. [`Browser::views`] has them.
    pub async fn event_names(&self, nth: i32) -> Vec<String> {
        let events =
            self.events().await.into_iter().filter(|event| event.widget == nth && event.name != "shindan:view");
        events.map(|event| event.name.trim_start_matches("shindan:").to_owned()).collect()
    }

    /// The details of each `shindan:view` of one widget so far.
    pub async fn views(&self, nth: i32) -> Vec<Value> {
        let events =
            self.events().await.into_iter().filter(|event| event.widget == nth && event.name == "shindan:view");
        events.map(|event| event.detail).collect()
    }

    /// Waits for an event by its name without `shindan:`.
    pub async fn waits_for_event(&self, name: &str) -> Event {
        let full = format!("shindan:{name}");
        let received = until(async || {
            let events = self.events().await;
            events.iter().find(|event| event.name == full).cloned().ok_or(events)
        });
        received.await.unwrap_or_else(|events| panic!("no {full} is heard, only {events:?}"))
    }

    /// Total layout shift in this page without input of the respondent.
    pub async fn layout_shift(&self) -> f64 {
        // The observer is notified after the frame.
        self.next_frames().await;
        self.script("return __probe.shift()", vec![]).await
    }

    /// Resets the recorded layout shifts.
    pub async fn counts_jumps_from_here(&self) {
        self.next_frames().await;
        self.script::<Value>("__probe.shifts.length = 0", vec![]).await;
    }

    /// Expects that nothing has shifted.
    pub async fn has_not_jumped(&self) {
        let tells = "return PerformanceObserver.supportedEntryTypes.includes('layout-shift')";
        if !self.script::<bool>(tells, vec![]).await {
            journal::without("the engine does not tell what has jumped");
            return;
        }
        let shift = self.layout_shift().await;
        let shifts: Value = self.script("return __probe.shifts", vec![]).await;
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
        let still = until(async || match self.script("return __probe.still()", vec![]).await {
            true => Ok(()),
            false => Err(()),
        });
        still.await.expect("animations end");
    }

    /// The console messages since the browser started, except the one about the missing icon of the tab.
    pub async fn console(&self) -> Vec<BrowserLogEntry> {
        let new: Vec<BrowserLogEntry> = match self.engine() {
            Engine::Chromium => self.driver().browser_log().await.expect("the console can be read"),
            // A page that was not served has no recorder.
            _ => self.script("return (window.__recorded ?? []).splice(0)", vec![]).await,
        };
        let mut console = self.console.borrow_mut();
        console.extend(new.into_iter().filter(|entry| !entry.message.contains("/favicon.ico")));
        console.clone()
    }

    /// The texts of [`Browser::console`], for the message of a test that fails.
    pub(crate) async fn console_messages(&self) -> Vec<String> {
        self.console().await.into_iter().map(|entry| entry.message).collect()
    }

    /// Saves the console messages of this page, which every engine but Chromium discards with the page.
    pub(crate) async fn leaves(&self) {
        if self.engine() != Engine::Chromium {
            self.console().await;
        }
    }

    /// The console's warnings.
    pub async fn warnings(&self) -> Vec<String> {
        let console = self.console().await.into_iter().filter(|entry| entry.level == "WARNING");
        console.map(|entry| entry.message).collect()
    }

    /// The console's errors.
    pub async fn errors(&self) -> Vec<String> {
        let console = self.console().await.into_iter().filter(|entry| entry.level == "SEVERE");
        console.map(|entry| entry.message).collect()
    }

    /// Expects neither warnings nor errors.
    pub async fn has_a_clean_console(&self) {
        let (warnings, errors) = (self.warnings().await, self.errors().await);
        assert!(warnings.is_empty() && errors.is_empty(), "warnings {warnings:#?}, errors {errors:#?}");
    }

    /// The address of every request since the last call.
    pub async fn requests(&self) -> Vec<String> {
        match self.proxy() {
            Some(proxy) => proxy.requests(),
            None => {
                network::requests(&self.driver().get_log("performance").await.expect("the network's log can be read"))
            }
        }
    }
}
