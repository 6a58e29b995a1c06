//! The journeys, and the hostile hosts, in one engine after the other, and the tables of what became of them.
//!
//! The runner of the tests calls a journey that an engine cannot do "ok" too; the journal that the journeys write does
//! not, and the table is made of it. It must not know what the journeys do.

mod hosts;
mod table;

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::project::Project;
use crate::tools::cache::Cache;
use crate::tools::engine::{Engine, VARIABLE};
use crate::{files, process};
use table::{Journal, Table};

/// The variable that tells `tests/e2e` where to write what became of each journey.
const JOURNAL: &str = "SHINDAN_JOURNAL";

/// The targets of `tests/e2e` that run in each engine.
pub const TARGETS: [&str; 2] = ["journeys", "hosts"];

/// The file that a good run of all engines writes, from the checkout's root.
const TABLE: &str = "docs/engines.md";

/// The engines to run in; Chromium, where none was named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice(Vec<Engine>);

impl Choice {
    /// Adds the engine of that name, or each with `all`.
    ///
    /// # Errors
    /// Names those that there are.
    pub fn add(&mut self, name: &str) -> Result<()> {
        if name == "all" {
            self.0 = Engine::ALL.into();
            return Ok(());
        }
        let names = Engine::ALL.map(Engine::name).join(", ");
        let engine =
            Engine::named(name).with_context(|| format!("there is no engine {name:?}; take one of: {names}, all"))?;
        if !self.0.contains(&engine) {
            self.0.push(engine);
        }
        Ok(())
    }

    /// Whether this is one of them.
    pub fn holds(&self, engine: Engine) -> bool {
        if self.0.is_empty() { engine == Engine::Chromium } else { self.0.contains(&engine) }
    }
}

/// An engine that is here, with the variables that say where.
#[derive(Debug)]
pub struct Ready {
    engine: Engine,
    variables: Vec<(&'static str, PathBuf)>,
}

/// Finds or installs the engines of the choice.
///
/// # Errors
/// When one of them cannot be had.
pub fn ensure(choice: &Choice) -> Result<Vec<Ready>> {
    let cache = Cache::from_env()?;
    let mut ready = Vec::new();
    for engine in Engine::ALL.into_iter().filter(|engine| choice.holds(*engine)) {
        let variables = engine.ensure(&cache)?;
        ready.push(Ready { engine, variables });
    }
    Ok(ready)
}

/// Runs [`TARGETS`] in each engine, then prints the tables. `stage` runs one of them by its name.
///
/// # Errors
/// The first failure; the table is printed all the same.
pub fn run(
    project: &Project,
    ready: &[Ready],
    base: &[(&str, PathBuf)],
    mut stage: impl FnMut(&str, &mut dyn FnMut() -> Result<()>) -> Result<()>,
) -> Result<()> {
    let mut journals = TARGETS.map(|_| Vec::new());
    let mut outcome = Ok(());
    'all: for Ready { engine, variables } in ready {
        for (target, journals) in TARGETS.into_iter().zip(&mut journals) {
            let journal = project.target().join("engines").join(format!("{target}.{}.tsv", engine.name()));
            files::remove(&journal)?;
            files::write(&journal, "")?;
            let name = format!("{target} in {}", engine.title());
            outcome = stage(&name, &mut || test(project, target, *engine, variables, base, &journal));
            journals.push((*engine, Journal::read(&files::read_text(&journal)?)));
            if outcome.is_err() {
                break 'all;
            }
        }
    }
    let tables = journals.each_ref().map(|journals| Table::of(journals));
    for (target, table) in TARGETS.iter().zip(&tables) {
        println!("{target}\n{}", table.for_terminal());
    }
    outcome?;
    if ready.len() == Engine::ALL.len() {
        keep(project, &tables)?;
    }
    Ok(())
}

fn test(
    project: &Project,
    target: &str,
    engine: Engine,
    variables: &[(&'static str, PathBuf)],
    base: &[(&str, PathBuf)],
    journal: &PathBuf,
) -> Result<()> {
    let mut cargo = process::cargo();
    cargo.args(["test", "--locked", "--package", "e2e", "--test", target]).current_dir(project.root());
    cargo.envs(base.iter().map(|(name, path)| (*name, path))).envs(variables.iter().map(|(name, path)| (*name, path)));
    cargo.env(VARIABLE, engine.name()).env(JOURNAL, journal);
    process::run(&format!("the {target} in {}", engine.title()), &mut cargo)
}

/// Writes the tables to the docs, where they say something new.
fn keep(project: &Project, tables: &[Table<'_>; TARGETS.len()]) -> Result<()> {
    if let Some(journey) = tables.iter().find_map(Table::unheard_of) {
        bail!("no browser was started in the journey {journey}, and it names nothing that it needs");
    }
    let path = project.root().join(TABLE);
    let [journeys, of_hosts] = tables;
    let text = journeys.for_docs() + &hosts::section(of_hosts);
    if files::read_text(&path).ok().as_deref() != Some(&*text) {
        files::write(&path, text)?;
        println!("{TABLE} was written anew: commit it");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chromium_is_chosen_where_none_is_named() {
        let mut choice = Choice::default();
        assert!(choice.holds(Engine::Chromium) && !choice.holds(Engine::Firefox));
        choice.add("firefox").unwrap();
        choice.add("firefox").unwrap();
        assert!(choice.holds(Engine::Firefox) && !choice.holds(Engine::Chromium));
        choice.add("all").unwrap();
        assert!(Engine::ALL.into_iter().all(|engine| choice.holds(engine)));
        let error = choice.add("opera").unwrap_err().to_string();
        assert!(error.contains("chromium, firefox, webkit"), "{error}");
    }
}
