//! From the ZIP to a published diagnosis, by the readme alone.

use serde_json::{Value, json};

use crate::wordpress::zip;
use crate::wordpress_page::WordPressPage;

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
    let wordpress_page = WordPressPage::bare().await;
    wordpress_page.is("admin").await;
    wordpress_page.uploads(zip(), "Plugin installed successfully").await;
    wordpress_page.presses("a.button-primary[href*='action=activate']").await;
    wordpress_page.sees("tr[data-slug=shindan].active").await;
    wordpress_page.opens("wp-admin/admin.php?page=shindan").await;
    wordpress_page.writes("#shindan-links", "https://example.com/consultation\nhttps://example.com/document").await;
    wordpress_page.presses("#submit").await;
    wordpress_page.sees("#setting-error-settings_updated").await;
    let links = wordpress_page.wordpress.option("shindan_settings")["links"].clone();
    assert_eq!(links, json!(["https://example.com/consultation", "https://example.com/document"]));
    wordpress_page.is_a_visitor().await;

    wordpress_page.is("author").await;
    wordpress_page.opens("wp-admin/post-new.php").await;
    wordpress_page
        .waits(
            "window.wp?.data?.select('core/editor')?.getCurrentPostId() && wp.blocks.getBlockType('shindan/diagnosis')",
            "",
        )
        .await;
    wordpress_page
        .browser
        .script::<Value>(INSERT, vec![json!("executive"), json!("https://example.com/document")])
        .await;
    preview_shows_a_question(&wordpress_page).await;
    wordpress_page.browser.shoots("wordpress-block-editor").await;
    let address: String = wordpress_page.browser.script_async(PUBLISH, vec![]).await;
    wordpress_page.is_a_visitor().await;

    wordpress_page.browser.visits(&address).await;
    let screen = wordpress_page
        .browser
        .widget()
        .shows("a question", |screen| screen.question.clone().map(|_| screen.clone()))
        .await;
    assert_ne!(screen.question.as_deref(), Some("purpose"), "the diagnosis that the author chose is asked");
    let link = "return document.querySelector('shindan-widget').getAttribute('cta-href')";
    assert_eq!(wordpress_page.browser.script::<String>(link, vec![]).await, "https://example.com/document");
    wordpress_page.wordpress.has_a_clean_log();
}

/// The frame may be within the frame of the editor's canvas.
async fn preview_shows_a_question(wordpress_page: &WordPressPage) {
    let shows = "[document, ...[...document.querySelectorAll('iframe[name=editor-canvas]')].map((frame) => frame.contentDocument)]
        .map((page) => page.querySelector('.shindan-preview iframe')?.contentDocument?.querySelector('shindan-widget')?.shadowRoot)
        .some((root) => root?.querySelector('[part~=question]'))";
    wordpress_page.waits(shows, "").await;
}
