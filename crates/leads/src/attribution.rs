//! The origin of a respondent: the campaigns in addresses, and nothing else that addresses contain.
//!
//! Addresses are used as written. A value that is not UTF-8, such as one that an old mail program wrote in Shift_JIS,
//! stays percent-encoded; a text that is too long is cut between two characters, never within one.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use address::{cut, cut_escaped, pairs, stripped};

mod address;

/// The campaign parameters, each after `utm_`.
const CAMPAIGN: [&str; 6] = ["source", "medium", "campaign", "term", "content", "id"];
/// The click ids of advertisers.
const CLICKS: [&str; 6] = ["gclid", "gbraid", "wbraid", "yclid", "fbclid", "msclkid"];
/// Maximum length of an address, in characters.
const MAX_ADDRESS: usize = 1_000;
/// Maximum length of a title or value, in characters.
const MAX_VALUE: usize = 200;

/// A page of the visit, as reported by the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageAddress {
    /// The address of the page; empty if unknown.
    pub href: String,
    /// The page that led to it.
    pub referrer: String,
}

/// Information of a page about the visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// The first known page of the visit, as it was when it was loaded.
    pub landing: PageAddress,
    /// The current address of the page.
    pub page_href: String,
    /// The title of the page.
    pub page_title: String,
    /// Whether the visitor agreed to measuring. Otherwise no click id and no id of the visitor is read.
    pub is_measured: bool,
    /// All cookies, in the browser's format.
    pub cookies: String,
}

/// The part `attribution` of a lead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Attribution {
    #[serde(skip_serializing_if = "String::is_empty")]
    landing_url: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    page_url: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    page_title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    referrer: String,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    utm: Vec<(&'static str, String)>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    click_ids: Vec<(&'static str, String)>,
    #[serde(skip_serializing_if = "String::is_empty")]
    hutk: String,
}

impl Attribution {
    /// The attribution of a visit. If several addresses name a campaign, the first page's takes precedence.
    pub fn new(visit: &Visit) -> Self {
        let is_kept = |name: &str| is_kept(name, visit.is_measured);
        let addresses = [&*visit.landing.href, &*visit.page_href];
        let found = |prefix: &str, names: [&'static str; 6]| {
            let named = |name: &'static str| Some((name, value(&addresses, &[prefix, name].concat())?));
            names.into_iter().filter_map(named).collect::<Vec<_>>()
        };
        Self {
            landing_url: stripped(&visit.landing.href, is_kept, MAX_ADDRESS),
            page_url: stripped(&visit.page_href, is_kept, MAX_ADDRESS),
            page_title: cut(&visit.page_title, MAX_VALUE).to_owned(),
            referrer: stripped(&visit.landing.referrer, is_kept, MAX_ADDRESS),
            utm: found("utm_", CAMPAIGN),
            click_ids: if visit.is_measured { found("", CLICKS) } else { Vec::new() },
            hutk: if visit.is_measured { hubspot_id(&visit.cookies) } else { String::new() },
        }
    }

    /// Whether the attribution is empty.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The leaves of the attribution by their names.
    pub(crate) fn named(&self) -> impl Iterator<Item = (String, &str)> {
        let texts = [
            ("landing_url", &self.landing_url),
            ("page_url", &self.page_url),
            ("page_title", &self.page_title),
            ("referrer", &self.referrer),
        ];
        let texts = texts.into_iter().map(|(name, text)| (name.to_owned(), &**text));
        let utm = self.utm.iter().map(|(name, text)| (["utm.", name].concat(), &**text));
        let clicks = self.click_ids.iter().map(|(name, text)| (["click_ids.", name].concat(), &**text));
        texts.chain(utm).chain(clicks).chain(std::iter::once(("hutk".to_owned(), &*self.hutk)))
    }
}

impl PageAddress {
    /// The page with addresses reduced to what a lead may contain, to be stored for the next page of the visit.
    pub fn stripped(&self, is_measured: bool) -> Self {
        let is_kept = |name: &str| is_kept(name, is_measured);
        let strip = |href| stripped(href, is_kept, MAX_ADDRESS);
        Self { href: strip(&self.href), referrer: strip(&self.referrer) }
    }
}

impl Visit {
    /// The campaign parameters of the visit as a query, as written: those of the first page, else those of the current
    /// page; empty if there are none. Click ids are included only if the visitor agreed to measuring.
    ///
    /// ```
    /// # use leads::{PageAddress, Visit};
    /// let href = "https://a.example/?p=1&utm_source=%E6%98%A5&gclid=G".to_owned();
    /// let visit = Visit { page_href: href, ..Visit::default() };
    /// assert_eq!(visit.campaign(), "utm_source=%E6%98%A5");
    /// assert_eq!(Visit { is_measured: true, ..visit }.campaign(), "utm_source=%E6%98%A5&gclid=G");
    /// ```
    pub fn campaign(&self) -> String {
        let addresses = [&*self.landing.href, &*self.page_href];
        let query = |address: &&str| {
            let stripped = stripped(address, |name| is_kept(name, self.is_measured), MAX_ADDRESS);
            stripped.split_once('?').map(|(_, query)| query.to_owned())
        };
        addresses.iter().find_map(query).unwrap_or_default()
    }
}

/// Whether a lead may contain this parameter of an address.
fn is_kept(name: &str, is_measured: bool) -> bool {
    let is_campaign = name.strip_prefix("utm_").is_some_and(|name| CAMPAIGN.contains(&name));
    is_campaign || (is_measured && CLICKS.contains(&name))
}

/// The value of that name in the first address that has one.
fn value(addresses: &[&str], name: &str) -> Option<String> {
    let mut all = addresses.iter().flat_map(|address| pairs(address));
    let pair = all.find(|pair| pair.name == name && !pair.value.is_empty())?;
    Some(cut_escaped(&pair.value, MAX_VALUE).to_owned())
}

/// HubSpot's id of the visitor; HubSpot refuses a lead with an invalid one.
fn hubspot_id(cookies: &str) -> String {
    let ids = cookies.split(';').filter_map(|cookie| cookie.trim().strip_prefix("hubspotutk="));
    let is_id = |id: &&str| id.len() == 32 && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    ids.into_iter().find(is_id).unwrap_or_default().to_owned()
}

fn as_map<S: Serializer>(pairs: &[(&'static str, String)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(pairs.len()))?;
    for (name, value) in pairs {
        map.serialize_entry(name, value)?;
    }
    map.end()
}

#[cfg(test)]
mod tests;
