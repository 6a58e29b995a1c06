//! Where a respondent came from: campaign and click ids out of addresses, and nothing else that stands in them.

use super::lead::{cut, map, text};
use crate::domain::Value;

/// The parameters of a campaign, without their `utm_`.
pub const UTM: [&str; 6] = ["source", "medium", "campaign", "term", "content", "id"];

/// The click ids of advertisers.
pub const CLICK_IDS: [&str; 6] = ["gclid", "gbraid", "wbraid", "yclid", "fbclid", "msclkid"];

/// Longest address, in characters; longer ones are cut.
const ADDRESS_MAX: usize = 1_000;
/// Longest single parameter, in characters.
const PARAMETER_MAX: usize = 200;

/// Where a respondent came from. Every address in it has lost all parameters but those of campaigns, and its fragment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attribution {
    landing_url: String,
    page_url: String,
    page_title: String,
    referrer: String,
    utm: Vec<(&'static str, String)>,
    click_ids: Vec<(&'static str, String)>,
    hutk: Option<String>,
}

impl Attribution {
    /// Of the first page of the visit, the page with the widget and its title, and the referrer of the first page; what is
    /// not known is empty.
    ///
    /// Without `analytics`, the consent to measuring, click ids are left out, also from the addresses.
    pub fn new(landing_url: &str, page_url: &str, page_title: &str, referrer: &str, analytics: bool) -> Self {
        let kept = |names: [&'static str; 6], prefix: &str| {
            let named = |name: &'static str| {
                let key = [prefix, name].concat();
                parameter(landing_url, &key).or_else(|| parameter(page_url, &key)).map(|value| (name, value))
            };
            names.into_iter().filter_map(named).collect()
        };
        Self {
            landing_url: stripped(landing_url, analytics),
            page_url: stripped(page_url, analytics),
            page_title: cut(page_title, PARAMETER_MAX),
            referrer: stripped(referrer, analytics),
            utm: kept(UTM, "utm_"),
            click_ids: if analytics { kept(CLICK_IDS, "") } else { Vec::new() },
            hutk: None,
        }
    }

    /// With the visitor's id of HubSpot, which is a cookie: only with consent to measuring, and only if there is one.
    #[must_use]
    pub fn with_hutk(mut self, hutk: &str) -> Self {
        self.hutk = Some(cut(hutk, PARAMETER_MAX)).filter(|hutk| !hutk.is_empty());
        self
    }

    /// The part `attribution` of `lead/v1`.
    pub(super) fn to_value(&self) -> Value {
        let optional = |said: &str| if said.is_empty() { Value::Null } else { text(said) };
        let pairs = |pairs: &[(&str, String)]| {
            let entries = pairs.iter().map(|(name, value)| ((*name).to_owned(), text(value))).collect::<Vec<_>>();
            if entries.is_empty() { Value::Null } else { Value::Map(entries) }
        };
        map([
            ("landing_url", optional(&self.landing_url)),
            ("page_url", optional(&self.page_url)),
            ("page_title", optional(&self.page_title)),
            ("referrer", optional(&self.referrer)),
            ("utm", pairs(&self.utm)),
            ("click_ids", pairs(&self.click_ids)),
            ("hutk", self.hutk.as_deref().map_or(Value::Null, text)),
        ])
    }
}

/// The parameters of an address, still escaped.
fn parameters(url: &str) -> impl Iterator<Item = (&str, &str)> {
    let before_fragment = url.split('#').next().unwrap_or_default();
    let query = before_fragment.split_once('?').map_or("", |(_, query)| query);
    query.split('&').filter_map(|pair| pair.split_once('='))
}

fn parameter(url: &str, key: &str) -> Option<String> {
    let value = parameters(url).find(|(name, _)| *name == key).map(|(_, value)| unescaped(value))?;
    Some(cut(&value, PARAMETER_MAX)).filter(|value| !value.is_empty())
}

/// The address without fragment, signing-in, and parameters that are none of a campaign.
fn stripped(url: &str, analytics: bool) -> String {
    let is_kept = |name: &str| {
        let is_utm = name.strip_prefix("utm_").is_some_and(|name| UTM.contains(&name));
        is_utm || (analytics && CLICK_IDS.contains(&name))
    };
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let (scheme, rest) = path.split_once("://").unwrap_or(("", path));
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = authority.rsplit('@').next().unwrap_or_default();
    let pairs: Vec<String> =
        parameters(url).filter(|(name, _)| is_kept(name)).map(|(name, value)| [name, "=", value].concat()).collect();
    let glue = if scheme.is_empty() { "" } else { "://" };
    let mark = if pairs.is_empty() { "" } else { "?" };
    cut(&[scheme, glue, host, path, mark, &pairs.join("&")].concat(), ADDRESS_MAX)
}

/// Undoes percent-encoding and `+`; what is no UTF-8 then shows as such.
fn unescaped(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        let mut ahead = rest.clone();
        match (byte, digit(ahead.next()), digit(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high << 4 | low) as u8);
                rest = ahead;
            }
            (b'+', ..) => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    let shown = String::from_utf8_lossy(&bytes);
    shown.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_keep_campaigns_and_lose_the_rest() {
        let url = "https://me:pw@a.example/b?email=x%40y&utm_source=mail&gclid=G1&utm_secret=1#shindan=code";
        assert_eq!(stripped(url, true), "https://a.example/b?utm_source=mail&gclid=G1");
        assert_eq!(stripped(url, false), "https://a.example/b?utm_source=mail");
        assert_eq!(stripped("https://a.example#x?utm_source=1", true), "https://a.example");
        assert_eq!(stripped("/b?q=1", true), "/b");
    }

    #[test]
    fn campaigns_come_from_the_first_page_before_the_last() {
        let of = |analytics| {
            let landing = "https://a.example/?utm_source=%E6%98%A5+sale&gclid=%zz&utm_medium=";
            Attribution::new(landing, "https://a.example/b?utm_source=x&utm_medium=mail", "", "", analytics)
        };
        assert_eq!(of(true).utm, [("source", "春 sale".to_owned()), ("medium", "mail".to_owned())]);
        assert_eq!(of(true).click_ids, [("gclid", "%zz".to_owned())]);
        assert_eq!(of(false).click_ids, []);
    }
}
