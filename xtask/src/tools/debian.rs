//! Debian packages, unpacked rather than installed.
//!
//! It must not change the system, and must not know what the packages are for.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::{files, process};

/// The version of a package that apt would install.
pub(super) fn offered(package: &str) -> Option<String> {
    let shown = process::output(Command::new("apt-cache").args(["show", "--no-all-versions", package]))?;
    shown.lines().find_map(|line| line.strip_prefix("Version: ")).map(str::to_owned)
}

/// Unpacks the available ones of `packages` below `folder`; returns the root of their content.
///
/// # Errors
/// Fails when none is available, or one cannot be downloaded or unpacked.
pub(super) fn unpack(packages: &[&str], folder: &Path) -> Result<PathBuf> {
    let (downloads, root) = (folder.join("downloads"), folder.join("root"));
    files::create_dir(&downloads)?;
    files::create_dir(&root)?;
    let offered: Vec<_> = packages.iter().filter(|package| offered(package).is_some()).collect();
    ensure!(!offered.is_empty(), "apt offers none of {}", packages.join(", "));
    let mut download = Command::new("apt-get");
    // apt would download as a user that cannot read root's files, and warns about that.
    download.args(["-o", "APT::Sandbox::User=root", "--quiet=2", "download"]).args(offered);
    process::run("downloading packages", download.current_dir(&downloads))?;
    for package in files::walk(&downloads)? {
        let mut unpack = Command::new("dpkg-deb");
        process::run("unpacking a package", unpack.arg("--extract").arg(&package).arg(&root))?;
    }
    Ok(root)
}

/// Copies `from` to `to` and resolves symbolic links as from the root of a system; dangling links are left out.
///
/// # Errors
/// Names the file that cannot be read or written.
pub(super) fn copy_without_links(from: &Path, to: &Path, root: &Path) -> Result<()> {
    files::create_dir(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let Some(meant) = meant(&entry.path(), root) else { continue };
        let to = to.join(entry.file_name());
        if meant.is_dir() {
            copy_without_links(&meant, &to, root)?;
        } else {
            fs::copy(&meant, &to).with_context(|| format!("{} cannot be copied", meant.display()))?;
        }
    }
    Ok(())
}

/// Resolves a path below `root` through a limited chain of links; falls back to the system if only that has the file.
fn meant(path: &Path, root: &Path) -> Option<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..8 {
        match fs::read_link(&path) {
            Err(_) => return Some(path).filter(|path| path.exists()),
            Ok(target) if target.is_absolute() => {
                let inside = root.join(target.strip_prefix("/").unwrap_or(&target));
                path = if inside.symlink_metadata().is_ok() { inside } else { target };
            }
            Ok(target) => path = plain(&path.parent()?.join(target)),
        }
    }
    None
}

/// The path with every `..` resolved.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => _ = plain.pop(),
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::files::scratch::Scratch;

    #[test]
    fn links_become_what_they_mean() {
        let root = Scratch::new().with("usr/share/php/a.php", "a").with("usr/share/wp/b.php", "b");
        let wp = root.path().join("usr/share/wp");
        symlink("../php/a.php", wp.join("near.php")).unwrap();
        symlink("/usr/share/php", wp.join("far")).unwrap();
        symlink("/no/such/file-here", wp.join("nowhere")).unwrap();
        let to = Scratch::new();
        copy_without_links(&wp, to.path(), root.path()).unwrap();
        let names = files::walk(to.path()).unwrap();
        assert_eq!(names, ["b.php", "far/a.php", "near.php"].map(|name| to.path().join(name)));
        assert_eq!(files::read_text(&to.path().join("near.php")).unwrap(), "a");
    }
}
