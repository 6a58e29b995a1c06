//! Ends the browsers that are kept for another test when there is none any more, whatever became of the tests.
//!
//! A process of its own, which waits for the end of its input: that comes when this process ends, also when it is ended
//! by force. Must not know: browsers.

use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Each line of its input is a folder: what has it as its home is ended, and then it is taken away.
const SCRIPT: &str = r#"
    trap '' INT TERM
    while read -r home; do homes="$homes $home"; done
    for home in $homes; do
        for process in $(grep -lsF "HOME=$home" /proc/[0-9]*/environ); do
            process=${process#/proc/}
            kill -9 "${process%/environ}" 2>/dev/null
        done
        rm -rf "$home"
    done"#;

static REAPER: Mutex<Option<Reaper>> = Mutex::new(None);

/// Has it end whatever lives in this folder, and take the folder away.
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
