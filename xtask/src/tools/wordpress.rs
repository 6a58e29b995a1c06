//! A real WordPress on MariaDB, run by PHP's own server, for the tests of the plugin only.
//!
//! PHP and MariaDB's programs are found, else installed by apt, without anything that starts a service. WordPress
//! itself is unpacked from Debian's packages into the cache and installed there once, with users for each role, for
//! tests to copy. This module must not know the plugin.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};

use super::apt::Apt;
use super::cache::Cache;
use super::{at, debian, say};
use crate::project::Project;
use crate::{files, process};

/// The variable that names a folder with another WordPress, as unpacked from its archive.
pub const VARIABLE: &str = "WORDPRESS";

const NAME: &str = "wordpress";
const FOLDER: &str = "tests/e2e/wordpress";
/// Parts of that folder, and their places in the site.
const OWN: [(&str, &str); 3] =
    [("wp-config.php", "wp-config.php"), ("router.php", "router.php"), ("mail.php", "wp-content/mu-plugins/mail.php")];
const FILL: &str = "fill.php";
/// `mariadb-server-core` has the server without the service.
const PACKAGES: [&str; 7] =
    ["php-cli", "php-mysql", "php-mbstring", "php-xml", "php-gd", "php-codesniffer", "mariadb-server-core"];
/// Only the available ones are unpacked: themes differ from release to release.
const UNPACKED: [&str; 10] = [
    "wordpress",
    "wordpress-theme-twentytwentyone",
    "wordpress-theme-twentytwentytwo",
    "wordpress-theme-twentytwentythree",
    "wordpress-theme-twentytwentyfour",
    "wordpress-theme-twentytwentyfive",
    "libjs-cropper",
    "libjs-lodash",
    "libjs-underscore",
    "php-getid3",
];
/// Timeout for the start of a database.
const START: Duration = Duration::from_secs(60);

/// An installed WordPress.
#[derive(Clone, Debug)]
pub struct WordPress {
    folder: PathBuf,
    programs: Programs,
}

#[derive(Clone, Debug)]
struct Programs {
    php: PathBuf,
    server: PathBuf,
    install: PathBuf,
    sniffer: PathBuf,
}

impl WordPress {
    /// The cached installation, else one that apt and the cache provide.
    ///
    /// # Errors
    /// Fails when apt is not usable, naming the command to type, or when WordPress cannot be installed.
    pub fn ensure(cache: &Cache, project: &Project) -> Result<Self> {
        let programs = Programs::ensure()?;
        let own = project.root().join(FOLDER);
        let source = Source::find().with_context(advice)?;
        let hash = source.hash(&own)?;
        let found = Self { folder: cache.folder(NAME, &hash), programs: programs.clone() };
        if !found.folder.is_dir() {
            say(format!("installing {source} for tests, once, in about a minute"));
            cache.install(NAME, &hash, |draft| {
                Self { folder: draft.to_path_buf(), programs: programs.clone() }.fill(&source, &own)
            })?;
        }
        Ok(found)
    }

    /// The folder of the installation, if it is complete.
    pub(super) fn find(cache: &Cache, project: &Project) -> Option<PathBuf> {
        Programs::find()?;
        let hash = Source::find()?.hash(&project.root().join(FOLDER)).ok()?;
        Some(cache.folder(NAME, &hash)).filter(|folder| folder.is_dir())
    }

    /// Copies site and database into the empty folder `home`, as `site` and `db`.
    ///
    /// # Errors
    /// Fails when the copy fails.
    pub fn copy(&self, home: &Path) -> Result<()> {
        let mut copy = Command::new("cp");
        copy.arg("-R").arg(self.folder.join("site")).arg(self.folder.join("db")).arg(home);
        process::run("copying WordPress", &mut copy)
    }

    /// The database server for a copy. It prints `ready for connections` once it is ready.
    pub fn database(&self, home: &Path) -> Command {
        self.programs.database(home)
    }

    /// The web server for a copy, on a free port that it prints. It handles one request after the other.
    pub fn server(&self, home: &Path) -> Command {
        let site = home.join("site");
        let mut php = self.php(home);
        php.args(["-S", "127.0.0.1:0", "-t"]).arg(&site).arg(site.join("router.php"));
        php
    }

    /// PHP for a copy; the caller adds the arguments.
    pub fn php(&self, home: &Path) -> Command {
        self.programs.php(home)
    }

    /// PHP_CodeSniffer; the caller adds the arguments.
    pub fn sniffer(&self) -> Command {
        Command::new(&self.programs.sniffer)
    }

    fn fill(&self, source: &Source, own: &Path) -> Result<()> {
        let home = self.folder.as_path();
        let site = home.join("site");
        source.copy(&site, &home.join("packages"))?;
        for (from, to) in OWN {
            files::write(&site.join(to), files::read(&own.join(from))?)?;
        }
        files::create_dir(&site.join("wp-content/uploads"))?;

        let mut install = Command::new(&self.programs.install);
        install.args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"]);
        install.arg(format!("--datadir={}", home.join("db").display()));
        install.args(user()).stdout(Stdio::null());
        process::run("making a database", &mut install)?;
        let _server = Started::of(self.database(home).stdout(Stdio::null()).stderr(Stdio::null()))?;
        let mut ready = self.php(home);
        ready.args(["-r", CREATE]);
        let end = Instant::now() + START;
        while process::output(&mut ready).is_none() {
            ensure!(Instant::now() < end, "MariaDB did not start within {} s", START.as_secs());
            std::thread::sleep(Duration::from_millis(50));
        }
        files::write(&site.join(FILL), files::read(&own.join(FILL))?)?;
        let mut fill = self.php(home);
        process::run("installing WordPress", fill.arg(site.join(FILL)))?;
        files::remove(&site.join(FILL))
    }
}

/// Source of WordPress.
#[derive(Debug)]
enum Source {
    /// The folder that [`VARIABLE`] names.
    Folder(PathBuf),
    /// Debian's packages, in this version.
    Packages(String),
}

impl Source {
    fn find() -> Option<Self> {
        match std::env::var_os(VARIABLE).filter(|path| !path.is_empty()) {
            Some(path) => Some(Self::Folder(path.into())),
            None => debian::offered("wordpress").map(Self::Packages),
        }
    }

    /// A key that distinguishes it, installed with the files in `own`, from another one.
    fn hash(&self, own: &Path) -> Result<String> {
        let mut description = match self {
            Self::Folder(folder) => files::read(&folder.join("wp-includes/version.php"))?,
            Self::Packages(version) => version.clone().into_bytes(),
        };
        for file in OWN.iter().map(|(from, _)| *from).chain([FILL]) {
            description.extend(files::read(&own.join(file))?);
        }
        Ok(files::short_hash(&description, 12))
    }

    /// Copies it to `site`; `work` is a folder for temporary files.
    fn copy(&self, site: &Path, work: &Path) -> Result<()> {
        match self {
            Self::Folder(folder) => debian::copy_without_links(folder, site, Path::new("/")),
            Self::Packages(_) => {
                let root = debian::unpack(&UNPACKED, work)?;
                debian::copy_without_links(&root.join("usr/share/wordpress"), site, &root)?;
                files::remove(work)
            }
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "the WordPress in {}", folder.display()),
            Self::Packages(version) => write!(f, "Debian's WordPress {version}, unpacked"),
        }
    }
}

/// Creates the database, or fails if the server is not ready yet.
const CREATE: &str = "
    mysqli_report(MYSQLI_REPORT_OFF);
    $server = mysqli_init();
    @$server->real_connect('localhost', 'root', '', null, 0, getenv('SHINDAN_DB_SOCKET')) || exit(1);
    $server->query('CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4') || exit(1);";

impl Programs {
    fn find() -> Option<Self> {
        let php = at("php")?;
        // PHP is usable only with its extensions.
        let there =
            "exit(extension_loaded('mysqli') && extension_loaded('mbstring') && extension_loaded('dom') ? 0 : 1);";
        process::output(Command::new(&php).args(["-r", there]))?;
        let server = at("mariadbd").or_else(|| at("/usr/sbin/mariadbd"))?;
        Some(Self { php, server, install: at("mariadb-install-db")?, sniffer: at("phpcs")? })
    }

    fn ensure() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        say("no PHP with MariaDB was found: tests run the plugin in a real WordPress");
        let Some(apt) = Apt::usable() else { bail!(advice()) };
        apt.install("installing PHP and MariaDB's programs", &PACKAGES)?;
        Self::find().with_context(advice)
    }

    fn database(&self, home: &Path) -> Command {
        let mut server = Command::new(&self.server);
        server.args(["--no-defaults", "--skip-networking", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0"]);
        server.arg(format!("--datadir={}", home.join("db").display()));
        server.arg(format!("--socket={}", socket(home).display())).args(user());
        server
    }

    fn php(&self, home: &Path) -> Command {
        let mut php = Command::new(&self.php);
        php.args(["-d", "memory_limit=256M", "-d", "upload_max_filesize=8M", "-d", "post_max_size=8M"]);
        php.env("SHINDAN_DB_SOCKET", socket(home)).env("SHINDAN_WP_LOG", home.join("debug.log"));
        php.env("SHINDAN_MAILS", home.join("mails.txt")).env("HOME", home).env("TMPDIR", home).current_dir(home);
        php
    }
}

/// A program that is ended when this is dropped.
struct Started(Child);

impl Started {
    fn of(command: &mut Command) -> Result<Self> {
        Ok(Self(command.spawn().context("MariaDB could not be started")?))
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        // The signal is SIGTERM rather than SIGKILL, so that the copied files are complete.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

/// The path of a socket has to be short.
fn socket(home: &Path) -> PathBuf {
    home.join("sock")
}

/// MariaDB runs as root only with an option.
fn user() -> Option<String> {
    process::output(Command::new("id").arg("-un")).filter(|name| name == "root").map(|name| format!("--user={name}"))
}

/// Instructions for installing it by hand.
pub(super) fn advice() -> String {
    format!(
        "Tests run the plugin in a real WordPress from Debian's packages. Type\n\n    sudo apt-get update && sudo apt-get install \
         --no-install-recommends {}\n\non a Debian or Ubuntu, or set {VARIABLE} to a folder with an unpacked WordPress, and run the command again, or run it with \
         `--skip-wordpress`",
        PACKAGES.join(" ")
    )
}
