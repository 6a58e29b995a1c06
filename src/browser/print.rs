//! Prints a result on one A4 page, from a frame of its own, so that nothing of the host page is printed.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, HtmlIFrameElement, ShadowRoot, Window};

/// Styles that turn the screen layout of a result into that of a page.
const STYLES: &str = include_str!("../ui/print.css");

/// The printable height: A4's 297 mm less the margins, in CSS pixels of 1/96 inch.
const HEIGHT: f64 = (297.0 - 2.0 * 12.0) / 25.4 * 96.0;

/// The largest and the smallest size of the sheet, in hundredths, and the step between sizes.
const ZOOM_MAX: u32 = 120;
const ZOOM_MIN: u32 = 50;
const ZOOM_STEP: usize = 2;

/// The frame is as wide as the paper and outside the window; browsers do not print what is not displayed, whatever the host
/// page's styles for frames.
const FRAME_STYLE: &str = "all:initial!important;position:fixed!important;left:-999em!important;\
    width:186mm!important;height:273mm!important";

/// Marks the frame, so that the next print can remove it: not every browser reports when it is done.
const FRAME_MARK: &str = "data-shindan-print";

/// Prints `view`, which is in a shadow root, in the language `lang`.
///
/// # Errors
/// Returns what the browser throws if it cannot make the page.
pub(crate) fn print(view: &Element, lang: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let document = window.document().ok_or(JsValue::UNDEFINED)?;
    let body = document.body().ok_or(JsValue::UNDEFINED)?;
    if let Some(last) = document.query_selector(&format!("[{FRAME_MARK}]"))? {
        last.remove();
    }
    let frame: HtmlIFrameElement = document.create_element("iframe")?.unchecked_into();
    frame.style().set_css_text(FRAME_STYLE);
    for (name, value) in [("aria-hidden", "true"), ("tabindex", "-1"), (FRAME_MARK, "")] {
        frame.set_attribute(name, value)?;
    }
    body.append_with_node_1(&frame)?;
    let paper = frame.content_window().ok_or(JsValue::UNDEFINED)?;
    let page = frame.content_document().ok_or(JsValue::UNDEFINED)?;
    write_page(&page, &paper, view, lang, &document.title())?;
    let done = Closure::once_into_js(move || frame.remove());
    paper.add_event_listener_with_callback("afterprint", done.unchecked_ref())?;
    paper.print()
}

fn write_page(page: &Document, paper: &Window, view: &Element, lang: &str, title: &str) -> Result<(), JsValue> {
    let styles = [styles_of(view)?.as_str(), STYLES].concat();
    // Only a stylesheet of the frame's own window may be adopted there. A Content-Security-Policy allows it where it
    // blocks a <style>.
    let constructor: Function = Reflect::get(paper, &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet = Reflect::construct(&constructor, &Array::new())?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
    replace.call1(&sheet, &styles.into())?;
    Reflect::set(page, &"adoptedStyleSheets".into(), &Array::of1(&sheet))?;
    page.set_title(title);
    if let Some(root) = page.document_element() {
        root.set_attribute("lang", lang)?;
    }
    let body = page.body().ok_or(JsValue::UNDEFINED)?;
    let copy: HtmlElement = page.import_node_with_deep(view, true)?.unchecked_into();
    let end = page.create_element("div")?;
    body.append_with_node_2(&copy, &end)?;
    fit(&copy, &end)
}

/// Makes `sheet` as large as the page allows, within limits. Engines differ in the size that they report for zoomed
/// content, but not in the position of the next element, `end`.
fn fit(sheet: &HtmlElement, end: &Element) -> Result<(), JsValue> {
    for hundredths in (ZOOM_MIN..=ZOOM_MAX).rev().step_by(ZOOM_STEP) {
        sheet.style().set_property("zoom", &format!("{}.{:02}", hundredths / 100, hundredths % 100))?;
        if end.get_bounding_client_rect().top() <= HEIGHT {
            break;
        }
    }
    Ok(())
}

/// The styles of `view`: `<style>` elements and adopted stylesheets of its root.
fn styles_of(view: &Element) -> Result<String, JsValue> {
    let root: ShadowRoot = view.get_root_node().unchecked_into();
    let mut styles = String::new();
    let elements = root.query_selector_all("style")?;
    for index in 0..elements.length() {
        styles.extend(elements.get(index).and_then(|element| element.text_content()));
    }
    let sheets: Array = Reflect::get(&root, &"adoptedStyleSheets".into())?.unchecked_into();
    for sheet in sheets.iter() {
        let rules = Reflect::get(&sheet, &"cssRules".into())?;
        for rule in Array::from(&rules).iter() {
            styles.extend(Reflect::get(&rule, &"cssText".into())?.as_string());
        }
    }
    Ok(styles)
}
