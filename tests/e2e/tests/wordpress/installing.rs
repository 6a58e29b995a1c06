//! From the ZIP to a published diagnosis, by the readme alone.

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::wordpress::zip;

/// What the editor keeps of a block.
const INSERT: &str = "
    const block = wp.blocks.createBlock('shindan/diagnosis', { pack: arguments[0], ctaHref: arguments[1] });
    wp.data.dispatch('core/block-editor').insertBlocks([block]);
    wp.data.dispatch('core/editor').editPost({ title: '診断', slug: 'check' });";
const PUBLISH: &str = "
    wp.data.dispatch('core/editor').editPost({ status: 'publish' });
    await wp.data.dispatch('core/editor').savePost();
    return wp.data.select('core/editor').getPermalink();";

#[tokio::test]
async fn an_administrator_installs_it_and_an_author_publishes_a_diagnosis() {
    let desk = Desk::bare().await;
    desk.is("admin").await;
    desk.uploads(zip(), "Plugin installed successfully").await;
    desk.presses("a.button-primary[href*='action=activate']").await;
    desk.sees("tr[data-slug=shindan].active").await;
    desk.opens("wp-admin/admin.php?page=shindan").await;
    desk.writes("#shindan-links", "https://example.com/consultation\nhttps://example.com/document").await;
    desk.presses("#submit").await;
    desk.sees("#setting-error-settings_updated").await;
    let links = desk.wordpress.option("shindan_settings")["links"].clone();
    assert_eq!(links, json!(["https://example.com/consultation", "https://example.com/document"]));
    desk.is_a_visitor().await;

    desk.is("author").await;
    desk.opens("wp-admin/post-new.php").await;
    desk.waits(
        "window.wp?.data?.select('core/editor')?.getCurrentPostId() && wp.blocks.getBlockType('shindan/diagnosis')",
        "",
    )
    .await;
    desk.browser.script::<Value>(INSERT, vec![json!("executive"), json!("https://example.com/document")]).await;
    preview_shows_a_question(&desk).await;
    desk.browser.shoots("wordpress-block-editor").await;
    let address: String = desk.browser.script_async(PUBLISH, vec![]).await;
    desk.is_a_visitor().await;

    desk.browser.visits(&address).await;
    let look = desk.browser.widget().shows("a question", |look| look.question.clone().map(|_| look.clone())).await;
    assert_ne!(look.question.as_deref(), Some("purpose"), "the diagnosis that the author chose is asked");
    let link = "return document.querySelector('shindan-widget').getAttribute('cta-href')";
    assert_eq!(desk.browser.script::<String>(link, vec![]).await, "https://example.com/document");
    desk.wordpress.has_a_clean_log();
}

/// The frame may be within the frame of the editor's canvas.
async fn preview_shows_a_question(desk: &Desk) {
    let shows = "[document, ...[...document.querySelectorAll('iframe[name=editor-canvas]')].map((frame) => frame.contentDocument)]
        .map((page) => page.querySelector('.shindan-preview iframe')?.contentDocument?.querySelector('shindan-widget')?.shadowRoot)
        .some((root) => root?.querySelector('[part~=question]'))";
    desk.waits(shows, "").await;
}
