//! A page that lets nobody press, select or paste anything: in the widget all of that works.

use crate::page::Host;

#[tokio::test]
async fn the_whole_way_is_gone_on_it() {
    let host = Host::of("copy_protection").await;
    host.goes_the_whole_way().await;
    let forbade: Vec<String> = host.browser.script("return forbade", vec![]).await;
    assert!(forbade.is_empty(), "{forbade:?}");
}
