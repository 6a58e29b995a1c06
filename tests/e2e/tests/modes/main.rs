//! The widget elsewhere than in the text: in a dialog, in a panel, and in a frame.

mod auto_open;
mod dialog;
mod docs;
mod frame;
mod inside;
mod life;
mod looks;
mod opening;
mod over_the_page;
mod panel_page;
mod settings;

use panel_page::PanelPage;
