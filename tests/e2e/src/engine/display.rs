//! A virtual display, for a browser that needs one.
//!
//! Each browser has its own: browsers share neither clipboard nor focus.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::server::program;

/// A running Xvfb; dropping it ends it.
pub(super) struct Display {
    child: Child,
    number: u32,
}

impl Display {
    /// Starts a display; `XVFB` overrides the program in `PATH`.
    pub(super) fn start() -> Self {
        let xvfb = program("XVFB", "Xvfb");
        let mut command = Command::new(&xvfb);
        // Xvfb takes a free number and prints it on its standard output.
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

    /// The value of `DISPLAY`.
    pub(super) fn name(&self) -> String {
        format!(":{}", self.number)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // The signal is SIGTERM, so that Xvfb removes its lock files.
        let _ = Command::new("kill").arg(self.child.id().to_string()).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }
}
