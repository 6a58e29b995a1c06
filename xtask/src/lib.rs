//! The project's own commands, and the site server that they share with the journeys in `tests/e2e`.
//!
//! Where to start: [`cli`] reads the command line, [`commands`] has one module per command, [`tools`] finds or installs
//! what a command needs, [`bundle`] turns Trunk's staging folder into the deployable site, [`site`] serves it, and
//! [`integrations`] packs it for npm and WordPress.
//!
//! This crate knows files, processes and sockets. It must not know the diagnosis: it uses the library only for the
//! prerendered questionnaire ([`bundle::prerender`]) and for remarks about an author's file ([`commands::lint_pack`]).

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod bundle;
pub mod cli;
pub mod commands;
pub mod files;
pub mod integrations;
pub mod process;
pub mod progress;
pub mod project;
pub mod site;
pub mod sizes;
pub mod tools;
