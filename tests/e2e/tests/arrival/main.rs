//! Before the wasm comes, while it comes, and where it never comes.

mod before;
mod during;
mod growth;
mod never;
mod thousand_taps;

use e2e::{Browser, Device, Page, Site};

const HOST: &str =
    "<p>前の段落</p><shindan-widget cta-href='https://consult.example/'></shindan-widget><p>後の段落</p>";

/// A page whose wasm is held back until the site releases it, at its first question.
async fn waiting_for_wasm(device: Device) -> (Site, Browser) {
    let site = Site::of_dist();
    site.holds(".wasm");
    let browser = Browser::start(device).await;
    browser.visits(&site.page("host.html", Page::with(HOST))).await;
    browser.widget().sees_question("purpose").await;
    // How the page takes the first question is looked at in `before`; from here on nothing may move.
    browser.counts_jumps_from_here().await;
    (site, browser)
}
