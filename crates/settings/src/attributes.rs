//! The attributes of the element.

use std::rc::Rc;

use diagnostics::{Code, Diagnostic};

use super::configuration::Settings;
use super::lead::Placement;
use super::link::Link;
use super::read::one_line;

/// The values of `mode`, the default first.
const MODES: [&str; 4] = ["inline", "popup", "slider", "side-tab"];

/// The values of `data-layer` that mean always (messages name the first), and the one that means after consent.
const LAYERS: [&str; 2] = ["on", "consent"];

/// The attributes of the element as written; `None` for a missing one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// `cta-href`.
    pub cta_href: Option<String>,
    /// `lead`.
    pub lead: Option<String>,
    /// `mode`.
    pub mode: Option<String>,
    /// `data-layer`.
    pub data_layer: Option<String>,
}

impl Attributes {
    /// Applies the attributes, which take precedence over the configuration, and reports faults by the names of
    /// attributes.
    ///
    /// ```
    /// use settings::{Attributes, Placement, Settings};
    /// let mut settings = Settings::default();
    /// let attributes = Attributes { lead: Some("off".to_owned()), mode: Some("banana".to_owned()), ..Attributes::default() };
    /// let diagnostics = attributes.apply(&mut settings);
    /// assert_eq!(settings.lead.placement, Placement::Off);
    /// assert_eq!(diagnostics.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(), ["cta-href", "mode"]);
    /// ```
    pub fn apply(&self, settings: &mut Settings) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        if let Some(href) = &self.cta_href {
            let href = one_line(href);
            let fault = Link::Followed.fault(&href);
            found.extend(fault.map(|code| Diagnostic::error(code, "cta-href")));
            settings.cta.href = fault.is_none().then(|| Rc::from(href));
        } else if settings.cta.href.is_none() && settings.cta.booking.is_none() && !settings.has_refused_cta_href {
            found.push(Diagnostic::warning(Code::CtaHrefMissing, "cta-href"));
        }
        if let Some(id) = &self.lead {
            match Placement::from_id(id) {
                Some(placement) => settings.lead.placement = placement,
                None => {
                    let used = settings.lead.placement.id();
                    found.push(unknown("lead", id, used, &Placement::ALL.map(Placement::id)));
                }
            }
        }
        if let Some(mode) = self.mode.as_deref().filter(|mode| !MODES.contains(mode)) {
            found.push(unknown("mode", mode, "inline", &MODES));
        }
        // Frameworks write attributes without a value in several ways.
        let is_known = |layer: &&str| LAYERS.contains(layer) || matches!(*layer, "" | "true" | "data-layer");
        if let Some(layer) = self.data_layer.as_deref().filter(|layer| !is_known(layer)) {
            found.push(unknown("data-layer", layer, "on", &LAYERS));
        }
        found
    }
}

fn unknown(name: &str, value: &str, used: &str, known: &[&str]) -> Diagnostic {
    let value: String = value.chars().take(40).collect();
    Diagnostic::warning(Code::UnknownValue, name).with(value).with(used).with(known.join("\", \""))
}
