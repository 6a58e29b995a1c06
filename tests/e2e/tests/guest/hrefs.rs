//! Wherever the owner may write a link, it leads to `http:`, `https:`, `mailto:` or `tel:`, or it is none.

use e2e::rules::Answers;
use e2e::{Browser, Page, Site, until};
use serde_json::{Value, json};

use crate::comes_with_results;

const HOSTILE: [&str; 12] = [
    "javascript:window.hit=1",
    "JaVaScRiPt:window.hit=1",
    "java\tscript:window.hit=1",
    "java\nscript:window.hit=1",
    "\u{1} javascript:window.hit=1",
    "\u{a0}javascript:window.hit=1",
    "javascript://example.com/%0Awindow.hit=1",
    "data:text/html,<script>opener.hit=1</script>",
    "vbscript:msgbox(1)",
    "blob:https://example.com/1",
    "file:///etc/hosts",
    "intent://x#Intent;scheme=javascript;end",
];

const GOOD: [&str; 5] =
    ["/a", "https://example.com/a", "HTTP://example.com/a", "mailto:a@example.com", "tel:+81-3-0000-0000"];

/// Puts a widget for each of these links into the page, wherever one may be written, and has it start.
const MAKE: &str = "
    for (const href of arguments[0]) {
        const widget = document.createElement('shindan-widget');
        widget.setAttribute('cta-href', href);
        const child = document.createElement('script');
        child.type = 'application/json';
        child.textContent = JSON.stringify({
            cta: { href }, lead: { privacy_href: href, contact: { tel: href, mail: href }, destinations: [{ type: 'mail', url: href }] },
        });
        widget.append(child);
        document.querySelector('main').append(widget);
        widget.shadowRoot.dispatchEvent(new FocusEvent('focusin'));
    }
    return null";

/// Of each widget: how many inputs its form has, and every address in it as the browser understands it.
const LINKS: &str = "
    return [...document.querySelectorAll('shindan-widget')].map(({ shadowRoot }) => [
        shadowRoot.querySelectorAll('.lead [name=email]').length,
        [...shadowRoot.querySelectorAll('[href], [src], [action], [formaction], [xlink\\\\:href]')].map((e) => e.href ?? `<${e.localName}>`),
        [...shadowRoot.querySelectorAll('a')].map((e) => e.getAttribute('href')),
    ]);";

type Links = Vec<(usize, Vec<String>, Vec<String>)>;

async fn links(browser: &Browser, site: &Site, hrefs: &[&str]) -> Links {
    comes_with_results(browser, &Answers::with_a_cap(), hrefs.len()).await;
    browser.visits(&site.page("host.html", Page::with(""))).await;
    browser.script::<Value>(MAKE, vec![json!(hrefs)]).await;
    let all = until(async || {
        let links: Links = browser.script(LINKS, vec![]).await;
        if links.len() == hrefs.len() && links.iter().all(|(forms, ..)| *forms == 1) { Ok(links) } else { Err(links) }
    });
    all.await.unwrap_or_else(|links| panic!("not every widget comes to its form: {links:#?}"))
}

#[tokio::test]
async fn no_link_of_another_kind_stands_anywhere() {
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    for (nth, (_, addresses, _)) in links(&browser, &site, &HOSTILE).await.iter().enumerate() {
        for address in addresses {
            let fine = ["http://", "https://", "mailto:", "tel:"].iter().any(|start| address.starts_with(start));
            assert!(fine, "{:?} became {address}", HOSTILE[nth]);
        }
    }
    let warnings = browser.warnings().await;
    assert!(warnings.iter().any(|text| text.contains("attribute cta-href is not used: is no link")), "{warnings:#?}");
    assert!(warnings.iter().any(|text| text.contains("lead.privacy_href is not used: is no link")), "{warnings:#?}");
}

#[tokio::test]
async fn every_good_link_stands_as_it_was_written() {
    let (site, browser) = (Site::of_dist(), Browser::desktop().await);
    for (nth, (_, _, written)) in links(&browser, &site, &GOOD).await.iter().enumerate() {
        let times = written.iter().filter(|href| **href == GOOD[nth]).count();
        assert!(times >= 2, "{}: {written:?}", GOOD[nth]);
    }
}
