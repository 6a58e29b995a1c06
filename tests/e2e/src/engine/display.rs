//! A display that nobody sees, for a browser that cannot do without one.
//!
//! One a browser: they share neither clipboard nor focus.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::server::program;

/// A running Xvfb; dropping it ends it.
pub(super) struct Display {
    child: Child,
    number: u32,
}

impl Display {
    /// Starts one; `XVFB` names another program than that in `PATH`.
    pub(super) fn start() -> Self {
        let xvfb = program("XVFB", "Xvfb");
        let mut command = Command::new(&xvfb);
        // It takes a free number and says it on its standard output.
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child = child.unwrap_or_else(|error| {
            panic!("{xvfb} does not start ({error}): run `cargo xtask test`, which installs it, or set XVFB")
        });
        let mut line = String::new();
        let read = BufReader::new(child.stdout.take().expect("its output is piped")).read_line(&mut line);
        read.expect("Xvfb says its number");
        let number = line.trim().parse().expect("Xvfb has found a free number");
        Self { child, number }
    }

    /// What `DISPLAY` is to be.
    pub(super) fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Asked and not forced, so that it takes its lock files away.
        let _ = Command::new("kill").arg(self.child.id().to_string()).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }
}
