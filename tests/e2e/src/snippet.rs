//! The first question in a page's own HTML, and the loader that arrives later.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::site::{Page, Site};

/// The element with the first question inside, as the site has it for the default pack, and the link below it without
/// JavaScript.
pub fn element(change: impl Fn(String) -> String) -> String {
    let template = change(Site::file_of_dist("snippets/readiness.ja.html"));
    format!(
        "<p>前の段落</p><shindan-widget lang=ja cta-href='/consult'>{template}<p><a href='/consult'>無料相談</a></p>\
         </shindan-widget><p>後の段落</p>"
    )
}

/// A page with the snippet, without a loader.
pub fn page(body: &str) -> Page {
    Page::of(format!(
        "<!doctype html><html lang=ja><meta charset=utf-8><title>試験用のページ</title><link rel=icon href='data:,'>\
         <meta name=viewport content='width=device-width,initial-scale=1'><body><main>{body}</main>"
    ))
}

/// Makes the page load the loader after this many milliseconds.
pub async fn the_loader_comes_after(browser: &Browser, milliseconds: u64) {
    let add = "const loader = document.createElement('script'); loader.type = 'module'; loader.src = 'embed.js';
        setTimeout(() => document.head.append(loader), arguments[0]); return null";
    browser.script::<Value>(add, vec![json!(milliseconds)]).await;
}
