//! What the loader calls: [`mount`] a widget, and tell it what the respondent does; and what it asks about leads.

mod leads;

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use crate::browser::{Port, set_panic_hook};
use crate::ui::{Props, Widget};
use diagnosis::{Id, Pack};
use messages::Messages;
use session::{Event, Model, Settings};

/// Half the size of the allocator that the standard library brings, and faster.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Runs once, when the loader starts the wasm.
#[wasm_bindgen(start)]
pub fn start() {
    set_panic_hook();
}

/// A widget on the page. Ids that are not on screen are ignored.
///
/// What the respondent does is noted, and `port.soon` asked to have [`run`](Self::run) called, in a task of its own:
/// what one tap does is rendered once, and an event that leads to the next move does not reach Yew while Yew is at work.
/// So no call of `mount`, `run` or `destroy` stands within another, on which xtask/src/bundle/unreached.rs relies.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<Widget>,
    port: Rc<Port>,
    events: Cell<Vec<Event>>,
}

#[wasm_bindgen]
impl Mounted {
    /// Makes a choice, or ticks or clears a box.
    pub fn choose(&self, question: &str, choice: &str) {
        if let (Some(question), Some(choice)) = (Id::new(question), Id::new(choice)) {
            self.note(Event::Choose { question, choice });
        }
    }

    /// Goes on from `question`.
    pub fn next(&self, question: &str) {
        if let Some(question) = Id::new(question) {
            self.note(Event::Next { question });
        }
    }

    /// Goes back one question, or from the result to the last one.
    pub fn back(&self) {
        self.note(Event::Back);
    }

    /// Starts anew from the result.
    pub fn restart(&self) {
        self.note(Event::Restart);
    }

    /// Allows keeping results on this device, or has them forgotten.
    pub fn keep(&self, on: bool) {
        self.note(Event::Keep(on));
    }

    /// Does what was noted since.
    pub fn run(&self) {
        self.app.send_message_batch(self.events.take());
    }

    /// Takes the widget off the page.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

impl Mounted {
    fn note(&self, event: Event) {
        let mut events = self.events.take();
        if events.is_empty() {
            self.port.soon();
        }
        events.push(event);
        self.events.set(events);
    }
}

/// Renders a widget into `root`, which is not yet in the page: `port.shown` puts it there.
///
/// `pack` is a pack in packed form, `words` the lines of [`Messages::unpack`] in its language, `settings` the lines of [`Settings::unpack`], `run` the text form of the run so far,
/// `today` the day in whole days since 1970-01-01 UTC.
///
/// # Errors
///
/// Words for the site owner, where the pack cannot be taken up.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    pack: &str,
    words: &str,
    settings: &str,
    run: &str,
    port: Port,
    today: u32,
) -> Result<Mounted, String> {
    let pack = Pack::unpack(pack).ok_or("the pack is broken or of another version: upload all files again")?;
    let pack = Rc::new(pack);
    let (model, effects) = Model::resume(Rc::clone(&pack), run, today);
    let port = Rc::new(port);
    let (shown, date, one, perform) = (Rc::clone(&port), Rc::clone(&port), Rc::clone(&port), Rc::clone(&port));
    let props = Props {
        model,
        settings: Rc::new(Settings::unpack(settings)),
        effects,
        copy: Rc::new(Messages::unpack(words)),
        date: Callback::from(move |day| date.date(day)),
        is_one: Callback::from(move |n| one.is_one(n)),
        shown: Callback::from(move |()| shown.shown()),
        perform: Callback::from(move |effect| perform.perform(effect, &pack)),
    };
    let app = Renderer::<Widget>::with_root_and_props(root, props).render();
    Ok(Mounted { app, port, events: Cell::default() })
}
