//! Which widget on which page: what a run and a lead belong to.

/// A page and a widget on it, such as `/check?p=1#readiness`: the path, the query without what campaigns and measuring
/// tools append to links, and the element's id or else its pack.
///
/// `www/identity.js` makes it, as the loader keeps runs by it before any wasm is there; `tests/fixtures/identity.json` holds
/// both to one rule. The parameters are sorted, so that their order in a link does not matter. Places in the document do not
/// count: a router may keep two pages in it for a moment.
///
/// ```
/// # use leads::Identity;
/// assert_eq!(Identity::parse("/check?utm_source=mail&p=1#readiness"), Identity::parse("/check?p=1&gclid=x#readiness"));
/// assert_ne!(Identity::parse("/check?p=1#readiness"), Identity::parse("/check?p=2#readiness"));
/// assert_eq!(Identity::parse("/check#readiness").as_str(), "/check?#readiness");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity(String);

/// What names of campaign parameters begin with.
const PREFIXES: [&str; 7] = ["utm_", "_", "gad_", "hsa_", "pk_", "mtm_", "igsh"];
/// What they are as a whole.
const NAMES: [&str; 6] = ["mc_cid", "mc_eid", "mkt_tok", "srsltid", "epik", "gclsrc"];
/// What they end with: `gclid`, `yclid`, `msclkid`, `gbraid` and their kind.
const SUFFIXES: [&str; 3] = ["clid", "clkid", "braid"];

impl Identity {
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

    /// Its text; [`Identity::parse`] takes it up again.
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
    PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        || NAMES.contains(&name)
        || SUFFIXES.iter().any(|suffix| name.ends_with(suffix))
}
