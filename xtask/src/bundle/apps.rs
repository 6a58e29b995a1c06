//! The pages for staff, `apps/*`: each is a Yew app that becomes one page with its own stylesheet, script and wasm.
//!
//! The page's HTML is the one `.html` file of the app's folder; the built page replaces it under the same name. It
//! contains the static shell and the page's policy, and refers to the built files by [`LINKS`]. This module must not
//! know which apps there are, nor what they do.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};

use super::esbuild::Esbuild;
use super::wasm_module::{self, Tools};
use crate::files;
use crate::project::Project;

/// Placeholders in an app's HTML for its files: the stylesheet `styles.css` of its folder, the script that starts it,
/// and the wasm, which may be preloaded.
pub const LINKS: [&str; 3] = ["./styles.css", "./start.js", "./app.wasm"];

/// The packages of the apps, which have the names of their folders.
///
/// # Errors
/// Fails when the folder cannot be read.
pub fn names(project: &Project) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(project.apps()).context("apps/ cannot be read")? {
        let path = entry?.path();
        if path.join("Cargo.toml").is_file() {
            names.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

/// Compiles every app and writes its page and its files to `staging`.
///
/// # Errors
/// Names the app and the step that failed.
pub fn write(project: &Project, tools: &Tools<'_>, esbuild: &Esbuild, staging: &Path) -> Result<()> {
    for name in names(project)? {
        page(project, &name, tools, esbuild, staging).with_context(|| format!("making the app {name}"))?;
    }
    Ok(())
}

fn page(project: &Project, name: &str, tools: &Tools<'_>, esbuild: &Esbuild, staging: &Path) -> Result<()> {
    let folder = project.apps().join(name);
    let app = wasm_module::write(project, name, tools, staging)?;
    let (styles, script) = (tools.work.join(name).with_extension("css"), tools.work.join(name).with_extension("js"));
    esbuild.styles(&folder.join("styles.css"), &styles)?;
    let styles = files::copy_named_by_content(&styles, staging)?;
    esbuild.start(&project.start_of_apps(), &app, &script)?;
    let script = files::copy_named_by_content(&script, staging)?;

    let html = html(&folder)?;
    let target = staging.join(html.file_name().context("a file has a name")?);
    ensure!(!target.exists(), "{} has the name of a file that the build writes; rename it", html.display());
    files::write(&target, linked(&files::read_text(&html)?, [&styles, &script, &app.wasm])?)
}

/// The only HTML file of a folder.
fn html(folder: &Path) -> Result<PathBuf> {
    let mut found = files::walk(folder)?;
    found.retain(|path| files::extension(path) == "html");
    match &found[..] {
        [one] => Ok(one.clone()),
        _ => bail!("{} is to hold one HTML file, the page", folder.display()),
    }
}

/// The HTML with the names of the built files in place of [`LINKS`].
fn linked(html: &str, names: [&str; 3]) -> Result<String> {
    let mut html = html.to_owned();
    for (link, name) in LINKS.into_iter().zip(names) {
        ensure!(html.contains(&format!("\"{link}\"")), "the page does not link \"{link}\"");
        html = html.replace(&format!("\"{link}\""), &format!("\"./{name}\""));
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn a_page_links_what_the_build_wrote() {
        let page = r#"<link href="./app.wasm"><link href="./styles.css"><script src="./start.js">"#;
        let linked = linked(page, ["a-1.css", "a-2.js", "a-3.wasm"]).unwrap();
        assert_eq!(linked, r#"<link href="./a-3.wasm"><link href="./a-1.css"><script src="./a-2.js">"#);
    }

    #[test]
    fn a_page_that_lacks_a_link_is_refused() {
        let error = linked("<link href=\"./styles.css\">", ["a", "b", "c"]).unwrap_err();
        assert!(error.to_string().contains("does not link \"./start.js\""), "{error}");
    }

    #[test]
    fn a_folder_holds_one_page() {
        assert!(html(Scratch::new().with("a.html", "").path()).unwrap().ends_with("a.html"));
        assert!(html(Scratch::new().with("a.html", "").with("b.html", "").path()).is_err());
        assert!(html(Scratch::new().path()).is_err());
    }

    #[test]
    fn every_app_has_what_the_build_needs() {
        let project = Project::find().unwrap();
        for name in names(&project).unwrap() {
            let page = html(&project.apps().join(&name)).unwrap();
            linked(&files::read_text(&page).unwrap(), ["a", "b", "c"]).unwrap();
        }
    }
}
