//! A page with a `<base>` that has its fragment links lead to another page.

use e2e::until;

use crate::page::Host;

#[tokio::test]
async fn a_link_to_the_element_leads_to_it() {
    let host = Host::of("base_elsewhere").await;
    host.opens().await;
    let browser = &host.browser;
    browser.waits_for_event("ready").await;
    browser.script::<()>("document.querySelector('#lead').click(); return null", vec![]).await;
    let seen = "const box = document.querySelector('shindan-widget')?.getBoundingClientRect();
        return [location.pathname, !!box && box.top >= -1 && box.top < innerHeight]";
    let there = until(async || {
        let now: (String, bool) = browser.script(seen, vec![]).await;
        if now == ("/hosts/base_elsewhere/host.html".to_owned(), true) { Ok(()) } else { Err(now) }
    });
    there.await.unwrap_or_else(|now| panic!("{now:?}"));
    host.comes_to_the_verdict().await;
    host.browser.has_a_clean_console().await;
}
