//! The first question as a declarative shadow root, for pages that carry it in their own HTML: it is there before the loader,
//! which takes it up as it stands (`www/adopt.js`).
//!
//! The same view and styles as in the loader. It must not know what is in them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Error, Result, ensure};
use diagnosis::Pack;
use messages::Messages;

use super::{packs, words};
use crate::files;
use crate::project::Project;

/// Writes `snippets/PACK.LANGUAGE.html` for each of the packs, which are named so, and gives their [`mark`]s by name.
///
/// # Errors
/// Those of [`template`], and of packs and words that are refused.
pub fn write(
    project: &Project,
    sources: &BTreeMap<String, PathBuf>,
    styles: &str,
    staging: &Path,
) -> Result<BTreeMap<String, String>> {
    let mut marks = BTreeMap::new();
    for (name, path) in sources {
        let pack = packs::read(path)?;
        marks.insert(name.clone(), mark(&pack));
        let messages = words::copy(&project.words(), pack.lang())?;
        files::write(&staging.join(format!("snippets/{name}.html")), template(pack, &messages, styles, "")?)?;
    }
    Ok(marks)
}

/// What a snippet bears: pack, version, language, and the beginning of the content hash.
pub fn mark(pack: &Pack) -> String {
    format!("{} {} {} {}", pack.id(), pack.version(), pack.lang(), pack.hash().short())
}

/// The template with the first question of `pack`, with the words of its language, the `styles` of the loader, and `theme`,
/// declarations of custom properties.
///
/// It holds no script, no inline handler and no attribute `style`. Without JavaScript it shows below the question what the
/// element has for children.
///
/// # Errors
/// When the question cannot be rendered, or the styles would end their element.
pub fn template(pack: Pack, messages: &Messages, styles: &str, theme: &str) -> Result<String> {
    let (mark, lang) = (attribute(&mark(&pack)), attribute(pack.lang()));
    let steps = shindan::prerender::questionnaire(pack, messages).map_err(Error::msg)?;
    let (_, question) = steps.first().context("the pack has no question")?;
    let theme = if theme.is_empty() { String::new() } else { format!(":host{{{theme}}}") };
    let styles = format!("{}{theme}", styles.trim_end());
    ensure!(!styles.contains('<'), "the styles would end their element");
    Ok(format!(
        "<template shadowrootmode=\"open\"><style data-snippet=\"{mark}\">{styles}</style>\
         <noscript><style>:host button{{display:none!important}}</style></noscript>\
         <div class=\"widget\" part=\"widget\" lang=\"{lang}\"><form novalidate autocomplete=\"off\">{question}</form></div>\
         <noscript><slot></slot></noscript></template>"
    ))
}

/// A text as the value of an attribute in double quotes, or as what stands between tags.
pub fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readiness() -> String {
        let project = Project::find().unwrap();
        let pack = packs::read(&project.packs().join("readiness.en.json")).unwrap();
        let messages = words::copy(&project.words(), "en").unwrap();
        template(pack, &messages, ".widget{color:red}\n", "--shindan-accent:#0b6").unwrap()
    }

    #[test]
    fn it_bears_its_mark_and_nothing_that_a_policy_refuses() {
        let html = readiness();
        assert!(html.starts_with("<template shadowrootmode=\"open\"><style data-snippet=\"readiness "), "{html}");
        assert!(html.contains(".widget{color:red}:host{--shindan-accent:#0b6}</style>"), "{html}");
        for unwanted in ["<script", " style=", " onclick=", "javascript:"] {
            assert!(!html.contains(unwanted), "{unwanted} in {html}");
        }
        assert_eq!(html.matches("<fieldset").count(), 1, "{html}");
    }

    #[test]
    fn a_mark_cannot_leave_its_attribute() {
        assert_eq!(attribute("1\"><b>&"), "1&quot;>&lt;b>&amp;");
    }

    #[test]
    fn styles_cannot_leave_their_element() {
        let project = Project::find().unwrap();
        let pack = packs::read(&project.packs().join("readiness.en.json")).unwrap();
        let messages = words::copy(&project.words(), "en").unwrap();
        assert!(template(pack, &messages, "", "--x:</style><script>").is_err());
    }
}
