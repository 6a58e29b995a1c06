//! PHP itself on the plugin's sources.

use std::process::Command;

use crate::wordpress::{WordPress, installed, unpacked};

#[test]
fn every_file_is_php() {
    for file in xtask::files::walk(unpacked()).unwrap() {
        if xtask::files::extension(&file) == "php" {
            let output = Command::new("php").arg("-l").arg(&file).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
            let text = xtask::files::read_text(&file).unwrap();
            let guard = ["defined( 'ABSPATH' ) || exit;", "defined( 'WP_UNINSTALL_PLUGIN' ) || exit;"];
            assert!(
                guard.iter().any(|line| text.contains(line)),
                "{} does something when it is asked for",
                file.display()
            );
        }
    }
}

#[test]
fn the_coding_standard_is_kept() {
    let sources = xtask::project::Project::find().unwrap().root().join("integrations/wordpress");
    let output = installed().sniffer().arg("--standard=phpcs.xml").arg(".").current_dir(sources).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn nothing_is_wrong_with_its_head() {
    let wordpress = WordPress::with(&serde_json::json!({}));
    let head = wordpress.runs(
        "require_once ABSPATH . 'wp-admin/includes/plugin.php';
        echo wp_json_encode( get_plugin_data( WP_PLUGIN_DIR . '/shindan/shindan.php', false, false ) );",
    );
    let head: serde_json::Value = serde_json::from_str(&head).unwrap();
    assert_eq!((&head["Version"], &head["TextDomain"]), (&env!("CARGO_PKG_VERSION").into(), &"shindan".into()));
    let readme = std::fs::read_to_string(wordpress.plugin("readme.txt")).unwrap();
    assert!(readme.contains(concat!("Stable tag: ", env!("CARGO_PKG_VERSION"))));
}
