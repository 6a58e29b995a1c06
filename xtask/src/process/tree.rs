//! Ends a process with all its descendants, such as a test runner with its browsers.
//!
//! Children stay in the terminal's process group, so that Ctrl+C reaches them all; they are found by their parents
//! instead. It must not know what the processes do.

use std::process::{Command, Stdio};

/// Asks the process `pid` and all its descendants to end (SIGTERM). Best effort: a process that is gone is no error.
pub fn end_tree(pid: u32) {
    // Parents go first: a parent whose child has ended might continue as if all were well.
    terminate(&[vec![pid], descendants(pid)].concat());
}

/// Asks all descendants of this process to end, as [`end_tree`] does, and not this process itself.
pub fn end_children() {
    terminate(&descendants(std::process::id()));
}

fn terminate(pids: &[u32]) {
    if pids.is_empty() {
        return;
    }
    let mut kill = Command::new("kill");
    kill.arg("-TERM").args(pids.iter().map(u32::to_string)).stderr(Stdio::null());
    // If `kill` is missing, the processes end by themselves later.
    let _ = kill.status();
}

/// All descendants of `root` that run now, parents before their children.
fn descendants(root: u32) -> Vec<u32> {
    let listed = super::output(Command::new("ps").args(["-A", "-o", "pid=,ppid="]));
    below(root, &listed.unwrap_or_default())
}

/// The descendants of `root` in lines of a process id and its parent's.
fn below(root: u32, listed: &str) -> Vec<u32> {
    let pairs: Vec<(u32, u32)> = listed
        .lines()
        .filter_map(|line| {
            let mut numbers = line.split_whitespace().map(str::parse);
            Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
        })
        .collect();
    let mut found = vec![root];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        next += 1;
        let children = pairs.iter().filter(|(pid, of)| *of == parent && !found.contains(pid)).map(|(pid, _)| *pid);
        found.extend(children.collect::<Vec<_>>());
    }
    found.split_off(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grandchildren_are_found_and_strangers_are_not() {
        let listed = "    1     0\n   10     1\n   11    10\n   12    11\n   20     1\n   13    10\n";
        assert_eq!(below(10, listed), [11, 13, 12]);
        assert_eq!(below(20, listed), Vec::<u32>::new());
    }

    #[test]
    fn a_shell_ends_with_what_it_started() {
        let mut shell = Command::new("sh");
        let mut child = shell.args(["-c", "tail -f /dev/null & wait"]).spawn().unwrap();
        end_tree(child.id());
        assert!(!child.wait().unwrap().success());
    }
}
