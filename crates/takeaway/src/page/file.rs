//! Makes files of a drawing, and hands them to the browser.

use js_sys::{Array, Promise, encode_uri_component};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
};

use super::document;
use crate::picture::{HEIGHT, WIDTH};

/// Milliseconds after which a file is given up: the browser has long begun to read it.
const URL_LIFETIME_MS: i32 = 60_000;

/// The drawing as PNG.
///
/// # Errors
/// What the browser throws, such as where the page's policy forbids images at `data:`.
pub(super) async fn png(drawing: &str) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &String::from(encode_uri_component(drawing))].concat());
    JsFuture::from(image.decode()).await?;
    let document = document().ok_or(JsValue::UNDEFINED)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(WIDTH.unsigned_abs());
    canvas.set_height(HEIGHT.unsigned_abs());
    let context = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?;
    context.unchecked_into::<CanvasRenderingContext2d>().draw_image_with_html_image_element(&image, 0.0, 0.0)?;
    let made = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            // A failure here has no reader left.
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        }
    });
    JsFuture::from(made).await?.dyn_into()
}

/// The drawing as it is.
///
/// # Errors
/// What the browser throws.
pub(super) fn svg(drawing: &str) -> Result<Blob, JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    Blob::new_with_str_sequence_and_options(&Array::of1(&drawing.into()), &kind)
}

/// Saves a file under a name.
///
/// # Errors
/// What the browser throws.
pub(super) fn save(file: &Blob, name: &str) -> Result<(), JsValue> {
    let document = document().ok_or(JsValue::UNDEFINED)?;
    let address = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let give_up = Closure::once_into_js(move || Url::revoke_object_url(&address));
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    window.set_timeout_with_callback_and_timeout_and_arguments_0(give_up.unchecked_ref(), URL_LIFETIME_MS)?;
    Ok(())
}
