//! A page that an optimiser has changed: the script is a classic one, and the configuration is gone.

use crate::page::Host;

#[tokio::test]
async fn the_classic_script_runs_and_the_owner_is_told_of_what_is_gone() {
    let host = Host::of("optimiser").await;
    host.opens().await;
    host.comes_to_the_verdict().await;
    let help = host.is_reported("config").await;
    assert!(help.contains("data-config") && help.contains("optimiser"), "{help}");
    host.browser.has_not_jumped().await;
}
