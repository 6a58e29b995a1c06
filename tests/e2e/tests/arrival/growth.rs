//! A page that makes and drops widgets all day does not grow.

use e2e::{Browser, Page, Site, needs};
use serde_json::{Value, json};

/// Notes the memory of every wasm that the page starts.
const NOTE_MEMORIES: &str = "
    window.__memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const made = await original.apply(WebAssembly, all);
            const exports = Object.values((made.instance ?? made).exports);
            window.__memories.push(...exports.filter((item) => item instanceof WebAssembly.Memory));
            return made;
        };
    }";

const MOUNT_AND_REMOVE: &str = "
    const until = async (true_) => { while (!true_()) await new Promise((then) => setTimeout(then, 1)); };
    for (let left = arguments[0]; left > 0; left -= 1) {
        // An app puts whole sections in and takes them out, and the widget with them.
        const place = document.createElement('section');
        place.innerHTML = '<p>a</p>'.repeat(500);
        document.querySelector('main').append(place);
        const widget = document.createElement('shindan-widget');
        widget.setAttribute('cta-href', '/a');
        place.prepend(widget);
        await until(() => __probe.live(0));
        place.remove();
        await new Promise((then) => setTimeout(then));
        __probe.events.length = 0;
    }";

#[derive(Debug)]
struct Weight {
    heap: f64,
    nodes: f64,
    listeners: f64,
    wasm: f64,
}

async fn weigh(browser: &Browser) -> Weight {
    for _ in 0..2 {
        browser.devtools("HeapProfiler.collectGarbage", json!({})).await;
    }
    let heap = browser.devtools("Runtime.getHeapUsage", json!({})).await;
    let counters = browser.devtools("Memory.getDOMCounters", json!({})).await;
    let wasm: Vec<f64> = browser.script("return __memories.map((memory) => memory.buffer.byteLength)", vec![]).await;
    assert_eq!(wasm.len(), 1, "one wasm serves all widgets of the page");
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    Weight {
        heap: number(&heap["usedSize"]),
        nodes: number(&counters["nodes"]),
        listeners: number(&counters["jsEventListeners"]),
        wasm: wasm[0],
    }
}

#[tokio::test]
async fn two_hundred_mounts_and_removals_leave_no_growing_heap() {
    needs!(DevTools);
    let site = Site::of_dist();
    let browser = Browser::desktop().await;
    browser.before_every_page(NOTE_MEMORIES).await;
    browser.visits(&site.page("host.html", Page::with(""))).await;

    browser.script_async::<Value>(MOUNT_AND_REMOVE, vec![json!(50)]).await;
    let early = weigh(&browser).await;
    browser.script_async::<Value>(MOUNT_AND_REMOVE, vec![json!(150)]).await;
    let late = weigh(&browser).await;
    eprintln!("after 50 mounts {early:?}, after 200 {late:?}");

    // Yew keeps the listeners of each root, and with them the root itself: one node, and nothing of the page.
    let mounts = 150.0;
    assert!((late.nodes - early.nodes) / mounts < 1.5, "{early:?} {late:?}");
    assert!((late.listeners - early.listeners) / mounts < 8.0, "{early:?} {late:?}");
    // JavaScript's memory and the wasm's, which grows by pages of 64 KiB.
    let grown = (late.heap - early.heap) + (late.wasm - early.wasm);
    assert!(grown / mounts < 3_000.0, "{early:?} {late:?}");
    browser.has_a_clean_console().await;
}
