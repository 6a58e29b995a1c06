//! Undo and redo by keyboard shortcuts.

use staff::use_document_event;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use crate::context::Context;
use crate::state::Action;

/// Undo and redo by keyboard shortcuts, except in texts outside the work, which have the browser's own undo.
#[hook]
pub(crate) fn use_keys(ctx: &Context) {
    let ctx = ctx.clone();
    use_document_event(
        "keydown",
        Callback::from(move |event: Event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            let is_undo = (key.ctrl_key() || key.meta_key()) && !key.alt_key() && key.key().eq_ignore_ascii_case("z");
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let is_own = target.is_some_and(|target| target.closest("[data-own-undo]").ok().flatten().is_some());
            if is_undo && !is_own {
                event.prevent_default();
                let (action, line) = if key.shift_key() {
                    (Action::Redo, ctx.messages.redone)
                } else {
                    (Action::Undo, ctx.messages.undone)
                };
                ctx.dispatch.dispatch(action);
                ctx.announce(line);
            }
        }),
    );
}
