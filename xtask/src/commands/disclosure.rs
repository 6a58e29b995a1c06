//! `cargo xtask disclosure`: what a configuration has sent to whom, when and why, for the owner's legal page.
//!
//! It reads files and prints; what is sent is the library's business (`crates/disclosure`).

use std::path::PathBuf;
use std::rc::Rc;

use anyhow::{Result, anyhow, ensure};
use authoring::Kind;
use clap::ValueEnum;
use diagnosis::Pack;
use disclosure::{disclosure, to_html, to_text};

use crate::files;
use crate::project::Project;

/// The configuration, and how its table is printed.
#[derive(Clone, Debug, PartialEq, Eq, clap::Args)]
#[command(
    after_help = "The table is a draft and no legal advice. Names, countries, safeguards and purposes come from the key `disclosure`
of each destination (docs/disclosure.md); what is missing is marked.

Examples:
  cargo xtask disclosure settings.json                        Japanese, as text
  cargo xtask disclosure settings.json --lang en --format html > disclosure.html"
)]
pub struct Options {
    /// The settings
    #[arg(value_name = "CONFIG")]
    pub config: PathBuf,
    /// The language of the table
    #[arg(long, value_name = "LANG", default_value = "ja", value_parser = ["ja", "en"])]
    pub lang: String,
    /// As text, or as HTML
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The file of the diagnosis, if it is not the built-in `readiness`
    #[arg(long, value_name = "FILE")]
    pub pack: Option<PathBuf>,
}

/// The form of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain text
    Text,
    /// HTML to be pasted into a page
    Html,
}

/// Prints the table.
///
/// # Errors
/// When a file cannot be read, or is not what it should be.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    print!("{}", table(project, options)?);
    Ok(())
}

fn table(project: &Project, options: &Options) -> Result<String> {
    let parse = |path: &PathBuf| {
        authoring::parse(&files::read_text(path)?).map_err(|fault| anyhow!("{}: {fault}", path.display()))
    };
    let config = parse(&options.config)?;
    ensure!(Kind::of(&config) == Some(Kind::Configuration), "{} is no configuration", options.config.display());
    let path = options.pack.clone().unwrap_or_else(|| project.packs().join("readiness.ja.json"));
    let pack = Pack::read(&parse(&path)?).map_err(|faults| anyhow!("{} is refused:\n{faults}", path.display()))?;
    let rows = disclosure(&config, Some(&Rc::new(pack)), &options.lang);
    Ok(match options.format {
        Format::Text => to_text(&rows, &options.lang),
        Format::Html => to_html(&rows, &options.lang),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn a_configuration_becomes_a_table_and_a_pack_is_none() {
        let config = r#"{ "lead": { "destinations": [{ "type": "webhook-json", "url": "https://hooks.example/" }] } }"#;
        let scratch = Scratch::new().with("config.json", config).with("pack.json", r#"{ "format": "pack/v1" }"#);
        let table = |name: &str, format| {
            let config = scratch.path().join(name);
            table(&Project::find()?, &Options { config, lang: "en".into(), format, pack: None })
        };
        assert!(table("config.json", Format::Text).unwrap().contains("Recipient: hooks.example"));
        assert!(table("config.json", Format::Html).unwrap().contains("<th scope=\"row\">hooks.example</th>"));
        assert!(table("pack.json", Format::Text).unwrap_err().to_string().contains("is no configuration"));
    }
}
