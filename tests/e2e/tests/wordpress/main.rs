//! The plugin in a real WordPress: installed from its ZIP, used by each role, and visited in Chromium.

mod authors;
mod installing;
mod looks;
mod optimisers;
mod receiver;
mod settings;
mod snippet;
mod sources;
mod uninstalling;
mod updating;
mod wordpress;
mod wordpress_page;

// The same servers as child processes as those of the receivers.
#[path = "../receivers/service.rs"]
mod service;
