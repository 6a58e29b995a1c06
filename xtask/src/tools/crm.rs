//! django-crm-admin, a real CRM on SQLite, for the tests only.
//!
//! A virtual environment in the cache with the packages that `tests/e2e/receivers/crm/requirements.txt` pins, and a
//! database that is filled once, for tests to copy. The CRM is under the AGPL: it is only downloaded for the test, and
//! no part of it is built, served or shipped. This module must not start it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use super::cache::Cache;
use super::python::Python;
use super::say;
use crate::project::Project;
use crate::{files, process, progress};

/// The source of leads for a website's form in the CRM's own data. It is not secret: such forms show it.
pub const SOURCE: &str = "7a50a12f-6c55-4e3f-8304-03e2839a4563";

const FOLDER: &str = "tests/e2e/receivers/crm";
const REQUIREMENTS: &str = "requirements.txt";
/// Sources of the filled database, besides [`REQUIREMENTS`].
const OWN: [&str; 2] = ["shindan_crm.py", "fill.py"];
const DATABASE: &str = "crm.sqlite3";
/// The program, in the folder of the environment.
const PYTHON: &str = "bin/python";

/// An installed CRM.
#[derive(Clone, Debug)]
pub struct Crm {
    folder: PathBuf,
    own: PathBuf,
}

impl Crm {
    /// The cached installation, else one that pip creates.
    ///
    /// # Errors
    /// Fails when Python is missing, pip fails or the database cannot be filled.
    pub fn ensure(cache: &Cache, project: &Project) -> Result<Self> {
        let python = Python::ensure()?;
        let (found, version) = Self::at(cache, project, &python)?;
        if found.fits(&python) {
            return Ok(found);
        }
        say("installing a CRM that takes leads in a test, once, in about a minute");
        let own = found.own.clone();
        cache.install("crm", &version, |draft| Self { folder: draft.to_path_buf(), own }.fill(&python))?;
        Ok(found)
    }

    /// The folder that [`Crm::ensure`] would use without installing anything.
    pub(super) fn find(cache: &Cache, project: &Project) -> Option<PathBuf> {
        let python = Python::find()?;
        let (found, _) = Self::at(cache, project, &python).ok()?;
        found.fits(&python).then_some(found.folder)
    }

    /// The place in the cache for this Python, and the version under which the cache stores it.
    fn at(cache: &Cache, project: &Project, python: &Python) -> Result<(Self, String)> {
        let own = project.root().join(FOLDER);
        let mut description = python.version.clone().into_bytes();
        for file in OWN.iter().chain([&REQUIREMENTS]) {
            description.extend(files::read(&own.join(file))?);
        }
        let version = files::short_hash(&description, 12);
        Ok((Self { folder: cache.folder("crm", &version), own }, version))
    }

    /// Whether it runs: an environment needs the Python that it was made with, which may have been removed.
    fn fits(&self, python: &Python) -> bool {
        process::version_of(&self.folder.join(PYTHON)).is_some_and(|version| version == python.version)
    }

    /// The filled database, to copy.
    pub fn database(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }

    /// A script of the checkout, to run with [`Crm::python`].
    pub fn script(&self, name: &str) -> PathBuf {
        self.own.join(name)
    }

    /// The environment's Python with the CRM importable, on this database; it writes other files to `home`. The caller
    /// adds the arguments.
    pub fn python(&self, database: &Path, home: &Path) -> Command {
        let mut python = Command::new(self.folder.join(PYTHON));
        python
            .current_dir(home)
            .env("PYTHONPATH", &self.own)
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONUNBUFFERED", "1")
            .env("DJANGO_SETTINGS_MODULE", "shindan_crm")
            .env("SHINDAN_CRM_DATABASE", database)
            .env("HOME", home)
            .env("TMPDIR", home);
        python
    }

    fn fill(&self, python: &Python) -> Result<()> {
        let mut venv = Command::new(&python.program);
        venv.args(["-m", "venv"]).arg(&self.folder);
        progress::during("a virtual environment", || process::run("making a virtual environment", &mut venv))?;
        let mut pip = Command::new(self.folder.join(PYTHON));
        // The list is complete, each file in it is verified by its hash, and nothing is compiled or run during
        // installation.
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"])
            .args(["--only-binary", ":all:", "--requirement"])
            .arg(self.own.join(REQUIREMENTS));
        progress::during("pip install", || process::run("installing the CRM", &mut pip))?;
        let mut fill = self.python(&self.database(), &self.folder);
        fill.env("SHINDAN_CRM_SOURCE", SOURCE).arg(self.script("fill.py"));
        progress::during("filling its database", || quietly("filling the CRM's database", &mut fill))
    }
}

/// Runs a command that prints much output even on success.
fn quietly(what: &str, command: &mut Command) -> Result<()> {
    let output = command.output().with_context(|| format!("{what} could not be started"))?;
    if !output.status.success() {
        let printed = [output.stdout, output.stderr].concat();
        bail!("{what} ended with {}:\n{}", output.status, String::from_utf8_lossy(&printed));
    }
    Ok(())
}
