//! An update of the plugin loses no lead, and no file that somebody still asks for.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};

use crate::wordpress::zip;
use crate::wordpress_page::{WordPressPage, of_an_owner};

/// The receiver is out of order for as long as there is a file.
const OUT_OF_ORDER: &str = "
add_filter( 'rest_pre_dispatch', function ( $result, $server, $request ) {
    $is_ours = '/shindan/v1/leads' === $request->get_route() && file_exists( WP_CONTENT_DIR . '/out-of-order' );
    return $is_ours ? new WP_Error( 'busy', 'busy', array( 'status' => 503 ) ) : $result;
}, 10, 3 );";
/// A file of the version before, and one of the version before that.
const BEFORE: &str = "words.ja-00000001.txt";
const LONG_BEFORE: &str = "words.ja-00000000.txt";

#[tokio::test]
async fn a_lead_that_waits_comes_after_the_update() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.wordpress.always_runs("order", OUT_OF_ORDER);
    let flag = wordpress_page.wordpress.path("site/wp-content/out-of-order");
    fs::write(&flag, "").unwrap();
    is_of_another_version(&wordpress_page);
    wordpress_page.browser.has_a_clock().await;
    let address = wordpress_page.wordpress.publishes("check", "[shindan]");
    wordpress_page.browser.visits(&address).await;
    wordpress_page.goes_the_whole_way().await;
    wordpress_page.sends("taro@example.co.jp").await;
    wordpress_page.browser.lead_form().reads("この端末に保存しました").await;
    assert_eq!(wordpress_page.wordpress.leads(), Vec::<Value>::new());

    let visitor = wordpress_page.browser.tab().await;
    wordpress_page.browser.opens_a_new_tab().await;
    wordpress_page.is("admin").await;
    wordpress_page.uploads(zip(), "Plugin updated successfully").await;
    let there = |name: &str| wordpress_page.wordpress.plugin("site").join(name).exists();
    assert_eq!((there(BEFORE), there(LONG_BEFORE)), (true, false), "files of one version before are kept");
    fs::remove_file(&flag).unwrap();
    wordpress_page.browser.closes_the_tab().await;
    wordpress_page.browser.goes_to_tab(&visitor).await;

    // A tab that is looked at again has a round of the outbox, which may be followed by another at once.
    let wait = "for (let i = 0; i < 3; i += 1) { await navigator.locks.request('shindan-outbox', () => {}); }";
    wordpress_page.browser.script_async::<Value>(wait, vec![]).await;
    wordpress_page.browser.lets_pass(Duration::from_mins(1)).await;
    wordpress_page.browser.lead_form().reads("送信が完了しました").await;
    let leads = wordpress_page.wordpress.leads();
    assert_eq!((leads.len(), &leads[0]["contact"]["email"]), (1, &json!("taro@example.co.jp")));

    wordpress_page.browser.opens_a_new_tab().await;
    wordpress_page.is("admin").await;
    wordpress_page.uploads(zip(), "Plugin updated successfully").await;
    assert!(!there(BEFORE), "with the next update they go");
    wordpress_page.wordpress.has_a_clean_log();
}

/// The plugin that is there has a file of its own version, and one of another before it.
fn is_of_another_version(wordpress_page: &WordPressPage) {
    let site = wordpress_page.wordpress.plugin("site");
    fs::write(site.join(BEFORE), "before").unwrap();
    fs::write(site.join(LONG_BEFORE), "long before").unwrap();
    let manifest = site.join("manifest.json");
    let mut read: Value = serde_json::from_str(&fs::read_to_string(&manifest).unwrap()).unwrap();
    let files = read["files"].as_array_mut().unwrap();
    files.push(json!({ "path": BEFORE, "bytes": 6, "sri": "" }));
    fs::write(&manifest, read.to_string()).unwrap();
    let plugin = wordpress_page.wordpress.plugin("shindan.php");
    let text = fs::read_to_string(&plugin).unwrap().replace(env!("CARGO_PKG_VERSION"), "0.0.9");
    fs::write(&plugin, text).unwrap();
}
