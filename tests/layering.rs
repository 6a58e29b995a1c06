//! The one-way dependencies of ARCHITECTURE.md, held by reading the sources.
//!
//! Each file of `src` belongs to a layer of [`LAYERS`]; what it names by path must be open to that layer. A new folder
//! needs a line there, so that where it stands is decided and not drifted into.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking, and its functions are named for what they hold"
)]

#[path = "support/paths.rs"]
mod paths;

use std::fs;
use std::path::Path;

struct Layer {
    /// Where its files lie, below `src/`: a folder, or one file.
    place: &'static str,
    /// The modules of this crate that it may know.
    knows: &'static [&'static str],
    /// What is closed to it besides, and why.
    closed: &'static [(&'static [&'static str], &'static str)],
}

const WEB: (&[&str], &str) = (
    &["web_sys", "js_sys", "wasm_bindgen", "gloo"],
    "only src/browser and src/embed touch the web; what it says arrives as data, what it should do leaves as a value",
);
const WORLD: (&[&str], &str) = (
    &["std::time", "std::fs", "std::env", "std::net", "std::process", "std::thread"],
    "clock, files and the rest of the world are effects: they arrive as data",
);
const VIEWS: (&[&str], &str) = (&["yew"], "views are made in src/ui only; the core must run without them");

const LAYERS: [Layer; 8] = [
    Layer { place: "domain/", knows: &["domain"], closed: &[WEB, WORLD, VIEWS] },
    Layer { place: "app/", knows: &["domain", "app"], closed: &[WEB, WORLD, VIEWS] },
    Layer { place: "outbox/", knows: &["domain", "outbox"], closed: &[WEB, WORLD, VIEWS] },
    Layer { place: "ui/", knows: &["domain", "app", "ui"], closed: &[WEB, WORLD] },
    Layer { place: "browser/", knows: &["domain", "app", "outbox", "ui", "browser"], closed: &[] },
    Layer { place: "embed/", knows: &["domain", "app", "outbox", "ui", "browser", "embed"], closed: &[] },
    Layer { place: "prerender.rs", knows: &["domain", "app", "ui", "prerender"], closed: &[WEB, WORLD] },
    Layer {
        place: "lib.rs",
        knows: &["domain", "app", "outbox", "ui", "browser", "embed", "prerender"],
        closed: &[WEB, WORLD],
    },
];

/// What a source of this name (below `src/`) does that its layer may not, a line each.
fn breaches(file: &str, source: &str) -> Vec<String> {
    let Some(layer) = LAYERS.iter().find(|layer| file.starts_with(layer.place)) else {
        return vec![format!("src/{file}:1: belongs to no layer; give it one in tests/layering.rs")];
    };
    let mut lines = Vec::new();
    for named in paths::paths(source) {
        let path = named.path.join("::");
        let place = format!("src/{file}:{}: `{path}`", named.line);
        for (roots, why) in layer.closed {
            if roots.iter().any(|root| path == *root || path.starts_with(&[root, "::"].concat())) {
                lines.push(format!("{place}: {why}"));
            }
        }
        if let Some(module) = module_of_crate(file, &named.path).filter(|module| !layer.knows.contains(module)) {
            let known = layer.knows.join(", ");
            lines.push(format!("{place}: `{}` may know {known} of this crate, not `{module}`", layer.place));
        }
    }
    lines
}

/// The top module that a path through `crate`, or through enough `super`, leads to.
fn module_of_crate<'p>(file: &str, path: &'p [String]) -> Option<&'p str> {
    let supers = path.iter().take_while(|word| *word == "super").count();
    let depth = file.split('/').filter(|part| !["mod.rs", "lib.rs"].contains(part)).count();
    match path.first()?.as_str() {
        "crate" => path.get(1).map(String::as_str),
        // In a module within the file this many `super` may stay inside: only names of layers count.
        "super" if supers >= depth => path.get(supers).map(String::as_str).filter(|name| is_layer(name)),
        _ => None,
    }
}

fn is_layer(name: &str) -> bool {
    LAYERS.iter().any(|layer| layer.place.trim_end_matches(['/']).trim_end_matches(".rs") == name)
}

/// Every `.rs` file below `folder`, as paths below `src/`.
fn sources(folder: &Path, below: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = [below, entry.file_name().to_str().unwrap()].concat();
        if entry.path().is_dir() {
            found.extend(sources(&entry.path(), &[&name, "/"].concat()));
        } else if name.ends_with(".rs") {
            found.push(name);
        }
    }
    found.sort();
    found
}

#[test]
fn every_source_keeps_to_its_layer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = sources(&src, "");
    assert!(files.iter().filter(|file| file.starts_with("domain/")).count() > 5, "the rules have moved: {files:?}");
    let read = |file: &String| breaches(file, &fs::read_to_string(src.join(file)).unwrap());
    let found: Vec<String> = files.iter().flat_map(read).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// Holds that a fabricated source breaks its layer on exactly these lines, with these paths.
fn check(file: &str, source: &str, wanted: &[&str]) {
    let found = breaches(file, source);
    let prefix = format!("src/{file}:");
    let short = |line: &String| line.strip_prefix(&prefix).unwrap().split("`: ").next().unwrap().replace('`', "");
    assert_eq!(found.iter().map(short).collect::<Vec<_>>(), wanted, "in {file}:\n{source}\n{found:#?}");
}

#[test]
fn the_rules_know_nobody() {
    check("domain/rules.rs", "use super::pack::Pack;\nuse std::rc::Rc;\nuse crate::domain::Id;", &[]);
    check("domain/rules.rs", "use crate::app::Model;", &["1: crate::app::Model"]);
    check("domain/rules.rs", "\nfn f(x: super::super::ui::Props) {}", &["2: super::super::ui::Props"]);
    check(
        "domain/mod.rs",
        "use super::{app, browser::{self, Port}};",
        &["1: super::app", "1: super::browser::self", "1: super::browser::Port"],
    );
    check("domain/a.rs", "use crate::{domain::Id,\n  embed as e,\n};", &["2: crate::embed"]);
    check("domain/a.rs", "use crate::*;", &["1: crate::*"]);
    check(
        "domain/a.rs",
        "use yew::prelude::*;\nlet x = ::web_sys::window();",
        &["1: yew::prelude::*", "2: web_sys::window"],
    );
    check("domain/a.rs", "#[wasm_bindgen::prelude::wasm_bindgen]", &["1: wasm_bindgen::prelude::wasm_bindgen"]);
    check("domain/a.rs", "extern crate gloo;\nuse js_sys as js;", &["1: gloo", "2: js_sys"]);
    check(
        "domain/a.rs",
        "use std::{fs, rc::Rc, time::{Duration, Instant}};",
        &["1: std::fs", "1: std::time::Duration", "1: std::time::Instant"],
    );
}

#[test]
fn each_layer_knows_only_those_below() {
    check("app/update.rs", "use crate::domain::Pack;\nuse super::model::Model;", &[]);
    check("app/update.rs", "use crate::ui::Widget;\nuse yew::Callback;", &["1: crate::ui::Widget", "2: yew::Callback"]);
    check("outbox/connectors/form.rs", "use crate::domain::Value;\nuse super::super::plan::plan;", &[]);
    check(
        "outbox/plan.rs",
        "use crate::app::Model;\nuse std::time::SystemTime;\nuse yew::html;",
        &["1: crate::app::Model", "2: std::time::SystemTime", "3: yew::html"],
    );
    check("app/update.rs", "use crate::outbox::Queue;", &["1: crate::outbox::Queue"]);
    check("ui/widget.rs", "use yew::prelude::*;\nuse crate::app::{Model, View};\nuse crate::domain::Id;", &[]);
    check(
        "ui/widget.rs",
        "use crate::browser::Port;\nuse web_sys::Event;",
        &["1: crate::browser::Port", "2: web_sys::Event"],
    );
    check("browser/port.rs", "use crate::app::Effect;\nuse web_sys::Element;\nuse gloo::console::warn;", &[]);
    check("browser/port.rs", "use crate::embed::mount;", &["1: crate::embed::mount"]);
    check("embed/mod.rs", "use crate::{app, browser, domain, ui};\nuse wasm_bindgen::prelude::*;", &[]);
    check("prerender.rs", "use crate::browser::Port;", &["1: crate::browser::Port"]);
    check("lib.rs", "mod browser;\npub mod domain;\nuse web_sys::window;", &["3: web_sys::window"]);
    let stray = breaches("helpers/mod.rs", "");
    assert_eq!(stray, ["src/helpers/mod.rs:1: belongs to no layer; give it one in tests/layering.rs"]);
}

#[test]
fn a_breach_names_the_file_the_line_and_the_reason() {
    let found = breaches("domain/a.rs", "\n\nuse web_sys::window;");
    assert_eq!(found, [format!("src/domain/a.rs:3: `web_sys::window`: {}", WEB.1)]);
    let found = breaches("app/a.rs", "use crate::ui::Widget;");
    assert_eq!(found, ["src/app/a.rs:1: `crate::ui::Widget`: `app/` may know domain, app of this crate, not `ui`"]);
}

#[test]
fn comments_and_literals_are_passed_over() {
    let source = r##"
        //! See `crate::app` and [`web_sys`].
        /* use yew::prelude::*; */
        const A: &str = "crate::ui \" web_sys";
        const B: &str = r#"a "crate::ui" b"#;
        const C: [char; 3] = ['"', '\'', '\\'];
        fn f<'a>(x: &'a str) -> core::time::Duration { yewish(x) }
        pub(crate) mod tests { use super::super::level::Level; }
        use crate::browser::Port;
    "##;
    check("domain/a.rs", source, &["9: crate::browser::Port"]);
}
