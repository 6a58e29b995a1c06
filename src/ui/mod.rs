//! The views: plain functions over view models, and one component that holds the run.
//!
//! Must not know storage, network or the host page.

mod picture;
mod question;
mod result;
mod take;
mod tree;
mod widget;

pub use question::question;
pub use result::result;
pub use widget::{Props, Widget};
