//! A Node-RED of its own, with the flow that writes leads into a CRM.

use std::process::Command;
use std::time::Instant;

use e2e::TIMEOUT;
use tempfile::TempDir;
use xtask::tools::node_red::NodeRed as Installed;

use crate::crm::Crm;
use crate::service::Service;

const READY: [&str; 2] = ["Server now running at http://127.0.0.1:", "Started flows"];
/// Where it remembers which leads it took, from a second later on.
const TAKEN: &str = "context/leads/flow.json";

/// A Node-RED; dropping it ends it.
pub(crate) struct NodeRed {
    // Ended before its folder goes.
    service: Option<Service>,
    command: Command,
    port: u16,
    home: TempDir,
}

impl NodeRed {
    /// Starts one that takes leads from pages of `origin` alone.
    pub(crate) fn start(installed: &Installed, crm: &Crm, origin: &str) -> Self {
        let home = tempfile::Builder::new().prefix("shindan-node-red-").tempdir().unwrap();
        let mut command = installed.command(home.path()).unwrap();
        command.envs(crm.environment()).env("PAGE_ORIGIN", origin);
        let service = Service::start(&mut command, home.path(), &READY);
        let port = service.port_after(READY[0]);
        Self { service: Some(service), command, port, home }
    }

    /// Is ended the hard way once it has written down what it took, and starts anew in the same place.
    pub(crate) fn starts_anew(&mut self) {
        let taken = self.home.path().join(TAKEN);
        let end = Instant::now() + TIMEOUT;
        while !taken.exists() {
            assert!(Instant::now() < end, "it never wrote down what it took:\n{}", self.output());
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        self.service = None;
        let command = self.command.arg("--port").arg(self.port.to_string());
        self.service = Some(Service::start(command, self.home.path(), &READY));
    }

    /// The address for leads.
    pub(crate) fn webhook(&self) -> String {
        format!("http://127.0.0.1:{}/lead", self.port)
    }

    /// Everything that it has said.
    pub(crate) fn output(&self) -> String {
        self.service.as_ref().map(Service::output).unwrap_or_default()
    }
}
