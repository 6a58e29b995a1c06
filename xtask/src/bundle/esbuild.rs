//! esbuild: minifies the stylesheet and makes one file of each script that pages load.
//!
//! Scripts import what only a build has: the glue, the prerendered questionnaire and the styles. It is given to them
//! here, as are the names that their code uses for constants. It must not know what scripts do
//! with them.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::messages::MessageFiles;
use super::packs::PackFiles;
use super::wasm_module::WasmModule;
use crate::process;

/// Browsers of the last years; everything older gets the page without the widget.
const TARGET: &str = "--target=es2022";

/// Scripts that host pages include themselves. They are made so that they run as modules and as classic scripts, which
/// optimisers make of modules; `shindan-here` is another file for them.
const CLASSIC: [&str; 2] = ["embed.js", "frame.js"];

/// Has Chromium compile everything while it downloads, off the page's main thread: what is loaded is about to run.
const EAGER: &str = "--banner:js=//# allFunctionsCalledOnLoad";

/// The stylesheets that scripts may carry: of everything before the result, of the result, of the lead form, and of what is
/// around the widget in the modes that open.
pub const STYLES: [&str; 4] = ["styles", "result", "lead", "modes"];

/// The program.
#[derive(Debug)]
pub struct Esbuild {
    program: PathBuf,
}

/// What scripts may be made of, beside their own modules. Files are pinned: see [`super::integrity`].
#[derive(Debug)]
pub struct Parts<'a> {
    /// The folder of the scripts, for `import { here } from "shindan-here"`: the address of the file that it stands in.
    pub www: &'a Path,
    /// `import … from "shindan-glue"`: wasm-bindgen's module.
    pub glue: &'a Path,
    /// `import steps from "shindan-questionnaire"`: pairs of a step's name and its HTML.
    pub questionnaire: PathBuf,
    /// `PRERENDERED`: the pack and language of that, such as `readiness.ja`.
    pub prerendered: String,
    /// `SNIPPET`: the mark of the snippet with the first question of that; see [`super::snippet`].
    pub snippet: String,
    /// The folder of the minified [`STYLES`], for `import css from "shindan-NAME-css"`: a string.
    pub styles: &'a Path,
    /// `WASM_FILE`, beside the loader.
    pub wasm: &'a str,
    /// `PACK_FILES`, beside the loader.
    pub packs: &'a PackFiles,
    /// `MESSAGE_FILES`, beside the loader; its languages are `LANGUAGES`.
    pub messages: &'a MessageFiles,
    /// `import … from "shindan-reader-glue"`, and `READER_WASM_FILE`, beside the loader.
    pub reader: &'a WasmModule,
    /// `READER_FILE`, beside the loader; empty while that file itself is made.
    pub reader_script: String,
    /// `MODULE_FILES`: by the name of a wasm that few respondents need, its glue and itself, both beside the loader.
    pub modules: BTreeMap<&'static str, [String; 2]>,
    /// `MODES_FILE`, beside the loader; empty while that file itself is made.
    pub modes: String,
    /// `CONTRAST_FILE`, beside the loader; empty while that file itself is made.
    pub contrast: String,
    /// `RUNTIME_FILE`, beside the loader; empty while that file itself is made.
    pub runtime: String,
}

impl Esbuild {
    /// esbuild at this path.
    pub fn new(program: PathBuf) -> Self {
        Self { program }
    }

    /// Minifies a stylesheet; `@import`s are put in.
    ///
    /// # Errors
    /// esbuild's own, printed by it.
    pub fn styles(&self, input: &Path, output: &Path) -> Result<()> {
        let flags = vec![argument("--outfile=", output)];
        self.run("minifying the styles", input, flags)
    }

    /// Makes one file of the script `entry`: a module, unless its name is in `CLASSIC`.
    ///
    /// # Errors
    /// esbuild's own, printed by it.
    pub fn script(&self, entry: &Path, parts: &Parts<'_>, output: &Path) -> Result<()> {
        let is_classic = CLASSIC.iter().any(|name| entry.ends_with(name));
        let (format, here) =
            if is_classic { ("--format=iife", "here/classic.js") } else { ("--format=esm", "here/module.js") };
        let mut flags: Vec<OsString> = [format, "--loader:.css=text", EAGER].map(OsString::from).into();
        flags.extend([
            argument("--alias:shindan-here=", &parts.www.join(here)),
            argument("--alias:shindan-glue=", parts.glue),
            argument("--alias:shindan-reader-glue=", &parts.reader.glue),
            argument("--alias:shindan-questionnaire=", &parts.questionnaire),
            define("PRERENDERED", &parts.prerendered)?,
            define("SNIPPET", &parts.snippet)?,
            define("WASM_FILE", parts.wasm)?,
            define("PACK_FILES", parts.packs)?,
            define("MESSAGE_FILES", parts.messages)?,
            define("LANGUAGES", &parts.messages.keys().collect::<Vec<_>>())?,
            define("READER_WASM_FILE", &parts.reader.wasm)?,
            define("READER_FILE", &parts.reader_script)?,
            define("MODULE_FILES", &parts.modules)?,
            define("MODES_FILE", &parts.modes)?,
            define("CONTRAST_FILE", &parts.contrast)?,
            define("CONTRAST_PAIRS", &authoring::contrast_pairs())?,
            define("RUNTIME_FILE", &parts.runtime)?,
            define("WIDGET_VERSION", env!("CARGO_PKG_VERSION"))?,
            argument("--outfile=", output),
        ]);
        let alias =
            |name| argument(&format!("--alias:shindan-{name}-css="), &parts.styles.join(name).with_extension("css"));
        flags.extend(STYLES.map(alias));
        self.run("bundling a script", entry, flags)
    }

    /// Makes the module that starts an app of its own: `entry` imports its glue as `shindan-app-glue`, and knows its wasm,
    /// beside the module, as `APP_WASM_FILE`.
    ///
    /// # Errors
    /// esbuild's own, printed by it.
    pub fn start(&self, entry: &Path, app: &WasmModule, output: &Path) -> Result<()> {
        let glue = argument("--alias:shindan-app-glue=", &app.glue);
        let flags =
            vec!["--format=esm".into(), glue, define("APP_WASM_FILE", &app.wasm)?, argument("--outfile=", output)];
        self.run("bundling what starts an app", entry, flags)
    }

    fn run(&self, what: &str, input: &Path, flags: Vec<OsString>) -> Result<()> {
        ensure!(input.is_file(), "{what}: {} is missing", input.display());
        let mut command = Command::new(&self.program);
        command
            .arg(input)
            // `utf8`, or each Japanese letter takes six bytes.
            .args(["--bundle", "--minify", "--charset=utf8", "--legal-comments=none"])
            .args([TARGET, "--log-level=warning"])
            .args(flags);
        process::run(what, &mut command)
    }
}

fn argument(flag: &str, path: &Path) -> OsString {
    let mut argument = OsString::from(flag);
    argument.push(path);
    argument
}

fn define(name: &str, value: &(impl serde::Serialize + ?Sized)) -> Result<OsString> {
    let value = serde_json::to_string(value).with_context(|| format!("{name} is no JSON"))?;
    Ok(format!("--define:{name}={value}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_json() {
        let packs = PackFiles::from([("a.ja".to_owned(), "a.ja-1.json".to_owned())]);
        assert_eq!(define("V", "1.0").unwrap(), "--define:V=\"1.0\"");
        assert_eq!(define("P", &packs).unwrap(), "--define:P={\"a.ja\":\"a.ja-1.json\"}");
    }

    #[test]
    fn a_missing_entry_is_named() {
        let error = Esbuild::new("esbuild".into()).styles(Path::new("no.css"), Path::new("x"));
        assert!(format!("{:#}", error.unwrap_err()).contains("no.css is missing"));
    }
}
