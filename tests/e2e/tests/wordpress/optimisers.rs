//! What optimisers do to scripts, done here by a plugin that heeds the same marks and filters.

use crate::wordpress_page::{WordPressPage, of_an_owner};

/// Delays every script until somebody moves the mouse, unless it is marked or listed.
const DELAYS: &str = r#"
add_action( 'template_redirect', function () {
    ob_start( function ( $html ) {
        $kept = apply_filters( 'rocket_delay_js_exclusions', array() );
        return preg_replace_callback( '~<script\b([^>]*)>~', function ( $found ) use ( $kept ) {
            $is_marked = preg_match( '~nowprocket|data-no-optimize|data-cfasync="false"~', $found[1] );
            $is_listed = array_filter( $kept, function ( $part ) use ( $found ) { return false !== strpos( $found[1], $part ); } );
            MARKED
            return strpos( $found[1], 'json' ) || $is_left ? $found[0] : '<script type="delayed"' . preg_replace( '~\stype="[^"]*"~', '', $found[1] ) . '>';
        }, $html );
    } );
} );"#;

async fn works_where(is_left: &str) {
    let wordpress_page = WordPressPage::with(&of_an_owner()).await;
    wordpress_page.wordpress.always_runs("delays", &DELAYS.replace("MARKED", &format!("$is_left = {is_left};")));
    wordpress_page.browser.visits(&wordpress_page.wordpress.publishes("check", "[shindan]")).await;
    wordpress_page.goes_the_whole_way().await;
}

#[tokio::test]
async fn those_that_heed_marks_leave_it_alone() {
    works_where("$is_marked").await;
}

#[tokio::test]
async fn those_that_have_lists_leave_it_alone() {
    works_where("(bool) $is_listed").await;
}
