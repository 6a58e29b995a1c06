//! No bundler: Node itself, and a page that imports the entry as it is.

use std::process::Command;

use serde_json::Value;

use crate::project::{Project, goes_the_whole_way};

#[tokio::test]
async fn a_server_imports_and_renders_it() {
    let project = Project::of("node");
    let output = Command::new("node").arg("check.mjs").current_dir(project.path()).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{printed}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let manifest: Value = serde_json::from_str(&printed).unwrap();
    // What a host page may rely on.
    let attributes = ["pack", "lang", "cta-href", "mode", "lead", "config", "data-layer", "data-consent"];
    assert_eq!(manifest["attributes"], serde_json::json!(attributes));
    let names = ["ready", "view", "variant", "start", "answer", "complete", "cta", "lead", "open", "close", "error"];
    assert_eq!(manifest["events"], serde_json::json!(names.map(|name| format!("shindan:{name}"))));
}

#[tokio::test]
async fn a_page_imports_it_without_a_bundler() {
    let project = Project::of("node");
    let (site, browser) = project.opens("", "page.html").await;
    goes_the_whole_way(&browser).await;
    browser.has_a_clean_console().await;
    assert!(site.was_asked_for("node_modules/shindan-widget/site/embed.js"));
}

#[tokio::test]
async fn files_are_copied_to_where_a_server_hands_them_out() {
    let project = Project::of("node");
    let copy = |words: &[&str]| {
        let script = project.path().join("node_modules/.bin/shindan-widget");
        Command::new(script).args(words).current_dir(project.path()).output().unwrap().status.code()
    };
    assert_eq!(copy(&["copy", "public/shindan"]), Some(0));
    assert_eq!(copy(&["copy"]), Some(2), "a folder is missing");
    let page = std::fs::read_to_string(project.path().join("page.html")).unwrap();
    let entry = r#"<script type="module" src="./node_modules/shindan-widget/index.js"></script>"#;
    let own = r#"<script type="module">
        import { register } from './node_modules/shindan-widget/register.js';
        await Promise.all([register({ base: './public/shindan/' }), register({ base: './public/shindan/' })]);
    </script>"#;
    std::fs::write(project.path().join("page.html"), page.replace(entry, own)).unwrap();
    let (site, browser) = project.opens("", "page.html").await;
    goes_the_whole_way(&browser).await;
    browser.has_a_clean_console().await;
    assert_eq!(site.times_asked_for("public/shindan/embed.js"), 1);
}
