//! Navigates to the field that the address or a step of the page names.

use staff::use_window_event;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};
use yew::prelude::*;

use crate::context::Context;
use crate::dom::document;
use crate::place::Place;
use crate::state::Action;

/// Navigates to the field that the address names, and focuses the current target field.
#[hook]
pub(crate) fn use_places(ctx: &Context) {
    let go = {
        let ctx = ctx.clone();
        Callback::from(move |()| {
            let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
            let id = js_sys::decode_uri_component(hash.trim_start_matches('#')).map(String::from).unwrap_or_default();
            if !id.is_empty() {
                ctx.go(Place::of(&id));
            }
        })
    };
    use_window_event("hashchange", go.reform(|_: Event| ()));
    // The address may name a field when the page starts.
    use_effect_with(ctx.draft.is_some(), move |has_draft| {
        if *has_draft {
            go.emit(());
        }
    });
    let ctx = ctx.clone();
    use_effect_with(ctx.state.place.clone(), move |place| {
        if let Some(id) = &place.focus {
            reveal(id);
            ctx.dispatch.dispatch(Action::Focused);
        }
    });
}

/// Scrolls a field, or the nearest one around its place, into view, unfolds its entry, and focuses it.
fn reveal(id: &str) {
    let Some(document) = document() else { return };
    let mut place = id;
    let found = loop {
        match (document.get_element_by_id(place), place.rfind(['.', '['])) {
            (Some(found), _) => break found,
            (None, Some(at)) => place = place.get(..at).unwrap_or_default(),
            (None, None) => return,
        }
    };
    let mut fold = found.closest("details").ok().flatten();
    while let Some(details) = fold {
        // It is an ordinary attribute.
        let _ = details.set_attribute("open", "");
        fold = details.parent_element().and_then(|around| around.closest("details").ok().flatten());
    }
    let own = "input:not([type=color]), select, textarea, button";
    let inner = if found.matches(own).unwrap_or(false) { None } else { found.query_selector(own).ok().flatten() };
    let target: HtmlElement = inner.unwrap_or(found).unchecked_into();
    // If it cannot take the focus, it is at least in view.
    let _ = target.focus();
    target.scroll_into_view();
}
