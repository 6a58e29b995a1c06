//! A page that keeps everything in a closed shadow root: nothing can be looked up from outside, nor from inside.

use crate::page::Host;

#[tokio::test]
async fn the_whole_way_is_gone_inside() {
    Host::of("closed_root").await.goes_the_whole_way().await;
}

#[tokio::test]
async fn the_language_of_the_page_reaches_in() {
    let host = Host::of("closed_root").await.altered("<html lang=\"ja\">", "<html lang=\"en-GB\">");
    host.opens().await;
    let in_english = |screen: &e2e::Screen| screen.legend.as_ref().filter(|legend| legend.is_ascii()).map(|_| ());
    host.browser.widget().shows("a question in English", in_english).await;
}
