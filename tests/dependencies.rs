//! Whose code is used: licences that ask for no more than to be named, and crates.io alone.
//!
//! What `cargo deny check licenses sources` says by `deny.toml`, whose list this reads, without compiling that.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Every crate of Cargo.lock, for whatever platform.
fn packages() -> Vec<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--locked", "--format-version", "1"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo's metadata is JSON");
    let packages: Vec<Value> = serde_json::from_value(metadata["packages"].take()).expect("a list of packages");
    assert!(packages.iter().any(|package| package["name"] == "yew"), "the list is that of this workspace");
    packages
}

/// What `deny.toml` allows.
fn allowed() -> BTreeSet<&'static str> {
    let list = include_str!("../deny.toml").split_once("\nallow = [").expect("a list").1;
    let (list, _) = list.split_once(']').expect("the list ends");
    list.split('"').skip(1).step_by(2).collect()
}

/// Whether a licence expression (SPDX) can be met by these licences; which of them it needs is added to `used`.
fn is_met<'a>(expression: &'a str, allowed: &BTreeSet<&str>, used: &mut BTreeSet<&'a str>) -> bool {
    let inner = expression.trim();
    for (separator, needs_all) in [(" OR ", false), ("/", false), (" AND ", true)] {
        let parts = split(inner, separator);
        if parts.len() > 1 {
            let met: Vec<bool> = parts.into_iter().map(|part| is_met(part, allowed, used)).collect();
            return if needs_all { met.iter().all(|met| *met) } else { met.contains(&true) };
        }
    }
    if let Some(inner) = inner.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return is_met(inner, allowed, used);
    }
    used.insert(inner);
    allowed.contains(inner)
}

/// The parts between separators that stand outside of brackets.
fn split<'a>(text: &'a str, separator: &str) -> Vec<&'a str> {
    let depth = |at: usize| text[..at].matches('(').count() - text[..at].matches(')').count();
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(separator).filter(|(at, _)| depth(*at) == 0) {
        parts.push(&text[start..at]);
        start = at + separator.len();
    }
    parts.push(&text[start..]);
    parts
}

#[test]
fn every_licence_is_one_of_the_list_and_each_of_the_list_is_used() {
    let (packages, allowed) = (packages(), allowed());
    let mut used = BTreeSet::new();
    let odd: Vec<String> = packages
        .iter()
        .filter(|package| !is_met(package["license"].as_str().unwrap_or("none"), &allowed, &mut used))
        .map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"]))
        .collect();
    assert!(odd.is_empty(), "{odd:#?}\nIf such a licence is welcome, add it to deny.toml; else do without the crate.");
    let idle: Vec<_> = allowed.iter().filter(|licence| !used.contains(*licence)).collect();
    assert!(idle.is_empty(), "no crate has {idle:?}: take it out of deny.toml");
}

#[test]
fn every_crate_comes_from_crates_io() {
    for package in packages() {
        let source = package["source"].as_str();
        assert!(
            source.is_none_or(|source| source == CRATES_IO),
            "{} comes from {source:?}, which nobody can check",
            package["name"]
        );
    }
}

#[test]
fn expressions_are_read_as_they_are_meant() {
    let allowed = BTreeSet::from(["MIT", "Zlib"]);
    let check =
        |expression, expect| assert_eq!(is_met(expression, &allowed, &mut BTreeSet::new()), expect, "{expression}");
    check("MIT", true);
    check("GPL-3.0", false);
    check("GPL-3.0 OR MIT", true);
    check("Apache-2.0/MIT", true);
    check("GPL-3.0 AND MIT", false);
    check("(GPL-3.0 OR MIT) AND Zlib", true);
    check("(GPL-3.0 OR Apache-2.0) AND Zlib", false);
    check("MIT AND (GPL-3.0 OR (MIT AND Zlib))", true);
    check("Apache-2.0 WITH LLVM-exception", false);
}
