//! The product is the page's guest: it wears the owner's theme, suits everyone who comes, runs nothing that was not built
//! together, and takes every word for a word.

mod contrasts;
mod directions;
mod forced_colours;
mod hrefs;
mod pages;
mod pinned;
mod themes;
mod tree;
mod words;
mod zoom;

use e2e::rules::Answers;
use e2e::{Browser, Device, Page, Site};
use serde_json::{Value, json};

/// The run that ends with these answers, as a tab keeps it.
fn finished(answers: &Answers) -> String {
    let pairs = answers.answers_in_order().into_iter().flat_map(|(question, choices)| {
        let all = choices.into_iter().map(move |choice| format!("{question}={choice}"));
        all.collect::<Vec<_>>()
    });
    [".shown=1".to_owned()].into_iter().chain(pairs).collect::<Vec<_>>().join("&")
}

/// Every page at `host.html` opened from now on finds its first `widgets` at their result.
async fn comes_with_results(browser: &Browser, answers: &Answers, widgets: usize) {
    let run = json!(finished(answers));
    let script = format!(
        "try {{ for (let nth = 0; nth < {widgets}; nth++) sessionStorage[`shindan:/host.html#${{nth}}.readiness`] ??= {run} }} catch {{}}"
    );
    browser.before_every_page(&script).await;
}

/// A widget with this configuration, which a script element can hold.
fn configured(config: &Value) -> String {
    let config = config.to_string().replace('<', "\\u003c");
    format!("<shindan-widget><script type='application/json'>{config}</script></shindan-widget>")
}

/// A page with this body, in a browser of that device.
async fn on_a_page(device: Device, body: &str) -> (Site, Browser) {
    let site = Site::of_dist();
    let browser = Browser::start(device).await;
    browser.visits(&site.page("host.html", Page::with(body))).await;
    (site, browser)
}

/// What is computed for the first of the selector in the widget.
async fn computed(browser: &Browser, selector: &str, property: &str) -> String {
    let script = "const root = document.querySelector('shindan-widget').shadowRoot;
        return getComputedStyle(root.querySelector(arguments[0])).getPropertyValue(arguments[1])";
    browser.script(script, vec![json!(selector), json!(property)]).await
}

/// Waits until the console has warned so often, and gives the warnings.
async fn warned(browser: &Browser, times: usize) -> Vec<String> {
    let all = e2e::until(async || {
        let warnings = browser.warnings().await;
        if warnings.len() >= times { Ok(warnings) } else { Err(warnings) }
    });
    all.await.unwrap_or_else(|warnings| panic!("{times} warnings are to come, there are {warnings:#?}"))
}

/// Waits until what is done when there is time was done. A busy browser may never have any: the widget waits a second.
async fn has_had_time(browser: &Browser) {
    for _ in 0..2 {
        let idle = "await new Promise((then) => requestIdleCallback(then, { timeout: 2000 }))";
        browser.script_async::<Value>(idle, vec![]).await;
    }
}
