//! Hostile host pages, a folder each: what they do to the widget, and what it does to them, which is nothing.
//!
//! A folder holds `host.html` and what that needs; `above.html` and `below.html` are what most hosts have around the
//! widget. Most are cases of `each`, which asks the same of each; a case that needs more has a `mod.rs`. `page` opens a
//! host, with and without the loader, and `looks` compares.

mod base_elsewhere;
mod closed_root;
mod consent_tool;
mod copy_protection;
mod csp;
mod each;
mod hotkeys;
mod looks;
mod name_taken;
mod old_prototype_js;
mod optimiser;
mod packages;
mod page;
mod sandbox;
mod spa_plain;
mod spa_react;
mod sticky_header;
mod transformed_ancestor;
mod translator;
mod twenty;
mod two_page_router;
mod two_versions;
mod yew_app;

use e2e::rules::Answers;

/// A short way to a verdict with a cap: six questions, for nobody is named who would do the work.
fn short_way() -> Answers {
    Answers { checklist: ["met", "met", "partly", "unknown", "met"], authority: "none", ..Answers::all_met() }
}
