//! The code that an owner pastes. Pure: the theme's valid values are passed as pairs.

use diagnosis::Value;
use pack_editor::{Path, get, remove};

use crate::work::{DEFAULT_PACK, Work};

/// Custom properties by the keys of a theme.
pub(crate) const PROPERTIES: [(&str, &str); 6] = [
    ("accent", "--shindan-accent"),
    ("on_accent", "--shindan-on-accent"),
    ("surface", "--shindan-surface"),
    ("text", "--shindan-text"),
    ("radius", "--shindan-radius"),
    ("font", "--shindan-font"),
];

/// Pairs of a property or attribute and its value.
pub(crate) type Pairs = Vec<(String, String)>;

/// The part of the configuration that attributes do not express.
pub(crate) fn nested(config: &Value) -> Value {
    let mut work = Work { config: config.clone(), ..Work::default() };
    let set = ["cta.href", "lead.placement"].map(str::to_owned);
    let theme = PROPERTIES.map(|(key, _)| format!("theme.{key}"));
    for path in set.iter().chain(&theme).map(|path| Path::parse(path)) {
        if get(&work.config, &path).is_some() {
            work.configure(&path, None);
        }
    }
    work.config
}

/// The attributes of the element; an attribute without a value has an empty one.
pub(crate) fn attributes(work: &Work, theme: &Pairs) -> Pairs {
    let own = |name: &str| work.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let styles =
        theme.iter().map(|(name, value)| format!("{name}:{value}")).chain(own("style").filter(|text| !text.is_empty()));
    let pack = if work.pack.own.is_some() && work.pack.address.is_empty() {
        work.default_address()
    } else if work.pack.address.is_empty() && work.pack.id != DEFAULT_PACK {
        work.pack.id.clone()
    } else {
        work.pack.address.clone()
    };
    let mut pairs: Pairs = Vec::new();
    let mut put = |name: &str, value: String| {
        if !value.is_empty() {
            pairs.push((name.to_owned(), value));
        }
    };
    put("pack", pack);
    // Without the attribute a built-in pack is in the language of the page around it; a file has its own.
    let is_default = !work.is_built_in() && work.pack.lang == "ja";
    put("lang", if is_default { String::new() } else { work.pack.lang.clone() });
    put("cta-href", work.setting("cta.href"));
    put("mode", if work.mode == "inline" { String::new() } else { work.mode.clone() });
    put("lead", work.setting("lead.placement"));
    if work.data_layer {
        let when = if work.data_layer_consent { "consent" } else { "" };
        pairs.push(("data-layer".to_owned(), when.to_owned()));
    }
    pairs.extend(work.attributes.iter().filter(|(name, _)| name != "style").cloned());
    let style = styles.collect::<Vec<_>>().join(";");
    if !style.is_empty() {
        pairs.push(("style".to_owned(), style));
    }
    pairs
}

/// The snippet; `folder` is the default for the place of the widget's files, and `first_question` the template with the
/// first question, if it is to be in the page.
pub(crate) fn snippet(work: &Work, theme: &Pairs, folder: &str, first_question: Option<&str>) -> String {
    let site = if work.site.is_empty() { folder } else { &work.site };
    let site = [site.trim_end_matches('/'), "/"].concat();
    let mut tag = "<shindan-widget".to_owned();
    for (name, value) in attributes(work, theme) {
        let value = if value.is_empty() { String::new() } else { format!("=\"{}\"", escaped(&value)) };
        tag.push_str(&format!(" {name}{value}"));
    }
    let rest = nested(&work.config);
    let has_rest = !matches!(&rest, Value::Map(entries) if entries.is_empty());
    let mut content: Vec<String> = Vec::new();
    content.extend(first_question.map(|template| format!("  {template}")));
    content.extend(has_rest.then(|| format!("  {}", child(&rest))));
    content.extend((!work.inside.is_empty()).then(|| format!("  {}", work.inside)));
    let end = if content.is_empty() { "</shindan-widget>" } else { "" };
    let mut lines = vec![
        format!("<script type=\"module\" src=\"{}{}\" async></script>", escaped(&site), loader(work)),
        format!("{tag}>{end}"),
    ];
    if !content.is_empty() {
        lines.append(&mut content);
        lines.push("</shindan-widget>".to_owned());
    }
    lines.join("\n")
}

/// The script that contains the first questions of the pack, so that they appear before anything else has loaded.
fn loader(work: &Work) -> String {
    let pack = &work.pack;
    match (pack.id.as_str(), pack.lang.as_str()) {
        (id, lang) if work.is_built_in() && (id, lang) != (DEFAULT_PACK, "ja") => format!("embed.{id}.{lang}.js"),
        _ => "embed.js".to_owned(),
    }
}

/// The configuration as the JSON child of an element, escaped so that no HTML parser sees the end of the element in it.
pub(crate) fn child(config: &Value) -> String {
    let json = serde_json::to_string_pretty(config).unwrap_or_default().replace('<', "\\u003c");
    format!("<script type=\"application/json\">\n{json}\n  </script>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The configuration for the preview: leads that are tried out there are not sent, kiosk mode is off, and no external
/// page is loaded.
pub(crate) fn for_preview(config: &Value) -> Value {
    let mut config = nested(config);
    for path in ["lead.destinations", "lead.kiosk", "cta.booking.frame", "theme"] {
        remove(&mut config, &Path::parse(path));
    }
    config
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(config: &str) -> Work {
        Work { config: serde_json::from_str(config).unwrap_or(Value::Null), ..Work::default() }
    }

    fn check(work: &Work, theme: &[(&str, &str)], expect: &str) {
        let theme = theme.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        assert_eq!(snippet(work, &theme, "https://example.com/shindan/", None), expect);
    }

    #[test]
    fn what_is_as_it_was_needs_two_lines() {
        let expect = "<script type=\"module\" src=\"https://example.com/shindan/embed.js\" async></script>\n\
            <shindan-widget lang=\"ja\"></shindan-widget>";
        check(&Work::default(), &[], expect);
    }

    #[test]
    fn the_first_question_stands_in_the_element() {
        let template = "<template shadowrootmode=\"open\">…</template>";
        let html = snippet(&work(r#"{ "cta": { "href": "/a" } }"#), &Vec::new(), "/s/", Some(template));
        assert!(
            html.ends_with(&format!("<shindan-widget lang=\"ja\" cta-href=\"/a\">\n  {template}\n</shindan-widget>")),
            "{html}"
        );
    }

    #[test]
    fn attributes_say_what_they_can_and_the_child_the_rest() {
        let mut work = work(
            r#"{ "cta": { "href": "/a?b=\"c\"&d", "label": { "ready": "</script><b>" } }, "theme": { "accent": "red" } }"#,
        );
        work.data_layer = true;
        work.pack.id = "executive".to_owned();
        work.attributes = vec![("id".to_owned(), "x".to_owned()), ("style".to_owned(), "margin: 2px".to_owned())];
        work.inside = "<p>案内</p>".to_owned();
        let expect = "<script type=\"module\" src=\"https://example.com/shindan/embed.executive.ja.js\" async></script>\n\
            <shindan-widget pack=\"executive\" lang=\"ja\" cta-href=\"/a?b=&quot;c&quot;&amp;d\" data-layer id=\"x\" style=\"--shindan-accent:red;margin: 2px\">\n  \
            <script type=\"application/json\">\n{\n  \"cta\": {\n    \"label\": {\n      \"ready\": \"\\u003c/script>\\u003cb>\"\n    }\n  }\n}\n  </script>\n  \
            <p>案内</p>\n</shindan-widget>";
        check(&work, &[("--shindan-accent", "red")], expect);
        work.data_layer_consent = true;
        let expect = expect.replace("data-layer", "data-layer=\"consent\"");
        check(&work, &[("--shindan-accent", "red")], &expect);
    }

    #[test]
    fn a_pack_in_a_file_has_a_language_of_its_own() {
        let mut work = Work::default();
        work.pack.address = "/a.json".to_owned();
        let expect = "<script type=\"module\" src=\"https://example.com/shindan/embed.js\" async></script>\n\
            <shindan-widget pack=\"/a.json\"></shindan-widget>";
        check(&work, &[], expect);
        work.pack.lang = "en".to_owned();
        check(&work, &[], &expect.replace("a.json\"", "a.json\" lang=\"en\""));
    }

    #[test]
    fn the_preview_sends_no_lead() {
        let config =
            work(r#"{ "lead": { "purpose": "x", "destinations": [{ "type": "copy" }], "kiosk": 60 } }"#).config;
        assert_eq!(for_preview(&config), work(r#"{ "lead": { "purpose": "x" } }"#).config);
    }
}
