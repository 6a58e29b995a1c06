//! What people who write may do, in either editor, and what they may not.

use serde_json::{Value, json};

use crate::wordpress::WordPress;
use crate::wordpress_page::{WordPressPage, of_an_owner};

const WEBHOOK: &str = "https://leads.example.com/secret-path";

/// An owner with a receiver elsewhere.
fn settings() -> Value {
    let configuration = json!({ "lead": { "destinations": [{ "type": "webhook-json", "url": WEBHOOK }] } }).to_string();
    json!({ "links": ["https://example.com/consultation"], "configuration": configuration })
}

/// The settings that the first widget of the page has.
async fn settings_of(wordpress_page: &WordPressPage) -> Value {
    let read = "const child = document.querySelector('shindan-widget > script[type=\"application/json\"]');
        return child && JSON.parse(child.textContent)";
    wordpress_page.browser.script(read, vec![]).await
}

async fn attribute(wordpress_page: &WordPressPage, name: &str) -> Option<String> {
    let read = "return document.querySelector('shindan-widget').getAttribute(arguments[0])";
    wordpress_page.browser.script(read, vec![json!(name)]).await
}

#[tokio::test]
async fn a_shortcode_takes_what_the_owner_allows_and_nothing_else() {
    let wordpress_page = WordPressPage::with(&settings()).await;
    let attempt = "[shindan lang=\"en\" mode=\"popup\" id=\"diagnosis\" pack=\"https://evil.example/pack.json\"
        config=\"https://evil.example/config.json\" cta-href=\"https://evil.example/\" onclick=\"alert(1)\"]";
    let address = wordpress_page.wordpress.publishes("check", &attempt.replace('\n', " "));
    wordpress_page.browser.visits(&address).await;
    wordpress_page
        .waits("document.querySelector('shindan-widget')?.shadowRoot?.querySelector('[part~=open]')", "")
        .await;
    let html: String = wordpress_page.browser.script("return document.documentElement.outerHTML", vec![]).await;
    assert!(!html.contains("evil.example") && !html.contains("onclick=\"alert"), "{html}");
    assert_eq!(attribute(&wordpress_page, "lang").await.as_deref(), Some("en"));
    assert_eq!(attribute(&wordpress_page, "id").await.as_deref(), Some("diagnosis"));
    assert_eq!(attribute(&wordpress_page, "cta-href").await.as_deref(), Some("https://example.com/consultation"));
    assert_eq!(settings_of(&wordpress_page).await["lead"]["destinations"][0]["url"], WEBHOOK);
}

#[tokio::test]
async fn a_pasted_snippet_works_and_prints_no_settings() {
    let wordpress_page = WordPressPage::with(&settings()).await;
    // The classic editor, where an author's script is cut off and its text would be left.
    wordpress_page.wordpress.always_runs("classic", "add_filter( 'use_block_editor_for_post', '__return_false' );");
    wordpress_page.is("author").await;
    wordpress_page.opens("wp-admin/post-new.php").await;
    wordpress_page.presses("#content-html").await;
    let snippet = "<p>二分の診断です。</p>
<script type=\"module\" src=\"https://elsewhere.example/shindan/embed.js\" async></script>
<shindan-widget cta-href=\"https://example.com/own\" config=\"https://elsewhere.example/config.json\">
  <script type=\"application/json\">
    { \"lead\": { \"destinations\": [ { \"type\": \"webhook-json\", \"url\": \"https://elsewhere.example/lead\" } ] } }
  </script>
</shindan-widget>";
    wordpress_page.writes("#content", snippet).await;
    wordpress_page.writes("#title", "貼り付け").await;
    wordpress_page.presses("#publish").await;
    wordpress_page.reads("shortcode [shindan]").await;
    let address: String =
        wordpress_page.browser.script("return document.querySelector('#sample-permalink a').href", vec![]).await;
    wordpress_page.is_a_visitor().await;

    wordpress_page.browser.visits(&address).await;
    wordpress_page.browser.widget().sees_question("purpose").await;
    let html: String = wordpress_page.browser.script("return document.documentElement.outerHTML", vec![]).await;
    assert!(!html.contains("elsewhere.example"), "nothing of the author's settings or script is left");
    assert_eq!(attribute(&wordpress_page, "cta-href").await.as_deref(), Some("https://example.com/own"));
    assert_eq!(
        settings_of(&wordpress_page).await["lead"]["destinations"][0]["url"],
        WEBHOOK,
        "the owner's settings hold"
    );
    wordpress_page.goes_the_whole_way().await;
}

#[test]
fn a_script_without_its_end_takes_nothing_of_the_article_along() {
    let wordpress = WordPress::with(&settings());
    let loader = "<script async src=\"https://elsewhere.example/embed.js\">";
    let child = "<script type=\"application/json\">{ \"url\": \"https://elsewhere.example/lead\" }";
    let contents = [
        ("below", format!("<p>前の文。</p><shindan-widget></shindan-widget>{loader}<p>後の文。</p>")),
        ("above", format!("<p>前の文。</p>{loader}<p>後の文。</p><shindan-widget>{child}</script></shindan-widget>")),
        ("inside", format!("<p>前の文。</p><shindan-widget>{child}</shindan-widget><p>後の文。</p>")),
        ("between", format!("<shindan-widget>{child}</shindan-widget><p>前の文。</p><p>後の文。</p>{loader}</script>")),
    ];
    for (slug, content) in contents {
        wordpress.publishes(slug, &content);
        let kept = wordpress.runs(&format!("echo get_page_by_path( '{slug}', OBJECT, 'post' )->post_content;"));
        assert!(kept.contains("<p>前の文。</p>") && kept.contains("<p>後の文。</p>"), "{slug}: {kept}");
        assert!(kept.contains("<shindan-widget></shindan-widget>"), "{slug}: {kept}");
        assert!(!kept.contains("elsewhere.example") && !kept.contains("script"), "{slug}: {kept}");
    }
}

#[tokio::test]
async fn the_visual_tab_of_the_classic_editor_keeps_shortcode_and_element() {
    let wordpress_page = WordPressPage::with(&settings()).await;
    wordpress_page.wordpress.always_runs("classic", "add_filter( 'use_block_editor_for_post', '__return_false' );");
    wordpress_page.is("author").await;
    wordpress_page.opens("wp-admin/post-new.php").await;
    wordpress_page.presses("#content-html").await;
    let written =
        "[shindan]\n\n<shindan-widget id=\"second\" cta-href=\"https://example.com/own\">診断</shindan-widget>";
    wordpress_page.writes("#content", written).await;
    wordpress_page.presses("#content-tmce").await;
    wordpress_page.waits("window.tinymce?.get('content')?.initialized && !tinymce.get('content').isHidden()", "").await;
    wordpress_page.browser.script::<Value>("tinymce.get('content').save()", vec![]).await;
    let kept: String = wordpress_page.browser.script("return document.querySelector('#content').value", vec![]).await;
    assert!(kept.contains("[shindan]") && kept.contains("<shindan-widget id=\"second\""), "{kept}");
}

#[tokio::test]
async fn the_block_editor_says_what_to_do_with_pasted_code() {
    let wordpress_page = WordPressPage::with(&settings()).await;
    wordpress_page.is("author").await;
    wordpress_page.opens("wp-admin/post-new.php").await;
    wordpress_page
        .waits(
            "window.wp?.data?.select('core/editor')?.getCurrentPostId() && wp.blocks.getBlockType('shindan/diagnosis')",
            "",
        )
        .await;
    let paste =
        "const content = '<script type=\"module\" src=\"embed.js\"><\\/script><shindan-widget></shindan-widget>';
        wp.data.dispatch('core/block-editor').insertBlocks([wp.blocks.createBlock('core/html', { content })])";
    wordpress_page.browser.script::<Value>(paste, vec![]).await;
    wordpress_page
        .waits("wp.data.select('core/notices').getNotices().some(({ id }) => id === 'shindan-pasted')", "")
        .await;
    let fix = "wp.data.dispatch('core/block-editor').resetBlocks([])";
    wordpress_page.browser.script::<Value>(fix, vec![]).await;
    wordpress_page
        .waits("!wp.data.select('core/notices').getNotices().some(({ id }) => id === 'shindan-pasted')", "")
        .await;
}

#[tokio::test]
async fn a_feed_gets_a_link_and_no_settings() {
    let wordpress_page = WordPressPage::with(&settings()).await;
    wordpress_page.wordpress.publishes("one", "[shindan]");
    wordpress_page.wordpress.publishes("two", "<!-- wp:shindan/diagnosis /-->");
    wordpress_page.wordpress.publishes("three", "<shindan-widget cta-href=\"/own\">診断</shindan-widget>");
    let get = "return (await fetch(arguments[0])).text()";
    wordpress_page.opens("").await;
    let feed: String =
        wordpress_page.browser.script_async(get, vec![json!(wordpress_page.wordpress.url("feed/"))]).await;
    assert_eq!(feed.matches(">To the self-diagnosis on our page</a>").count(), 3, "{feed}");
    for unwanted in ["<script", "&lt;script", "<template", "&lt;template", "shindan-widget", WEBHOOK] {
        assert!(!feed.contains(unwanted), "{unwanted} in {feed}");
    }
}

#[tokio::test]
async fn several_on_a_page_share_one_loader() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    let content = "[shindan]\n<!-- wp:shindan/diagnosis {\"lang\":\"en\"} /-->\n<shindan-widget></shindan-widget>";
    wordpress_page.browser.visits(&wordpress_page.wordpress.publishes("check", content)).await;
    wordpress_page
        .waits(
            "[...document.querySelectorAll('shindan-widget')].filter(({ shadowRoot }) => shadowRoot).length === 3",
            "",
        )
        .await;
    let counts = "return [document.querySelectorAll('script[src*=\"/site/embed\"]').length,
        document.querySelectorAll('shindan-widget > script').length, document.querySelectorAll('head script[src*=\"/site/embed\"]').length]";
    assert_eq!(wordpress_page.browser.script::<[u32; 3]>(counts, vec![]).await, [1, 3, 0]);
}
