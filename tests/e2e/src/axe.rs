//! Checks the page with axe-core, shadow roots included.

use std::path::PathBuf;

use serde::Deserialize;
use serde_json::Value;

use crate::browser::Browser;

#[derive(Debug, Deserialize)]
struct Violation {
    rule: String,
    help: String,
    places: Vec<String>,
}

const RUN: &str = "
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => ({
        rule: id, help, places: nodes.map(({ target, failureSummary }) => `${target.flat().join(' >>> ')}: ${failureSummary}`),
    }));";

impl Browser {
    /// Expects that axe finds no violation on the current page; `screen` names the page in the failure.
    pub async fn passes_axe(&self, screen: &str) {
        self.stands_still().await;
        if !self.script::<bool>("return !!window.axe", vec![]).await {
            // The code is the body of a script rather than an argument of `eval`, which a page's policy may refuse.
            self.script::<bool>(&format!("{}\nwindow.axe = axe; return true", source()), vec![]).await;
        }
        let violations: Vec<Violation> = self.script_async(RUN, Vec::<Value>::new()).await;
        let violations: Vec<String> =
            violations.iter().map(|v| format!("{} ({}) at {:#?}", v.rule, v.help, v.places)).collect();
        assert!(violations.is_empty(), "axe on {screen}: {}", violations.join("\n"));
    }
}

/// `AXE` names the file; else the package in the repository's `node_modules`.
fn source() -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let default = root.join("node_modules/axe-core/axe.min.js");
    let path = std::env::var_os("AXE").map_or(default, PathBuf::from);
    assert!(
        path.exists(),
        "{} is missing: run `cargo xtask test`, which installs axe-core, or set AXE",
        path.display()
    );
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
