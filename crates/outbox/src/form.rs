//! What is typed into the form, checked.

use leads::{Flaw, Input};
use wasm_bindgen::prelude::*;

/// A text in its final form, or what is wrong with it.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct InputCheck {
    text: Option<String>,
    flaw: Option<&'static str>,
    detail: Option<String>,
}

#[wasm_bindgen]
impl InputCheck {
    /// Checks what was `typed` as `email`, `phone`, `name`, `company`, `line` or `message`; `undefined` for another kind.
    pub fn of(kind: &str, typed: &str) -> Option<InputCheck> {
        Some(match Input::from_id(kind)?.read(typed) {
            Ok(text) => Self { text: Some(text), flaw: None, detail: None },
            Err(flaw) => {
                let detail = match flaw {
                    Flaw::TooLong { most } => Some(most.to_string()),
                    Flaw::Character(stray) => Some(stray.to_string()),
                    _ => None,
                };
                Self { text: None, flaw: Some(flaw.id()), detail }
            }
        })
    }

    /// The text in its final form; `undefined` if something is wrong with it.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> Option<String> {
        self.text.clone()
    }

    /// The name of what is wrong.
    #[wasm_bindgen(getter)]
    pub fn flaw(&self) -> Option<String> {
        self.flaw.map(str::to_owned)
    }

    /// The most characters that are taken, or the character that has no place there.
    #[wasm_bindgen(getter)]
    pub fn detail(&self) -> Option<String> {
        self.detail.clone()
    }
}
