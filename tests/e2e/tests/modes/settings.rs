//! The key `open` of the configuration.

use e2e::Page;
use serde_json::json;

use crate::PanelPage;

#[tokio::test]
async fn whatever_is_wrong_means_the_default_and_one_warning_with_the_mend() {
    let broken = json!({ "button": 7, "title": "", "delay": -1, "exit": "yes", "again_days": "soon", "speed": 3 });
    let panel_page = PanelPage::with("popup", &broken).await;
    assert_eq!(panel_page.state().await.button.as_deref(), Some("診断をはじめる"));
    panel_page.opens().await;
    panel_page.widget().is_live().await;
    assert_eq!(panel_page.state().await.title, "自己診断");
    let warnings = panel_page.browser.warnings().await;
    for (key, fix) in [
        ("button", "words on the button"),
        ("title", "a few words"),
        ("delay", "seconds, from 0 to 3600"),
        ("exit", "true or false"),
        ("again_days", "days, from 0 to 3650"),
        ("speed", "again_days"),
    ] {
        let about: Vec<_> =
            warnings.iter().filter(|warning| warning.contains(&format!("configuration open.{key}"))).collect();
        assert_eq!(about.len(), 1, "one warning about {key}: {warnings:#?}");
        assert!(about[0].contains(fix), "it says how to fix it: {about:?}");
    }
    assert_eq!(warnings.len(), 6, "{warnings:#?}");
}

#[tokio::test]
async fn what_is_no_object_and_what_is_no_json_is_told_once() {
    for (config, says) in [(r#"{"open":[1]}"#, "open is no object"), ("{", "line 1, column 1: is no JSON")] {
        let panel_page = PanelPage::on_a_page(&format!(
            "<shindan-widget mode=slider cta-href='#a'><script type='application/json'>{config}</script></shindan-widget>"
        ))
        .await
        .once_ready()
        .await;
        panel_page.opens().await;
        panel_page.widget().is_live().await;
        // What cannot be used at all is an error, code `config`.
        let messages = [panel_page.browser.warnings().await, panel_page.browser.errors().await].concat();
        assert!(messages.len() == 1 && messages[0].contains(says), "{config}: {messages:#?}");
    }
}

#[tokio::test]
async fn a_configuration_elsewhere_is_asked_for_once_and_words_the_button_of_its_language() {
    let panel_page = PanelPage::on_a_page("").await;
    let config = json!({ "open": { "button": "Check  <b>now</b>" }, "cta": { "href": "/soudan" }, "theme": { "accent": "#00664f" } });
    panel_page.site.page("config.json", Page::of(config.to_string()));
    let url = panel_page
        .site
        .page("other.html", Page::with("<shindan-widget lang=en mode=side-tab config=config.json></shindan-widget>"));
    panel_page.browser.visits(&url).await;
    let panel_page = panel_page.once_ready().await;
    let state = panel_page.state().await;
    assert_eq!(state.button.as_deref(), Some("Check <b>now</b>"), "text, and never markup");
    assert_eq!(state.title, "Self-check");
    let colour = "return getComputedStyle(document.querySelector('shindan-widget').shadowRoot.querySelector('[part~=open]')).backgroundColor";
    assert_eq!(
        panel_page.browser.script::<String>(colour, vec![]).await,
        "rgb(0, 102, 79)",
        "it wears the theme before it is opened"
    );
    panel_page.opens().await;
    panel_page.answers().await;
    assert_eq!(panel_page.widget().cta().await.href.as_deref(), Some("/soudan"));
    assert_eq!(panel_page.site.times_asked_for("config.json"), 1);
    panel_page.browser.has_a_clean_console().await;
}
