//! The lead console: what event staff see of the leads on their device, what they do with them, and the files that they
//! take along, in a real browser; those files also in a real spreadsheet program.

mod again;
mod cells;
mod console_page;
mod csv;
mod deleting;
mod files;
mod gate;
mod list;
mod looks;
mod many;
mod sheets;
mod starting;
mod tabs;

use console_page::{ConsolePage, lead};
