//! What the lead form asks of the page, in a browser.

mod draft;
mod host;
mod lead_object;
mod outbox;
mod reports;
mod visit;

use std::rc::Rc;

use settings::{LeadSettings, Placement};
use web_sys::Element;

use self::host::BrowserLeadHost;
pub(super) use self::outbox::OutboxObject;
use super::loader::{Entry, Loader, has_mark};
use crate::ui::lead_form::{LeadContext, LeadHostHandle};

/// Says that the result has been shown to this tab's respondent.
const UNLOCKED: Entry = Entry::Tab("#open");

/// The campaign parameters that the visit came with, as a query.
pub(crate) fn campaign(loader: &Loader) -> String {
    visit::visit(loader.events().is_measured(), &loader.host()).campaign()
}

/// Everything for the lead form of the widget in `root`. Where a lead waits to be sent, its outbox is opened once that is due.
pub(crate) fn lead_context(root: &Element, loader: &Loader, lang: &str, settings: LeadSettings) -> LeadContext {
    let is_gated = settings.placement == Placement::Before && loader.session().entry(UNLOCKED).is_empty();
    let host = BrowserLeadHost::new(root.clone(), loader.clone(), &settings.destinations);
    let is_offered = has_mark(&loader.session().run(), &[".offered="]);
    LeadContext {
        host: LeadHostHandle(host),
        settings: Rc::new(settings),
        lang: lang.to_owned().into(),
        is_gated,
        is_offered,
    }
}
