//! Functions that need a browser: which values a stylesheet accepts, and how HTML is parsed. Parsed content is only
//! read and never put into a page.

use diagnosis::Value;
use js_sys::{Object, Reflect};
use pack_editor::{Path, text};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element as Node, HtmlElement};

use crate::import::Element;
use crate::snippet::{PROPERTIES, Pairs};

#[wasm_bindgen]
extern "C" {
    /// web-sys has only an unstable binding of Trusted Types.
    type TrustedTypes;
    #[wasm_bindgen(js_name = trustedTypes, thread_local_v2)]
    static TRUSTED_TYPES: Option<TrustedTypes>;
    #[wasm_bindgen(method, catch, js_name = createPolicy)]
    fn create_policy(this: &TrustedTypes, name: &str, rules: &Object) -> Result<Policy, JsValue>;

    type Policy;
    #[wasm_bindgen(method, catch, js_name = createHTML)]
    fn create_html(this: &Policy, html: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = DOMParser)]
    type Parser;
    #[wasm_bindgen(constructor, js_class = DOMParser, catch)]
    fn new() -> Result<Parser, JsValue>;
    /// web-sys accepts only a string, while a policy requires the object that it has created.
    #[wasm_bindgen(method, catch, js_name = parseFromString)]
    fn parse_from_string(this: &Parser, html: &JsValue, kind: &str) -> Result<Document, JsValue>;
}

thread_local! {
    /// The page's only policy, because names of policies are unique.
    static POLICY: Option<OwnPolicy> = make_policy();
}

/// A policy with the function that it calls.
type OwnPolicy = (Policy, Closure<dyn Fn(String) -> String>);

fn make_policy() -> Option<OwnPolicy> {
    let identity = Closure::<dyn Fn(String) -> String>::new(|html: String| html);
    let rules = Object::new();
    Reflect::set(&rules, &"createHTML".into(), identity.as_ref()).ok()?;
    let policy = TRUSTED_TYPES.with(|types| types.as_ref().map(|types| types.create_policy("shindan", &rules)))?;
    Some((policy.ok()?, identity))
}

/// The document parsed from this HTML; none of its scripts run, and nothing of it is loaded.
fn parsed(html: &str) -> Option<Document> {
    let trusted = POLICY.with(|policy| match policy {
        Some((policy, _)) => policy.create_html(html).ok(),
        None => Some(html.into()),
    })?;
    Parser::new().ok()?.parse_from_string(&trusted, "text/html").ok()
}

/// The page's own document.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The JSON child as an element created by a parser: under a policy, an element that is created by hand counts as a
/// script.
pub(crate) fn child_element(markup: &str) -> Option<Node> {
    parsed(markup)?.query_selector("script").ok().flatten()
}

/// The theme as properties with their values, without those that no stylesheet accepts.
pub(crate) fn theme_of(config: &Value) -> Pairs {
    let Some(style) = blank_style() else { return Vec::new() };
    for (key, property) in PROPERTIES {
        let value = text(config, &Path::parse("theme").key(key));
        // The stylesheet itself ignores invalid values.
        let _ = style.set_property(property, value);
    }
    (0..style.length())
        .map(|at| style.item(at))
        .filter_map(|name| {
            let value = style.get_property_value(&name).ok()?.trim().to_owned();
            Some((name, value))
        })
        .collect()
}

fn blank_style() -> Option<web_sys::CssStyleDeclaration> {
    let element: HtmlElement = document()?.create_element("i").ok()?.dyn_into().ok()?;
    Some(element.style())
}

/// Replacement for the name `style` while an element is parsed: a policy forbids the attribute, even if nothing is
/// shown.
const ASIDE: &str = "data-builder-style";

/// The first `<shindan-widget>` in HTML; `None` where there is none.
pub(crate) fn element_in(html: &str) -> Option<Element> {
    let page = parsed(&style_aside(html))?;
    let widgets = page.query_selector_all("shindan-widget").ok()?;
    let widget: Node = widgets.get(0)?.unchecked_into();
    let mut element = Element { others: widgets.length().saturating_sub(1) as usize, ..Element::default() };
    if let Some(child) = widget.query_selector("script[type=\"application/json\"]").ok().flatten() {
        element.child = child.text_content();
        element.child_markup = child.outer_html();
        child.remove();
    }
    if let Some(template) = widget.query_selector("template[shadowrootmode]").ok().flatten() {
        element.has_first_question = true;
        template.remove();
    }
    element.inside = widget.inner_html().trim().to_owned();
    for name in widget.get_attribute_names() {
        let name = name.as_string().unwrap_or_default();
        let value = widget.get_attribute(&name).unwrap_or_default();
        match name.as_str() {
            ASIDE | "style" => (element.theme, element.style) = read_style(&value),
            _ => element.attributes.push((name, value)),
        }
    }
    let loader = page.query_selector("script[src*=\"embed.\"][src$=\".js\"]").ok().flatten();
    element.loader = loader.and_then(|script| script.get_attribute("src"));
    Some(element)
}

/// The HTML with the attribute `style` of widgets renamed.
fn style_aside(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while let Some(at) = rest.to_ascii_lowercase().find("<shindan-widget") {
        let (before, tag) = rest.split_at(at);
        let end = tag.find('>').unwrap_or(tag.len());
        let (tag, after) = tag.split_at(end);
        out.push_str(before);
        let lower = tag.to_ascii_lowercase();
        match lower.match_indices("style").find(|(at, _)| is_attribute(&lower, *at)) {
            Some((at, word)) => {
                let (front, back) = tag.split_at(at);
                out.push_str(front);
                out.push_str(ASIDE);
                out.push_str(back.get(word.len()..).unwrap_or_default());
            }
            None => out.push_str(tag),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether `style` at this position is a whole word before `=`.
fn is_attribute(tag: &str, at: usize) -> bool {
    let before = tag.get(..at).and_then(|front| front.chars().last()).is_some_and(char::is_whitespace);
    let after = tag.get(at + "style".len()..).is_some_and(|back| back.trim_start().starts_with('='));
    before && after
}

fn read_style(text: &str) -> (Pairs, String) {
    let Some(style) = blank_style() else { return (Vec::new(), String::new()) };
    style.set_css_text(text);
    let mut theme = Vec::new();
    for (key, property) in PROPERTIES {
        let value = style.get_property_value(property).unwrap_or_default().trim().to_owned();
        if !value.is_empty() {
            theme.push((key.to_owned(), value));
            // The property existed a moment ago.
            let _ = style.remove_property(property);
        }
    }
    (theme, style.css_text().trim_end().trim_end_matches(';').to_owned())
}

#[cfg(test)]
mod tests {
    use super::style_aside;

    #[test]
    fn the_style_of_a_widget_is_read_under_another_name() {
        let check = |html: &str, expect: &str| assert_eq!(style_aside(html), expect);
        check(
            "<shindan-widget STYLE = 'a'></shindan-widget>",
            "<shindan-widget data-builder-style = 'a'></shindan-widget>",
        );
        check("<p style='b'><shindan-widget data-style=\"c\">", "<p style='b'><shindan-widget data-style=\"c\">");
        check("案内<shindan-widget", "案内<shindan-widget");
    }
}
