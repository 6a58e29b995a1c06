//! A page whose consent tool has made the configuration wait for consent: the owner is notified, and the diagnosis works.

use crate::page::Host;

#[tokio::test]
async fn the_owner_is_told_what_has_become_of_the_configuration() {
    let host = Host::of("consent_tool").await;
    host.opens().await;
    host.comes_to_the_verdict().await;
    let help = host.is_reported("config").await;
    assert!(help.contains("text/plain") && help.contains("application/json"), "{help}");
    host.browser.has_not_jumped().await;
}
