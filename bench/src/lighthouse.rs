//! What Lighthouse takes off the host page's score for the widget.
//!
//! Its command line is run on the host page with and without the widget, each time in a fresh browser, with a phone and
//! a slowness of its own. It must not know how the widget loads.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};
use serde::Deserialize;
use xtask::{files, process};

use crate::chromium::Chromium;
use crate::stats::median;

/// Maximum number of Lighthouse rounds; further rounds cost time and hardly change the median.
pub const ROUNDS_MAX: u32 = 3;

/// Whole points from 0 to 100 by category, as Lighthouse shows them.
pub type Points = BTreeMap<String, f64>;

/// Lighthouse, and what it works with.
#[derive(Clone, Copy, Debug)]
pub struct Lighthouse<'a> {
    /// The packages among which it is.
    pub modules: &'a Path,
    /// The browser's program.
    pub chromium: &'a Path,
    /// A folder for its outcome.
    pub work: &'a Path,
}

impl Lighthouse<'_> {
    /// Runs it on `url`. Its whole outcome stays in the file `name`, where its viewer shows why a point is missing.
    ///
    /// # Errors
    /// When it fails or leaves a category without a score.
    pub fn points(&self, url: &str, name: &str) -> Result<Points> {
        // It asks nobody but the measured site: this browser finds no other host, and no error is reported.
        let browser = Chromium::start(self.chromium)?;
        let output = self.work.join(name);
        let mut lighthouse = Command::new(self.modules.join(".bin/lighthouse"));
        lighthouse
            .args([url, "--quiet", "--output=json", "--no-enable-error-reporting"])
            .arg(format!("--port={}", browser.port))
            .arg(format!("--output-path={}", output.display()))
            .stdin(Stdio::null());
        process::run("Lighthouse", &mut lighthouse)?;
        drop(browser);
        points(&files::read(&output)?).with_context(|| format!("reading {}", output.display()))
    }
}

#[derive(Deserialize)]
struct Outcome {
    categories: BTreeMap<String, Category>,
}

#[derive(Deserialize)]
struct Category {
    score: Option<f64>,
}

fn points(outcome: &[u8]) -> Result<Points> {
    let outcome: Outcome = serde_json::from_slice(outcome)?;
    let scored = outcome.categories.into_iter().map(|(name, category)| {
        let score = category.score.with_context(|| format!("Lighthouse gives no score for {name}"))?;
        Ok((name, (score * 100.0).round()))
    });
    scored.collect()
}

/// The median of the rounds by category, in whole points.
pub fn medians(rounds: &[Points]) -> Points {
    let names = rounds.iter().flat_map(BTreeMap::keys);
    let middle = |name: &String| {
        let values: Vec<f64> = rounds.iter().filter_map(|points| points.get(name).copied()).collect();
        median(&values).map(|points| (name.clone(), points.round()))
    };
    names.filter_map(middle).collect()
}

/// The points that `with` lacks of `without`, added up over the categories; what is better does not make up for it.
pub fn lost(with: &Points, without: &Points) -> f64 {
    without.iter().map(|(name, points)| (points - with.get(name).copied().unwrap_or(0.0)).max(0.0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(performance: f64, seo: f64) -> Points {
        Points::from([("performance".into(), performance), ("seo".into(), seo)])
    }

    #[test]
    fn scores_become_whole_points() {
        // 0.29 * 100 is a little less than 29.
        let outcome = r#"{ "categories": { "performance": { "score": 0.29, "title": "x" }, "seo": { "score": 1 } } }"#;
        assert_eq!(points(outcome.as_bytes()).unwrap(), of(29.0, 100.0));
        let error = points(br#"{ "categories": { "seo": { "score": null } } }"#).unwrap_err();
        assert!(format!("{error:#}").contains("no score for seo"), "{error:#}");
    }

    #[test]
    fn a_round_that_went_wrong_does_not_count() {
        assert_eq!(medians(&[of(100.0, 100.0), of(93.0, 100.0), of(99.0, 92.0)]), of(99.0, 100.0));
        assert_eq!(medians(&[of(100.0, 100.0), of(99.0, 100.0)]), of(100.0, 100.0));
        assert_eq!(medians(&[]), Points::new());
    }

    #[test]
    fn only_losses_count() {
        assert_eq!(lost(&of(100.0, 100.0), &of(100.0, 100.0)), 0.0);
        assert_eq!(lost(&of(97.0, 100.0), &of(100.0, 90.0)), 3.0);
        assert_eq!(lost(&Points::new(), &of(100.0, 90.0)), 190.0);
    }
}
