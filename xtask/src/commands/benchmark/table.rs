//! The files that the lead console makes for Excel, as the rows of leads.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use benchmark::MARKS;
use spreadsheet::{cell, csv};

use crate::files;

/// The words of the console, which titles its columns with them.
const TITLES: [&str; 2] = [
    include_str!("../../../../apps/console/locales/ja.json"),
    include_str!("../../../../apps/console/locales/en.json"),
];

/// A file: its rows by the names of parts of a lead, and by the titles of other columns.
pub(super) type Table = Vec<BTreeMap<String, String>>;

pub(super) fn table(path: &Path) -> Result<Table> {
    let name = path.display();
    let text =
        files::read_text(path).with_context(|| format!("{name}: save it as UTF-8, as the console does for Excel"))?;
    let mut lines = csv::lines(&text);
    let known = titles()?;
    let part = |title: &String| known.get(title.as_str()).map_or_else(|| title.clone(), |(part, _)| part.clone());
    let columns: Vec<String> = lines.next().unwrap_or_default().iter().map(part).collect();
    for needed in ["diagnosis.pack", "diagnosis.version", "diagnosis.score"] {
        let titles: Vec<&str> =
            known.iter().filter(|(_, (part, _))| part == needed).map(|(title, _)| title.as_str()).collect();
        ensure!(
            columns.iter().any(|column| column == needed),
            "{name} has no column \"{}\": export the leads again, for Excel",
            titles.join("\" or \"")
        );
    }
    let yes: Vec<&str> = known.values().map(|(_, yes)| yes.as_str()).collect();
    let shown = |(column, text): (&String, String)| {
        let text = cell::shown(&text);
        let is_mark = MARKS.contains(&column.as_str()) && yes.contains(&text);
        (column.clone(), if is_mark { "true".to_owned() } else { text.to_owned() })
    };
    let row = |cells: Vec<String>| columns.iter().zip(cells).map(shown).collect();
    Ok(lines.filter(|cells| !cells.is_empty()).map(row).collect())
}

/// The titles of the console's columns, each with the part of a lead that it stands for, and what a yes is written as.
pub(super) fn titles() -> Result<BTreeMap<String, (String, String)>> {
    let mut titles = BTreeMap::new();
    for json in TITLES {
        let words: serde_json::Value = serde_json::from_str(json).context("the words of the console are no JSON")?;
        let text =
            |value: Option<&serde_json::Value>| value.and_then(|text| text.as_str()).unwrap_or_default().to_owned();
        let yes = text(words.get("yes_cell"));
        for (part, title) in words.get("fields").and_then(|fields| fields.as_object()).into_iter().flatten() {
            titles.insert(text(Some(title)), (part.clone(), yes.clone()));
        }
    }
    Ok(titles)
}

/// Year, month, day, hour, minute and second of a time as the console writes it, or as a spreadsheet has written it again,
/// such as `2026/10/1 9:00`.
pub(super) fn time_of(text: &str) -> Result<[u32; 6]> {
    let mut time = [0; 6];
    let parts: Vec<Option<u32>> = text.trim().split(['/', '-', ' ', 'T', ':']).map(|part| part.parse().ok()).collect();
    let is_read = (3..=6).contains(&parts.len()) && parts.iter().all(Option::is_some);
    time.iter_mut().zip(parts.iter().flatten()).for_each(|(to, part)| *to = *part);
    let [year, month, day, ..] = time;
    ensure!(
        is_read && year >= 1000 && (1..=12).contains(&month) && (1..=31).contains(&day),
        "\"{text}\" is no time of a lead: have the spreadsheet write that column as 2026/10/01 09:00:00, or export again"
    );
    Ok(time)
}
