//! The widget elsewhere than in the text: in a dialog, in a panel, and in a frame.

mod desk;
mod dialog;
mod docs;
mod frame;
mod inside;
mod life;
mod looks;
mod opening;
mod over_the_page;
mod settings;
mod unasked;

use desk::Desk;
