//! A page with a header that stays at the top of the window.

use serde_json::Value;

use crate::page::Host;

#[tokio::test]
async fn the_next_question_starts_below_it() {
    let host = Host::of("sticky_header").await;
    host.opens().await;
    let (browser, widget) = (&host.browser, host.browser.widget());
    widget.is_live().await;
    for (question, next) in [("purpose", "involvement"), ("involvement", "measurement"), ("measurement", "security")] {
        widget.sees_question(question).await;
        let scrolls = "const legend = document.querySelector('shindan-widget').shadowRoot.querySelector('legend');
            scrollBy({ top: legend.getBoundingClientRect().top + 60, behavior: 'instant' }); return null";
        browser.script::<Value>(scrolls, vec![]).await;
        widget.taps("unmet").await;
        widget.sees_question(next).await;
        browser.next_frames().await;
        let tops = "return [document.querySelector('shindan-widget').shadowRoot.querySelector('legend').getBoundingClientRect().top,
            document.querySelector('header').getBoundingClientRect().bottom]";
        let (legend, header): (f64, f64) = browser.script(tops, vec![]).await;
        assert!(legend >= header - 0.5, "{next}: {legend} is above {header}");
    }
}
