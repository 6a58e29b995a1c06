//! nginx with its module for pre-compressed files, for the test of the sample configuration only.
//!
//! It is found in the usual places, else unpacked from Debian's packages into the cache. It is not installed, because
//! that would need root and start a web server on port 80, also after each reboot. This module must not change the
//! system in any way other than refreshing apt's lists, and must not start nginx.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::apt::Apt;
use super::cache::Cache;
use super::{debian, say};
use crate::{files, process};

/// The variable that names the program. nginx reads a variable of this name as a list of sockets, so remove it from the
/// environment of a child that is nginx.
pub const VARIABLE: &str = "NGINX";

/// The module that sends the `.br` twins.
pub const BROTLI: &str = "ngx_http_brotli_static_module.so";

const NAME: &str = "nginx";
/// Additional folders to search, because `PATH` lacks `sbin` for most users.
const FOLDERS: [&str; 4] = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin", "/usr/local/bin"];
const PACKAGES: [&str; 2] = [NAME, "libnginx-mod-http-brotli-static"];
/// Path of the program in Debian's package.
const IN_PACKAGE: &str = "usr/sbin/nginx";

/// The program and the folder of its modules, [`BROTLI`] among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nginx {
    /// The program.
    pub program: PathBuf,
    /// The folder of its modules.
    pub modules: PathBuf,
}

impl Nginx {
    /// `$NGINX` and no other, or the first nginx on this machine that has the module, the cache included.
    pub fn find(cache: &Cache) -> Option<Self> {
        match std::env::var_os(VARIABLE).filter(|path| !path.is_empty()) {
            Some(path) => Self::at(Path::new(&path)),
            None => {
                let folders = FOLDERS.iter().map(|folder| Path::new(folder).join(NAME));
                let kept = debian::offered(NAME).map(|version| cache.folder(NAME, &version).join(IN_PACKAGE));
                process::find_on_path(NAME).into_iter().chain(folders).chain(kept).find_map(|path| Self::at(&path))
            }
        }
    }

    /// The program that is found, else the one of Debian's packages, unpacked into the cache.
    ///
    /// # Errors
    /// Fails when there is none and apt is not usable; names the command to type.
    pub fn ensure(cache: &Cache) -> Result<Self> {
        if let Some(found) = Self::find(cache) {
            return Ok(found);
        }
        say("no nginx with brotli_static was found: a test serves the built site with the sample configuration");
        let unpacked = Self::unpack(cache).or_else(|error| {
            let apt = Apt::usable().ok_or(error)?;
            apt.run("refreshing apt's lists", &["update"])?;
            Self::unpack(cache)
        });
        unpacked.with_context(advice)
    }

    /// This program, if it runs and the module is where it looks for modules, or in the same tree as the program.
    fn at(program: &Path) -> Option<Self> {
        let output = Command::new(program).arg("-V").env_remove(VARIABLE).output().ok()?;
        let printed = String::from_utf8_lossy(&output.stderr).into_owned();
        let beside = program.ancestors().nth(2).map(|tree| tree.join("lib/nginx/modules"));
        let modules = beside.into_iter().chain(modules_path(&printed)).find(|dir| dir.join(BROTLI).is_file())?;
        output.status.success().then(|| Self { program: program.to_path_buf(), modules })
    }

    /// This needs no root: any user may download and unpack a package.
    fn unpack(cache: &Cache) -> Result<Self> {
        let version = debian::offered(NAME).context("apt offers no nginx")?;
        say(format!("unpacking Debian's {} {version} into the cache; nothing is installed", PACKAGES.join(" and ")));
        let folder = cache.install(NAME, &version, |draft| {
            let mut download = Command::new("apt-get");
            // apt would download as a user that cannot read root's files, and warns about that.
            download.args(["-o", "APT::Sandbox::User=root", "download"]).args(PACKAGES);
            process::run("downloading nginx", download.current_dir(draft))?;
            for package in files::walk(draft)? {
                let mut unpack = Command::new("dpkg-deb");
                process::run("unpacking nginx", unpack.arg("--extract").arg(&package).arg(draft))?;
                files::remove(&package)?;
            }
            ensure!(Self::at(&draft.join(IN_PACKAGE)).is_some(), "what was unpacked does not run here");
            Ok(())
        })?;
        Self::at(&folder.join(IN_PACKAGE)).context("nginx does not run from the cache")
    }
}

/// The folder of the modules, according to `nginx -V`.
fn modules_path(printed: &str) -> Option<PathBuf> {
    printed.split_whitespace().find_map(|word| word.strip_prefix("--modules-path=")).map(PathBuf::from)
}

/// Instructions for installing nginx by hand.
pub fn advice() -> String {
    let way = if cfg!(target_os = "macos") {
        "`brew install nginx` comes without that module: build nginx with ngx_brotli as a dynamic module, or run the \
         tests on Debian or Ubuntu"
            .to_owned()
    } else {
        format!(
            "Type\n\n    sudo apt-get update && sudo apt-get install {}\n\n(Debian then starts a web server on port \
             80; `sudo systemctl disable --now nginx` ends it)",
            PACKAGES.join(" ")
        )
    };
    format!(
        "A test serves the built site with docs/nginx.conf, and needs nginx with {BROTLI}. `cargo xtask test` gets it \
         by apt where it can. {way}, or set {VARIABLE} to the program, and run the command again"
    )
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::files::scratch::Scratch;

    /// A program that claims this configuration.
    fn made(dir: &Scratch, words: &str) -> PathBuf {
        let program = dir.path().join("usr/sbin/nginx");
        files::write(&program, format!("#!/bin/sh\necho 'configure arguments: {words} --with-x' >&2\n")).unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        program
    }

    #[test]
    fn the_module_is_looked_for_beside_the_program_and_where_that_says() {
        let bare = Scratch::new();
        assert_eq!(Nginx::at(&made(&bare, "")), None, "without the module it is of no use");

        let elsewhere = Scratch::new().with(BROTLI, "");
        let program = made(&bare, &format!("--modules-path={}", elsewhere.path().display()));
        assert_eq!(Nginx::at(&program).unwrap().modules, elsewhere.path());

        let beside = bare.with(&format!("usr/lib/nginx/modules/{BROTLI}"), "");
        assert_eq!(Nginx::at(&program).unwrap().modules, beside.path().join("usr/lib/nginx/modules"));
    }

    #[test]
    fn the_advice_names_the_way() {
        assert!(advice().contains("install") && advice().contains(VARIABLE), "{}", advice());
    }
}
