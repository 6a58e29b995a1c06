//! Two versions of the loader on one page, from two places: the first that comes has the page, the other stays out.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::page::Host;

/// The built site once more, as an older one whose loader differs.
fn older() -> TempDir {
    let default = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    let dist = std::env::var_os("SHINDAN_DIST").map_or(default, PathBuf::from);
    let copy = tempfile::tempdir().expect("a folder can be made");
    for entry in std::fs::read_dir(dist).expect("the site is built").flatten() {
        if entry.path().is_file() {
            std::fs::copy(entry.path(), copy.path().join(entry.file_name())).expect("a file can be copied");
        }
    }
    let loader = copy.path().join("embed.js");
    let text = std::fs::read_to_string(&loader).expect("the loader is there");
    std::fs::write(&loader, format!("{text}//")).expect("it can be written");
    // The twin is what a browser would get.
    std::fs::remove_file(copy.path().join("embed.js.br")).expect("it has a twin");
    copy
}

#[tokio::test]
async fn the_second_changes_nothing() {
    let older = older();
    let host = Host::with("two_versions", vec![("older", older.path().to_owned())]).await;
    host.goes_the_whole_way().await;
    assert_eq!(host.site.times_asked_for("embed.js"), 2, "both have come");
    assert_eq!(host.site.times_asked_for(".wasm"), 1, "one of them works");
    let status = host.browser.event_names(-1).await;
    assert!(status.is_empty(), "{status:?}");
}
