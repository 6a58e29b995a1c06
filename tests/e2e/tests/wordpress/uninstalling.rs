//! What is left of the plugin when it is deleted.

use serde_json::json;

use crate::wordpress_page::{WordPressPage, of_an_owner};

const LEAD: &str = r#"{ "schema": "lead/v1", "lead_id": "00000000-0000-4000-8000-000000000001", "contact": { "email": "taro@example.jp" },
    "consent": { "privacy": { "agreed": true } } }"#;

/// Every row of the database with its name in it.
const LEFT: &str = "
    global $wpdb;
    $rows = array_merge(
        $wpdb->get_col( \"SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%shindan%'\" ),
        $wpdb->get_col( \"SELECT post_name FROM $wpdb->posts WHERE post_type LIKE '%shindan%'\" ),
        $wpdb->get_col( \"SELECT meta_key FROM $wpdb->postmeta WHERE meta_key LIKE '%shindan%'\" ),
        $wpdb->get_col( \"SELECT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE '%shindan%'\" )
    );
    echo wp_json_encode( $rows );";

#[tokio::test]
async fn nothing() {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.opens("").await;
    let send = "const [url, body] = arguments;
        return (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status";
    let url = wordpress_page.wordpress.url("wp-json/shindan/v1/leads");
    assert_eq!(wordpress_page.browser.script_async::<u16>(send, vec![json!(url), json!(LEAD)]).await, 200);
    assert_ne!(wordpress_page.wordpress.runs(LEFT), "[]");
    wordpress_page.wordpress.runs(
        "require_once ABSPATH . 'wp-admin/includes/plugin.php';
        require_once ABSPATH . 'wp-admin/includes/file.php';
        deactivate_plugins( 'shindan/shindan.php' );
        $done = delete_plugins( array( 'shindan/shindan.php' ) );
        true === $done || exit( 1 );",
    );
    assert_eq!(wordpress_page.wordpress.runs(LEFT), "[]");
    assert!(!wordpress_page.wordpress.plugin("").exists());
}
