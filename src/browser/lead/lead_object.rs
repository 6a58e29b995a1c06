//! Texts by name out of JSON, as a browser reads it.

use settings::LeadField;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Any object.
    pub(super) type Texts;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn get(this: &Texts, name: &str) -> JsValue;
}

/// The object that a text holds.
pub(super) fn parse(json: &str) -> Option<Texts> {
    js_sys::JSON::parse(json).ok().and_then(object)
}

fn object(value: JsValue) -> Option<Texts> {
    value.is_object().then(|| value.unchecked_into())
}

impl Texts {
    /// The text of that name.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name).as_string()
    }

    /// The number of that name.
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        self.get(name).as_f64()
    }

    /// The object of that name.
    pub(super) fn inner(&self, name: &str) -> Option<Texts> {
        object(self.get(name))
    }

    /// The texts that are named like inputs.
    pub(super) fn inputs(&self) -> Vec<(LeadField, String)> {
        LeadField::ALL.into_iter().filter_map(|field| Some((field, self.text(field.id())?))).collect()
    }
}

/// The inputs of a lead.
pub(super) fn inputs_of(lead_json: &str) -> Vec<(LeadField, String)> {
    let Some(lead) = parse(lead_json) else {
        return Vec::new();
    };
    ["contact", "inquiry"].into_iter().filter_map(|part| lead.inner(part)).flat_map(|part| part.inputs()).collect()
}
