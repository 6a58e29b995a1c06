//! State, a listener, a formatted float, a map with removals, and a list with keys.

use e2e::{Browser, until};

use crate::at_a_result;

/// The total, and the rows in their order.
async fn reads(browser: &Browser) -> (String, Vec<String>) {
    let script = "const root = document.querySelector('shindan-widget').shadowRoot;
        const rows = [...root.querySelectorAll('[data-number]')].map((row) => row.firstChild.data);
        return [root.querySelector('[data-probe=total]').textContent, rows]";
    browser.script(script, vec![]).await
}

async fn shows(browser: &Browser, total: &str, rows: &[&str]) {
    let shown = until(async || {
        let read = reads(browser).await;
        if read.0 == total && read.1 == rows { Ok(()) } else { Err(read) }
    });
    shown.await.unwrap_or_else(|read| panic!("{read:?} is not {total:?} {rows:?}"));
}

#[tokio::test]
async fn a_component_of_a_maintainers_works_in_the_release_build() {
    let (_site, browser) = at_a_result().await;
    let widget = browser.widget();
    shows(&browser, "3.75", &["1: 1", "2: 1", "3: 1"]).await;
    widget.presses_on("[data-number='2'] [data-probe=add]").await;
    shows(&browser, "5.00", &["1: 1", "2: 2", "3: 1"]).await;
    widget.presses_on("[data-probe=reverse]").await;
    shows(&browser, "5.00", &["3: 1", "2: 2", "1: 1"]).await;
    widget.presses_on("[data-number='1'] [data-probe=remove]").await;
    shows(&browser, "3.75", &["3: 1", "2: 2"]).await;
    // The list is another one now, and its listeners are those of their rows.
    widget.presses_on("[data-number='3'] [data-probe=add]").await;
    shows(&browser, "5.00", &["3: 2", "2: 2"]).await;
    browser.has_a_clean_console().await;
}
