//! A lead as text to copy and as a `mailto:` link, for a respondent whose lead cannot be sent.

use diagnosis::Value;

use crate::connectors::{Destination, DestinationSettings};
use crate::encode::lines;
use crate::lead_value::{flatten, part, text_of};

/// Windows cuts longer links.
const HREF_MAX: usize = 2_000;

/// The lead in words, for keeping a copy.
pub fn copy_text(lead: &Value) -> String {
    written(lead, "copy", "")
}

/// A link that opens a mail to `address` (`mailto:…`) with the lead in it, no longer than mail programs accept.
pub fn mail_href(address: &str, lead: &Value) -> String {
    let text = written(lead, "mail", address).replace('\n', "\r\n");
    let id = part(lead, "lead_id").map(text_of).unwrap_or_default();
    let reference = id.get(..8).unwrap_or(&id).to_ascii_uppercase();
    let glue = if address.contains('?') { "&" } else { "?" };
    let start = [address, glue, "subject=", &reference, "&body="].concat();
    let mut letters: Vec<char> = text.chars().collect();
    loop {
        let body = encode_uri_component(&letters.iter().collect::<String>());
        if start.len() + body.len() <= HREF_MAX || letters.is_empty() {
            return start + &body;
        }
        letters.truncate(letters.len().saturating_sub(20));
    }
}

fn written(lead: &Value, kind: &str, url: &str) -> String {
    let settings = DestinationSettings { kind: kind.to_owned(), url: url.to_owned(), ..DestinationSettings::default() };
    let parts: Vec<String> = flatten(lead).into_iter().map(|(name, _)| name).collect();
    Destination::new(&settings).map(|to| lines(&to.template(&parts), lead)).unwrap_or_default()
}

fn encode_uri_component(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.extend(char::from_digit(digit.into(), 16).map(|digit| digit.to_ascii_uppercase()));
            }
        }
    }
    encoded
}
