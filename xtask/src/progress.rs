//! A progress indicator for steps that take long and print nothing.
//!
//! On a terminal it is a line with the seconds that have passed, which disappears once the step is done; elsewhere
//! nothing is printed. It must not know which steps there are.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Time between two frames of the spinner.
const TICK: Duration = Duration::from_millis(120);

/// Does `work` while the terminal shows `what` and the elapsed time.
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
