//! The wasm, optimized and named by its content, and its glue as written by wasm-bindgen.
//!
//! Everything here is a public option of wasm-opt. Generated code is never edited: an ordinary change of a view must
//! not break a build that depends on its exact form.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{files, process};

/// The folder that wasm-bindgen may write beside the glue.
const SNIPPETS: &str = "snippets";

/// Features that all browsers of recent years have; a newer one would exclude some.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
];

const PASSES: [&str; 7] = [
    // Rebuilding the control flow lets the optimizer find more; its second run handles what the first left.
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    // Repetition compresses well: this makes the wasm larger, and its brotli form smaller.
    "--one-caller-inline-max-function-size=0",
    "--strip-producers",
    "--strip-target-features",
];

/// Folder of the optimized files of earlier builds, in the target folder: for what has not changed, wasm-opt would take
/// most of the time of a build.
pub const CACHE_FOLDER: &str = "optimized";

/// Number of results that are kept of each wasm: of the site, of the one with the probe, and of those before.
const CACHED_MAX: usize = 4;

/// Output of wasm-bindgen for one wasm: `NAME.js` and `NAME_bg.wasm` in a folder.
#[derive(Clone, Copy, Debug)]
pub struct Bound<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// The name of both files, and of the optimized wasm.
    pub name: &'a str,
}

/// Optimizes the wasm and writes it to `site` as `NAME-HASH.wasm`; moves its glue to `glue`. `work` is for intermediate
/// files.
///
/// # Errors
/// Fails when there is no wasm of the expected name, or wasm-opt refuses it.
pub fn finish(bound: Bound<'_>, site: &Path, work: &Path, wasm_opt: &Path, glue: &Path) -> Result<String> {
    let Bound { folder, name } = bound;
    let (script, module) = (folder.join(format!("{name}.js")), folder.join(format!("{name}_bg.wasm")));
    let optimized = work.join(name).with_extension("wasm");
    let bytes = files::read(&module).context("Trunk must have left NAME_bg.wasm: `filehash` is off in Trunk.toml")?;
    let cached = cached(work, name, &bytes, wasm_opt);
    if !cached.exists() {
        let mut command = Command::new(wasm_opt);
        command.arg(&module).args(FEATURES).args(PASSES).arg("-o").arg(&optimized);
        process::run(&format!("wasm-opt for {name}"), &mut command)?;
        store_in_cache(&optimized, &cached, name)?;
    }
    files::write(&optimized, files::read(&cached)?)?;
    files::write(glue, files::read_text(&script)?)?;
    for left in [module, script, folder.join(SNIPPETS)] {
        files::remove(&left)?;
    }
    files::copy_named_by_content(&optimized, site)
}

/// Where the result for this wasm, this program and these options is kept between builds.
fn cached(work: &Path, name: &str, wasm: &[u8], wasm_opt: &Path) -> PathBuf {
    // The path of the program contains the hash of the lock file that it was installed from.
    let program = wasm_opt.as_os_str().as_encoded_bytes();
    let key = [wasm, program, FEATURES.join(" ").as_bytes(), PASSES.join(" ").as_bytes()].join(&0);
    work.with_file_name(CACHE_FOLDER).join(format!("{name}-{}.wasm", files::short_hash(&key, 32)))
}

/// Keeps the result, and removes the older ones of this name but a few.
fn store_in_cache(optimized: &Path, cached: &Path, name: &str) -> Result<()> {
    // Whatever ends the build, no incomplete file is found under that name.
    let partial = cached.with_extension("partial");
    files::write(&partial, files::read(optimized)?)?;
    fs::rename(&partial, cached).with_context(|| format!("{} cannot be written", cached.display()))?;
    let folder = cached.parent().context("a file is in a folder")?;
    let mut all = files::walk(folder)?;
    all.retain(|path| path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(&format!("{name}-"))));
    all.sort_by_key(|path| fs::metadata(path).and_then(|data| data.modified()).ok());
    all.iter().rev().skip(CACHED_MAX).try_for_each(|old| files::remove(old))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn the_newest_results_of_a_wasm_are_kept() {
        let scratch = Scratch::new().with("optimized/other-1.wasm", "other").with("new.wasm", "new");
        let folder = scratch.path().join(CACHE_FOLDER);
        for key in 0..CACHED_MAX + 3 {
            store_in_cache(&scratch.path().join("new.wasm"), &folder.join(format!("shindan-{key}.wasm")), "shindan")
                .unwrap();
        }
        let names: Vec<_> =
            files::walk(&folder).unwrap().iter().map(|path| path.file_name().unwrap().to_owned()).collect();
        assert_eq!(names.len(), 1 + CACHED_MAX, "{names:?}");
        assert!(names.contains(&"other-1.wasm".into()) && names.contains(&"shindan-6.wasm".into()), "{names:?}");
    }

    #[test]
    fn another_wasm_or_program_has_another_result() {
        let of = |wasm: &[u8], program: &str| cached(Path::new("target/bundle"), "a", wasm, Path::new(program));
        assert_eq!(of(b"1", "x"), of(b"1", "x"));
        assert!(of(b"1", "x") != of(b"2", "x") && of(b"1", "x") != of(b"1", "y"));
        assert!(of(b"1", "x").starts_with("target/optimized"));
    }
}
