//! What the site owner set, as the loader found it: attributes of the element, and the nested configuration.

use diagnosis::Value;
use diagnostics::{Diagnostic, Severity};
use js_sys::{Array, Object};
use settings::{
    Attributes, Configuration, Delivery, LeadSettings, Placement, Settings, Source, console_line, not_in_css,
    theme_property,
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::console;

use super::loader::Loader;

/// Reads what the owner set for the element of `loader`, and reports what is wrong with it, once.
pub(crate) fn read_settings(loader: &Loader) -> Settings {
    let (host, config) = (loader.host(), loader.config());
    let configuration = match (config.is_undefined(), config.is_null()) {
        (true, _) => Configuration::Absent,
        // The loader has reported why.
        (_, true) => Configuration::Unusable(Vec::new()),
        _ => Configuration::of(&to_value(&config)),
    };
    let is_usable = matches!(configuration, Configuration::Usable(..));
    let of_configuration = configuration.diagnostics().to_vec();
    let mut settings = configuration.into_settings().unwrap_or_default();
    let attributes = Attributes {
        cta_href: host.get_attribute("cta-href"),
        lead: host.get_attribute("lead"),
        mode: host.get_attribute("mode"),
        data_layer: host.get_attribute("data-layer"),
    };
    let of_attributes = attributes.apply(&mut settings);
    if loader.has_reported() {
        return settings;
    }
    for (source, found) in [(Source::Attribute, &of_attributes), (Source::Configuration, &of_configuration)] {
        for diagnostic in found {
            warn(&console_line(source, diagnostic));
        }
    }
    let theme = loader.theme();
    let is_on = |key: &str| theme.get_property_value(&theme_property(key)).is_ok_and(|value| !value.is_empty());
    for (key, _) in settings.theme.0.iter().filter(|(key, _)| !is_on(key)) {
        warn(&console_line(Source::Configuration, &not_in_css(key)));
    }
    let LeadSettings { delivery, placement, .. } = settings.lead;
    if is_usable && delivery == Delivery::Unusable && placement != Placement::Off {
        let help = ["no destination of leads can be used: ", &reasons(&of_configuration)].concat();
        loader.events().fail("config", &help);
    }
    settings
}

/// Why nothing can be sent, as one line.
fn reasons(found: &[Diagnostic]) -> String {
    let of_leads = |diagnostic: &&Diagnostic| {
        diagnostic.severity == Severity::Error
            && (diagnostic.path == "lead" || diagnostic.path.starts_with("lead.destinations"))
    };
    let lines: Vec<String> =
        found.iter().filter(of_leads).map(|found| console_line(Source::Configuration, found)).collect();
    lines.join("; ")
}

/// Warns the owner in the console.
pub(super) fn warn(text: &str) {
    console::warn_1(&["<shindan-widget> ", text].concat().into());
}

/// What the browser has read of JSON, as data; anything that JSON does not know is `null`.
fn to_value(value: &JsValue) -> Value {
    if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(flag) = value.as_bool() {
        Value::Bool(flag)
    } else if let Some(items) = value.dyn_ref::<Array>() {
        Value::List(items.iter().map(|item| to_value(&item)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let entries = Object::entries(object);
        let named = |entry: JsValue| {
            let pair: Array = entry.unchecked_into();
            Some((pair.get(0).as_string()?, to_value(&pair.get(1))))
        };
        Value::Map(entries.iter().filter_map(named).collect())
    } else {
        Value::Null
    }
}
