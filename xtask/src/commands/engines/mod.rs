//! The engines in which the journeys, the hostile hosts and the faults from the field run, and the tables of their
//! results.
//!
//! The test runner reports "ok" even for a journey that an engine cannot do; the journal that the journeys write does
//! not, so the tables are made from it. This module must not know what the journeys do, nor how they are run.

mod section;
mod table;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::files;
use crate::project::Project;
use crate::tools::cache::Cache;
use crate::tools::engine::Engine;
use table::{Journal, Table};

/// The variable that tells `tests/e2e` where to write the result of each journey.
pub const JOURNAL: &str = "SHINDAN_JOURNAL";

/// The targets of `tests/e2e` that run in each engine.
pub const TARGETS: [&str; 3] = ["journeys", "hosts", "field"];

/// The file, relative to the root, that a passing run of all engines writes, whether they ran at once or in parts.
const TABLE: &str = "docs/engines.md";

/// An engine as the command line names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum EngineName {
    /// Chromium or Chrome
    Chromium,
    /// Firefox
    Firefox,
    /// WebKitGTK
    Webkit,
    /// Each of them; writes docs/engines.md
    All,
}

/// The engines to run in: the ones that are named, or else Chromium.
#[derive(Clone, Debug, Default, PartialEq, Eq, clap::Args)]
pub struct EngineChoice {
    /// An engine that journeys, hosts and faults from the field run in; may be given several times [default: chromium]
    #[arg(id = "engine", long = "engine", value_name = "NAME", value_enum)]
    named: Vec<EngineName>,
}

impl EngineChoice {
    /// Whether this engine is selected.
    pub fn contains(&self, engine: Engine) -> bool {
        let name = match engine {
            Engine::Chromium => EngineName::Chromium,
            Engine::Firefox => EngineName::Firefox,
            Engine::WebKit => EngineName::Webkit,
        };
        let is_default = self.named.is_empty() && engine == Engine::Chromium;
        is_default || self.named.iter().any(|named| *named == name || *named == EngineName::All)
    }

    /// Whether any engine is named.
    pub fn is_named(&self) -> bool {
        !self.named.is_empty()
    }

    /// Whether all engines are selected.
    pub fn is_all(&self) -> bool {
        Engine::ALL.into_iter().all(|engine| self.contains(engine))
    }
}

/// Finds or installs the engines of the choice.
///
/// # Errors
/// Fails when one of them is not available; names the command to type.
pub fn ensure(choice: &EngineChoice) -> Result<()> {
    let cache = Cache::from_env()?;
    for engine in Engine::ALL.into_iter().filter(|engine| choice.contains(*engine)) {
        engine.ensure(&cache)?;
    }
    Ok(())
}

/// The file in which a target records the results of its tests in this engine.
pub fn journal(project: &Project, target: &str, engine: Engine) -> PathBuf {
    project.target().join("engines").join(format!("{target}.{}.tsv", engine.name()))
}

/// Prints the results of a target's tests in this engine.
///
/// # Errors
/// Fails when the journal cannot be read.
pub fn print_outcomes(project: &Project, target: &str, engine: Engine) -> Result<()> {
    let journals = [(engine, read(project, target, engine)?)];
    println!("{target}\n{}", Table::of(&journals).for_terminal());
    Ok(())
}

/// Removes from a journal the tests that these filters select, or all tests if there is no filter; the other results
/// stay.
///
/// # Errors
/// Fails when the file cannot be written.
pub fn forget(journal: &Path, words: &[String]) -> Result<()> {
    let before = if words.is_empty() || !journal.exists() { String::new() } else { files::read_text(journal)? };
    let is_kept =
        |line: &&str| !line.split('\t').next().is_some_and(|name| words.iter().any(|word| name.contains(word)));
    files::write(journal, before.lines().filter(is_kept).map(|line| format!("{line}\n")).collect::<String>())
}

/// Writes the tables of all engines to the docs, if they have changed.
///
/// # Errors
/// Fails when a journal is missing, a test has no result in one engine, or a test has failed.
pub fn write_table(project: &Project) -> Result<()> {
    let read_all = |target: &str| -> Result<Vec<(Engine, Journal)>> {
        Engine::ALL.into_iter().map(|engine| Ok((engine, read(project, target, engine)?))).collect()
    };
    let [journeys, hosts, faults] = TARGETS;
    let (journeys, hosts, faults) = (read_all(journeys)?, read_all(hosts)?, read_all(faults)?);
    let tables = [Table::of(&journeys), Table::of(&hosts), Table::of(&faults)];
    if let Some(test) = tables.iter().find_map(Table::unheard_of) {
        bail!("no browser was started in the test {test}, and it names nothing that it needs");
    }
    if let Some(test) = tables.iter().find_map(Table::failed) {
        bail!("the test {test} has failed");
    }
    let path = project.root().join(TABLE);
    let [journeys, hosts, faults] = &tables;
    let text = journeys.for_docs() + &section::hosts(hosts) + &section::faults(faults);
    if files::read_text(&path).ok().as_deref() != Some(&*text) {
        files::write(&path, text)?;
        println!("{TABLE} was written anew: commit it");
    }
    Ok(())
}

/// Writes the tables after a part of the tests, if it was the last part; otherwise says what is missing.
pub fn write_table_if_whole(project: &Project) {
    if let Err(missing) = write_table(project) {
        println!("{TABLE} stays as it is: {missing:#}");
    }
}

fn read(project: &Project, target: &str, engine: Engine) -> Result<Journal> {
    Ok(Journal::read(&files::read_text(&journal(project, target, engine))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    use clap::Parser as _;

    use crate::files::scratch::Scratch;

    #[derive(clap::Parser)]
    #[command(no_binary_name = true)]
    struct Line {
        #[command(flatten)]
        engines: EngineChoice,
    }

    fn choice(line: &str) -> EngineChoice {
        Line::try_parse_from(line.split_whitespace()).unwrap().engines
    }

    #[test]
    fn a_part_that_is_run_again_takes_the_place_of_what_was_known_of_it() {
        let folder = Scratch::new().with("a.tsv", "links::x\tfails\t\nkeyboard::y\truns\tlinks\n");
        let journal = folder.path().join("a.tsv");
        forget(&journal, &["links".to_owned()]).unwrap();
        assert_eq!(files::read_text(&journal).unwrap(), "keyboard::y\truns\tlinks\n");
        forget(&journal, &[]).unwrap();
        assert_eq!(files::read_text(&journal).unwrap(), "");
    }

    #[test]
    fn chromium_is_chosen_where_none_is_named() {
        let default = choice("");
        assert!(default.contains(Engine::Chromium) && !default.contains(Engine::Firefox));
        let firefox = choice("--engine firefox --engine firefox");
        assert!(firefox.contains(Engine::Firefox) && !firefox.contains(Engine::Chromium) && !firefox.is_all());
        assert!(choice("--engine firefox --engine all").is_all());
        assert!(choice("--engine webkit --engine chromium --engine firefox").is_all());
    }
}
