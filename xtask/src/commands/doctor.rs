//! `cargo xtask doctor`: lists what is installed, what each command would install, and how long that takes.
//!
//! It prints what [`inventory`] finds. It must not install anything.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::Result;

use crate::progress;
use crate::project::Project;
use crate::tools::inventory::{self, Item, NeededBy, State};

/// Prints the list; exits with 1 if something is missing that no command can install.
///
/// # Errors
/// Fails when the search for tools fails.
pub fn run(project: &Project) -> Result<ExitCode> {
    let items = progress::during("looking for the tools", || inventory::collect(project))?;
    print!("{}", text(&items));
    let is_stuck = items.iter().any(|item| matches!(item.state, State::ByHand(_)));
    Ok(if is_stuck { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn text(items: &[Item]) -> String {
    let mut text = String::new();
    let width = items.iter().map(|item| item.name.chars().count()).max().unwrap_or_default();
    for (needed_by, title) in [
        (NeededBy::Build, "cargo xtask build, serve"),
        (NeededBy::Test, "cargo xtask test, beside those above"),
        (NeededBy::AllEngines, "cargo xtask test --engine all, beside those above"),
    ] {
        let _ = writeln!(text, "{title}");
        let mut missing = 0;
        for Item { name, state, .. } in items.iter().filter(|item| item.needed_by == needed_by) {
            let state_text = match state {
                State::Installed(what) => format!("installed        {what}"),
                State::Installable { how, seconds } => {
                    missing += seconds;
                    format!("to be installed  by {how}, about {}", duration(*seconds))
                }
                State::ByHand(what) => format!("MISSING          {}", what.replace('\n', &format!("\n{:21}", ""))),
            };
            let _ = writeln!(text, "  {name:width$}  {state_text}");
        }
        let _ = match missing {
            0 => writeln!(text),
            seconds => writeln!(text, "  The first run installs these in about {}.\n", duration(seconds)),
        };
    }
    text.push_str(TIMES);
    text
}

/// Durations were measured on two cores.
const TIMES: &str = "\
On two cores, once everything is installed:
  cargo xtask build        about 5 min the first time, 1 to 2 min after a change
  cargo xtask test --fast  under 5 min after a change
  cargo xtask test         about 20 min
";

fn duration(seconds: u32) -> String {
    match seconds {
        0..60 => format!("{seconds} s"),
        _ => format!("{} min", seconds.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_added_up_for_each_command() {
        let item = |name, needed_by, state| Item { name, needed_by, state };
        let installable = |seconds| State::Installable { how: "apt".into(), seconds };
        let text = text(&[
            item("saw", NeededBy::Build, State::Installed("1.0".into())),
            item("hammer", NeededBy::Test, installable(50)),
            item("anvil", NeededBy::Test, installable(60)),
            item("forge", NeededBy::AllEngines, State::ByHand("Type\nmake forge".into())),
        ]);
        for part in [
            "  saw     installed        1.0\n",
            "  hammer  to be installed  by apt, about 50 s\n",
            "  anvil   to be installed  by apt, about 1 min\n  The first run installs these in about 2 min.\n",
            "  forge   MISSING          Type\n                     make forge\n",
        ] {
            assert!(text.contains(part), "{part}{text}");
        }
    }
}
