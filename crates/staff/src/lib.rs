//! Shared parts of the staff pages, the lead console and the builder: start-up, shell and language, dialogs, fields,
//! files, and futures that end with their component.
//!
//! Each page provides its own texts; this crate contains none. It does not know the purpose of a page.

mod announcement;
mod button;
mod choice;
mod confirm;
mod decoded;
mod dialog;
mod download;
mod events;
mod field;
mod file_field;
mod language;
mod page;
mod select;
mod start;
mod tasks;
mod text_input;
mod words;

pub use announcement::{AnnouncedLine, Announcement, Announcer, use_announcer};
pub use button::{Button, ButtonKind};
pub use choice::{Choice, ChoiceKind};
pub use confirm::{Asker, ask_view, use_asker};
pub use download::use_download;
pub use events::{use_document_event, use_window_event};
pub use field::Field;
pub use file_field::{FileField, OpenedFile};
pub use gloo_file::Blob;
pub use language::{Language, UseLanguage, use_language};
pub use page::Page;
pub use select::{Options, Select};
pub use start::start;
pub use tasks::{Tasks, pause, use_tasks};
pub use text_input::{InputKind, TextArea, TextInput};
pub use words::{Table, fill};

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Focuses the element of this id, if there is one.
pub fn focus(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // If it cannot take the focus, the focus stays where it is.
        let _ = element.focus();
    }
}
