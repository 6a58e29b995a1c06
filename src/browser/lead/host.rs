//! The page around a lead form, in a browser.

use std::cell::{OnceCell, RefCell};
use std::future::Future;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Date, Function};
use leads::{Attribution, DestinationSettings, Visit};
use settings::LeadField;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, EventTarget};
use yew::Callback;

use super::super::loader::{Entry, HostEvents, Loader, SessionStore};
use super::super::modules::outbox_class;
use super::outbox::{BrowserOutbox, OutboxObject, StatusObject};
use super::reports::LeadReports;
use super::{UNLOCKED, draft, lead_object, visit};
use crate::ui::lead_form::{DeliveryStatus, Draft, LeadHost, LeadState, LocalFuture, Outbox, SubmitError};

/// What was typed, or which lead was sent.
const DRAFT: Entry = Entry::Tab("#lead");

/// Names the entry of localStorage that says from when on, in seconds, there is something to be sent (crates/outbox/src/store.rs).
const OUTBOX_DUE: &str = "shindan:outbox";

/// The listener for delivery statuses.
type Listener = Rc<RefCell<Option<Callback<DeliveryStatus>>>>;

/// One element's lead form, its loader, and its outbox.
pub(super) struct BrowserLeadHost {
    root: Element,
    loader: Loader,
    session: SessionStore,
    events: HostEvents,
    /// The owner's destinations, as the outbox takes them.
    destinations: String,
    listener: Listener,
    reports: Rc<LeadReports>,
    /// The outbox, once it is open.
    opened: Rc<OnceCell<OutboxObject>>,
    /// Timer that ends when the next stored lead is due.
    due_timer: RefCell<Option<Timeout>>,
}

impl BrowserLeadHost {
    /// The page around the lead form in `root`. Where a lead waits to be sent, its outbox is opened.
    pub(super) fn new(root: Element, loader: Loader, destinations: &[(String, DestinationSettings)]) -> Rc<Self> {
        // Texts and lists alone: nothing in it fails to be written.
        let destinations = serde_json::to_string(destinations).unwrap_or_default();
        let host = Rc::new(Self {
            root,
            session: loader.session(),
            events: loader.events(),
            reports: Rc::new(LeadReports::new(loader.events())),
            loader,
            destinations,
            listener: Listener::default(),
            opened: Rc::default(),
            due_timer: RefCell::default(),
        });
        // Remembers the first page of the visit, where that is allowed.
        host.visit();
        host.open_outbox_when_due();
        host
    }

    /// Opens the outbox once any lead on this device is due, whichever page stored it.
    fn open_outbox_when_due(self: &Rc<Self>) {
        match milliseconds_until_due() {
            Some(0) => {
                let opening = self.open_outbox();
                // What fails here is reported, and tried again once the form is touched.
                spawn_local(async move { drop(opening.await) });
            }
            Some(wait) => {
                let host = Rc::downgrade(self);
                // Another tab may have sent it by then, or have put it off.
                let on_due = move || host.upgrade().iter().for_each(Self::open_outbox_when_due);
                self.due_timer.replace(Some(Timeout::new(wait, on_due)));
            }
            None => {}
        }
    }

    fn visit(&self) -> Visit {
        visit::visit(self.events.is_measured(), &self.loader.host())
    }

    /// Opens the outbox, unless it is open.
    fn open_outbox(&self) -> impl Future<Output = Result<OutboxObject, SubmitError>> + use<> {
        let (loader, opened, destinations) = (self.loader.clone(), Rc::clone(&self.opened), self.destinations.clone());
        let (listener, reports) = (Rc::clone(&self.listener), Rc::clone(&self.reports));
        async move {
            let not_loaded = |error: JsValue| {
                loader.report("lead", &error);
                SubmitError::NotLoaded
            };
            let class = outbox_class(loader.clone()).await.map_err(not_loaded)?;
            // It may have been opened while this one waited.
            if let Some(outbox) = opened.get() {
                return Ok(outbox.clone());
            }
            let (identity, title) = (loader.session().identity(), page_title());
            let on_status = Closure::<dyn Fn(StatusObject)>::new(move |status: StatusObject| {
                let Some(status) = status.into_status() else { return };
                reports.report(status.clone());
                // The listener may set another one.
                let listener = listener.borrow().clone();
                listener.iter().for_each(|listener| listener.emit(status.clone()));
            });
            // The page owns it: a lead that is on its way outlives the widget.
            let on_status: Function = on_status.into_js_value().unchecked_into();
            let outbox = class.open(&identity, &title, &destinations, &loader.pushes(), &on_status);
            let outbox = outbox.map_err(not_loaded)?;
            Ok(opened.get_or_init(|| outbox).clone())
        }
    }
}

/// The title of the page.
fn page_title() -> String {
    web_sys::window().and_then(|window| window.document()).map(|document| document.title()).unwrap_or_default()
}

/// Milliseconds until a lead of this device is to be sent, 0 for one that is due; `None` where none waits.
fn milliseconds_until_due() -> Option<u32> {
    let due: u64 = web::local_storage::get(OUTBOX_DUE).ok().flatten()?.parse().ok()?;
    // A browser's timer that is longer fires at once.
    Some((due as f64 * 1000.0 - Date::now()).clamp(0.0, f64::from(i32::MAX)) as u32)
}

impl LeadHost for BrowserLeadHost {
    fn draft(&self) -> Draft {
        draft::read(&self.session.entry(DRAFT))
    }

    fn keep_draft(&self, draft: &Draft) {
        // A full storage keeps nothing.
        self.session.set_entry(DRAFT, &draft::write(draft));
    }

    fn run(&self) -> String {
        self.session.run()
    }

    fn attribution(&self) -> Attribution {
        Attribution::new(&self.visit())
    }

    fn variant(&self) -> Option<String> {
        self.events.variant()
    }

    fn is_draft(&self) -> bool {
        self.loader.is_draft()
    }

    fn new_lead_id(&self) -> String {
        web::random::uuid()
    }

    fn now_ms(&self) -> f64 {
        Date::now()
    }

    fn now_text(&self) -> String {
        Date::new_0().to_iso_string().into()
    }

    fn inputs_of(&self, lead_json: &str) -> Vec<(LeadField, String)> {
        lead_object::inputs_of(lead_json)
    }

    fn emit_lead(&self, lead_id: &str, state: LeadState) {
        self.reports.dispatch(lead_id, state);
    }

    fn unlock(&self) {
        self.session.set_entry(UNLOCKED, "1");
    }

    fn restart(&self) {
        self.events.set_variant(None);
        let loader = self.loader.clone();
        // It ends the widget that calls. An input that has ended the visit too late has the form keep its draft before that.
        spawn_local(async move {
            loader.forget();
            loader.restart();
        });
    }

    fn event_target(&self) -> EventTarget {
        self.root.clone().into()
    }

    fn copy(&self, text: String) -> LocalFuture<bool> {
        Box::pin(async move { web::clipboard::copy(&text).await })
    }

    fn outbox(&self) -> LocalFuture<Result<Rc<dyn Outbox>, SubmitError>> {
        let (opening, reports) = (self.open_outbox(), Rc::clone(&self.reports));
        Box::pin(async move { Ok(Rc::new(BrowserOutbox { outbox: opening.await?, reports }) as Rc<dyn Outbox>) })
    }

    fn listen(&self, listener: Option<Callback<DeliveryStatus>>) {
        self.listener.replace(listener);
    }
}
