//! What the loader calls: [`mount`] a widget, and its [`WidgetHandle`].

use std::rc::Rc;

use diagnosis::Pack;
use messages::Messages;
use session::Model;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Renderer};

pub use crate::browser::Loader;
use crate::browser::{BrowserPage, SessionStore, lead_context, read_settings, set_panic_hook, today};
use crate::ui::{Action, PageHandle, Props, Widget};

/// Half the size of the allocator that the standard library brings, and faster.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Runs once, when the loader starts the wasm.
#[wasm_bindgen(start)]
pub fn start() {
    set_panic_hook();
}

/// A mounted widget.
#[wasm_bindgen]
pub struct WidgetHandle {
    app: AppHandle<Widget>,
    session: SessionStore,
    /// The run that the view on its way starts from.
    run: String,
}

#[wasm_bindgen]
impl WidgetHandle {
    /// Compares the run, as the stepper left it, with the run that the view was made from. Answers whether the view may be
    /// shown; otherwise it is made again from that run, and `viewIsReady` of the loader called again.
    #[wasm_bindgen(js_name = catchUp)]
    pub fn catch_up(&mut self) -> bool {
        let run = self.session.run_with_kept();
        let is_current = self.run == run;
        self.run.clone_from(&run);
        self.app.send_message(if is_current { Action::Shown } else { Action::CatchUp(run) });
        is_current
    }

    /// Takes what stands in the root off the page. Yew keeps the root itself, so the loader takes that out of its place.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

/// Renders a widget into `root`, which is not on the page yet: `loader.viewIsReady` is called when it stands there.
///
/// `pack` is a pack in packed form, `messages` the lines of [`Messages::from_lines`] in the language `lang`. What the site owner set is read from the element and the configuration of the loader.
///
/// # Errors
///
/// Words for the site owner, where the pack cannot be taken up.
#[wasm_bindgen]
pub fn mount(root: Element, pack: &str, messages: &str, lang: &str, loader: Loader) -> Result<WidgetHandle, String> {
    let pack = Pack::decode(pack).ok_or("the pack is broken or of another version: upload all files again")?;
    let pack = Rc::new(pack);
    let today = today();
    let session = loader.session();
    let run = session.run_with_kept();
    let (model, effects) = Model::resume(Rc::clone(&pack), &run, today);
    let settings = read_settings(&loader);
    let lead = lead_context(&root, &loader, lang, settings.lead);
    let (variant, is_draft, period) = (loader.events().variant(), loader.is_draft(), settings.period);
    let page = BrowserPage { root: root.clone(), loader, pack, lang: lang.to_owned() };
    let props = Props {
        model,
        effects,
        today,
        cta: Rc::new(settings.cta),
        messages: Rc::new(Messages::from_lines(messages)),
        page: PageHandle(Rc::new(page)),
        lead: Some(lead),
        variant,
        period,
        is_draft,
        benchmark: settings.benchmark,
    };
    let app = Renderer::<Widget>::with_root_and_props(root, props).render();
    Ok(WidgetHandle { app, session, run })
}
