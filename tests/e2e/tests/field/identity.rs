//! Who a run belongs to: the page with its query, and the widget by its id or else its pack.

use e2e::{Browser, Device, Page, Site};
use serde_json::{Value, json};

const WIDGET: &str = "<shindan-widget cta-href='#there'></shindan-widget>";

async fn start(body: &str) -> (Site, Browser) {
    let site = Site::of_dist();
    site.page("host.html", Page::with(body));
    (site, Browser::start(Device::Desktop).await)
}

/// Answers so many questions.
async fn answers(browser: &Browser, nth: usize, many: usize) {
    let widget = browser.widget_nth(nth);
    for question in ["purpose", "involvement", "measurement", "security"].iter().take(many) {
        widget.answers(question).await.with("met").await;
    }
    // A run is written after the paint that follows.
    browser.next_frames().await;
}

async fn page_does(browser: &Browser, script: &str) {
    browser.script::<Value>(script, vec![]).await;
}

#[tokio::test]
async fn the_query_is_part_of_a_page_and_campaigns_are_not() {
    let (site, browser) = start(WIDGET).await;
    let page = |query: &str| site.url(&format!("host.html{query}"));
    browser.visits(&page("?p=1&lang=ja")).await;
    answers(&browser, 0, 2).await;
    for other in ["?p=2&lang=ja", "?p=1", "", "?p=1&lang=ja&page_id=3"] {
        browser.visits(&page(other)).await;
        browser.widget().is_live().await;
        let screen = browser.widget().sees_question("purpose").await;
        assert!(screen.chosen().is_empty(), "{other}");
    }
    for same in [
        "?p=1&lang=ja",
        "?lang=ja&p=1",
        "?p=1&lang=ja&utm_source=mail&utm_campaign=%E6%98%A5&gclid=abc&fbclid=x&_gl=1*a",
        "?gad_source=1&gbraid=2&wbraid=3&p=1&lang=ja&msclkid=4&yclid=5&mc_cid=6&mc_eid=7&_hsenc=8",
        "?p=1&lang=ja&amp;utm_medium=mail",
        "?p=1&lang=ja#section",
    ] {
        browser.visits(&page(same)).await;
        browser.widget().is_live().await;
        let at = browser.widget().screen().await.question;
        assert_eq!(at.as_deref(), Some("measurement"), "{same}");
    }
}

/// What a router with transitions does: the new page stands beside the old one for a moment, then the old one goes.
const ROUTER: &str = "
    const go = (path, order) => {
        const [old] = document.querySelectorAll('main');
        const next = document.createElement('main');
        next.innerHTML = `<h1>次のページ</h1><shindan-widget cta-href='#there'></shindan-widget>`;
        if (order === 'address first') history.pushState({}, '', path);
        old[order === 'new one above' ? 'before' : 'after'](next);
        if (order !== 'address first') history.pushState({}, '', path);
        return old;
    };";

#[tokio::test]
async fn a_run_begun_beside_another_page_in_transition_is_found_again() {
    let (site, browser) = start(WIDGET).await;
    site.page("second.html", Page::with(WIDGET));
    for order in ["address first", "address last", "new one above"] {
        for path in ["second.html", "host.html"] {
            browser.visits(&site.url("host.html")).await;
            page_does(&browser, "sessionStorage.clear()").await;
            browser.visits(&site.url("host.html")).await;
            browser.widget().sees_question("purpose").await;
            page_does(&browser, &format!("{ROUTER} window.old = go('{path}', '{order}')")).await;
            let new = usize::from(order != "new one above");
            browser.widget_nth(new).sees_question("purpose").await;
            page_does(&browser, "old.remove()").await;
            answers(&browser, 0, 3).await;
            browser.reloads().await;
            browser.widget().is_live().await;
            let at = browser.widget().screen().await.question;
            assert_eq!(at.as_deref(), Some("security"), "{order}, {path}");
        }
    }
}

#[tokio::test]
async fn a_widget_with_another_pack_or_with_an_id_above_it_changes_nothing() {
    for more in [
        "<shindan-widget pack='adoption' cta-href='#a'></shindan-widget>",
        "<shindan-widget id='top' cta-href='#a'></shindan-widget>",
        "<div hidden><shindan-widget id='top' pack='executive' cta-href='#a'></shindan-widget></div>",
    ] {
        let (site, browser) = start(WIDGET).await;
        browser.visits(&site.url("host.html")).await;
        answers(&browser, 0, 2).await;
        site.page("host.html", Page::with(&format!("{more}{WIDGET}")));
        browser.reloads().await;
        let at = browser.widget_nth(1).sees_question("measurement").await;
        assert!(at.can_go_back, "{more}");
    }
}

#[tokio::test]
async fn an_id_carries_the_run_to_another_place_of_the_page() {
    let (site, browser) = start("<shindan-widget id='check' cta-href='#a'></shindan-widget>").await;
    browser.visits(&site.url("host.html")).await;
    answers(&browser, 0, 2).await;
    site.page(
        "host.html",
        Page::with(&format!("{WIDGET}<p>間</p><shindan-widget id='check' cta-href='#a'></shindan-widget>")),
    );
    browser.reloads().await;
    browser.widget_nth(1).sees_question("measurement").await;
    assert!(browser.widget().sees_question("purpose").await.chosen().is_empty());
}

#[tokio::test]
async fn a_page_whose_address_is_cleaned_keeps_its_run() {
    let (site, browser) = start(WIDGET).await;
    browser.visits(&site.url("host.html?token=abc&p=1")).await;
    browser.widget().sees_question("purpose").await;
    page_does(&browser, "history.replaceState({}, '', 'host.html?p=1')").await;
    answers(&browser, 0, 2).await;
    browser.reloads().await;
    browser.widget().sees_question("measurement").await;
}

/// What earlier versions have kept: by the path alone, and the place among the widgets of the page.
#[tokio::test]
async fn runs_that_earlier_versions_have_kept_are_gone_on_with() {
    for (query, attributes, slot) in
        [("", "", "0"), ("?p=1", "", "0"), ("", "id='check'", "check"), ("?p=1&q=2", "id='check'", "check")]
    {
        let (site, browser) = start(&format!("<shindan-widget {attributes} cta-href='#a'></shindan-widget>")).await;
        let key = format!("shindan:/host.html#{slot}.readiness");
        browser.visits(&site.url("page.css")).await;
        browser
            .script::<Value>(
                "sessionStorage[arguments[0]] = '.at=measurement&purpose=met&involvement=partly'",
                vec![json!(key)],
            )
            .await;
        browser.visits(&site.url(&format!("host.html{query}"))).await;
        browser.widget().is_live().await;
        browser.widget().sees_question("measurement").await;
        browser.widget().goes_back().await;
        assert_eq!(browser.widget().sees_question("involvement").await.chosen(), ["partly"], "{query} {attributes}");
        browser.next_frames().await;
        let left: bool = browser.script("return arguments[0] in sessionStorage", vec![json!(key)]).await;
        assert!(!left, "{query}: what was taken over is not there twice");
        browser.reloads().await;
        browser.widget().sees_question("involvement").await;
    }
}

#[tokio::test]
async fn of_two_widgets_each_takes_over_its_own_earlier_run() {
    let (site, browser) = start(&format!("{WIDGET}<p>間</p>{WIDGET}")).await;
    browser.visits(&site.url("page.css")).await;
    page_does(
        &browser,
        "sessionStorage['shindan:/host.html#0.readiness'] = '.at=involvement&purpose=unmet';
         sessionStorage['shindan:/host.html#1.readiness'] = '.at=measurement&purpose=met&involvement=met'",
    )
    .await;
    browser.visits(&site.url("host.html")).await;
    browser.widget_nth(0).sees_question("involvement").await;
    browser.widget_nth(1).sees_question("measurement").await;
    browser.reloads().await;
    browser.widget_nth(0).sees_question("involvement").await;
    browser.widget_nth(1).sees_question("measurement").await;
}
