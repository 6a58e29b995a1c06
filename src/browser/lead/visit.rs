//! The visit as the browser knows it: page, referrer and campaign.

use leads::{PageAddress, Visit};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDocument, PerformanceEntry, Storage, Window};

use super::lead_object::parse;

/// Names the entry of sessionStorage with the first page of the visit.
const ARRIVAL: &str = "shindan:arrival";

#[wasm_bindgen]
extern "C" {
    /// The element in a frame, with what the page around it has said of itself (www/frame.js).
    type FramedHost;
    #[wasm_bindgen(method, getter, js_name = pageAround)]
    fn page_around(this: &FramedHost) -> Option<PageAround>;

    /// The page around a frame.
    type PageAround;
    /// Its address; `undefined` where somebody else sent the message.
    #[wasm_bindgen(method, getter)]
    fn href(this: &PageAround) -> Option<String>;
    /// Where its visitor came from.
    #[wasm_bindgen(method, getter)]
    fn referrer(this: &PageAround) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn title(this: &PageAround) -> Option<String>;
}

#[derive(Serialize)]
struct Arrival<'p> {
    href: &'p str,
    referrer: &'p str,
}

/// What is known of the visit. Only where it `is_measured` anything is stored: the first page, for the next page.
/// In the frame of a page with a script that tells of it, that page counts.
pub(super) fn visit(is_measured: bool, host: &Element) -> Visit {
    let Some((window, document)) = web_sys::window().and_then(|window| Some((window.clone(), window.document()?)))
    else {
        return Visit::default();
    };
    let page_href = window.location().href().unwrap_or_default();
    let arrival = PageAddress { href: loaded_href(&window, &page_href), referrer: document.referrer() };
    let storage = if is_measured { window.session_storage().ok().flatten() } else { None };
    let around = host.unchecked_ref::<FramedHost>().page_around();
    let around =
        around.and_then(|around| Some((around.href()?, around.referrer().unwrap_or_default(), around.title())));
    let landing = match (&around, storage.as_ref()) {
        (Some((href, referrer, _)), _) => PageAddress { href: href.clone(), referrer: referrer.clone() },
        (None, Some(storage)) => first_page(storage, &arrival),
        (None, None) => arrival,
    };
    // Frames without an origin have no cookies, and throw; measuring is not for them.
    let cookies =
        document.dyn_ref::<HtmlDocument>().filter(|_| is_measured).and_then(|document| document.cookie().ok());
    let (page_href, title) = around.map_or((page_href, None), |(href, _, title)| (href, title));
    let page_title = title.unwrap_or_else(|| document.title());
    Visit { landing, page_href, page_title, is_measured, cookies: cookies.unwrap_or_default() }
}

/// The address that this page was loaded with: many pages take campaigns out of it as soon as they have read them.
fn loaded_href(window: &Window, page_href: &str) -> String {
    let navigation = window.performance().map(|performance| performance.get_entries_by_type("navigation"));
    let entry = navigation.map(|entries| entries.get(0)).filter(|entry| entry.is_object());
    let loaded = entry.map(|entry| entry.unchecked_into::<PerformanceEntry>().name());
    let is_ours =
        |href: &String| window.location().origin().is_ok_and(|origin| href.starts_with(&format!("{origin}/")));
    loaded.filter(is_ours).unwrap_or_else(|| page_href.to_owned())
}

/// The first page of this tab's visit, which is remembered.
fn first_page(storage: &Storage, arrival: &PageAddress) -> PageAddress {
    let kept = storage.get_item(ARRIVAL).ok().flatten();
    if let Some(first) = kept.as_deref().and_then(parse) {
        let text = |name| first.text(name).unwrap_or_default();
        let first = PageAddress { href: text("href"), referrer: text("referrer") };
        // All that is left of a query are campaigns: the first page that one led to counts.
        if first.href.contains('?') || !arrival.stripped(true).href.contains('?') {
            return first;
        }
    }
    let first = arrival.stripped(true);
    let text = serde_json::to_string(&Arrival { href: &first.href, referrer: &first.referrer }).unwrap_or_default();
    // A full storage keeps nothing.
    let _ = storage.set_item(ARRIVAL, &text);
    first
}
