//! Apps that Vite has built.

use e2e::Browser;
use serde_json::Value;

use crate::project::{Project, goes_the_whole_way};

const VITE: &str = "vite/bin/vite.js";

#[tokio::test]
async fn an_app_in_react_has_it_as_a_component() {
    let project = Project::of("react");
    project.runs_script(VITE, &["build", "--logLevel", "warn"]);
    let (site, browser) = project.opens("dist", "index.html").await;
    goes_the_whole_way(&browser).await;
    let label = browser.widget().screen().await.cta.map(|cta| cta.text);
    assert_eq!(label.as_deref(), Some("進め方を相談する</script>"), "the settings are worn as they are");
    let wide = "const { id, className } = document.querySelector('shindan-widget'); return [id, className]";
    assert_eq!(browser.script::<[String; 2]>(wide, vec![]).await, ["diagnosis", "wide"].map(str::to_owned));
    comes_and_goes(&browser).await;
    browser.has_a_clean_console().await;
    assert_eq!(site.times_asked_for("app/shindan/embed.js"), 1, "the loader is asked for once");
    assert!(!site.was_asked_for("/embed.js?"), "and nowhere else");
}

#[tokio::test]
async fn an_app_in_vue_has_it_as_an_element() {
    let project = Project::of("vue");
    project.runs_script(VITE, &["build", "--logLevel", "warn"]);
    let (site, browser) = project.opens("dist", "index.html").await;
    goes_the_whole_way(&browser).await;
    comes_and_goes(&browser).await;
    browser.has_a_clean_console().await;
    assert_eq!(site.times_asked_for("app/files/shindan/embed.js"), 1, "where the plugin was set to put it");
}

/// What the app takes out and puts back shows the result as before.
async fn comes_and_goes(browser: &Browser) {
    let press = "document.querySelector('#toggle').click()";
    browser.script::<Value>(press, vec![]).await;
    browser.next_frames().await;
    let there = "return document.querySelector('shindan-widget') !== null";
    assert!(!browser.script::<bool>(there, vec![]).await);
    browser.script::<Value>(press, vec![]).await;
    browser.widget().verdict().await;
}

#[tokio::test]
async fn while_one_develops_the_files_are_there_too() {
    let project = Project::of("react");
    let server = project.serves(VITE, &["--host", "127.0.0.1", "--port", "0"], "http://127.0.0.1:");
    let browser = Browser::phone().await;
    browser.visits(server.address()).await;
    goes_the_whole_way(&browser).await;
    assert_eq!(browser.errors().await, Vec::<String>::new());
}
