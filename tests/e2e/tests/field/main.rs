//! Faults that were reported from the field, of this product or of others of its kind, a file a kind.
//!
//! Each file tests the kind and not only the reported case, by the public contract alone: the element, its attributes and
//! parts, its events, what is kept, and what a receiver gets.

mod around;
mod attribution;
mod configuration;
mod destinations;
mod disturbances;
mod double_press;
mod identity;
mod input;
mod slips;
mod slow_stream;
mod translator;
mod unseen;
mod where_leads_go;

use e2e::{Browser, Device, Page, Site};
use serde_json::Value;

/// A page with this body, in a browser of that device.
async fn on_a_page(device: Device, body: &str) -> (Site, Browser) {
    let site = Site::of_dist();
    let browser = Browser::start(device).await;
    browser.visits(&site.page("host.html", Page::with(body))).await;
    (site, browser)
}

/// The widget with this configuration as its child.
fn configured(attributes: &str, config: &Value) -> String {
    let config = config.to_string().replace('<', "\\u003c");
    format!(
        "<shindan-widget cta-href='#there' {attributes}><script type='application/json'>{config}</script></shindan-widget>"
    )
}
