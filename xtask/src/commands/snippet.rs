//! `cargo xtask snippet`: prints the element with its first question inside, to be pasted into a page's own HTML.
//!
//! It combines what the build makes of a pack. It must not know the content of a question.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use messages::{MessageKey, Messages};
use settings::THEME_KEYS;
use sha2::{Digest as _, Sha256};

use crate::bundle::esbuild::Esbuild;
use crate::bundle::snippet::{attribute, template};
use crate::bundle::{self, packs, pages, prerender};
use crate::files;
use crate::project::Project;
use crate::tools::{cache::Cache, npm::Npm};

/// What the snippet asks, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq, clap::Args)]
#[command(
    after_help = "It goes where the two lines would stand, and the line of the loader with it. Write it anew after each change of the pack.

Examples:
  cargo xtask snippet --cta-href https://example.com/consultation > snippet.html
  cargo xtask snippet --pack executive --lang en --theme accent=#0b6 --theme radius=0
  cargo xtask snippet --pack my.ja.json     after cargo xtask build --pack my.ja.json"
)]
pub struct Options {
    /// Id of a built-in pack, or the file of a pack
    #[arg(long, default_value = "readiness")]
    pub pack: String,
    /// Language of a built-in pack
    #[arg(long, default_value = "ja")]
    pub lang: String,
    /// A value of the theme: accent, on_accent, surface, text, radius or font
    #[arg(long, value_name = "NAME=VALUE", value_parser = theme)]
    pub theme: Vec<(String, String)>,
    /// Where the consultation is
    #[arg(long, value_name = "URL", default_value = "https://YOUR-SITE/consultation")]
    pub cta_href: String,
    /// The folder that the site is uploaded to
    #[arg(long, value_name = "URL", default_value = "https://YOUR-SITE/shindan")]
    pub site: String,
}

/// A value of the theme, as the configuration names it; refuses a value that would end its declaration.
fn theme(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write NAME=VALUE")?;
    if !THEME_KEYS.contains(&name) {
        return Err(format!("the names are {}", THEME_KEYS.join(", ")));
    }
    if value.trim().is_empty() || value.contains([';', '{', '}', '<', '\\', '\n']) {
        return Err("write a CSS value".to_owned());
    }
    Ok((name.replace('_', "-"), value.to_owned()))
}

/// Prints the snippet, and separately what a Content-Security-Policy has to allow.
///
/// # Errors
/// Fails when there is no such pack or language, or a tool is missing.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let npm = Npm::ensure(&Cache::from_env()?, project)?;
    let styles = project.target().join("snippet/styles.css");
    Esbuild::new(npm.esbuild()).styles(&project.styles("styles"), &styles)?;
    let html = snippet(project, &files::read_text(&styles)?, options)?;
    println!("{html}");
    eprintln!("A policy that forbids inline styles has to allow these in style-src: {}", hash_of_styles(&html)?);
    Ok(())
}

fn snippet(project: &Project, styles: &str, options: &Options) -> Result<String> {
    let is_file = options.pack.ends_with(".json");
    let path = if is_file {
        PathBuf::from(&options.pack)
    } else {
        project.packs().join(format!("{}.{}.json", options.pack, options.lang))
    };
    ensure!(path.is_file(), "there is no {}: name a built-in pack and its language, or a file", path.display());
    let pack = packs::read(&path)?;
    let (id, lang) = (pack.id().to_string(), pack.lang().to_string());
    let messages = bundle::messages::read_language(&project.messages(), &lang)?;
    let declarations = options.theme.iter().map(|(name, value)| format!("--shindan-{name}:{value};"));
    let template = template(pack, &messages, styles, &declarations.collect::<String>())?;
    Ok(element(options, [&id, &lang], &messages, &template))
}

fn element(options: &Options, [pack, lang]: [&str; 2], messages: &Messages, template: &str) -> String {
    let name = format!("{pack}.{lang}");
    let loader = if name == prerender::DEFAULT { pages::LOADER.to_owned() } else { pages::loader_of(&name) };
    let source = attribute(&format!("{}/{loader}", options.site.trim_end_matches('/')));
    let href = attribute(&options.cta_href);
    let label = attribute(messages.get(MessageKey::StuckCta));
    format!(
        "<script type=\"module\" src=\"{source}\" async></script>\n\
         <shindan-widget pack=\"{pack}\" lang=\"{lang}\" cta-href=\"{href}\">{template}\
         <p><a href=\"{href}\">{label}</a></p></shindan-widget>"
    )
}

/// The source expression for the style elements of a snippet.
fn hash_of_styles(html: &str) -> Result<String> {
    let styles = html.split("<style").skip(1).filter_map(|rest| rest.split_once('>')?.1.split("</style>").next());
    let hashes = styles.map(|css| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(css))));
    let hashes: Vec<String> = hashes.collect();
    ensure!(!hashes.is_empty(), "the snippet has no styles");
    Ok(hashes.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(pack: &str, lang: &str) -> Options {
        Options {
            pack: pack.to_owned(),
            lang: lang.to_owned(),
            theme: vec![theme("accent=#0b6").unwrap()],
            cta_href: "/a?b=1&c=\"2".to_owned(),
            site: "https://example.com/s/".to_owned(),
        }
    }

    #[test]
    fn it_names_the_loader_of_its_pack_and_leads_on_without_javascript() {
        let project = Project::find().unwrap();
        let html = snippet(&project, ".widget{color:red}", &options("executive", "en")).unwrap();
        assert!(
            html.starts_with("<script type=\"module\" src=\"https://example.com/s/embed.executive.en.js\" async>"),
            "{html}"
        );
        assert!(
            html.contains("<shindan-widget pack=\"executive\" lang=\"en\" cta-href=\"/a?b=1&amp;c=&quot;2\">"),
            "{html}"
        );
        assert!(html.contains(":host{--shindan-accent:#0b6;}</style>"), "{html}");
        assert!(html.contains("</template><p><a href=\"/a?b=1&amp;c=&quot;2\">"), "{html}");
        let plain = snippet(&project, "", &options("readiness", "ja")).unwrap();
        assert!(plain.contains("/s/embed.js\""), "{plain}");
    }

    #[test]
    fn what_is_no_pack_and_no_theme_is_refused() {
        let project = Project::find().unwrap();
        let error = snippet(&project, "", &options("readiness", "fr")).unwrap_err();
        assert!(error.to_string().contains("readiness.fr.json"), "{error}");
        for broken in ["accent", "colour=#000", "accent=", "accent=red;x:y", "font=</style>", "accent=a}b"] {
            assert!(theme(broken).is_err(), "{broken}");
        }
        assert_eq!(theme("on_accent=#fff"), Ok(("on-accent".to_owned(), "#fff".to_owned())));
    }

    #[test]
    fn a_policy_allows_each_style_by_its_hash() {
        let hashes = hash_of_styles("<style data-x>a{}</style><b></b><style></style>").unwrap();
        assert_eq!(hashes.split(' ').count(), 2);
        assert!(hashes.ends_with("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"), "{hashes}");
    }
}
