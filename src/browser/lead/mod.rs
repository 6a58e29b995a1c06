//! What the lead form asks of the page, in a browser.

mod draft;
mod host;
mod lead_object;
mod loader;
mod outbox;
mod visit;

use std::rc::Rc;

use settings::{LeadSettings, Placement};
use web_sys::Element;

pub(crate) use loader::LeadLoader;

use self::host::BrowserLeadHost;
use super::loader::Loader;
use crate::ui::lead_form::{LeadContext, LeadHostHandle};

/// The campaign parameters that the visit came with, as a query.
pub(crate) fn campaign(lead: &LeadLoader) -> String {
    visit::visit(lead.is_measured(), lead.page_around()).campaign()
}

/// Everything for the lead form of the widget in `root`. Where a lead waits to be sent, its outbox is opened at once.
pub(crate) fn lead_context(root: &Element, loader: &Loader, lang: &str, settings: LeadSettings) -> LeadContext {
    let lead = loader.lead();
    let is_gated = settings.placement == Placement::Before && !lead.is_unlocked();
    if is_gated {
        // What cannot be marked is shown.
        let _ = root.class_list().add_1(host::GATED);
    }
    let host = BrowserLeadHost::new(root.clone(), loader, lead, &settings.destinations);
    LeadContext {
        host: LeadHostHandle(Rc::new(host)),
        settings: Rc::new(settings),
        lang: lang.to_owned().into(),
        is_gated,
    }
}
