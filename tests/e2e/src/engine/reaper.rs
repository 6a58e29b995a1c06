//! Ends the browsers that are left when no test can use them any more, however the tests ended.
//!
//! It is a separate process that waits for the end of its input, which comes when this process ends, even if it is
//! killed. This module must not know browsers.

use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Each line of the input is a folder: processes with that home are ended, and then the folder is removed.
const SCRIPT: &str = r#"
    trap '' INT TERM
    while read -r home; do homes="$homes $home"; done
    for home in $homes; do
        [ -d "$home" ] || continue
        for process in $(grep -lsF "HOME=$home" /proc/[0-9]*/environ); do
            process=${process#/proc/}
            kill -9 "${process%/environ}" 2>/dev/null
        done
        # What was killed may write for a moment still.
        for attempt in 1 2 3; do rm -rf "$home" 2>/dev/null && break; sleep 1; done
    done"#;

static REAPER: Mutex<Option<Reaper>> = Mutex::new(None);

/// Makes the reaper end the processes in this folder, and remove the folder.
pub(super) fn reaps(home: &Path) {
    let mut reaper = REAPER.lock().unwrap_or_else(PoisonError::into_inner);
    reaper.get_or_insert_with(Reaper::start).reaps(home);
}

struct Reaper(Child);

impl Reaper {
    fn start() -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", SCRIPT]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        Self(command.spawn().expect("there is a shell"))
    }

    fn reaps(&mut self, home: &Path) {
        let written = self.0.stdin.as_mut().and_then(|input| writeln!(input, "{}", home.display()).ok());
        written.expect("the reaper listens");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lives_in_the_folder_ends_with_the_input() {
        let [home, other] = [(); 2].map(|()| tempfile::tempdir().unwrap().keep());
        let sleeps = |home: &Path| Command::new("sleep").arg("60").env("HOME", home).spawn().unwrap();
        let (mut inside, mut outside) = (sleeps(&home), sleeps(&other));
        let mut reaper = Reaper::start();
        reaper.reaps(&home);
        assert!(inside.try_wait().unwrap().is_none(), "not before the end");

        // Waiting closes the input.
        assert!(reaper.0.wait().unwrap().success());
        assert!(!inside.wait().unwrap().success() && !home.exists());
        assert!(outside.try_wait().unwrap().is_none() && other.exists(), "what lives elsewhere is left alone");
        outside.kill().unwrap();
        outside.wait().unwrap();
        std::fs::remove_dir(other).unwrap();
    }
}
