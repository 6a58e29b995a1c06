//! The browser's network requests, from chromedriver's performance log.

use serde_json::Value;
use thirtyfour::BrowserLogEntry;

/// The addresses of the requests, without `data:` and the like, which use no network.
pub(crate) fn requests(log: &[BrowserLogEntry]) -> Vec<String> {
    let messages = log.iter().filter_map(|entry| serde_json::from_str::<Value>(&entry.message).ok());
    let sent = messages.filter(|entry| entry["message"]["method"] == "Network.requestWillBeSent");
    let urls = sent.filter_map(|entry| entry["message"]["params"]["request"]["url"].as_str().map(str::to_owned));
    urls.filter(|url| url.starts_with("http") || url.starts_with("ws")).collect()
}
