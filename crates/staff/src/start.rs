//! How a page begins, and what it says when it cannot go on.

use web_sys::{Document, console};
use yew::prelude::*;

/// What the app takes the place of: the shell that the HTML brings.
const ROOT: &str = "app";
/// What the HTML has hidden for this.
const FAILED: &str = "failed";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Puts the app in the place of the shell. A panic shows the element `failed` of the HTML, for nothing goes on after it.
pub fn start<App>()
where
    App: BaseComponent<Properties = ()>,
{
    yew::set_custom_panic_hook(Box::new(|info| {
        console::error_1(&info.to_string().into());
        if let Some(failed) = document().and_then(|document| document.get_element_by_id(FAILED)) {
            // There is nobody left to be told that this failed as well.
            let _ = failed.remove_attribute("hidden");
        }
    }));
    if let Some(root) = document().and_then(|document| document.get_element_by_id(ROOT)) {
        yew::Renderer::<App>::with_root(root).render();
    }
}
