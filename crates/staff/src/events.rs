//! Listeners on the window and the document that live as long as the component.

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget};
use yew::prelude::*;

/// Listens to an event of the window in the capture phase.
#[hook]
pub fn use_window_event(name: &'static str, callback: Callback<Event>) {
    use_effect_with(callback, move |callback| {
        let listener = web_sys::window().map(|window| listen(&window, name, callback.clone()));
        move || drop(listener)
    });
}

/// Listens to an event of the document in the capture phase.
#[hook]
pub fn use_document_event(name: &'static str, callback: Callback<Event>) {
    use_effect_with(callback, move |callback| {
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| listen(&document, name, callback.clone()));
        move || drop(listener)
    });
}

fn listen(target: &EventTarget, name: &'static str, callback: Callback<Event>) -> EventListener {
    let options = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
    EventListener::new_with_options(target, name, options, move |event| callback.emit(event.clone()))
}
