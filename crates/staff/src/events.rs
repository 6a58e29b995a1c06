//! Events of the window and the document, heard as long as the component is there.

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::{Event, EventTarget};
use yew::prelude::*;

/// Hears an event of the window, before anything inside hears it.
#[hook]
pub fn use_window_event(name: &'static str, heard: Callback<Event>) {
    use_effect_with(heard, move |heard| {
        let listener = web_sys::window().map(|window| listen(&window, name, heard.clone()));
        move || drop(listener)
    });
}

/// The same with an event of the document.
#[hook]
pub fn use_document_event(name: &'static str, heard: Callback<Event>) {
    use_effect_with(heard, move |heard| {
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| listen(&document, name, heard.clone()));
        move || drop(listener)
    });
}

fn listen(target: &EventTarget, name: &'static str, heard: Callback<Event>) -> EventListener {
    let options = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
    EventListener::new_with_options(target, name, options, move |event| heard.emit(event.clone()))
}
