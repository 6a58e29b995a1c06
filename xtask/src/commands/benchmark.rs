//! `cargo xtask benchmark`: a file with the results of others, made of leads that the console exported.
//!
//! It reads the console's files for Excel and prints; who may be shown is the library's business (`crates/benchmark`).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail, ensure};
use benchmark::{About, Benchmark, Response, collect};
use diagnosis::{Id, Pack};
use spreadsheet::{cell, csv};

use crate::files;
use crate::project::Project;

/// The words of the console, which titles its columns with them.
const TITLES: [&str; 2] =
    [include_str!("../../../apps/console/locales/ja.json"), include_str!("../../../apps/console/locales/en.json")];

/// What to make a benchmark of, and what it says of itself.
#[derive(Clone, Debug, PartialEq, Eq, clap::Args)]
#[command(
    after_help = "Leads of other packs and versions, tests and suspected programs are left out; of several leads with one e-mail address
the last counts. Groups with fewer responses than --min are put together or left out (docs/benchmark.md).

Examples:
  cargo xtask benchmark leads-excel-20261001-0900.csv --pack readiness > benchmark.json
  cargo xtask benchmark fair.csv site.csv --pack readiness --by Industry --min 30 --source 'Our site, 2026' > benchmark.json"
)]
pub struct Options {
    /// Files that the lead console made for Excel, in UTF-8
    #[arg(value_name = "CSV", required = true)]
    pub files: Vec<PathBuf>,
    /// The id of the diagnosis
    #[arg(long, value_name = "ID")]
    pub pack: String,
    /// Responses that a group must have, 10 or more
    #[arg(long, value_name = "N", default_value_t = benchmark::MIN, value_parser = clap::value_parser!(u32).range(i64::from(benchmark::MIN)..))]
    pub min: u32,
    /// The title of a column to make groups by, beside the company size
    #[arg(long, value_name = "TITLE")]
    pub by: Vec<String>,
    /// The language of what the file says
    #[arg(long, value_name = "LANG", default_value = "ja", value_parser = ["ja", "en"])]
    pub lang: String,
    /// Where the responses come from, as it is shown
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// What others may do with the numbers, as it is shown
    #[arg(long, value_name = "TEXT", default_value = "All rights reserved")]
    pub licence: String,
}

/// Makes the benchmark and prints it.
///
/// # Errors
/// When a file cannot be read or lacks a column, there is no such pack, or there are too few responses.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let pack = pack(&project.packs(), &options.pack)?;
    let tables = options.files.iter().map(|path| table(path)).collect::<Result<Vec<_>>>()?;
    let (made, left_out) = make(&pack, &tables, options)?;
    let json = serde_json::to_string_pretty(&made.to_value()).context("the benchmark cannot be written as JSON")?;
    println!("{json}");
    let groups: Vec<String> = made.groups.iter().map(|group| format!("{} {}", group.label, group.sample.n)).collect();
    eprintln!(
        "{} responses; groups: {}",
        made.all.n,
        if groups.is_empty() { "none".to_owned() } else { groups.join(", ") }
    );
    eprintln!("{left_out} leads are left out: tests, suspected programs, other packs and versions, or without a score");
    Ok(())
}

/// The pack of that id in the folder, in any language: its version is the same in all.
fn pack(folder: &Path, id: &str) -> Result<Pack> {
    for path in files::walk(folder)? {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with(&format!("{id}.")) && name.ends_with(".json") && !name.ends_with(".schema.json") {
            let value = authoring::parse(&files::read_text(&path)?).map_err(|fault| anyhow!("{name}: {fault}"))?;
            return Pack::read(&value).map_err(|faults| anyhow!("{name} is refused:\n{faults}"));
        }
    }
    bail!("there is no pack {id} in {}", folder.display());
}

/// A file: its rows by the names of parts of a lead, and by the titles of other columns.
type Table = Vec<BTreeMap<String, String>>;

fn table(path: &Path) -> Result<Table> {
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
    let shown = |text: String| {
        let text = cell::shown(&text).to_owned();
        if yes.contains(&text.as_str()) { "true".to_owned() } else { text }
    };
    let row = |cells: Vec<String>| columns.iter().cloned().zip(cells.into_iter().map(shown)).collect();
    Ok(lines.filter(|cells| !cells.is_empty()).map(row).collect())
}

/// The titles of the console's columns, each with the part of a lead that it stands for, and what a yes is written as.
fn titles() -> Result<BTreeMap<String, (String, String)>> {
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

/// The benchmark, and how many leads are left out.
fn make(pack: &Pack, tables: &[Table], options: &Options) -> Result<(Benchmark, usize)> {
    let words = if options.lang == "ja" { &JA } else { &EN };
    let mut kinds = vec![("contact.size", words.size)];
    kinds.extend(options.by.iter().map(|title| (title.as_str(), title.as_str())));
    for (title, _) in kinds.iter().skip(1) {
        let is_there = tables.iter().flatten().any(|row| row.contains_key(*title));
        ensure!(is_there, "no file has a column \"{title}\": write its title as it stands in the first line");
    }
    let (mut responses, mut left_out, mut date) = (Vec::new(), 0, String::new());
    for row in tables.iter().flatten() {
        let part = |name: &str| row.get(name).cloned().unwrap_or_default();
        let is_of = part("diagnosis.pack") == pack.id().as_str() && *part("diagnosis.version") == **pack.version();
        match Response::of_lead(part, &kinds).filter(|_| is_of) {
            Some(response) => responses.push(response),
            None => {
                left_out += 1;
                continue;
            }
        }
        date = date.max(part("created").chars().take(10).collect::<String>().replace('/', "-"));
    }
    let source = options.source.clone().unwrap_or_else(|| words.source.to_owned());
    let about = About {
        pack: Id::new(&options.pack).context("this is no id of a pack")?,
        version: pack.version().to_string(),
        source,
        date,
        licence: options.licence.clone(),
        min: options.min,
        rest: words.rest.to_owned(),
    };
    let made = collect(&about, &responses).map_err(|few| {
        anyhow!(
            "there are {} responses to {} {}, and {} are needed: nothing may be shown",
            few.n,
            about.pack.as_str(),
            about.version,
            few.min
        )
    })?;
    // What is made must be what the widget reads.
    Benchmark::read(&made.to_value()).map_err(|faults| anyhow!("the file would be refused:\n{faults}"))?;
    Ok((made, left_out))
}

/// What a benchmark says where the owner says nothing.
struct Words {
    /// What groups by company size are called.
    size: &'static str,
    /// Those who are in no group of their own.
    rest: &'static str,
    /// Where the responses come from.
    source: &'static str,
}

const JA: Words =
    Words {
        size: "会社の規模", rest: "その他・未回答", source: "この診断のあと、連絡先を残した人の回答"
    };
const EN: Words = Words {
    size: "Company size",
    rest: "Other or not stated",
    source: "People who left their contact details after this check",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::scratch::Scratch;

    fn options(files: Vec<PathBuf>) -> Options {
        Options {
            files,
            pack: "readiness".into(),
            lang: "ja".into(),
            min: 10,
            by: vec![],
            source: None,
            licence: "CC0".into(),
        }
    }

    /// A line as the console writes it for Excel.
    fn line(cells: &[&str]) -> String {
        csv::line(cells.iter().map(|text| if *text == "62" { (*text).into() } else { cell::for_spreadsheet(text) }))
    }

    fn readiness() -> Pack {
        Pack::read(&authoring::parse(include_str!("../../../packs/readiness.ja.json")).unwrap()).unwrap()
    }

    #[test]
    fn exported_leads_become_a_benchmark_without_tests_and_other_versions() {
        let pack = readiness();
        let head = ["診断の種類", "診断の版", "点数", "回答", "会社の規模", "テスト", "受付日時", "Eメール", "業種"];
        let mut text = line(&head);
        let mut add = |n: u32, version: &str, size: &str, test: &str| {
            for nth in 0..n {
                let mail = format!("{version}{size}{test}{nth}@example.jp");
                text.push_str(&line(&[
                    "readiness",
                    version,
                    "62",
                    "purpose=met",
                    size,
                    test,
                    "2026/10/01 09:00:00",
                    &mail,
                    "製造",
                ]));
            }
        };
        let version = pack.version().to_string();
        add(14, &version, "1〜5名", "いいえ");
        add(3, &version, "6〜20名", "いいえ");
        add(5, &version, "", "いいえ");
        add(2, &version, "", "はい");
        add(4, "0.1.0", "", "いいえ");
        let scratch = Scratch::new().with("a.csv", format!("\u{feff}{text}"));
        let tables = vec![table(&scratch.path().join("a.csv")).unwrap()];
        let (made, left_out) = make(&pack, &tables, &options(vec![])).unwrap();
        assert_eq!((made.all.n, left_out, &*made.date), (22, 6, "2026-10-01"));
        assert_eq!(made.groups.len(), 0, "eight others are too few, and with the rest they are everybody");
        let by = Options { by: vec!["業種".to_owned()], ..options(vec![]) };
        assert!(make(&pack, &tables, &by).unwrap().0.groups.is_empty(), "one group alone is no comparison");
        let unknown = Options { by: vec!["Branch".to_owned()], ..options(vec![]) };
        assert!(make(&pack, &tables, &unknown).unwrap_err().to_string().contains("no file has a column \"Branch\""));
    }

    #[test]
    fn what_is_missing_is_named() {
        let scratch = Scratch::new().with("a.csv", "Score,Answers\r\n62,purpose=met\r\n");
        let error = table(&scratch.path().join("a.csv")).unwrap_err().to_string();
        assert!(error.contains("has no column \"") && error.contains("Diagnosis\""), "{error}");
        let few = make(&readiness(), &[], &options(vec![])).unwrap_err().to_string();
        assert!(few.starts_with("there are 0 responses to readiness "), "{few}");
    }
}
