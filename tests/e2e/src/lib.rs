//! Drives the built site in a real browser, one of three engines, through what a respondent sees and does.
//!
//! Where to start: [`Site`] serves `dist/` and pages made up by a test, [`Browser`] is a separate browser in the
//! [`Engine`] of the run, [`Widget`] is the page object of the widget, and [`rules`] computes the expected verdict from
//! the answers. A wait that fails stops its test with a message that says what was waited for and what was on screen
//! instead, and leaves a screenshot in `target/screens/`.
//!
//! It does not use the crate `shindan`: it observes the site from outside, through the public contract alone.

mod axe;
mod browser;
mod camera;
mod clipboard;
mod clock;
mod conditions;
mod device;
mod engine;
mod frames;
mod journal;
mod lead_form;
mod needs;
mod network;
mod panel;
mod pointer;
mod recorder;
mod room;
pub mod rules;
mod screen;
mod site;
pub mod snippet;
mod tabs;
mod wait;
mod widget;
mod window;

pub use browser::{Browser, Device};
pub use camera::bytes;
pub use conditions::Condition;
pub use engine::Engine;
pub use lead_form::{Field, Form, LeadForm, LeadStatus};
pub use needs::{Need, lacks, without};
pub use panel::{Panel, PanelState};
pub use pointer::{Focus, Pointer};
pub use screen::{Choice, Compared, Cta, Event, Finding, Screen, Verdict};
pub use site::{Page, Site};
pub use tabs::Tab;
pub use thirtyfour::Key;
pub use wait::{TIMEOUT, until};
pub use widget::{Answering, Widget};
pub use xtask::site::Action;
