//! A single-page app in React, bundled from its package.

use std::path::Path;

use tempfile::TempDir;

use crate::packages;
use crate::page::Host;

/// The app, and the folder that it is in.
async fn app() -> (TempDir, Host) {
    let made = tempfile::tempdir().expect("a folder can be made");
    let entry = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hosts/spa_react/app.jsx");
    packages::bundle(&entry, &made.path().join("app.js"));
    let host = Host::with("spa_react", vec![("made", made.path().to_owned())]).await;
    (made, host)
}

#[tokio::test]
async fn the_whole_way_is_gone_in_it() {
    let (_made, host) = app().await;
    host.goes_the_whole_way().await;
}

#[tokio::test]
async fn a_run_goes_on_after_navigation_and_rendering() {
    let (_made, host) = app().await;
    host.opens().await;
    host.comes_back_to_its_run().await;
    host.goes_on_when_it_is_rendered_anew().await;
}
