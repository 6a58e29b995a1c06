//! In themes old and new, on a phone and on a desk.

use serde_json::Value;

use crate::wordpress_page::{WordPressPage, of_an_owner};

const CONTENT: &str =
    "<!-- wp:paragraph --><p>道具を選ぶ前の支度が、使い始めてからの差になります。</p><!-- /wp:paragraph -->
<!-- wp:shindan/diagnosis /-->
<!-- wp:paragraph --><p>診断のあとは、無料相談をご利用ください。</p><!-- /wp:paragraph -->";

#[tokio::test]
async fn it_stands_in_three_themes() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    let address = wordpress_page.wordpress.publishes("check", CONTENT);
    let themes =
        wordpress_page.wordpress.runs("echo wp_json_encode( array_slice( array_keys( wp_get_themes() ), 0, 3 ) );");
    let themes: Vec<String> = serde_json::from_str(&themes).unwrap();
    assert_eq!(themes.len(), 3, "{themes:?}");
    for theme in &themes {
        wordpress_page.wordpress.runs(&format!("switch_theme( '{theme}' );"));
        for (width, size) in [(390, "phone"), (1280, "desktop")] {
            wordpress_page.browser.fills(width, 900).await;
            wordpress_page.browser.visits(&address).await;
            wordpress_page.browser.widget().sees_question("purpose").await;
            wordpress_page.browser.widget().is_live().await;
            wordpress_page.fits(theme).await;
            wordpress_page.browser.shoots(&format!("wordpress-{theme}-{size}")).await;
            // A theme's own fonts move its letters; a question without its room would move a tenth and more.
            let shift = wordpress_page.browser.layout_shift().await;
            assert!(shift < 0.01, "{theme} at {width} px has shifted by {shift}");
        }
    }
    wordpress_page.browser.has_a_clean_console().await;
    wordpress_page.wordpress.has_a_clean_log();
}

impl WordPressPage {
    /// Expects that nothing stands out of the window.
    async fn fits(&self, theme: &str) {
        let out = "const { clientWidth } = document.documentElement;
            const out = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
            return document.documentElement.scrollWidth > clientWidth ? out.map(({ outerHTML }) => outerHTML.slice(0, 200)) : []";
        let out: Vec<String> = self.browser.script(out, vec![]).await;
        assert_eq!(out, Vec::<String>::new(), "{theme} is wider than the window");
    }
}

#[tokio::test]
async fn without_javascript_there_is_a_line_and_a_link() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    let address = wordpress_page.wordpress.publishes("check", "前の文。\n\n[shindan]\n\n後の文。");
    let seen = "const page = await (await fetch(arguments[0])).text();
        const html = new DOMParser().parseFromString(page, 'text/html').querySelector('shindan-widget');
        return [html.parentElement.localName, html.querySelector('span.shindan-fallback a').getAttribute('href')]";
    wordpress_page.opens("").await;
    let [_, link]: [String; 2] = wordpress_page.browser.script_async(seen, vec![Value::from(address)]).await;
    assert_eq!(link, "https://example.com/consultation");
}
