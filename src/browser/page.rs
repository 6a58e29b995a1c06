//! The page around a widget, in a browser.

use std::rc::Rc;

use diagnosis::{CapHit, Id, Pack, Verdict};
use js_sys::{Array, Date, Intl, Object, Promise, Reflect, encode_uri_component};
use session::{Focus, HostEvent, cap_ids};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;

use super::lead::campaign;
use super::loader::{Entry, Loader};
use super::modules::{self, ShownResult};
use super::print::print;
use crate::ui::Page;
use crate::ui::lead_form::LocalFuture;

/// Milliseconds of a day.
const DAY: f64 = 864e5;

/// The element, its loader, and the languages of the browser.
pub(crate) struct BrowserPage {
    /// The root of the view.
    pub(crate) root: Element,
    pub(crate) loader: Loader,
    pub(crate) pack: Rc<Pack>,
    /// The language of pack and messages, a BCP 47 tag.
    pub(crate) lang: String,
}

impl Page for BrowserPage {
    fn view_is_ready(&self) {
        self.loader.view_is_ready();
    }

    fn view_has_changed(&self) {
        self.loader.events().report_question();
    }

    fn save(&self, run: &str) {
        self.loader.session().save(run);
    }

    fn keep(&self, code: &str) -> bool {
        self.loader.session().set_entry(Entry::Device, code)
    }

    fn emit(&self, event: &HostEvent) {
        let events = self.loader.events();
        match event {
            HostEvent::Start => events.emit("start", &object(&[])),
            HostEvent::Answer { question, index, total } => {
                let detail =
                    [("question", question.as_str().into()), ("index", number(*index)), ("total", number(*total))];
                events.emit("answer", &object(&detail));
            }
            HostEvent::Complete(verdict) => events.emit("complete", &complete(verdict, &self.pack)),
        }
    }

    fn emit_cta(&self, is_booking: bool) {
        let detail = if is_booking { object(&[("booking", true.into())]) } else { object(&[]) };
        self.loader.events().emit("cta", &detail);
    }

    fn focus(&self, target: Focus) {
        let selector = match target {
            Focus::Question => "legend",
            Focus::Result => "h2",
        };
        self.loader.focus(selector);
    }

    fn painted(&self) -> LocalFuture<()> {
        Box::pin(async {
            let Some(window) = web_sys::window() else { return };
            // A frame begins by calling back, and paints then; what comes after it comes as a task of its own. Every window
            // has both.
            let frame = Promise::new(&mut |done, _| drop(window.request_animation_frame(&done)));
            let _ = JsFuture::from(frame).await;
            let task = Promise::new(&mut |done, _| drop(window.set_timeout_with_callback(&done)));
            let _ = JsFuture::from(task).await;
        })
    }

    fn copy_link(&self, fragment: &str) -> LocalFuture<Result<(), Rc<str>>> {
        let link = link(fragment);
        Box::pin(async move { if web::clipboard::copy(&link).await { Ok(()) } else { Err(link.into()) } })
    }

    fn mail_link(&self, subject: &str, fragment: &str) -> String {
        let coded = |text: &str| String::from(encode_uri_component(text));
        ["mailto:?subject=", &coded(subject), "&body=", &coded(&link(fragment))].concat()
    }

    fn show_qr(&self, place: Element, fragment: &str) -> LocalFuture<Result<(), Rc<str>>> {
        let (loader, link) = (self.loader.clone(), link(fragment));
        Box::pin(async move {
            let is_shown = modules::run_takeaway(&loader, &|takeaway| takeaway.show_qr(&place, &link)).await;
            if is_shown { Ok(()) } else { Err(link.into()) }
        })
    }

    fn save_picture(&self) -> LocalFuture<bool> {
        let (loader, view, lang) = (self.loader.clone(), self.root.clone(), self.lang.clone());
        Box::pin(async move { modules::run_takeaway(&loader, &|takeaway| takeaway.save_picture(&view, &lang)).await })
    }

    fn show_benchmark(&self, place: Element, address: &str, answers: String) {
        let pack = [self.pack.id().as_str(), self.pack.version()].map(str::to_owned);
        let (view, lang) = (self.root.clone(), self.lang.clone());
        let shown = ShownResult { view, place, pack, answers, lang };
        spawn_local(modules::show_benchmark(self.loader.clone(), address.to_owned(), shown));
    }

    fn print(&self) {
        // A browser that cannot print has said so itself, or has no printer.
        let _ = print(&self.root, &self.lang);
    }

    fn begin_pack(&self, pack: &Id) {
        let (loader, pack) = (self.loader.clone(), pack.as_str().to_owned());
        // It ends the widget that calls.
        spawn_local(async move { loader.begin(&pack) });
    }

    fn date(&self, day: u32) -> String {
        let options = object(&[("dateStyle", "long".into()), ("timeZone", "UTC".into())]);
        Date::new(&(f64::from(day) * DAY).into()).to_locale_date_string(&self.lang, &options).into()
    }

    fn is_one(&self, n: u32) -> bool {
        let rules = Intl::PluralRules::new(&Array::of1(&self.lang.as_str().into()), &Object::new());
        rules.select(f64::from(n)) == "one"
    }

    fn campaign(&self) -> String {
        campaign(&self.loader)
    }

    fn is_online(&self) -> bool {
        web_sys::window().is_none_or(|window| window.navigator().on_line())
    }
}

/// The page's address with this fragment.
fn link(fragment: &str) -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    [page, "#", fragment].concat()
}

/// Today in whole days since 1970-01-01, where the respondent is.
pub(crate) fn today() -> u32 {
    let now = Date::new_0();
    ((now.get_time() - now.get_timezone_offset() * 6e4) / DAY) as u32
}

/// The detail of `shindan:complete`.
fn complete(verdict: &Verdict, pack: &Pack) -> JsValue {
    let receipt = &verdict.receipt;
    object(&[
        ("pack", receipt.pack.as_str().into()),
        ("version", (&*receipt.version).into()),
        ("content_hash", receipt.content_hash.to_string().into()),
        ("score", verdict.score.get().into()),
        ("level", verdict.level.id().into()),
        ("cap_ids", cap_ids(verdict, pack).into()),
        ("caps", verdict.caps.iter().map(|hit| cap(hit, pack)).collect::<Array>().into()),
    ])
}

fn cap(hit: &CapHit, pack: &Pack) -> JsValue {
    let section = pack.sections().get(hit.cap.section).map_or("", |section| section.id.as_str());
    let causes: Array = hit.causes.iter().map(|question| JsValue::from_str(question.id.as_str())).collect();
    object(&[("section", section.into()), ("level", hit.cap.level.id().into()), ("causes", causes.into())])
}

fn number(n: usize) -> JsValue {
    u32::try_from(n).unwrap_or(u32::MAX).into()
}

/// An object with these properties.
pub(super) fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a property of a new, plain object does not fail.
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}
