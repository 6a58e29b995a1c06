//! Listeners of this page by lead, and the current destinations of its widgets.

use std::cell::RefCell;

use diagnosis::Id;
use js_sys::Function;
use leads::{DestinationSettings, Identity, LeadRecord};
use wasm_bindgen::JsValue;

use crate::status::{DeliveryStatus, statuses};

#[derive(Default)]
pub(crate) struct Watches {
    by_lead: RefCell<Vec<Watch>>,
    by_identity: RefCell<Vec<(Identity, Configured)>>,
}

struct Watch {
    id: String,
    listener: Function,
    notified: Vec<DeliveryStatus>,
}

/// The destinations of a widget; none are valid if two widgets that cannot be distinguished have different ones.
struct Configured {
    named: Vec<(Id, DestinationSettings)>,
    is_ambiguous: bool,
}

impl Watches {
    /// Notifies `listener` of each change of a lead, except of the status that it `notified` already.
    pub(crate) fn add(&self, id: &str, listener: &Function, notified: Option<&LeadRecord>) {
        let mut watches = self.by_lead.borrow_mut();
        watches.retain(|watch| watch.id != id);
        let notified = notified.map(statuses).unwrap_or_default();
        watches.push(Watch { id: id.to_owned(), listener: listener.clone(), notified });
    }

    /// The ids of all leads that are watched.
    pub(crate) fn ids(&self) -> Vec<String> {
        self.by_lead.borrow().iter().map(|watch| watch.id.clone()).collect()
    }

    /// Notifies the listeners of a lead of what has changed.
    pub(crate) fn notify(&self, record: &LeadRecord) {
        let mut news = Vec::new();
        let listener = match self.by_lead.borrow_mut().iter_mut().find(|watch| watch.id == record.id()) {
            None => return,
            Some(watch) => {
                for status in statuses(record) {
                    if !watch.notified.iter().any(|notified| notified.is_same(&status)) {
                        watch.notified.retain(|notified| !notified.is_about(&status));
                        watch.notified.push(status.clone());
                        news.push(status);
                    }
                }
                watch.listener.clone()
            }
        };
        for status in news {
            // The console already shows the error of a listener that throws; the listener counts as notified.
            let _ = listener.call1(&JsValue::UNDEFINED, &status.into());
        }
    }

    /// Records the current destinations of the leads of a widget.
    pub(crate) fn configure(&self, identity: &Identity, named: &[(Id, DestinationSettings)]) {
        let mut all = self.by_identity.borrow_mut();
        match all.iter_mut().find(|(known, _)| known == identity) {
            Some((_, configured)) => configured.is_ambiguous |= configured.named != named,
            None => all.push((identity.clone(), Configured { named: named.to_vec(), is_ambiguous: false })),
        }
    }

    /// The current destinations of the leads of this widget; nothing if it is not on this page, or cannot be
    /// distinguished from another.
    pub(crate) fn destinations(&self, identity: &Identity) -> Vec<(Id, DestinationSettings)> {
        let all = self.by_identity.borrow();
        let configured = all.iter().find(|(known, _)| known == identity).filter(|(_, one)| !one.is_ambiguous);
        configured.map(|(_, one)| one.named.clone()).unwrap_or_default()
    }
}
