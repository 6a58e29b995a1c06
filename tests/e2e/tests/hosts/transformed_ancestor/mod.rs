//! A page that transforms what the widget stands in, which holds all that is fixed in its own place.

use serde_json::Value;

use crate::page::Host;

#[tokio::test]
async fn the_whole_way_is_gone_in_it() {
    Host::of("transformed_ancestor").await.goes_the_whole_way().await;
}

#[tokio::test]
async fn the_button_of_a_panel_stands_in_the_window_all_the_same() {
    for mode in ["mode=\"slider\"", "mode=\"side-tab\""] {
        let element = format!("<shindan-widget {mode}");
        let host = Host::of("transformed_ancestor").await.altered("<shindan-widget", &element);
        host.opens().await;
        let place = "const button = document.querySelector('shindan-widget').shadowRoot?.querySelector('[part~=open]');
            const box = button?.getBoundingClientRect();
            return !!box && box.width > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth";
        let seen = e2e::until(async || if host.browser.script::<bool>(place, vec![]).await { Ok(()) } else { Err(()) });
        seen.await.unwrap_or_else(|()| panic!("{mode}: the button is not in the window"));
        let scrolled: Value = host.browser.script("return scrollY", vec![]).await;
        assert_eq!(scrolled, 0, "{mode}");
        host.browser.widget().presses_on("[part~=open]").await;
        host.browser.widget().sees_question("purpose").await;
    }
}
