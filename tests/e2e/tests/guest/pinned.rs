//! Nothing is taken that was not built together: a file of other bytes is refused, and the widget says so.

use e2e::rules::Answers;
use e2e::{Action, Browser, Page, Site};

/// What makes another script, and another wasm (a section that means nothing), of one that still works.
const SCRIPT: &[u8] = b"\nglobalThis.hit = 1;";
const WASM: &[u8] = b"\0\x02\x01a";
const TEXT: &[u8] = b"\n";

const HOST: &str = "<shindan-widget cta-href='https://consult.example/'></shindan-widget>";

/// The name in the site of the file that begins with `start` and ends with `end`.
fn file(start: &str, end: &str) -> String {
    let dist = std::env::var_os("SHINDAN_DIST").map_or_else(
        || std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dist"),
        std::path::PathBuf::from,
    );
    let names = std::fs::read_dir(dist).expect("the site").map(|entry| entry.expect("a file").file_name());
    let mut names = names.filter_map(|name| name.into_string().ok());
    names.find(|name| name.starts_with(start) && name.ends_with(end)).expect("the file is built")
}

/// Expects one error of that code which names the file and the fix, and nothing run of what was changed.
async fn is_reported(browser: &Browser, code: &str, file: &str) {
    let error = browser.waits_for_event("error").await;
    assert_eq!(error.detail["code"], code, "{error:?}");
    let help = error.detail["help"].as_str().unwrap_or_default();
    assert!(help.contains(file) && help.contains("upload it again, unchanged"), "{help}");
    assert!(!help.contains("sha256-"), "hashes are nobody's business: {help}");
    let console = browser.errors().await.join("\n");
    assert!(console.contains(file), "the console names it: {console}");
    assert!(browser.script::<bool>("return globalThis.hit === undefined", vec![]).await, "{file} was run");
}

#[tokio::test]
async fn a_changed_wasm_or_runtime_leaves_the_checklist_and_one_honest_error() {
    for (name, more, code) in
        [(file("shindan-", ".wasm"), WASM, "integrity"), (file("runtime-", ".js"), SCRIPT, "runtime")]
    {
        let (site, browser) = (Site::of_dist(), Browser::phone().await);
        site.treats(&name, Action::Append(more));
        browser.visits(&site.page("host.html", Page::with(HOST))).await;
        let widget = browser.widget();
        for (question, choices) in Answers::all_met().answers_in_order().iter().take(6) {
            widget.answers_soon(question, choices).await;
        }
        widget.shows("the end without a verdict", |screen| screen.error.clone()).await;
        let screen = widget.screen().await;
        assert_eq!(screen.cta.and_then(|cta| cta.href).as_deref(), Some("https://consult.example/"));
        is_reported(&browser, code, &name).await;
        let left: usize =
            browser.script("return document.head.querySelectorAll('link[rel=modulepreload]').length", vec![]).await;
        assert_eq!(left, 0, "the page's head is as it was");
    }
}

#[tokio::test]
async fn what_is_loaded_below_a_result_is_pinned_too() {
    let config = r#"{ "benchmark": "./others.json", "lead": { "placement": "off", "kiosk": 90 } }"#;
    let body =
        format!("<shindan-widget cta-href='/a'><script type='application/json'>{config}</script></shindan-widget>");
    for (name, more, code) in [
        (file("takeaway-", ".js"), SCRIPT, "takeaway"),
        (file("takeaway-", ".wasm"), WASM, "integrity"),
        (file("benchmark-", ".js"), SCRIPT, "benchmark"),
        (file("benchmark-view-", ".wasm"), WASM, "integrity"),
    ] {
        let (site, browser) = (Site::of_dist(), Browser::desktop().await);
        site.page("others.json", Page::of("{}"));
        site.treats(&name, Action::Append(more));
        browser.visits(&site.page("host.html", Page::with(&body))).await;
        browser.widget().answers_all(&Answers::all_met()).await;
        if name.starts_with("takeaway") {
            browser.widget().presses_on("[part~=qr]").await;
        }
        is_reported(&browser, code, &name).await;
        assert_eq!(browser.widget().verdict().await.score, Some(100), "the result stands without");
    }
}

#[tokio::test]
async fn a_changed_pack_or_wording_is_not_shown() {
    for name in [file("readiness.ja-", ".txt"), file("words.ja-", ".txt")] {
        let (site, browser) = (Site::of_dist(), Browser::desktop().await);
        site.treats(&name, Action::Append(TEXT));
        browser.visits(&site.page("host.html", Page::with(HOST))).await;
        browser.widget().sees_question("purpose").await;
        is_reported(&browser, "integrity", &name).await;
        assert!(!browser.widget().has_wasm().await);
    }
}

#[tokio::test]
async fn what_is_as_it_was_built_is_taken_under_a_strict_policy_and_its_dynamic_twin() {
    let site = Site::of_dist();
    for policy in [
        "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'",
        "default-src 'self'; img-src 'self' data:; script-src 'nonce-page' 'strict-dynamic' 'wasm-unsafe-eval'",
    ] {
        let browser = Browser::desktop().await;
        let body =
            "<shindan-widget cta-href='/a'></shindan-widget><script type=module nonce=page src=embed.js?own></script>";
        browser.visits(&site.page("host.html", Page::with(body).under("Content-Security-Policy", policy))).await;
        browser.widget().is_live().await;
        browser.widget().answers_all(&Answers::all_met()).await;
        assert_eq!(browser.widget().verdict().await.score, Some(100), "{policy}");
    }
}

#[tokio::test]
async fn a_pack_of_the_owners_can_be_pinned_too() {
    let pack = include_str!("../../../../packs/readiness.en.json");
    let site = Site::of_dist();
    site.page("own.json", Page::of(pack));
    for (hash, holds) in [(true, true), (false, false)] {
        let browser = Browser::desktop().await;
        browser.visits(&site.page("host.html", Page::with(""))).await;
        let made = "const bytes = await (await fetch('own.json')).arrayBuffer();
            const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
            if (!arguments[0]) { hash[0] ^= 1; }
            const widget = document.createElement('shindan-widget');
            widget.setAttribute('cta-href', '/a');
            widget.setAttribute('pack', `own.json#sha256-${btoa(String.fromCharCode(...hash))}`);
            document.querySelector('main').append(widget)";
        browser.script_async::<serde_json::Value>(made, vec![hash.into()]).await;
        browser.widget().sees_question("purpose").await;
        if holds {
            assert!(browser.widget().screen().await.legend.is_some_and(|legend| legend.is_ascii()), "the owner's");
            browser.has_a_clean_console().await;
        } else {
            let error = browser.waits_for_event("error").await;
            assert_eq!(error.detail["code"], "pack");
            assert!(error.detail["help"].as_str().is_some_and(|help| help.contains("is not the file")), "{error:?}");
        }
    }
}
