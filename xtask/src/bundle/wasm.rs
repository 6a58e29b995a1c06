//! The wasm and its glue: optimized, with short names between them, and the wasm named by its content.
//!
//! wasm-bindgen's imports and exports have long names with hashes, which stand in both files and do not compress. What
//! the two call each other is their own affair, so wasm-opt shortens it and the glue follows. It must not look into
//! either any further.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use super::{order, snip};
use crate::{files, process};

/// What wasm-bindgen writes beside the glue, if there is any.
const SNIPPETS: &str = "snippets";

/// What the entries of the glue's object of imports are indented by.
const INDENT: &str = "        ";

/// What every browser of the last years has; anything newer would turn some away.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
];

const PASSES: [&str; 5] = [
    // The control flow is made anew, from which the optimizer finds more; its second run is for what the first left.
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    // Repetition compresses: this makes the wasm larger, and its brotli form smaller.
    "--one-caller-inline-max-function-size=0",
];

/// What comes last: the names, by which functions are in order, are of no use then.
const FINISH: [&str; 4] = [
    "--reorder-functions-by-name",
    "--minify-imports-and-exports-and-modules",
    "--strip-producers",
    "--strip-target-features",
];

/// Whether `snip` goes first: what it takes out only the widget never reaches.
#[derive(Clone, Copy, Debug)]
pub enum Snipping {
    /// The widget: it does.
    Widget,
    /// Any other wasm: it does not.
    Nothing,
}

/// What wasm-opt prints: how it renamed each import (module, name, new name; all modules are `a` now) and export.
#[derive(Deserialize)]
struct Renamed {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// What wasm-bindgen left of one wasm: `NAME.js` and `NAME_bg.wasm` in a folder.
#[derive(Clone, Copy, Debug)]
pub struct Bound<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// The name of both files, and of what becomes of the wasm.
    pub name: &'a str,
    /// What to take out first.
    pub snipping: Snipping,
}

/// Optimizes the wasm and writes it to `site` as `NAME-HASH.wasm`; writes the glue that goes with it to `glue`. What
/// wasm-bindgen left of either is gone then; `work` is for files in between.
///
/// # Errors
/// When there is no wasm of the expected name, or wasm-opt refuses it.
pub fn finish(bound: Bound<'_>, site: &Path, work: &Path, wasm_opt: &Path, glue: &Path) -> Result<String> {
    let Bound { folder, name, snipping } = bound;
    let (script, module) = (folder.join(format!("{name}.js")), folder.join(format!("{name}_bg.wasm")));
    let mut from = module.clone();
    if let Snipping::Widget = snipping {
        let snipped = work.join("snipped.wasm");
        snip::snip(&from, &snipped).context(
            "Trunk must have left shindan_bg.wasm with its names: `filehash` is off in Trunk.toml, the package is shindan",
        )?;
        let (named, ordered) = (work.join("named.wasm"), work.join("ordered.wasm"));
        optimize(wasm_opt, &snipped, &["-g"], &named)?;
        order::by_likeness(&snipped, &named, &ordered)?;
        from = ordered;
    }
    let optimized = work.join(name).with_extension("wasm");
    let printed = optimize(wasm_opt, &from, &FINISH, &optimized)?;
    let renamed =
        serde_json::from_str(&printed).context("wasm-opt prints its new names in another form than expected")?;
    files::write(glue, rename(&files::read_text(&script)?, &renamed))?;
    for left in [module, script, folder.join(SNIPPETS)] {
        files::remove(&left)?;
    }
    files::copy_named_by_content(&optimized, site)
}

/// Runs wasm-opt with all passes, and then with `more`; answers what it prints.
fn optimize(wasm_opt: &Path, from: &Path, more: &[&str], to: &Path) -> Result<String> {
    let mut command = Command::new(wasm_opt);
    command.arg(from).args(FEATURES).args(PASSES).args(more).arg("-o").arg(to);
    process::output(&mut command).context("wasm-opt failed")
}

/// The glue with the new names: imports are the keys of an object, exports the properties of `wasm`. What the wasm does
/// not import any more goes.
fn rename(glue: &str, renamed: &Renamed) -> String {
    let mut glue = without_unused(glue, renamed);
    for (module, name, new) in &renamed.imports {
        glue = glue.replace(&format!("{module:?}: "), "\"a\": ");
        glue = glue.replace(&format!(" {name}: "), &format!(" {new}: "));
    }
    for (name, new) in &renamed.exports {
        glue = replace_word(&glue, &format!("wasm.{name}"), &format!("wasm.{new}"));
    }
    glue
}

/// Leaves out the functions of the object of imports that are not among the renamed: each begins in a line of its own
/// with its name, and ends with the next line that is indented as much.
fn without_unused(glue: &str, renamed: &Renamed) -> String {
    let mut skipping = false;
    let mut kept = String::new();
    for line in glue.split_inclusive('\n') {
        let inner = line.strip_prefix(INDENT).filter(|line| !line.starts_with(' '));
        let name = inner.and_then(|line| line.split_once(": function(")).map(|(name, _)| name);
        let begins = name.is_some_and(|name| renamed.imports.iter().all(|(_, import, _)| import != name));
        let ends = skipping && inner.is_some_and(|line| line.starts_with('}'));
        skipping = (skipping || begins) && !ends;
        if !skipping && !ends {
            kept.push_str(line);
        }
    }
    kept
}

/// Replaces `word` where it is not the beginning of a longer one.
fn replace_word(text: &str, word: &str, new: &str) -> String {
    let mut parts = text.split(word);
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let goes_on = part.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_');
        replaced.push_str(if goes_on { word } else { new });
        replaced.push_str(part);
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_follows_the_new_names() {
        let renamed = Renamed {
            imports: vec![("./shindan_bg.js".into(), "__wbg_save_1f".into(), "b".into())],
            exports: vec![("mount".into(), "c".into()), ("mounted_back".into(), "d".into())],
        };
        let glue =
            "{ __wbg_save_1f: function() {} }; { \"./shindan_bg.js\": import0 }; wasm.mount(1); wasm.mounted_back();";
        let expect = "{ b: function() {} }; { \"a\": import0 }; wasm.c(1); wasm.d();";
        assert_eq!(rename(glue, &renamed), expect);
    }

    #[test]
    fn what_the_wasm_does_not_import_leaves_the_glue() {
        let renamed =
            Renamed { imports: vec![("./shindan_bg.js".into(), "__wbg_save_1f".into(), "b".into())], exports: vec![] };
        let entry =
            |name: &str| format!("        {name}: function(a) {{\n            f({{\n            }});\n        }},\n");
        let glue = |entries: &[&str]| {
            format!("x = {{\n{}    }};\n", entries.iter().map(|name| entry(name)).collect::<String>())
        };
        assert_eq!(rename(&glue(&["__wbg_load_2e", "__wbg_save_1f", "__wbg_tell_3d"]), &renamed), glue(&["b"]));
    }
}
