//! `cargo xtask benchmark`: a file with the results of others, made of leads that the console exported.
//!
//! It reads the console's files for Excel and prints; who may be shown is the library's business (`crates/benchmark`).

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail, ensure};
use benchmark::{About, Benchmark, Response, collect};
use diagnosis::{Id, Pack};

use crate::files;
use crate::project::Project;

mod table;

use table::{Table, table, time_of, titles};

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

/// The benchmark, and how many leads are left out.
fn make(pack: &Pack, tables: &[Table], options: &Options) -> Result<(Benchmark, usize)> {
    let words = if options.lang == "ja" { &JA } else { &EN };
    let known = titles()?;
    let mut kinds = vec![("contact.size", words.size)];
    for title in &options.by {
        // The console's own columns stand in the rows by the parts of a lead.
        let column = known.get(title).map_or(title.as_str(), |(part, _)| part);
        let is_there = tables.iter().flatten().any(|row| row.contains_key(column));
        ensure!(is_there, "no file has a column \"{title}\": write its title as it stands in the first line");
        kinds.push((column, title));
    }
    let (mut responses, mut left_out) = (Vec::new(), 0);
    for row in tables.iter().flatten() {
        let part = |name: &str| row.get(name).cloned().unwrap_or_default();
        let is_of = part("diagnosis.pack") == pack.id().as_str() && *part("diagnosis.version") == **pack.version();
        match Response::of_lead(part, &kinds).filter(|_| is_of) {
            Some(response) => responses.push((time_of(&part("created"))?, response)),
            None => left_out += 1,
        }
    }
    // Of several by one person the last one counts, in whichever file it is.
    responses.sort_by_key(|(time, _)| *time);
    let date = responses.last().map(|([year, month, day, ..], _)| format!("{year:04}-{month:02}-{day:02}"));
    let responses: Vec<Response> = responses.into_iter().map(|(_, response)| response).collect();
    let source = options.source.clone().unwrap_or_else(|| words.source.to_owned());
    let about = About {
        pack: Id::new(&options.pack).context("this is no id of a pack")?,
        version: pack.version().to_string(),
        source,
        date: date.unwrap_or_default(),
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
    use std::borrow::Cow;

    use spreadsheet::{cell, csv};

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

    /// Fifteen leads of that time and kind, and one of a person that each file has.
    fn leads(created: &str, trained: &str, score: &str) -> Table {
        let head = ["診断の種類", "診断の版", "点数", "受付日時", "メールアドレス", "役職", "導入済み"];
        let version = readiness().version().to_string();
        let mut text = line(&head);
        for nth in 0..16 {
            let mail = if nth == 0 { "one@example.jp".to_owned() } else { format!("{trained}{score}{nth}@example.jp") };
            text.push_str(&csv::line(
                ["readiness", &version, score, created, &mail, "部長", trained].map(Cow::Borrowed),
            ));
        }
        let scratch = Scratch::new().with("a.csv", text);
        table(&scratch.path().join("a.csv")).unwrap()
    }

    #[test]
    fn times_that_a_spreadsheet_has_written_again_are_read_and_ordered() {
        let tables = [leads("2026/10/12 9:00", "はい", "80"), leads("2026/10/9 19:00", "いいえ", "40")];
        let (made, _) = make(&readiness(), &tables, &options(vec![])).unwrap();
        assert_eq!((made.all.n, &*made.date), (31, "2026-10-12"));
        let low = made.all.scores.iter().position(|n| *n == 15).unwrap();
        let high = made.all.scores.iter().position(|n| *n == 16).unwrap();
        assert!(low < high, "the later one of the person with two counts: {:?}", made.all.scores);
        let american = [leads("10/1/2026 9:00", "はい", "80")];
        let error = make(&readiness(), &american, &options(vec![])).unwrap_err().to_string();
        assert!(error.contains("\"10/1/2026 9:00\" is no time of a lead"), "{error}");
    }

    #[test]
    fn groups_are_made_by_any_column_and_called_as_it_says() {
        let tables = [leads("2026/10/01 09:00:00", "はい", "80"), leads("2026/10/02 09:00:00", "いいえ", "40")];
        let by = |title: &str| Options { by: vec![title.to_owned()], ..options(vec![]) };
        let (made, _) = make(&readiness(), &tables, &by("導入済み")).unwrap();
        let labels: Vec<&str> = made.groups.iter().map(|group| &*group.label).collect();
        assert_eq!(labels, ["はい", "いいえ"]);
        // A column of the console, under its own title.
        make(&readiness(), &tables, &by("役職")).unwrap();
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
