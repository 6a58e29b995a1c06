//! A django-crm-admin of its own, on a copy of the filled database.

use std::path::PathBuf;

use serde::Deserialize;
use tempfile::TempDir;
use xtask::tools::crm::{self, Crm as Installed};

use crate::service::Service;

/// Where its site takes leads; the number is the default of its own settings.
const FORM: &str = "en/123/add-request/";
const READY: [&str; 2] = ["Starting development server at http://127.0.0.1:", "Quit the server"];

/// A CRM; dropping it ends it.
pub(crate) struct Crm {
    // Ended before its folder goes.
    service: Option<Service>,
    installed: Installed,
    home: TempDir,
    port: u16,
}

/// A request as the CRM stored it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Row {
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) company_name: String,
    pub(crate) request_for: String,
    pub(crate) description: String,
    pub(crate) source: String,
}

impl Row {
    /// The line of the description that begins so.
    pub(crate) fn value_of(&self, name: &str) -> &str {
        let value_of = self.description.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        value_of.unwrap_or_else(|| panic!("no {name} in {:?}", self.description))
    }
}

impl Crm {
    /// Starts one without any leads.
    pub(crate) fn start(installed: &Installed) -> Self {
        let home = tempfile::Builder::new().prefix("shindan-crm-").tempdir().unwrap();
        let mut crm = Self { installed: installed.clone(), home, port: 0, service: None };
        std::fs::copy(crm.installed.database(), crm.database()).unwrap();
        crm.comes_up();
        crm
    }

    /// Runs, on the port that it had if it ran before.
    pub(crate) fn comes_up(&mut self) {
        let mut python = self.installed.python(&self.database(), self.home.path());
        python.args(["-m", "django", "runserver", "--noreload", &format!("127.0.0.1:{}", self.port)]);
        let service = Service::start(&mut python, self.home.path(), &READY);
        self.port = service.port_after(READY[0]);
        self.service = Some(service);
    }

    /// Is out of reach, with everything that it has written.
    pub(crate) fn goes_down(&mut self) {
        self.service = None;
    }

    /// What a flow has to know to write into it.
    pub(crate) fn environment(&self) -> [(&'static str, String); 2] {
        [("CRM_URL", format!("http://127.0.0.1:{}/{FORM}", self.port)), ("CRM_TOKEN", crm::SOURCE.to_owned())]
    }

    /// The requests in its database, the oldest first.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let mut python = self.installed.python(&self.database(), self.home.path());
        let output = python.arg(self.installed.script("rows.py")).output().unwrap();
        let printed = String::from_utf8_lossy(&output.stderr);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("rows.py: {error}\n{printed}"))
    }

    fn database(&self) -> PathBuf {
        self.home.path().join("crm.sqlite3")
    }
}
