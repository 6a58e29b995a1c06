//! A page with shortcuts of its own: it takes no key that is meant for the widget.

use e2e::Key;

use crate::page::Host;

#[tokio::test]
async fn the_whole_way_is_gone_on_it() {
    Host::of("hotkeys").await.goes_the_whole_way().await;
}

#[tokio::test]
async fn arrows_spaces_and_enter_are_the_widgets_own() {
    let host = Host::of("hotkeys").await;
    host.opens().await;
    let (browser, widget) = (&host.browser, host.browser.widget());
    widget.is_live().await;
    let focuses = "const root = document.querySelector('shindan-widget').shadowRoot;
        root.querySelector('[part~=question] input').focus(); return root.activeElement.value";
    let first: String = browser.script(focuses, vec![]).await;
    assert_eq!(first, "met");
    browser.presses(Key::Space).await;
    browser.presses(Key::Down).await;
    browser.focuses("the second choice", |focus| focus.value == "partly").await;
    browser.presses(Key::Enter).await;
    widget.sees_question("involvement").await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["partly"]);
    let took: Vec<String> = browser.script("return took", vec![]).await;
    assert!(took.is_empty(), "{took:?}");
    // Elsewhere on the page they work as ever.
    browser.script::<()>("document.activeElement.shadowRoot.activeElement.blur(); return null", vec![]).await;
    browser.presses(Key::Down).await;
    let took: Vec<String> = browser.script("return took", vec![]).await;
    assert_eq!(took, ["ArrowDown"]);
}
