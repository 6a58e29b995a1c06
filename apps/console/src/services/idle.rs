//! Detects that there was no input for a while, including the time that the device slept.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use web_sys::EventTarget;
use yew::Callback;

/// The events that count as input.
const TOUCHES: [&str; 4] = ["pointerdown", "keydown", "input", "wheel"];

/// Minimum interval between checks of the clock, in milliseconds.
const SHORTEST_WAIT: f64 = 1_000.0;

/// A watcher that runs until it is dropped.
#[derive(Debug)]
pub(crate) struct IdleWatch {
    _watched: Rc<Watched>,
    _listeners: Vec<EventListener>,
}

struct Watched {
    /// The time limit in milliseconds.
    limit: f64,
    /// The time of the last input.
    last: Cell<f64>,
    timer: RefCell<Option<Timeout>>,
    on_idle: Callback<()>,
}

impl std::fmt::Debug for Watched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watched").field("limit", &self.limit).finish_non_exhaustive()
    }
}

impl IdleWatch {
    /// Calls `on_idle` once there was no input for this many milliseconds.
    pub(crate) fn new(limit_ms: u32, on_idle: Callback<()>) -> Self {
        let last = Cell::new(web::clock::now_ms());
        let watched = Rc::new(Watched { limit: limit_ms.into(), last, timer: RefCell::default(), on_idle });
        check(&watched);
        let mut listeners = Vec::new();
        if let Some(window) = web_sys::window() {
            listeners.extend(TOUCHES.map(|name| listen(&window, name, &watched, touched)));
            let document = window.document();
            listeners.extend(document.map(|document| listen(&document, "visibilitychange", &watched, check)));
        }
        Self { _watched: watched, _listeners: listeners }
    }
}

fn listen(target: &EventTarget, name: &'static str, watched: &Rc<Watched>, then: fn(&Rc<Watched>)) -> EventListener {
    let watched = Rc::clone(watched);
    EventListener::new_with_options(target, name, EventListenerOptions::run_in_capture_phase(), move |_| then(&watched))
}

fn touched(watched: &Rc<Watched>) {
    // Input after the time limit comes too late.
    if web::clock::now_ms() - watched.last.get() < watched.limit {
        watched.last.set(web::clock::now_ms());
    } else {
        check(watched);
    }
}

fn check(watched: &Rc<Watched>) {
    let left = watched.last.get() + watched.limit - web::clock::now_ms();
    if left <= 0.0 {
        watched.timer.take();
        watched.on_idle.emit(());
        return;
    }
    // The timer holds only a weak reference to its owner.
    let again = Rc::downgrade(watched);
    let timer = Timeout::new(left.max(SHORTEST_WAIT) as u32, move || {
        if let Some(watched) = again.upgrade() {
            check(&watched);
        }
    });
    watched.timer.replace(Some(timer));
}
