//! Reads a result off the screen: its texts as the respondent sees them, translated or not.

use js_sys::{Date, Object};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::picture::{ResultFacts, Row};

/// What the result in `view` says; `None` where there is none.
pub(super) fn facts(view: &Element, lang: &str) -> Option<ResultFacts> {
    let score = text(view, "[part~=score]")?.parse().ok()?;
    let (title, heading) = (text(view, "h2 small")?, text(view, "h2")?);
    let heading = heading.strip_prefix(title.as_str()).unwrap_or_default().trim().to_owned();
    let today: String = Date::new_0().to_locale_date_string(lang, &Object::new()).into();
    let day = text(view, "h2 + p:not(.by-hand)").unwrap_or(today);
    let receipt = text(view, "[part~=receipt]").unwrap_or_default();
    Some(ResultFacts {
        lang: lang.to_owned(),
        title: [title, heading].join(" – "),
        score,
        level_label: text(view, "p:has([part~=level]) small").unwrap_or_default(),
        level: text(view, "[part~=level]")?,
        meaning: text(view, ".meaning").unwrap_or_default(),
        caps: all(view, "[part~=cap]").iter().map(text_of).collect(),
        rows: all(view, ".picture > h4, .picture li").iter().filter_map(row).collect(),
        foot: [day, receipt].join("　"),
    })
}

/// The id of the diagnosis, by which files are named.
pub(super) fn diagnosis(view: &Element) -> String {
    let receipt = text(view, "[part~=receipt]").unwrap_or_default();
    receipt.split(' ').next().unwrap_or_default().to_owned()
}

fn row(element: &Element) -> Option<Row> {
    if element.local_name() == "h4" {
        return Some(Row::Section(text_of(element)));
    }
    let topic = text(element, "strong")?;
    let drawn = element.query_selector(".value").ok()??.get_attribute("stroke-dasharray")?;
    let share = drawn.split(' ').next()?.parse().ok()?;
    let is_condition = element.query_selector("svg.light").ok()?.is_some();
    Some(if is_condition { Row::Condition(topic, share == 100) } else { Row::Share(topic, share) })
}

fn text(within: &Element, selector: &str) -> Option<String> {
    within.query_selector(selector).ok()?.as_ref().map(text_of)
}

fn text_of(element: &Element) -> String {
    element.text_content().unwrap_or_default().trim().to_owned()
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|nth| found.item(nth)?.dyn_into().ok()).collect()
}
