//! Saves files.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_file::{Blob, ObjectUrl};
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;
use yew::prelude::*;

/// Saves a file under a name. The browser can read it as long as the component exists.
#[hook]
pub fn use_download() -> Callback<(AttrValue, Blob)> {
    let addresses: Rc<RefCell<Vec<ObjectUrl>>> = use_mut_ref(Vec::new);
    use_callback((), move |(name, blob): (AttrValue, Blob), ()| {
        let address = ObjectUrl::from(blob);
        follow(&address, &name);
        addresses.borrow_mut().push(address);
    })
}

fn follow(address: &str, name: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(address);
        link.set_download(name);
        link.click();
    }
}
