//! The views: plain functions over view models, written in `html!`, and one component that holds the run.
//!
//! They know no storage, network or host page: what the respondent does goes up as an [`Action`], and what is to be done
//! outside goes through [`Page`].
//!
//! A browser's translator replaces text nodes by elements of its own. So a text that changes while its element stays
//! stands in an element whose `key` changes with it, and no element is put in before a text node.

mod action;
mod booking;
mod closed;
pub mod lead_form;
mod page;
mod picture;
#[cfg(feature = "maintainer-probe")]
mod probe;
mod question;
mod result;
mod result_actions;
mod task;
mod text;
mod widget;

pub use action::Action;
pub use page::{Page, PageHandle};
pub use question::question;
pub use result::{ResultState, result, result_rest};
pub use result_actions::{ResultActionState, ResultActionStatus};
pub use widget::{Props, Widget};
