//! The exports, which the widget calls (`src/browser/modules.rs`).

mod file;
mod screen;

use wasm_bindgen::prelude::*;
use web_sys::{Document, Element};

use crate::picture::svg;
use crate::qr::qr;

/// The namespace of what is drawn.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Draws the QR code of `link` into `place`, in the place of what is there; answers whether that could be done.
#[wasm_bindgen]
pub fn show_qr(place: &Element, link: &str) -> bool {
    draw_qr(place, link).is_some()
}

fn draw_qr(place: &Element, link: &str) -> Option<()> {
    let code = qr(link)?;
    let document = document()?;
    let drawing = document.create_element_ns(Some(SVG), "svg").ok()?;
    let size = code.size.to_string();
    drawing.set_attribute("viewBox", &["0 0 ", &size, " ", &size].concat()).ok()?;
    let path = document.create_element_ns(Some(SVG), "path").ok()?;
    path.set_attribute("d", &code.path).ok()?;
    drawing.append_child(&path).ok()?;
    place.replace_children_with_node_1(&drawing);
    Some(())
}

/// Saves a picture of the result that stands in `view`, in the language `lang`: as PNG, or where the page's policy lets no
/// image be made of a drawing, as SVG. Answers whether it was handed to the browser.
#[wasm_bindgen]
pub async fn save_picture(view: Element, lang: String) -> bool {
    let Some(facts) = screen::facts(&view, &lang) else { return false };
    let drawn = svg(&facts);
    let (blob, extension) = match file::png(&drawn).await {
        Ok(blob) => (Ok(blob), ".png"),
        Err(_) => (file::svg(&drawn), ".svg"),
    };
    let name = [&screen::diagnosis(&view), "-", &facts.score.to_string(), extension].concat();
    blob.and_then(|blob| file::save(&blob, &name)).is_ok()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
