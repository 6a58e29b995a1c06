//! External conditions under which any journey can run.
//!
//! `SHINDAN_CONDITION` names one for a whole run of the tests; a journey may also request one itself.

use std::time::Duration;

use serde_json::Value;
use xtask::site::{Action, Pause};

use crate::browser::Browser;

/// The variable that names the condition of a run.
const VARIABLE: &str = "SHINDAN_CONDITION";

/// Rewrites text nodes as the translators of browsers do.
const TRANSLATOR: &str = include_str!("translator.js");

/// The pause of a slow stream. It is longer than the loader takes to conclude anything on this machine; a pause that is
/// too short would not fail any journey.
const STREAM_PAUSE: Duration = Duration::from_millis(1500);

/// A disturbance while somebody uses the widget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Condition {
    /// No disturbance.
    #[default]
    Plain,
    /// The browser translates the page, and continues to translate changes.
    Translator,
    /// The HTML of the page pauses after the start tag of each widget.
    SlowStream,
}

impl Condition {
    /// All conditions.
    pub const ALL: [Self; 3] = [Self::Plain, Self::Translator, Self::SlowStream];

    /// The condition that the variable names; [`Condition::Plain`] without it.
    ///
    /// # Panics
    /// Panics if the variable names no condition.
    pub fn of_this_run() -> Self {
        match std::env::var(VARIABLE).unwrap_or_default().as_str() {
            "" | "plain" => Self::Plain,
            "translator" => Self::Translator,
            "slow-stream" => Self::SlowStream,
            other => panic!("{VARIABLE} is {other:?}: write plain, translator or slow-stream"),
        }
    }
}

impl Browser {
    /// Translates every page from now on, from the first text on.
    pub async fn has_a_translator(&self) {
        self.before_every_page(TRANSLATOR).await;
    }

    /// Makes the translator wait in every page until [`Browser::translates_once`].
    pub async fn has_a_waiting_translator(&self) {
        self.before_every_page(&format!("window.__translates = false; {TRANSLATOR}")).await;
    }

    /// Translates the current content of the page's widgets once.
    pub async fn translates_once(&self) {
        let all = "for (const host of document.querySelectorAll('shindan-widget')) __translator.pass(host.shadowRoot)";
        self.script::<Value>(all, vec![]).await;
    }

    /// Number of text nodes that were replaced in this page.
    pub async fn translated(&self) -> usize {
        self.script("return __translator.replaced", vec![]).await
    }
}

/// The same page as a slow server streams it; other content is unchanged.
pub(crate) fn streamed(action: Action) -> Action {
    match action {
        Action::Page(html) => Action::Stream(pieces(&html, "<shindan-widget"), Pause::For(STREAM_PAUSE)),
        Action::With(inner, name, value) => Action::With(Box::new(streamed(*inner)), name, value),
        other => other,
    }
}

/// The HTML in pieces, each of which ends after a start tag that begins with `tag`.
pub(crate) fn pieces(html: &str, tag: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find(tag) {
        let Some(end) = rest[start..].find('>') else { break };
        let (piece, after) = rest.split_at(start + end + 1);
        pieces.push(piece.to_owned());
        rest = after;
    }
    pieces.push(rest.to_owned());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_cut_behind_each_start_tag() {
        let html = "<p>a<shindan-widget b><script>{}</script></shindan-widget><shindan-widget c>d";
        let parts = pieces(html, "<shindan-widget");
        assert_eq!(parts[0], "<p>a<shindan-widget b>");
        assert_eq!(parts[2], "d");
        assert_eq!(parts.concat(), html);
    }
}
