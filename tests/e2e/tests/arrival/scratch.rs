//! scratch
use e2e::{Action, Browser, Page, Site};
use serde_json::{Value, json};
async fn weigh(browser: &Browser) -> (Value, Value) {
    for _ in 0..3 { browser.devtools("HeapProfiler.collectGarbage", json!({})).await; browser.next_frames().await; }
    (browser.devtools("Memory.getDOMCounters", json!({})).await, browser.devtools("Runtime.getHeapUsage", json!({})).await["usedSize"].take())
}
async fn cycle(label: &str, js: &str, hold: bool) {
    let site = Site::of_dist();
    if hold { site.holds(".wasm"); }
    let browser = Browser::desktop().await;
    browser.visits(&site.page("host.html", Page::with(""))).await;
    for n in [20, 50, 50] {
        browser.script_async::<Value>(js, vec![json!(n)]).await;
        eprintln!("{label} +{n}: {:?}", weigh(&browser).await);
    }
    let _ = Action::Pass;
}
const T: &str = "const until = async (t) => { while (!t()) await new Promise((then) => setTimeout(then, 1)); };
    const place = document.querySelector('main');
    for (let left = arguments[0]; left > 0; left -= 1) {
        const widget = document.createElement('shindan-widget');
        widget.setAttribute('cta-href', '/a');
        place.append(widget);
        await until(() => COND);
        widget.remove();
        await new Promise((then) => setTimeout(then));
        __eye.events.length = 0;
    }";
#[tokio::test]
async fn scratch_leaks() {
    cycle("never wasm", &T.replace("COND", "__eye.events.length > 0"), true).await;
    cycle("wasm", &T.replace("COND", "__eye.live(0)"), false).await;
    cycle("plain", "const place = document.querySelector('main'); for (let i = arguments[0]; i > 0; i--) { const d = document.createElement('div'); d.innerHTML = '<p>a</p>'.repeat(100); place.append(d); await new Promise((then) => setTimeout(then, 5)); d.remove(); }", false).await;
}
