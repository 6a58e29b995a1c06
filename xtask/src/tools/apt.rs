//! apt, where it works without a prompt, for tools that only tests need.
//!
//! It must not know which packages those are.

use std::process::Command;

use anyhow::Result;

use crate::process;

/// apt run as root, either by root or by a user who can become root without a password.
pub(super) struct Apt {
    sudo: bool,
}

impl Apt {
    /// apt, if it is usable.
    pub(super) fn usable() -> Option<Self> {
        process::find_on_path("apt-get")?;
        if process::output(Command::new("id").arg("-u")).as_deref() == Some("0") {
            return Some(Self { sudo: false });
        }
        process::find_on_path("sudo")?;
        process::output(Command::new("sudo").args(["-n", "true"])).map(|_| Self { sudo: true })
    }

    /// Installs these packages after refreshing the package lists; `what` names them in an error.
    ///
    /// # Errors
    /// The same as for [`Apt::run`].
    pub(super) fn install(&self, what: &str, packages: &[&str]) -> Result<()> {
        super::say(format!("installing {} with apt", packages.join(", ")));
        self.run(what, &["update"])?;
        self.run(what, &[&["install", "--yes", "--no-install-recommends"], packages].concat())
    }

    /// Runs `apt-get` with these arguments; `what` names the purpose in an error.
    ///
    /// # Errors
    /// Fails when apt fails, after it has printed the reason.
    pub(super) fn run(&self, what: &str, words: &[&str]) -> Result<()> {
        let mut command = Command::new(if self.sudo { "sudo" } else { "env" });
        if self.sudo {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(words);
        process::run(what, &mut command)
    }
}
