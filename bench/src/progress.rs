//! One line that says where the measurement is.
//!
//! On a terminal it is overwritten; elsewhere each round is a line of its own. It must not know what is measured.

use std::fmt::Display;
use std::io::{IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

const WIDTH: usize = 24;

/// The line.
#[derive(Debug)]
pub struct Progress {
    steps: usize,
    done: usize,
    started: Instant,
    overwrites: bool,
}

impl Progress {
    /// For this many steps.
    pub fn new(steps: usize) -> Self {
        Self { steps, done: 0, started: Instant::now(), overwrites: std::io::stdout().is_terminal() }
    }

    /// Says what the next step is.
    pub fn step(&mut self, round: &str, what: impl Display) {
        let left = self.left().map(|left| format!(", about {left} s left")).unwrap_or_default();
        let line = format!("{} {round}: {what}{left}", bar(self.done, self.steps));
        if self.overwrites {
            print!("\r\x1b[2K{line}");
            let _ = std::io::stdout().flush();
        } else {
            println!("{line}");
        }
        self.done += 1;
    }

    /// Ends the line.
    pub fn finish(self) {
        if self.overwrites {
            print!("\r\x1b[2K");
        }
        println!("{} measured in {} s", bar(self.steps, self.steps), self.started.elapsed().as_secs());
    }

    fn left(&self) -> Option<u64> {
        let each: Duration = self.started.elapsed().checked_div(u32::try_from(self.done).ok()?)?;
        Some(each.as_secs_f64().mul_add((self.steps - self.done) as f64, 0.5) as u64)
    }
}

fn bar(done: usize, steps: usize) -> String {
    let filled = (done * WIDTH).checked_div(steps).unwrap_or(WIDTH).min(WIDTH);
    format!("[{}{}] {done:>3}/{steps}", "#".repeat(filled), ".".repeat(WIDTH - filled))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_up() {
        assert_eq!(bar(0, 48), format!("[{}]   0/48", ".".repeat(24)));
        assert_eq!(bar(24, 48), format!("[{}{}]  24/48", "#".repeat(12), ".".repeat(12)));
        assert_eq!(bar(0, 0), format!("[{}]   0/0", "#".repeat(24)));
    }
}
