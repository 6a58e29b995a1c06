//! Starts a page, and shows its error message if it cannot continue.

use web_sys::{Document, console};
use yew::prelude::*;

/// Id of the shell in the HTML, which the app replaces.
const ROOT: &str = "app";
/// Id of the hidden error message in the HTML.
const FAILED: &str = "failed";

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Replaces the shell by the app. A panic shows the element `failed` of the HTML, because nothing works after it.
pub fn start<App>()
where
    App: BaseComponent<Properties = ()>,
{
    yew::set_custom_panic_hook(Box::new(|info| {
        console::error_1(&info.to_string().into());
        if let Some(failed) = document().and_then(|document| document.get_element_by_id(FAILED)) {
            // An error here cannot be reported any more.
            let _ = failed.remove_attribute("hidden");
        }
    }));
    if let Some(root) = document().and_then(|document| document.get_element_by_id(ROOT)) {
        yew::Renderer::<App>::with_root(root).render();
    }
}
