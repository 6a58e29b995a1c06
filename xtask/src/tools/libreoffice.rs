//! LibreOffice's spreadsheet without a window, for the test that exported leads open correctly in it.
//!
//! It is found in the usual places, else installed by apt where that works without a prompt. This module must not start
//! it.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use super::apt::Apt;
use super::{locate, say};

/// The variable that names the program.
pub const VARIABLE: &str = "SOFFICE";

const PACKAGES: [&str; 1] = ["libreoffice-calc"];
const PROGRAMS: [&str; 5] = [
    "soffice",
    "libreoffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
];

/// The program: `$SOFFICE` and nothing else, or the first that is found.
pub fn find() -> Option<PathBuf> {
    locate(VARIABLE, &PROGRAMS)
}

/// The program that is found, else the one of Debian's package.
///
/// # Errors
/// Fails when it is missing and apt is not usable; names the command to type.
pub fn ensure() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    say("no LibreOffice was found: a test opens files of leads in it");
    let Some(apt) = Apt::usable() else { bail!(advice()) };
    apt.install("installing LibreOffice", &PACKAGES)?;
    find().with_context(advice)
}

/// Instructions for installing it by hand.
pub fn advice() -> String {
    let command = if cfg!(target_os = "macos") {
        "brew install --cask libreoffice".to_owned()
    } else {
        format!("sudo apt-get update && sudo apt-get install --no-install-recommends {}", PACKAGES.join(" "))
    };
    format!(
        "A test opens files of leads in LibreOffice. Type\n\n    {command}\n\nor set {VARIABLE} to the program, and run the \
         command again"
    )
}
