//! Pages under a strict Content-Security-Policy with Trusted Types: by nonces, by trust handed down, and without leave
//! to run wasm.

use e2e::rules::Answers;
use serde_json::Value;

use crate::page::Host;

const REST: &str = "style-src 'nonce-abc123'; connect-src 'self'; img-src data:; base-uri 'none'; \
    require-trusted-types-for 'script'; trusted-types shindan";

/// A page under this `script-src`, which also lets in what the tests look with.
async fn under(script_src: &str) -> Host {
    let host = Host::of("csp").await;
    let probe_script = host.site.url(".before.js");
    let policy = format!("default-src 'none'; script-src {script_src} {probe_script}; {REST}");
    host.under("Content-Security-Policy", &policy)
}

#[tokio::test]
async fn nonces_alone_are_enough() {
    under("'nonce-abc123' 'wasm-unsafe-eval'").await.goes_the_whole_way().await;
}

#[tokio::test]
async fn trust_that_is_handed_down_is_enough() {
    // Chromium puts its probe in by devtools; elsewhere it is a script without a nonce, which such a policy refuses.
    e2e::needs!(DevTools);
    under("'nonce-abc123' 'strict-dynamic' 'wasm-unsafe-eval'").await.goes_the_whole_way().await;
}

#[tokio::test]
async fn without_leave_for_wasm_it_stays_a_checklist_and_the_owner_is_told() {
    let host = under("'nonce-abc123'").await;
    let alone = host.stands_alone().await;
    host.opens().await;
    let widget = host.browser.widget();
    for (question, choices) in Answers::all_met().answers_in_order().iter().take(6) {
        widget.answers_soon(question, choices).await;
    }
    let message = widget.shows("the end without a verdict", |screen| screen.error.clone()).await;
    assert!(!message.to_lowercase().contains("wasm"), "the respondent is spared the cause: {message}");
    let screen = widget.screen().await;
    assert!(screen.verdict.is_none(), "no verdict is made up: {screen:#?}");
    assert_eq!(screen.cta.and_then(|cta| cta.href).as_deref(), Some("#consultation"));
    let error = host.browser.waits_for_event("error").await;
    assert_eq!(error.detail["code"], Value::from("csp-wasm"), "{error:?}");
    let help = error.detail["help"].as_str().unwrap_or_default();
    assert!(help.contains("script-src") && help.contains("'wasm-unsafe-eval'"), "{help}");
    let console = host.browser.errors().await.join("\n");
    assert!(console.contains(help), "the console says so too: {console}");
    assert!(!host.site.was_asked_for(".wasm"), "nothing is downloaded in vain");
    alone.with_element.is_what(&host.stands().await, "beside the end without a verdict");
    host.browser.has_not_jumped().await;
    host.takes_the_widget_out().await;
    alone.without.is_what(&host.stands().await, "after the widget has gone");
}
