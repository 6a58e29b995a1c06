//! Which page, and which widget on it, took a lead.

/// A page and a widget on it, such as `/check?p=1#readiness`: the path, the query without what campaigns and measuring
/// tools append to links, and the element's id or else its pack.
///
/// The parameters are sorted, so that their order in a link does not matter. Places in the document do not count: a router
/// may keep two pages in it for a moment.
///
/// ```
/// # use leads::Origin;
/// assert_eq!(Origin::parse("/check?utm_source=mail&p=1#readiness"), Origin::parse("/check?p=1&gclid=x#readiness"));
/// assert_ne!(Origin::parse("/check?p=1#readiness"), Origin::parse("/check?p=2#readiness"));
/// assert_eq!(Origin::parse("/check#readiness").as_str(), "/check?#readiness");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

/// What names of campaign parameters begin with; `www/identity.js` has the same rule for runs.
const PREFIXES: [&str; 12] =
    ["utm_", "_", "gad_", "gcls", "hsa_", "mc_", "mkt_", "mtm_", "pk_", "igsh", "srsltid", "epik"];
/// What they end with: `gclid`, `yclid`, `msclkid`, `gbraid` and their kind.
const SUFFIXES: [&str; 3] = ["clid", "clkid", "braid"];

impl Origin {
    /// Takes up `PATH?QUERY#WIDGET`; campaign parameters are dropped, and dropping them twice changes nothing.
    pub fn parse(text: &str) -> Self {
        let (page, widget) = text.split_once('#').unwrap_or((text, ""));
        let (path, query) = page.split_once('?').unwrap_or((page, ""));
        let mut pairs: Vec<&str> = Vec::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty() && !is_of_campaign(pair)) {
            let index = pairs.partition_point(|other| name(other) <= name(pair));
            pairs.insert(index, pair);
        }
        Self([path, "?", &pairs.join("&"), "#", widget].concat())
    }

    /// Its text; [`Origin::parse`] takes it up again.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn name(pair: &str) -> &str {
    pair.split('=').next().unwrap_or_default()
}

fn is_of_campaign(pair: &str) -> bool {
    // `&amp;` is what becomes of a link that was escaped twice.
    let mut name = name(pair);
    while let Some(rest) = name.strip_prefix("amp;") {
        name = rest;
    }
    PREFIXES.iter().any(|prefix| name.starts_with(prefix)) || SUFFIXES.iter().any(|suffix| name.ends_with(suffix))
}
