//! Which scripts the pages of the site load: each of them becomes one file.
//!
//! It looks for `src="./NAME.js"` and no further: pages that need more are not for this site. It must not change them.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use crate::files;

/// The loader, which pages elsewhere load.
pub const LOADER: &str = "embed.js";

/// The loader that carries the first questions of the pack `name`, such as `executive.en`.
pub fn loader_of(name: &str) -> String {
    format!("embed.{name}.js")
}

/// The module that the loader imports where the widget is not in the text, but opens.
pub const MODES: &str = "modes.js";

/// The module that the loader imports when the respondent comes near.
pub const RUNTIME: &str = "runtime.js";

/// The module that the runtime imports for a pack at an address.
pub const READER: &str = "reader.js";

/// The module that it imports where colours are set.
pub const CONTRAST: &str = "contrast.js";

/// [`LOADER`], and the scripts that the HTML files below the `folders` load from beside them.
///
/// # Errors
/// Names the file that cannot be read.
pub fn scripts(folders: &[&Path]) -> Result<BTreeSet<String>> {
    let mut scripts = BTreeSet::from([LOADER.to_owned()]);
    for folder in folders {
        for page in files::walk(folder)? {
            if files::extension(&page) == "html" {
                scripts.extend(loaded_by(&files::read_text(&page)?));
            }
        }
    }
    Ok(scripts)
}

fn loaded_by(html: &str) -> impl Iterator<Item = String> {
    let sources = html.split("src=\"./").skip(1);
    let names = sources.filter_map(|rest| rest.split('"').next());
    names.filter(|name| name.ends_with(".js")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn scripts_beside_the_pages() {
        let html = r#"<script src="./page.js"></script><img src="./a.png">
            <script type="module" src="./embed.js" async></script>
            <script src="https://elsewhere.example/x.js"></script>"#;
        let dir = Scratch::new().with("demo.html", html).with("notes.txt", "src=\"./no.js\"");
        let found = scripts(&[dir.path()]).unwrap();
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["embed.js", "page.js"]);
    }
}
