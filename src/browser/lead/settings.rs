//! What the owner set for the lead form, as `www/lead/settings.js` reads it.

use settings::{Contact, Delivery, LeadField, LeadSettings, Marketing, Placement};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The settings as an object.
    pub type SettingsObject;
    #[wasm_bindgen(method, getter)]
    fn placement(this: &SettingsObject) -> String;
    #[wasm_bindgen(method, getter)]
    fn fields(this: &SettingsObject) -> Vec<String>;
    #[wasm_bindgen(method, getter)]
    fn needed(this: &SettingsObject) -> Vec<String>;
    #[wasm_bindgen(method, getter)]
    fn purpose(this: &SettingsObject) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn policy(this: &SettingsObject) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn version(this: &SettingsObject) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn sender(this: &SettingsObject) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn marketing(this: &SettingsObject) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn tel(this: &SettingsObject) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn mail(this: &SettingsObject) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn days(this: &SettingsObject) -> f64;
    #[wasm_bindgen(method, getter)]
    fn skip(this: &SettingsObject) -> bool;
    #[wasm_bindgen(method, getter)]
    fn kiosk(this: &SettingsObject) -> f64;
    #[wasm_bindgen(method, getter)]
    fn delivery(this: &SettingsObject) -> String;
}

/// The settings as a type.
pub(super) fn read(object: &SettingsObject) -> LeadSettings {
    let fields = |names: Vec<String>| names.iter().filter_map(|name| LeadField::from_id(name)).collect();
    let text = |text: Option<String>| text.filter(|text| !text.is_empty());
    let kiosk = object.kiosk() as u32;
    LeadSettings {
        placement: Placement::from_id(&object.placement()).unwrap_or_default(),
        asked: fields(object.fields()),
        required: fields(object.needed()),
        purpose: text(object.purpose()),
        policy_href: text(object.policy()),
        policy_version: text(object.version()),
        marketing: text(object.sender()).map(|sender| Marketing { sender, text: text(object.marketing()) }),
        contact: Contact { tel: text(object.tel()), mail: text(object.mail()), days: object.days() as u32 },
        can_skip: object.skip(),
        kiosk_seconds: (kiosk > 0).then_some(kiosk),
        destinations: Vec::new(),
        delivery: match object.delivery().as_str() {
            "sent" => Delivery::Sent,
            "unusable" => Delivery::Unusable,
            _ => Delivery::OnDevice,
        },
    }
}
