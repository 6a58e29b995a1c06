//! Owners' slips do not stay silent, or do no harm.

use e2e::rules::Answers;
use e2e::{Action, Browser, Device, Page, Site, until};

use crate::on_a_page;

fn short_way() -> Answers {
    Answers { authority: "none", ..Answers::all_met() }
}

#[tokio::test]
async fn the_loader_runs_as_a_classic_script_too() {
    for script in [
        "<script src=embed.js></script>",
        "<script src=embed.js defer></script>",
        "<script src=embed.js async></script>",
    ] {
        let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
        let html = format!(
            "<!doctype html><html lang=ja><meta charset=utf-8><title>古い書き方</title><link rel=icon href='data:,'>{script}<body>
             <base href='/elsewhere/'><shindan-widget cta-href='#a'></shindan-widget>
             <shindan-widget id=panel mode=slider cta-href='#a'></shindan-widget>"
        );
        browser.visits(&site.page("host.html", Page::of(html))).await;
        browser.widget().answers_all(&short_way()).await;
        browser.widget_nth(1).presses_on("[part~=open]").await;
        browser.widget_nth(1).sees_question("purpose").await;
        browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn an_element_that_is_not_closed_is_told_once_with_the_mend() {
    let (_site, browser) =
        on_a_page(Device::Desktop, "<shindan-widget cta-href='/c' /><h2>続き</h2><p>本文</p><footer>おわり</footer>")
            .await;
    let status = until(async || {
        let warnings = browser.warnings().await;
        let about = warnings.iter().filter(|warning| warning.contains("is not closed")).count();
        if about > 0 { Ok(about) } else { Err(warnings) }
    });
    let about = status.await.unwrap_or_else(|warnings| panic!("no warning: {warnings:#?}"));
    browser.widget().is_live().await;
    assert_eq!(about, 1);
}

#[tokio::test]
async fn what_an_owner_puts_into_the_element_is_no_slip() {
    for inside in [
        "",
        "\n",
        "<span>診断を読み込んでいます。</span>",
        "<noscript><p>JavaScript を有効にしてください。</p></noscript>",
        "<p>診断は準備中です。</p><script type='application/json'>{}</script>",
        "<ul><li>5つの質問</li></ul><img src='data:,' alt=''>",
    ] {
        // Nothing stands beside it, as where a tool writes HTML without blanks.
        let (_site, browser) = on_a_page(
            Device::Desktop,
            &format!("<div><shindan-widget cta-href='/c'>{inside}</shindan-widget></div><p>続き</p>"),
        )
        .await;
        browser.widget().is_live().await;
        browser.has_a_clean_console().await;
    }
}

#[tokio::test]
async fn where_hashed_files_are_gone_the_advice_names_the_stale_cache() {
    let (site, browser) = (Site::of_dist(), Browser::start(Device::Desktop).await);
    site.treats(".js", Action::Status(404));
    site.page("embed.js", Page::answering(Action::Pass));
    browser.visits(&site.page("host.html", Page::with("<shindan-widget cta-href='#a'></shindan-widget>"))).await;
    let error = browser.waits_for_event("error").await;
    let help = error.detail["help"].as_str().unwrap_or_default();
    assert!(help.contains("cache") && help.contains("embed.js"), "{error:?}");
}
