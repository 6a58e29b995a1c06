//! What became of each hostile host (`tests/e2e/tests/hosts`), as a table of hosts by engines for the docs.
//!
//! It must not know how they were run.

use std::fmt::Write as _;

use super::table::Table;

/// The section of the docs.
pub(super) fn section(table: &Table<'_>) -> String {
    let mut text = String::from(
        "\n## Hosts and engines\n\nThe pages of `tests/e2e/tests/hosts`, which do what they can to the widget. On each the whole way \
         is gone, and neither\npage nor widget changes the other. What the numbers leave out stands below the table.\n\n",
    );
    let titles = table.titles();
    let _ = writeln!(text, "| host | {} |\n|---|{}", titles.join(" | "), "---|".repeat(titles.len()));
    for (name, cells) in table.rows() {
        let _ = writeln!(text, "| {} | {} |", title(name), cells.join(" | "));
    }
    if !table.reasons().is_empty() {
        text.push('\n');
    }
    for (number, reason) in (1..).zip(table.reasons()) {
        let _ = writeln!(text, "{number}. {reason}");
    }
    text
}

/// A test's name in words. Of a host without a test of its own it is the folder's.
fn title(name: &str) -> String {
    name.trim_start_matches("each::").replace("::", ": ").replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::engines::table::Journal;
    use crate::tools::engine::Engine;

    #[test]
    fn each_host_has_a_row_with_what_each_engine_made_of_it() {
        let chromium = Journal::read("each::all_unset\truns\t\ncsp::nonces\truns\t\n");
        let firefox = Journal::read("each::all_unset\twithout\tno jumps\ncsp::nonces\tskipped\tno tools\n");
        let journals = [(Engine::Chromium, chromium), (Engine::Firefox, firefox)];
        let text = section(&Table::of(&journals));
        for line in [
            "| host | Chromium | Firefox |\n|---|---|---|\n",
            "| csp: nonces | yes | no (1) |\n",
            "| all unset | yes | in part (2) |\n\n",
            "1. no tools\n2. no jumps\n",
        ] {
            assert!(text.contains(line), "{line}: {text}");
        }
    }
}
