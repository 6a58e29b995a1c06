//! The first question in the page's own HTML: it stands before any script, and the loader goes on with it.

use serde_json::{Value, json};

use crate::wordpress::{WordPress, unpacked};
use crate::wordpress_page::{WordPressPage, of_an_owner};

/// Keeps the loader back until the page lets it in.
const WAITS: &str = "
add_filter( 'script_loader_tag', function ( $tag, $handle ) {
    return 'shindan' === $handle ? str_replace( ' src=', ' data-src=', $tag ) : $tag;
}, 99, 2 );";
const BLOCK: &str = "<!-- wp:paragraph --><p>前の文。</p><!-- /wp:paragraph -->
<!-- wp:shindan/diagnosis {\"pack\":\"readiness\",\"lang\":\"en\"} /-->
<!-- wp:paragraph --><p>後の文。</p><!-- /wp:paragraph -->";
/// As the classic editor keeps it, where WordPress makes the paragraphs.
const SHORTCODE: &str = "前の文。\n\n[shindan pack=\"readiness\" lang=\"en\"]\n\n後の文。";

async fn before_the_loader(content: &str, settings: &Value) -> WordPressPage {
    let wordpress_page = WordPressPage::with(settings).await;
    wordpress_page.wordpress.always_runs("waits", WAITS);
    wordpress_page.browser.visits(&wordpress_page.wordpress.publishes("check", content)).await;
    wordpress_page.browser.widget().sees_question("purpose").await;
    wordpress_page
}

impl WordPressPage {
    async fn lets_the_loader_in(&self) {
        let load = "const loader = document.querySelector('#shindan-js'); loader.src = loader.dataset.src; return null";
        self.browser.script::<Value>(load, vec![]).await;
    }

    /// What the expression says of the root of the first widget.
    async fn inside(&self, expression: &str) -> Value {
        let root = "const root = document.querySelector('shindan-widget').shadowRoot; return ";
        self.browser.script(&[root, expression].concat(), vec![]).await
    }

    /// The root once the wasm has taken over.
    async fn ends_as(&self) -> Value {
        self.browser.widget().is_live().await;
        self.browser.next_frames().await;
        self.inside("root.innerHTML").await
    }
}

/// The page of this address as it is served.
fn html(wordpress: &WordPress, address: &str) -> String {
    wordpress.runs(&format!("echo wp_remote_retrieve_body( wp_remote_get( '{address}' ) );"))
}

#[tokio::test]
async fn the_loader_takes_up_what_stands_in_block_and_shortcode() {
    for content in [BLOCK, SHORTCODE] {
        let wordpress_page = before_the_loader(content, &of_an_owner()).await;
        // The wasm may put its own in the place of the form right after.
        let watch = "(root.querySelector('form').stood = true, addEventListener('shindan:ready', () => {
            window.isTakenUp = root.querySelector('form').stood === true;
        }, true))";
        wordpress_page.inside(watch).await;
        wordpress_page.browser.counts_jumps_from_here().await;
        wordpress_page.lets_the_loader_in().await;
        wordpress_page.browser.waits_for_event("ready").await;
        assert_eq!(wordpress_page.inside("window.isTakenUp").await, true, "in {content}");
        let ended = wordpress_page.ends_as().await;
        wordpress_page.browser.has_not_jumped().await;
        wordpress_page.browser.has_a_clean_console().await;
        // Of an element that was pasted as markup there is no snippet.
        let plain = "<shindan-widget lang=\"en\"></shindan-widget>";
        wordpress_page.browser.visits(&wordpress_page.wordpress.publishes("plain", plain)).await;
        assert_eq!(
            wordpress_page
                .browser
                .script::<Value>("return document.querySelector('shindan-widget').shadowRoot", vec![])
                .await,
            json!(null)
        );
        wordpress_page.lets_the_loader_in().await;
        assert_eq!(ended, wordpress_page.ends_as().await);
        wordpress_page.wordpress.has_a_clean_log();
    }
}

#[tokio::test]
async fn a_tap_before_the_loader_counts() {
    let wordpress_page = before_the_loader(BLOCK, &of_an_owner()).await;
    let widget = wordpress_page.browser.widget();
    wordpress_page.browser.press(widget.place_of_choice("purpose", "met").await).await;
    wordpress_page.lets_the_loader_in().await;
    widget.sees_question("involvement").await;
    assert_eq!(wordpress_page.browser.event_names(0).await, ["ready", "start", "answer"]);
    widget.is_live().await;
    widget.goes_back().await;
    assert_eq!(widget.sees_question("purpose").await.chosen(), ["met"]);
}

#[tokio::test]
async fn without_javascript_the_question_reads_and_a_link_leads_on() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    let address = wordpress_page.wordpress.publishes("check", SHORTCODE);
    for (width, device) in [(390, "phone"), (1280, "desktop")] {
        wordpress_page.browser.fills(width, 900).await;
        wordpress_page.browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        wordpress_page.browser.visits(&address).await;
        wordpress_page.browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await;
        let seen = "[root.querySelector('legend'), document.querySelector('shindan-widget a'), root.querySelector('[part~=next]')]
            .map((node) => node.checkVisibility())";
        assert_eq!(
            wordpress_page.inside(seen).await,
            json!([true, true, false]),
            "question, link, and no button that does nothing"
        );
        let below = "document.querySelector('shindan-widget a').getBoundingClientRect().top
            >= root.querySelector('.widget').getBoundingClientRect().bottom";
        assert_eq!(wordpress_page.inside(below).await, true);
        let link = "document.querySelector('shindan-widget a').href";
        assert_eq!(wordpress_page.inside(link).await, "https://example.com/consultation");
        let end = "document.querySelector('shindan-widget a').scrollIntoView({ block: 'end', behavior: 'instant' })";
        wordpress_page.inside(end).await;
        wordpress_page.browser.shoots(&format!("wordpress-no-javascript-{device}")).await;
    }
}

#[tokio::test]
async fn the_colours_of_the_settings_are_there_from_the_first_paint_on() {
    let mut settings = of_an_owner();
    settings["accent"] = json!("#016633");
    settings["configuration"] =
        json!("{ \"theme\": { \"radius\": \"0; } button { display: none\", \"surface\": \"#fffdf0\" } }");
    let wordpress_page = before_the_loader(BLOCK, &settings).await;
    let colours = "[getComputedStyle(root.querySelector('[part~=next]')).backgroundColor, getComputedStyle(root.querySelector('.widget')).backgroundColor]";
    let worn = json!(["rgb(1, 102, 51)", "rgb(255, 253, 240)"]);
    assert_eq!(wordpress_page.inside(colours).await, worn);
    wordpress_page.lets_the_loader_in().await;
    wordpress_page.browser.widget().is_live().await;
    assert_eq!(wordpress_page.inside(colours).await, worn);
}

#[tokio::test]
async fn the_first_of_several_decides_the_loader() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    let content = "[shindan pack=\"executive\" lang=\"en\" id=\"a\"]\n\n[shindan id=\"b\"]\n\n[shindan pack=\"executive\" lang=\"en\" id=\"c\"]";
    let address = wordpress_page.wordpress.publishes("check", content);
    let page = html(&wordpress_page.wordpress, &address);
    let has_question = |id: &str| {
        let element = page.split(&format!("<shindan-widget id=\"{id}\"")).nth(1).unwrap();
        element.split("</shindan-widget>").next().unwrap().contains("<template")
    };
    assert_eq!(
        ["a", "b", "c"].map(has_question),
        [true, false, true],
        "another loader would replace that of the second"
    );
    assert_eq!(page.matches("/site/embed").count(), 1, "{page}");
    assert!(page.contains("/site/embed.executive.en.js"), "{page}");

    wordpress_page.browser.visits(&address).await;
    for (nth, question) in [(0, "goal"), (1, "purpose"), (2, "goal")] {
        wordpress_page.browser.widget_nth(nth).sees_question(question).await;
    }
    wordpress_page.browser.has_a_clean_console().await;
}

#[tokio::test]
async fn where_the_question_is_not_in_the_text_there_is_none() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    let own =
        xtask::files::read_text(&xtask::project::Project::find().unwrap().packs().join("readiness.ja.json")).unwrap();
    wordpress_page
        .wordpress
        .sets("shindan_packs", &json!({ "ours.ja": own.replace("\"id\": \"readiness\"", "\"id\": \"ours\"") }));
    for content in ["[shindan mode=\"popup\"]", "[shindan pack=\"ours.ja\"]"] {
        let page = html(&wordpress_page.wordpress, &wordpress_page.wordpress.publishes("check", content));
        assert!(page.contains("</shindan-widget>") && !page.contains("<template"), "{content}: {page}");
    }
}

#[tokio::test]
async fn those_who_move_styles_together_find_them_marked() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    let page = html(&wordpress_page.wordpress, &wordpress_page.wordpress.publishes("check", "[shindan lang=\"ja\"]"));
    let template = page.split("<template").nth(1).unwrap().split("</template>").next().unwrap();
    let marked = template.matches("<style data-no-optimize=\"1\" data-noptimize=\"1\"").count();
    assert_eq!((template.matches("<style").count(), marked), (2, 2), "{template}");
    let plain = std::fs::read_to_string(unpacked().join("site/snippets/readiness.ja.html")).unwrap();
    let unmarked =
        format!("<template{template}</template>").replace(" data-no-optimize=\"1\" data-noptimize=\"1\"", "");
    assert_eq!(unmarked, plain, "WordPress changes nothing of it");
}
