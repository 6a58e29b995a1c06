//! What the loader calls: [`mount`] a widget, and [`Mounted::destroy`] it.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use crate::app::{Attributes, Model, Settings};
use crate::browser::{Port, set_panic_hook, to_value, warn};
use crate::domain::Pack;
use crate::ui::{Props, Widget};

/// A widget on the page.
#[wasm_bindgen]
pub struct Mounted(AppHandle<Widget>);

#[wasm_bindgen]
impl Mounted {
    /// Takes the widget off the page.
    pub fn destroy(self) {
        self.0.destroy();
    }
}

/// Renders the widget of `host` into `root`, which is not yet in the page: `port.shown` puts it there.
///
/// `pack` is a pack in packed form, `config` parsed JSON; `run` is the text form of the run so far (see `app::Model`).
///
/// # Errors
///
/// Words for the site owner, where the pack cannot be taken up.
#[wasm_bindgen]
pub fn mount(host: &Element, root: Element, pack: &str, config: &JsValue, run: &str, port: Port) -> Result<Mounted, String> {
    set_panic_hook();
    let pack = Rc::new(Pack::unpack(pack).ok_or("the pack is broken or of another version: upload all files again")?);
    let attributes = Attributes {
        cta_href: host.get_attribute("cta-href"),
        mode: host.get_attribute("mode"),
        lead: host.get_attribute("lead"),
    };
    let (settings, faults) = Settings::read(&attributes, &to_value(config));
    for fault in faults.0 {
        warn(&fault.to_string());
    }
    let (model, effects) = Model::resume(Rc::clone(&pack), run);
    let port = Rc::new(port);
    let shown = Rc::clone(&port);
    let props = Props {
        model,
        settings: Rc::new(settings),
        effects,
        shown: Callback::from(move |()| shown.shown()),
        perform: Callback::from(move |effect| port.perform(effect, &pack)),
    };
    Ok(Mounted(Renderer::<Widget>::with_root_and_props(root, props).render()))
}
