//! Elements, without knowing what they are for.

use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes elements of one document.
#[derive(Clone, Debug)]
pub(crate) struct Draw(pub(crate) Document);

/// An element, or what the browser throws, which it does for no name that is written here.
pub(crate) type Drawn = Result<Element, JsValue>;

impl Draw {
    /// An element with these attributes and children.
    pub(crate) fn element(&self, name: &str, attributes: &[(&str, &str)], children: &[Element]) -> Drawn {
        fill(self.0.create_element(name)?, attributes, children)
    }

    /// An element with a text in it.
    pub(crate) fn text(&self, name: &str, attributes: &[(&str, &str)], text: &str) -> Drawn {
        let element = self.element(name, attributes, &[])?;
        element.set_text_content(Some(text));
        Ok(element)
    }

    /// An SVG element with these attributes and children.
    pub(crate) fn svg(&self, name: &str, attributes: &[(&str, &str)], children: &[Element]) -> Drawn {
        fill(self.0.create_element_ns(Some(SVG), name)?, attributes, children)
    }

    /// A table with this head, and its rows.
    pub(crate) fn table(&self, head: &[&str], rows: &[Vec<String>]) -> Drawn {
        let cells = |name, texts: &[&str]| -> Result<Vec<Element>, JsValue> {
            texts.iter().map(|text| self.text(name, &[], text)).collect()
        };
        let mut lines = vec![self.element("tr", &[], &cells("th", head)?)?];
        for row in rows {
            let texts: Vec<&str> = row.iter().map(String::as_str).collect();
            let [first, rest @ ..] = &texts[..] else { continue };
            let mut of_row = vec![self.text("th", &[], first)?];
            of_row.extend(cells("td", rest)?);
            lines.push(self.element("tr", &[], &of_row)?);
        }
        let body = self.element("tbody", &[], &lines)?;
        self.element("table", &[], &[body])
    }
}

/// Puts an element below what is in `place`.
pub(crate) fn add(place: &Element, drawn: Drawn) -> Result<(), JsValue> {
    place.append_child(&*drawn?)?;
    Ok(())
}

/// Puts an element into `place`, in the place of what is there.
pub(crate) fn put(place: &Element, drawn: Drawn) -> Result<(), JsValue> {
    place.replace_children_with_node_1(&*drawn?);
    Ok(())
}

fn fill(element: Element, attributes: &[(&str, &str)], children: &[Element]) -> Drawn {
    for (name, value) in attributes {
        element.set_attribute(name, value)?;
    }
    for child in children {
        element.append_child(child)?;
    }
    Ok(element)
}
