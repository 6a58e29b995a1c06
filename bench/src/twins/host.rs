//! The demo page twice: with the widget far below the fold, and without it.
//!
//! Both are made of the demo page of the built site, so that they stay what a host page is.

use std::path::Path;

use anyhow::{Context as _, Result};
use xtask::files;

use super::Folders;

/// The page with the widget, below the measured site.
pub const WITH: &str = "host/with.html";

/// The page without it.
pub const WITHOUT: &str = "host/without.html";

/// Ten screens of a phone, and so far from where a widget starts to load.
const PARAGRAPHS: usize = 60;
const PARAGRAPH: &str = "<p>道具を選ぶ前の支度が、使い始めてからの差になります。目的を決め、現場の声を聞き、\
    いまの作業時間を書きとめておくと、後から効果を確かめられます。急がずに一つずつ進めてください。</p>\n";

/// Writes both.
///
/// # Errors
/// When the demo page has no embed to be found.
pub fn build(dist: &Path, folders: &Folders) -> Result<()> {
    let demo = files::read_text(&dist.join("demo.html"))?;
    let (with, without) = pages(&demo).context("demo.html has no script embed.js, or no <shindan-widget>")?;
    files::write(&folders.site(WITH), with)?;
    files::write(&folders.site(WITHOUT), without)
}

fn pages(demo: &str) -> Option<(String, String)> {
    let demo = demo.replace("\"./", "\"/shindan/");
    let (head, rest) = demo.split_once("<shindan-widget")?;
    let (_, tail) = rest.split_once("</shindan-widget>")?;
    let widget = demo.get(head.len()..demo.len() - tail.len())?;
    let far = PARAGRAPH.repeat(PARAGRAPHS);
    let script = head.lines().find(|line| line.contains("embed.js"))?;
    let with = format!("{head}{far}{widget}{tail}");
    let without = format!("{}{far}{tail}", head.replace(script, ""));
    Some((with, without))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_differ_by_the_embed() {
        let demo = include_str!("../../../www/demo.html");
        let (with, without) = pages(demo).unwrap();
        assert!(with.contains("src=\"/shindan/embed.js\"") && with.contains("</shindan-widget>"));
        assert!(!without.contains("embed.js") && !without.contains("shindan-widget"));
        let (head, rest) = with.split_once("<shindan-widget").unwrap();
        let (_, tail) = rest.split_once("</shindan-widget>").unwrap();
        let script = "    <script type=\"module\" src=\"/shindan/embed.js\" async></script>";
        assert_eq!(without, format!("{head}{tail}").replace(script, ""));
        assert!(without.contains("href=\"/shindan/page.css\""));
        assert!(with.find("道具を選ぶ前の支度").unwrap() < with.find("<shindan-widget").unwrap());
        assert_eq!(pages("<p>nothing</p>"), None);
    }
}
