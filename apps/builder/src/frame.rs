//! The live widget in a frame. Colours change in place; any other change is applied to a new element, which replaces
//! the old one once it shows the same screen, so that nothing flickers and the answers stay.
//!
//! The content of the frame belongs to another window, so none of it is an instance of this window's classes.

use std::cell::RefCell;
use std::rc::Rc;

use diagnosis::Value;
use gloo_events::{EventListener, EventListenerOptions};
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Document, Element, Event, HtmlElement, HtmlIFrameElement, MutationObserver,
    MutationObserverInit, Storage, Url, Window,
};

use crate::dom::child_element;
use crate::snippet::Pairs;

/// The name under which the run is stored, whichever element shows it.
const NAME: &str = "preview";

/// Content of the frame.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    /// The attributes of the element, without those that this file sets itself.
    pub(crate) attributes: Pairs,
    /// The JSON child as markup.
    pub(crate) child: String,
    /// The theme.
    pub(crate) theme: Pairs,
    /// The author's own pack, if a reader accepts it.
    pub(crate) pack: Option<Value>,
    /// The id of the pack.
    pub(crate) id: String,
    /// Version of the pack, if it is the author's own.
    pub(crate) version: String,
    /// Language of the pack.
    pub(crate) lang: String,
    /// The answers whose result is shown; `None` to show the questions.
    pub(crate) run: Option<Rc<str>>,
}

/// An event of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FrameEvent {
    /// A link was pressed, which is not followed here.
    NoLinks(String),
    /// The widget cannot show something.
    Error(String),
}

/// The frame with a widget in it.
pub(crate) struct Frame {
    element: HtmlIFrameElement,
    shown: Option<Shown>,
    blob: Option<String>,
    /// The next element, with its pending listeners.
    pending: Option<PendingElement>,
    _listeners: Vec<EventListener>,
}

struct PendingElement {
    _error: EventListener,
    observer: MutationObserver,
    _changed: Closure<dyn FnMut()>,
}

impl Drop for PendingElement {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        revoke(self.blob.take());
    }
}

fn revoke(address: Option<String>) {
    if let Some(address) = address {
        // An address that has been revoked already does no harm.
        let _ = Url::revoke_object_url(&address);
    }
}

/// The document in the frame, once it can contain a widget.
async fn page_of(element: &HtmlIFrameElement) -> Option<Document> {
    loop {
        let page = element.content_document().filter(|page| page.query_selector("main").ok().flatten().is_some());
        if let Some(page) = page {
            let defined = window_of(&page)?.custom_elements().when_defined("shindan-widget").ok()?;
            JsFuture::from(defined).await.ok()?;
            return Some(page);
        }
        gloo_timers::future::TimeoutFuture::new(30).await;
    }
}

fn window_of(page: &Document) -> Option<Window> {
    page.default_view()
}

impl Frame {
    /// A frame whose page has loaded; `on_event` receives errors and links that were not followed.
    pub(crate) async fn ready(
        element: HtmlIFrameElement,
        on_event: impl Fn(FrameEvent) + 'static,
    ) -> Option<Rc<RefCell<Self>>> {
        let page = page_of(&element).await?;
        let on_event = Rc::new(on_event);
        let on_link = Rc::clone(&on_event);
        let options = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
        let clicks = EventListener::new_with_options(&page, "click", options, move |event| {
            if let Some(href) = link_of(event) {
                event.prevent_default();
                on_link(FrameEvent::NoLinks(href));
            }
        });
        let errors =
            EventListener::new(&page, "shindan:error", move |event| on_event(FrameEvent::Error(detail_of(event))));
        let frame = Self { element, shown: None, blob: None, pending: None, _listeners: vec![clicks, errors] };
        Some(Rc::new(RefCell::new(frame)))
    }

    fn page(&self) -> Option<Document> {
        self.element.content_document()
    }

    /// Sets a light or a dark page.
    pub(crate) fn paint(&self, scheme: &str) {
        if let Some(root) = self.page().and_then(|page| page.document_element()) {
            root.set_class_name(scheme);
        }
    }

    /// Discards its answers, so that it shows the first question next.
    pub(crate) fn forget(&mut self) {
        self.shown = None;
    }

    fn widgets(&self) -> Vec<HtmlElement> {
        let found = self.page().and_then(|page| page.query_selector_all("shindan-widget").ok());
        let all = found.into_iter().flat_map(|list| (0..list.length()).filter_map(move |at| list.get(at)));
        all.map(JsCast::unchecked_into).collect()
    }

    /// Shows this content.
    pub(crate) fn show(this: &Rc<RefCell<Self>>, next: Shown) {
        let mut frame = this.borrow_mut();
        let is_other = frame.shown.as_ref().is_none_or(|shown| {
            Shown { theme: Vec::new(), ..shown.clone() } != Shown { theme: Vec::new(), ..next.clone() }
        });
        let theme = next.theme.clone();
        if is_other {
            let before = frame.shown.replace(next.clone());
            // If the frame's page is gone, there is nothing to show it in.
            let _ = frame.replace(this, before, &next);
        } else {
            frame.shown = Some(next);
        }
        for widget in frame.widgets() {
            let style = widget.style();
            style.set_css_text("");
            for (property, value) in &theme {
                // A stylesheet has accepted all of these values before.
                let _ = style.set_property(property, value);
            }
        }
    }

    fn replace(&mut self, this: &Rc<RefCell<Self>>, before: Option<Shown>, next: &Shown) -> Result<(), JsValue> {
        let Some(page) = self.page() else { return Ok(()) };
        let old_blob = self.blob.take();
        if let Some(pack) = &next.pack {
            self.blob = Some(blob_of(&serde_json::to_string(pack).unwrap_or_default())?);
        }
        let widget: HtmlElement = page.create_element("shindan-widget")?.unchecked_into();
        widget.set_id(NAME);
        for (name, value) in &next.attributes {
            widget.set_attribute(name, value)?;
        }
        let pack = self.blob.clone().unwrap_or_else(|| next.id.clone());
        widget.set_attribute("pack", &pack)?;
        widget.set_lang(&next.lang);
        if let Some(child) = child_element(&next.child) {
            widget.append_child(&page.adopt_node(&child)?)?;
        }
        let from = self.widgets().first().and_then(|first| first.get_attribute("pack"));
        let goes_on = before.as_ref().is_some_and(|before| before.id == next.id && before.run == next.run);
        copy_run(&page, from.filter(|_| goes_on), &pack, next);
        self.swap(this, &page, &widget, old_blob)
    }

    /// Prepares the next element while it is hidden, and then replaces the visible one by it.
    fn swap(
        &mut self,
        this: &Rc<RefCell<Self>>,
        page: &Document,
        widget: &HtmlElement,
        old_blob: Option<String>,
    ) -> Result<(), JsValue> {
        let main = page.query_selector("main")?.ok_or(JsValue::NULL)?;
        self.pending = None;
        let before = self.widgets();
        before.iter().skip(1).for_each(|waiting| waiting.remove());
        let is_first = before.is_empty();
        widget.set_class_name(if is_first { "" } else { "waiting" });
        widget.set_inert(!is_first);
        let show = {
            let (this, widget, main, page) = (Rc::downgrade(this), widget.clone(), main.clone(), page.clone());
            let blob = RefCell::new(old_blob);
            Rc::new(move || {
                take_place(&page, &main, &widget);
                revoke(blob.borrow_mut().take());
                // The listeners that called this are dropped in the next task, because they are still running.
                let this = this.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    if let Some(frame) = this.upgrade() {
                        frame.borrow_mut().pending = None;
                    }
                });
            })
        };
        let on_error = Rc::clone(&show);
        let error = EventListener::once(widget, "shindan:error", move |_| on_error());
        main.append_child(widget)?;
        let root = Reflect::get(widget, &"shadowRoot".into())?;
        let (false, false) = (is_first, root.is_null() || root.is_undefined()) else {
            show();
            return Ok(());
        };
        let root: web_sys::ShadowRoot = root.unchecked_into();
        let begun = root.query_selector(".widget").ok().flatten();
        let watched = root.clone();
        let changed = Closure::<dyn FnMut()>::new(move || {
            if watched.query_selector(".widget").ok().flatten() != begun {
                show();
            }
        });
        let observer = MutationObserver::new(changed.as_ref().unchecked_ref())?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        observer.observe_with_options(&root, &options)?;
        self.pending = Some(PendingElement { _error: error, observer, _changed: changed });
        Ok(())
    }
}

fn take_place(page: &Document, main: &Element, widget: &HtmlElement) {
    if !widget.is_connected() {
        return;
    }
    let window = window_of(page);
    let scroll = window.as_ref().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    let others = main.children();
    let others: Vec<Element> = (0..others.length()).filter_map(|at| others.item(at)).collect();
    others.iter().filter(|other| ***other != ***widget).for_each(|other| other.remove());
    widget.set_class_name("");
    widget.set_inert(false);
    if let Some(window) = window {
        window.scroll_to_with_x_and_y(0.0, scroll);
    }
}

fn blob_of(json: &str) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&json.into()), &options)?;
    Url::create_object_url_with_blob(&blob)
}

/// Copies the current run to an element with another address of the same pack (the entries of www/session_store.js and
/// www/pack.js), or deletes it if `from` is `None`. A run whose result is to be shown is marked as already completed.
fn copy_run(page: &Document, from: Option<String>, to: &str, next: &Shown) {
    // If storage is blocked, the preview starts again with each change.
    let Some(storage) = window_of(page).and_then(|window| window.session_storage().ok().flatten()) else { return };
    let path = page.location().and_then(|location| location.pathname().ok()).unwrap_or_default();
    let before = format!("shindan:{path}?#{NAME}");
    let entry = |pack: &str| format!("{before}.{pack}");
    let carried = from.and_then(|from| storage.get_item(&entry(&from)).ok().flatten());
    for key in keys(&storage).iter().filter(|key| key.starts_with(&before)) {
        let _ = storage.remove_item(key);
    }
    let run = carried.or_else(|| next.run.as_ref().map(|run| format!(".shown=1&{run}")));
    let Some(run) = run else { return };
    let _ = storage.set_item(&entry(to), &run);
    if next.pack.is_some() {
        let _ = storage.set_item(&format!("{}#version", entry(to)), &format!("{} {}", next.id, next.version));
    }
}

fn keys(storage: &Storage) -> Vec<String> {
    let count = storage.length().unwrap_or_default();
    (0..count).filter_map(|at| storage.key(at).ok().flatten()).collect()
}

/// The address of the link that was pressed, if one was.
fn link_of(event: &Event) -> Option<String> {
    event.composed_path().iter().find_map(|node| {
        let name = Reflect::get(&node, &"localName".into()).ok()?.as_string()?;
        (name == "a").then(|| node.unchecked_into::<Element>().get_attribute("href"))?
    })
}

fn detail_of(event: &Event) -> String {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let detail = get(event, "detail");
    let text = |name: &str| get(&detail, name).as_string().unwrap_or_default();
    format!("{}: {}", text("code"), text("help"))
}
