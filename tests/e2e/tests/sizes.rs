//! What a respondent downloads, held against the table `tests/sizes.json` and the budgets.
//!
//! The table is in the repository so that each change shows what it costs; this test writes it with `SHINDAN_BLESS`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use xtask::bundle::manifest::Manifest;

/// Tolerance per file in brotli bytes, for variation of compiler and compressor.
const SLACK: u64 = 96;
/// Brotli bytes until the first question reacts: the loader with its styles and the prerendered questions.
const UNTIL_FIRST_BAR: u64 = 7_800;
/// Brotli bytes until the result: loader, glue, wasm with the views of the lead form, pack and messages.
const UNTIL_RESULT_BAR: u64 = 194_500;
/// Brotli bytes with the form filled in: the outbox too.
const WITH_OUTBOX_BAR: u64 = 283_500;

/// From a file's name without its hash to its brotli bytes.
type Sizes = BTreeMap<String, u64>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn dist() -> PathBuf {
    std::env::var_os("SHINDAN_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// The files that a respondent downloads, the pages aside.
fn built() -> Sizes {
    let manifest = Manifest::read(&dist()).unwrap();
    let files =
        manifest.files.into_iter().filter(|file| !file.path.ends_with(".html") && !file.path.starts_with("page."));
    files.map(|file| (without_hash(&file.path), file.br_bytes.expect("compressed"))).collect()
}

/// `shindan-1a2b3c4d.wasm` is `shindan.wasm`.
fn without_hash(path: &str) -> String {
    match path.rsplit_once('.').and_then(|(stem, kind)| Some((stem.rsplit_once('-')?, kind))) {
        Some(((stem, hash), kind)) if hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
            format!("{stem}.{kind}")
        }
        _ => path.to_owned(),
    }
}

#[test]
fn no_file_has_grown_unnoticed() {
    let table = root().join("tests/sizes.json");
    let built = built();
    if std::env::var_os("SHINDAN_BLESS").is_some() {
        std::fs::write(&table, serde_json::to_string_pretty(&built).unwrap() + "\n").unwrap();
    }
    let accepted: Sizes = serde_json::from_str(&std::fs::read_to_string(&table).unwrap()).unwrap();
    let grown: Vec<String> = built
        .iter()
        .filter(|(name, bytes)| **bytes > accepted.get(*name).map_or(0, |accepted| accepted + SLACK))
        .map(|(name, bytes)| match accepted.get(name) {
            Some(accepted) => format!("{name} grew from {accepted} to {bytes} brotli bytes"),
            None => format!("{name} is new, with {bytes} brotli bytes"),
        })
        .collect();
    assert!(
        grown.is_empty(),
        "{}\nEvery respondent downloads this. If it is worth it, accept it by\n  SHINDAN_BLESS=1 cargo test -p e2e --test sizes\nand commit tests/sizes.json with the reason.",
        grown.join("\n")
    );
    let gone: Vec<&String> = accepted.keys().filter(|name| !built.contains_key(*name)).collect();
    assert!(gone.is_empty(), "{gone:?} in tests/sizes.json is not built any more: take it out");
}

#[test]
fn the_first_question_reacts_within_its_budget() {
    let loader = built().get("embed.js").copied().expect("the loader");
    assert!(loader <= UNTIL_FIRST_BAR, "the loader has {loader} of {UNTIL_FIRST_BAR} brotli bytes");
}

#[test]
fn the_way_to_the_result_and_with_the_form_stays_within_its_budget() {
    let built = built();
    let sum = |names: &[&str]| -> u64 {
        names.iter().map(|name| built.get(*name).copied().unwrap_or_else(|| panic!("{name} is not built"))).sum()
    };
    let result = sum(&["embed.js", "runtime.js", "shindan.wasm", "readiness.ja.txt", "words.ja.txt"]);
    assert!(result <= UNTIL_RESULT_BAR, "the way to the result has {result} of {UNTIL_RESULT_BAR} brotli bytes");
    let with_form = result + sum(&["outbox.js", "outbox.wasm"]);
    assert!(
        with_form <= WITH_OUTBOX_BAR,
        "with the form filled in it has {with_form} of {WITH_OUTBOX_BAR} brotli bytes"
    );
}
