//! The built site on its own port, with pages made up by the test and files that arrive late, broken or never.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use xtask::site::{Action, Builder, Pause};

use crate::conditions::{self, Condition};

/// A page made up by a test.
#[derive(Clone, Debug)]
pub struct Page(Action);

impl Page {
    /// A plain Japanese host page with this body, and the loader.
    pub fn with(body: &str) -> Self {
        let mut html =
            String::from("<!doctype html><html lang=ja><head><meta charset=utf-8><title>試験用のページ</title>");
        html.push_str("<meta name=viewport content='width=device-width,initial-scale=1'><link rel=icon href='data:,'>");
        html.push_str("<script type=module src=embed.js async></script></head><body><main><h1>試験用のページ</h1>");
        write!(html, "{body}</main></body></html>").expect("text grows");
        Self(Action::Page(html))
    }

    /// Other content, such as the file of a pack.
    pub fn of(text: impl Into<String>) -> Self {
        Self(Action::Page(text.into()))
    }

    /// No content of its own: the site's normal response, for example with a status.
    pub fn answering(action: Action) -> Self {
        Self(action)
    }

    /// The same page in pieces: one after each of these texts, in order; the connection waits after each until
    /// [`Site::releases`].
    ///
    /// # Panics
    /// Panics if the page was not made up by a test, or lacks one of the texts.
    pub fn pausing_after(self, texts: &[&str]) -> Self {
        let Action::Page(html) = self.0 else { panic!("only a page that a test has made up can pause") };
        let mut pieces = Vec::new();
        let mut rest = html.as_str();
        for text in texts {
            let start = rest.find(text).unwrap_or_else(|| panic!("there is no {text} in {rest}"));
            let (piece, after) = rest.split_at(start + text.len());
            pieces.push(piece.to_owned());
            rest = after;
        }
        pieces.push(rest.to_owned());
        Self(Action::Stream(pieces, Pause::UntilReleased))
    }

    /// Adds this header.
    pub fn under(self, header: &str, value: &str) -> Self {
        Self(self.0.with(header, value))
    }
}

/// Responses that differ from the files in the folder.
#[derive(Default)]
struct Plan {
    condition: Condition,
    pages: HashMap<String, Action>,
    treatments: Vec<(String, Action)>,
}

impl Plan {
    fn action_for(&self, target: &str) -> Action {
        let path = target.split('?').next().unwrap_or_default();
        let treated = || self.treatments.iter().find(|(ending, _)| path.ends_with(ending));
        let page = self.pages.get(path);
        let action = page.or_else(|| treated().map(|(_, action)| action)).cloned().unwrap_or(Action::Pass);
        if self.condition == Condition::SlowStream { conditions::streamed(action) } else { action }
    }
}

/// A running server for the built site.
pub struct Site {
    site: xtask::site::Site,
    plan: Arc<Mutex<Plan>>,
}

impl Site {
    /// Serves the built site: `SHINDAN_DIST`, else `dist/` of the repository.
    pub fn of_dist() -> Self {
        Self::with_folders([])
    }

    /// Serves the site that was built with the maintainer's probe: `SHINDAN_PROBE_DIST`, else `target/probe-dist/`.
    pub fn of_probe() -> Self {
        Self::of(folder("SHINDAN_PROBE_DIST", "../../target/probe-dist"), [])
    }

    /// Serves the built site like [`Site::of_dist`], with other folders beside it, each below a name.
    pub fn with_folders<'a>(folders: impl IntoIterator<Item = (&'a str, PathBuf)>) -> Self {
        Self::of(folder("SHINDAN_DIST", "../../dist"), folders)
    }

    /// The text of a file of the built site.
    pub fn file_of_dist(file: &str) -> String {
        let path = folder("SHINDAN_DIST", "../../dist").join(file);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn of<'a>(dist: PathBuf, folders: impl IntoIterator<Item = (&'a str, PathBuf)>) -> Self {
        assert!(dist.join("embed.js").exists(), "{} is not built: run `cargo xtask test NAME`", dist.display());
        let plan = Arc::new(Mutex::new(Plan { condition: Condition::of_this_run(), ..Plan::default() }));
        let shared = Arc::clone(&plan);
        let site = xtask::site::Site::of(dist).intercept(move |target| lock(&shared).action_for(target));
        let site = folders.into_iter().fold(site, |site, (name, folder)| site.mount(name, folder));
        Self { site: on_an_unused_port(&site), plan }
    }

    /// The address of a file.
    pub fn url(&self, file: &str) -> String {
        format!("{}{file}", self.site.url())
    }

    /// Serves a page that is not in `dist/`; returns its address.
    pub fn page(&self, file: &str, page: Page) -> String {
        lock(&self.plan).pages.insert(format!("/{file}"), page.0);
        self.url(file)
    }

    /// Serves the made-up pages under this condition from now on.
    pub fn is_under(&self, condition: Condition) {
        lock(&self.plan).condition = condition;
    }

    /// Handles requests for files with this ending in this way from now on.
    pub fn treats(&self, ending: &str, action: Action) {
        let mut plan = lock(&self.plan);
        plan.treatments.retain(|(of, _)| of != ending);
        plan.treatments.push((ending.to_owned(), action));
    }

    /// Holds back files with this ending until [`Site::releases`].
    pub fn holds(&self, ending: &str) {
        self.treats(ending, Action::Hold);
    }

    /// Releases the responses that are held back.
    pub fn releases(&self) {
        self.site.release();
    }

    /// Whether a file with this ending was requested.
    pub fn was_asked_for(&self, ending: &str) -> bool {
        self.site.requests().iter().any(|target| target.ends_with(ending))
    }

    /// Number of requests for files with this ending.
    pub fn times_asked_for(&self, ending: &str) -> usize {
        self.site.requests().iter().filter(|target| target.ends_with(ending)).count()
    }
}

/// Starts the site on a port that no earlier site of this process had: a pooled browser still has the data of those.
fn on_an_unused_port(site: &Builder) -> xtask::site::Site {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // A site that is tried in vain keeps its port until another one is found.
    let mut tried = Vec::new();
    loop {
        let started = site.clone().start().expect("a port is free");
        if USED.lock().unwrap_or_else(PoisonError::into_inner).insert(started.port()) {
            return started;
        }
        tried.push(started);
    }
}

/// The folder that this variable names, else this folder below the package.
fn folder(variable: &str, default: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(default), PathBuf::from)
}

fn lock(plan: &Mutex<Plan>) -> MutexGuard<'_, Plan> {
    plan.lock().unwrap_or_else(PoisonError::into_inner)
}
