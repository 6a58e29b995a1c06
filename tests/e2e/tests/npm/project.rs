//! A developer's project: one of the folders beside this file, with the packed package installed into it.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use e2e::rules::Answers;
use e2e::{Browser, Site, until};
use tempfile::TempDir;
use xtask::integrations::npm;
use xtask::process;
use xtask::project::Project as Checkout;
use xtask::tools::cache::Cache;
use xtask::tools::npm_hosts;

/// A project in a folder of its own; dropping it removes it.
pub(crate) struct Project {
    folder: TempDir,
}

impl Project {
    /// The one in the folder `name`, with the package installed.
    pub(crate) fn of(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let project = Self { folder };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/npm").join(name), &project.path());
        std::os::unix::fs::symlink(modules(), project.folder.path().join("node_modules")).unwrap();
        let package = serde_json::json!({ "private": true, "type": "module" });
        std::fs::write(project.path().join("package.json"), package.to_string()).unwrap();
        // Everything else is there already, one folder further up.
        let flags =
            ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--silent"];
        project.runs(Command::new("npm").args(flags).arg("--legacy-peer-deps").arg(packed()));
        project
    }

    /// Where it is.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("app")
    }

    /// Runs a command in it, which must end well.
    pub(crate) fn runs(&self, command: &mut Command) {
        process::run("the project's command", command.current_dir(self.path())).unwrap();
    }

    /// Runs a script of an installed package with Node.
    pub(crate) fn runs_script(&self, script: &str, words: &[&str]) {
        self.runs(Command::new("node").arg(modules().join(script)).args(words));
    }

    /// Starts a server of an installed package, and waits until it prints its address, which begins with `before`.
    pub(crate) fn serves(&self, script: &str, words: &[&str], before: &str) -> Server {
        let mut command = Command::new("node");
        command.arg(modules().join(script)).args(words).env("NO_COLOR", "1").current_dir(self.path());
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let line = lines.find(|line| line.contains(before));
        let address =
            line.and_then(|line| line.split_whitespace().find(|word| word.starts_with(before)).map(str::to_owned));
        // It goes on printing, and must not wait for anybody to read.
        std::thread::spawn(move || lines.for_each(drop));
        Server { child, address: address.expect("the server prints its address") }
    }

    /// Serves this folder of it, and opens a page.
    pub(crate) async fn opens(&self, folder: &str, page: &str) -> (Site, Browser) {
        let site = Site::with_folders([("app", self.path().join(folder))]);
        let browser = Browser::phone().await;
        browser.visits(&site.url(&format!("app/{page}"))).await;
        (site, browser)
    }
}

/// A running server; dropping it ends it.
pub(crate) struct Server {
    child: Child,
    address: String,
}

impl Server {
    /// Its address, with `/` at its end.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Goes through the questions, up to the verdict that the page tells as well.
pub(crate) async fn goes_the_whole_way(browser: &Browser) {
    let answers = Answers::all_met();
    browser.widget().answers_all(&answers).await;
    browser.widget().verdict().await;
    tells(browser, "ready 100").await;
}

/// Waits until the page around the widget tells this of the verdict.
pub(crate) async fn tells(browser: &Browser, words: &str) {
    let shown = until(async || {
        let shown: String = browser.script("return document.querySelector('#level')?.textContent ?? ''", vec![]).await;
        if shown == words { Ok(()) } else { Err(shown) }
    });
    shown.await.unwrap_or_else(|shown| panic!("the page tells {shown:?}, not {words:?}"));
}

/// The packed file of the built site.
fn packed() -> &'static Path {
    static PACKED: OnceLock<PathBuf> = OnceLock::new();
    PACKED.get_or_init(|| npm::pack(&Checkout::find().unwrap()).unwrap())
}

/// The packages that projects are built with.
fn modules() -> &'static Path {
    static MODULES: OnceLock<PathBuf> = OnceLock::new();
    MODULES.get_or_init(|| npm_hosts::packages(&Cache::from_env().unwrap(), &Checkout::find().unwrap()).unwrap())
}

fn copy(from: &Path, to: &Path) {
    for file in xtask::files::walk(from).unwrap() {
        let bytes = xtask::files::read(&file).unwrap();
        xtask::files::write(&to.join(file.strip_prefix(from).unwrap()), bytes).unwrap();
    }
}
