//! How the page begins: something stands there at once, and it says so where it cannot go on.

use e2e::{Action, Browser, Site, until};

/// What stands on the page.
async fn reads(browser: &Browser) -> String {
    browser.script("return document.body.innerText", vec![]).await
}

#[tokio::test]
async fn the_shell_is_there_before_the_app_and_nothing_jumps_when_that_comes() {
    let (site, browser) = (Site::of_dist(), Browser::phone().await);
    site.holds(".wasm");
    browser.sets_out_for(&site.url("leads.html")).await;
    let heading =
        "const it = document.querySelector('h1'); return it && [it.innerText, it.getBoundingClientRect().top]";
    let shown = until(async || browser.script::<Option<(String, f64)>>(heading, vec![]).await.ok_or(())).await;
    let (text, top) = shown.expect("the shell has a heading");
    assert_eq!(text, "お預かりした連絡先");
    assert!(reads(&browser).await.contains("読み込んでいます"));
    site.releases();
    let app = "return document.querySelector('#language') !== null";
    let came = until(async || if browser.script::<bool>(app, vec![]).await { Ok(()) } else { Err(()) });
    came.await.expect("the app comes");
    let after: Option<(String, f64)> = browser.script(heading, vec![]).await;
    assert_eq!(after, Some((text, top)), "the heading stays where it is");
    assert!(!reads(&browser).await.contains("読み込んでいます"));
}

#[tokio::test]
async fn a_page_whose_app_does_not_come_says_so() {
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    site.treats(".wasm", Action::Status(503));
    browser.visits(&site.url("leads.html")).await;
    let message = until(async || Some(reads(&browser).await).filter(|text| text.contains("動かせません")).ok_or(()));
    message.await.expect("it is said in words");
    browser.passes_axe("a page without its app").await;
}
