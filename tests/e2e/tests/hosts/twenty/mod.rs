//! Twenty widgets on one page.

use crate::page::Host;
use crate::{looks, short_way};

#[tokio::test]
async fn the_first_and_the_last_are_gone_through_and_share_one_download() {
    let host = Host::of("twenty").await;
    let alone = host.stands_alone().await;
    host.opens().await;
    let (first, last) = (host.browser.widget(), host.browser.widget_nth(19));
    first.answers("purpose").await.with("unmet").await;
    last.answers_all(&short_way()).await;
    assert_eq!(last.verdict().await.level, short_way().expected().level);
    first.sees_question("involvement").await;
    host.browser.widget_nth(10).sees_question("purpose").await;
    assert_eq!(host.site.times_asked_for(".wasm"), 1);
    assert_eq!(looks::of_widget(&host.browser, 5).await.len(), looks::of_widget(&host.browser, 7).await.len());
    let status = host.browser.events().await;
    assert_eq!(status.iter().filter(|event| event.name == "shindan:ready").count(), 20);
    assert_eq!(status.iter().filter(|event| event.name == "shindan:complete").count(), 1);
    alone.with_element.is_what(&host.stands().await, "beside twenty widgets");
    host.goes_without_a_trace(&alone).await;
}
