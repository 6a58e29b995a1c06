//! Results of the tests of a target other than the journeys, as a table of tests by engines for the docs.
//!
//! It must not know how they were run.

use std::fmt::Write as _;

use super::table::Table;

/// The section of the hostile hosts (`tests/e2e/tests/hosts`).
pub(super) fn hosts(table: &Table<'_>) -> String {
    let intro = "The pages of `tests/e2e/tests/hosts`, which do what they can to the widget. On each, a complete run \
         is made, and neither\npage nor widget changes the other. What the numbers leave out stands below the table.";
    section(table, "Hosts and engines", intro, "host")
}

/// The section of the faults that were reported (`tests/e2e/tests/field`).
pub(super) fn faults(table: &Table<'_>) -> String {
    let intro = "The tests of `tests/e2e/tests/field`, a group a kind of fault. What the numbers leave out stands below \
         the table.";
    section(table, "Faults from the field and engines", intro, "what holds")
}

fn section(table: &Table<'_>, heading: &str, intro: &str, column: &str) -> String {
    let mut text = format!("\n## {heading}\n\n{intro}\n\n");
    let titles = table.titles();
    let _ = writeln!(text, "| {column} | {} |\n|---|{}", titles.join(" | "), "---|".repeat(titles.len()));
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

/// A test's name in words. For a host without its own test it is the folder's name.
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
        let text = hosts(&Table::of(&journals));
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
