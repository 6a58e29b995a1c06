//! The first question as a declarative shadow root, for pages that include it in their own HTML: it appears before the
//! loader, which continues from it without redrawing (`www/adopt.js`).
//!
//! The view and styles are the same as in the loader. This module must not know what they contain.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Error, Result, ensure};
use diagnosis::Pack;
use messages::Messages;

use super::messages::read_language;
use super::packs;
use crate::files;
use crate::project::Project;

/// Writes `snippets/PACK.LANGUAGE.html` for each of the packs, and returns their [`mark`]s by name.
///
/// # Errors
/// The errors of [`template`], and faults of packs and messages that are refused.
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
        let messages = read_language(&project.messages(), pack.lang())?;
        files::write(&staging.join(format!("snippets/{name}.html")), template(pack, &messages, styles, "")?)?;
    }
    Ok(marks)
}

/// Mark of a snippet: pack, version, language, and the beginning of the content hash.
pub fn mark(pack: &Pack) -> String {
    format!("{} {} {} {}", pack.id(), pack.version(), pack.lang(), pack.hash().short())
}

/// The template with the first question of `pack`, the messages of its language, the `styles` of the loader, and
/// `theme`, declarations of custom properties.
///
/// It contains no script, no inline handler and no attribute `style`. Without JavaScript it shows the element's
/// children below the question.
///
/// # Errors
/// Fails when the question cannot be rendered, or the styles would close their element.
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

/// Escapes a text for an attribute value in double quotes, or for text between tags.
pub fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readiness() -> String {
        let project = Project::find().unwrap();
        let pack = packs::read(&project.packs().join("readiness.en.json")).unwrap();
        let messages = read_language(&project.messages(), "en").unwrap();
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
        let messages = read_language(&project.messages(), "en").unwrap();
        assert!(template(pack, &messages, "", "--x:</style><script>").is_err());
    }
}
