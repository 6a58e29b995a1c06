//! A sign of life while a step takes long and prints nothing of its own.
//!
//! On a terminal it is a line with the seconds that have passed, and is gone once the step is done; elsewhere nothing is
//! printed. It must not know which steps there are.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Time between two pictures of the spinner.
const TICK: Duration = Duration::from_millis(120);

/// Does `work` while the terminal says `what` and for how long already.
pub fn during<T>(what: impl Into<String>, work: impl FnOnce() -> T) -> T {
    let bar = ProgressBar::new_spinner().with_message(what.into());
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({elapsed})") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(TICK);
    let done = work();
    bar.finish_and_clear();
    done
}
