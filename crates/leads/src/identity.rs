//! The widget and the page to which a run and a lead belong.

/// A page and a widget on it, such as `/check?p=1#readiness`: the path, the query without the parameters that campaigns
/// and analytics tools append to links, and the element's id or else its pack.
///
/// `www/identity.js` makes it, because the loader stores runs under it before any wasm is loaded;
/// `tests/fixtures/identity.json` ensures that both follow one rule. The parameters are sorted, so that their order in
/// a link does not matter. The position in the document does not count: a router may keep two pages in it for a moment.
///
/// ```
/// # use leads::Identity;
/// assert_eq!(Identity::parse("/check?utm_source=mail&p=1#readiness"), Identity::parse("/check?p=1&gclid=x#readiness"));
/// assert_ne!(Identity::parse("/check?p=1#readiness"), Identity::parse("/check?p=2#readiness"));
/// assert_eq!(Identity::parse("/check#readiness").as_str(), "/check?#readiness");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity(String);

/// Prefixes of campaign parameters.
const PREFIXES: [&str; 7] = ["utm_", "_", "gad_", "hsa_", "pk_", "mtm_", "igsh"];
/// Full names of campaign parameters.
const NAMES: [&str; 6] = ["mc_cid", "mc_eid", "mkt_tok", "srsltid", "epik", "gclsrc"];
/// Suffixes of campaign parameters: `gclid`, `yclid`, `msclkid`, `gbraid` and similar ones.
const SUFFIXES: [&str; 3] = ["clid", "clkid", "braid"];

impl Identity {
    /// Parses `PATH?QUERY#WIDGET`; campaign parameters are dropped, and dropping them twice changes nothing.
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

    /// The text form, which [`Identity::parse`] accepts.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn name(pair: &str) -> &str {
    pair.split('=').next().unwrap_or_default()
}

fn is_of_campaign(pair: &str) -> bool {
    // A link that was escaped twice contains `&amp;`.
    let mut name = name(pair);
    while let Some(rest) = name.strip_prefix("amp;") {
        name = rest;
    }
    PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        || NAMES.contains(&name)
        || SUFFIXES.iter().any(|suffix| name.ends_with(suffix))
}
