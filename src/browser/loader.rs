//! The loader's side of a mounted widget, as `www/runtime.js` offers it.
//!
//! What belongs to the element and outlives a mounted widget stays with the loader: the run, the place of the view, and the
//! element's events, which the stepper needs before the wasm is there.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, Element};

#[wasm_bindgen]
extern "C" {
    /// The loader of one element. No method throws.
    #[derive(Clone)]
    pub type Loader;

    /// Puts the view in the place of the stepper once no press is held and `catchUp` of the handle answers that it may be shown.
    #[wasm_bindgen(method, js_name = viewIsReady)]
    pub(crate) fn view_is_ready(this: &Loader);

    /// The element itself.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn host(this: &Loader) -> Element;

    /// Its run and entries in storage.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn session(this: &Loader) -> SessionStore;

    /// Its events for the page.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn events(this: &Loader) -> HostEvents;

    /// The rule on the element that holds the owner's theme, as far as the browser has taken it.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn theme(this: &Loader) -> CssStyleDeclaration;

    /// Gives the focus to the first element of the view that fits.
    #[wasm_bindgen(method)]
    pub(crate) fn focus(this: &Loader, selector: &str);

    /// Forgets a visitor: the run, and all entries but that of the link; then the pack is the owner's again.
    #[wasm_bindgen(method)]
    pub(crate) fn forget(this: &Loader);

    /// Takes up the run anew, which ends the mounted widget.
    #[wasm_bindgen(method)]
    pub(crate) fn restart(this: &Loader);

    /// The owner's nested configuration as it was parsed: an object; `undefined` where there is none, `null` where there is
    /// one that cannot be used, of which the owner has been notified.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn config(this: &Loader) -> JsValue;

    /// Whether a widget that was mounted before, with the same configuration, has reported its faults to the owner.
    #[wasm_bindgen(method, getter, js_name = hasReported)]
    pub(crate) fn has_reported(this: &Loader) -> bool;

    /// Whether the page's address asks for a draft.
    #[wasm_bindgen(method, getter, js_name = isDraft)]
    pub(crate) fn is_draft(this: &Loader) -> bool;

    /// Starts the wasm NAME of `MODULE_FILES` once a page; resolves to an object with its exports. Rejects with an
    /// error of that code.
    #[wasm_bindgen(method, js_name = startModule)]
    pub(crate) fn start_module(this: &Loader, name: &str, code: &str) -> Promise;

    /// Loads the text of a file of the owner's once a page. Rejects with an error of that code.
    #[wasm_bindgen(method, js_name = textAt)]
    pub(crate) fn text_at(this: &Loader, address: &str, code: &str) -> Promise;

    /// Tells the site owner of an error: by its own code and help, or where it has none by this code and its text.
    #[wasm_bindgen(method)]
    pub(crate) fn report(this: &Loader, code: &str, error: &JsValue);

    /// Adds a stylesheet to the shadow root of the element, once.
    #[wasm_bindgen(method, js_name = adoptStyles)]
    pub(crate) fn adopt_styles(this: &Loader, css: &str);

    /// A function that answers whether the tag manager is notified of events now, and `undefined` where the element does not say.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn pushes(this: &Loader) -> Function;

    /// Begins another pack in the place of this one, which ends the mounted widget.
    #[wasm_bindgen(method)]
    pub(crate) fn begin(this: &Loader, pack: &str);

    /// The run of one element and its entries in storage: `www/session_store.js`. No method throws.
    #[derive(Clone)]
    pub(crate) type SessionStore;

    /// The run so far in its text form.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn run(this: &SessionStore) -> String;

    /// What run and leads belong to: the page and the widget in it.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn identity(this: &SessionStore) -> String;

    /// Keeps the run for this tab; an empty text forgets it.
    #[wasm_bindgen(method)]
    pub(crate) fn save(this: &SessionStore, run: &str);

    #[wasm_bindgen(method, js_name = entry)]
    fn raw_entry(this: &SessionStore, storage: &str, text: Option<&str>, name: Option<&str>) -> JsValue;

    /// The events of one element for the page: `www/host_events.js`. No method throws.
    #[derive(Clone)]
    pub(crate) type HostEvents;

    /// Reports the question that the view shows, if that is another one on screen.
    #[wasm_bindgen(method, js_name = reportQuestion)]
    pub(crate) fn report_question(this: &HostEvents);

    /// Dispatches the event `shindan:NAME` with this detail on the element.
    #[wasm_bindgen(method)]
    pub(crate) fn emit(this: &HostEvents, name: &str, detail: &JsValue);

    /// Tells the site owner what to fix, in the console and by `shindan:error`.
    #[wasm_bindgen(method)]
    pub(crate) fn fail(this: &HostEvents, code: &str, help: &str);

    /// Whether the visitor has agreed to measuring, as the page says now.
    #[wasm_bindgen(method, getter, js_name = isMeasured)]
    pub(crate) fn is_measured(this: &HostEvents) -> bool;

    /// The arm of a comparison that the respondent sees.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn variant(this: &HostEvents) -> Option<String>;

    /// Sets the arm; `None` clears it, so that another one may be drawn.
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_variant(this: &HostEvents, variant: Option<&str>);
}

/// Where an entry of the widget lies.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Entry {
    /// In sessionStorage, under a name of its own.
    Tab(&'static str),
    /// In localStorage, for the pack: the code of the result that is kept on the device.
    Device,
}

impl SessionStore {
    fn access(&self, entry: Entry, text: Option<&str>) -> JsValue {
        match entry {
            Entry::Tab(name) => self.raw_entry("sessionStorage", text, Some(name)),
            Entry::Device => self.raw_entry("localStorage", text, None),
        }
    }

    /// The text of an entry; empty where there is none, or storage is blocked.
    pub(crate) fn entry(&self, entry: Entry) -> String {
        self.access(entry, None).as_string().unwrap_or_default()
    }

    /// Writes an entry; an empty text forgets it. Answers whether that could be done.
    pub(crate) fn set_entry(&self, entry: Entry, text: &str) -> bool {
        self.access(entry, Some(text)).is_truthy()
    }

    /// The run so far, with the result that is kept on the device, if any.
    pub(crate) fn run_with_kept(&self) -> String {
        let (run, kept) = (self.run(), self.entry(Entry::Device));
        if kept.is_empty() {
            return run;
        }
        if has_mark(&run, &[".earlier=", ".open=", ".shown="]) {
            [".kept=1&", &run].concat()
        } else {
            [".kept=1&", &run, "&.earlier=", &kept].concat()
        }
    }
}

/// Whether a run in its text form has one of these marks, such as `.open=`.
pub(crate) fn has_mark(run: &str, marks: &[&str]) -> bool {
    run.split('&').any(|part| marks.iter().any(|mark| part.starts_with(mark)))
}
