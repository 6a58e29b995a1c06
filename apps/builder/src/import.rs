//! Imports a snippet, a configuration or a pack. Pure: the caller passes the element that the browser parsed.

use authoring::{Diagnostic, Kind, parse};
use diagnosis::{Pack, Value};
use pack_editor::{Draft, Path};

use crate::messages::BUILT_IN;
use crate::snippet::Pairs;
use crate::work::{DEFAULT_PACK, Work};

/// An element `<shindan-widget>` as a parser found it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Element {
    /// Its attributes, without the style.
    pub(crate) attributes: Pairs,
    /// The text of its JSON child.
    pub(crate) child: Option<String>,
    /// That child as it was written.
    pub(crate) child_markup: String,
    /// What else stands in it.
    pub(crate) inside: String,
    /// Whether the first question stands in it, as it comes with the widget's files.
    pub(crate) has_first_question: bool,
    /// The theme in its style, by key.
    pub(crate) theme: Pairs,
    /// What else its style says.
    pub(crate) style: String,
    /// The address of the loader.
    pub(crate) loader: Option<String>,
    /// How many more elements there are.
    pub(crate) others: usize,
}

/// A message about an import.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ImportMessage {
    /// Nothing was written.
    Nothing,
    /// It is no JSON, or no pack that any reader takes.
    Fault(Diagnostic),
    /// It is neither settings nor a pack.
    NoObject,
    /// There is no `<shindan-widget>`.
    NoWidget,
    /// This number of further elements was left out.
    OnlyFirst(usize),
    /// An attribute that the form does not know was kept.
    KeptAttribute(String),
    /// The settings are in a file.
    ConfigFile,
    /// The pack is in a file.
    PackFile,
    /// The child is no configuration, and was kept as it is.
    KeptChild,
}

/// What a text was imported as.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Imported {
    /// A pack that is accepted.
    Pack(Value),
    /// A configuration.
    Configuration(Value),
    /// A snippet.
    Snippet(Box<Element>),
}

/// What a text is; `element` is what a browser finds in it where it is HTML.
///
/// # Errors
/// Why it is nothing that can be taken up.
pub(crate) fn parse_import(
    text: &str,
    element: impl FnOnce(&str) -> Option<Element>,
) -> Result<Imported, Vec<ImportMessage>> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(vec![ImportMessage::Nothing]);
    }
    if text.starts_with('<') {
        return element(text).map(|found| Imported::Snippet(Box::new(found))).ok_or(vec![ImportMessage::NoWidget]);
    }
    let value = parse(text).map_err(|fault| vec![ImportMessage::Fault(fault)])?;
    match Kind::of(&value) {
        None | Some(Kind::Benchmark) => Err(vec![ImportMessage::NoObject]),
        Some(Kind::Configuration) => Ok(Imported::Configuration(value)),
        Some(Kind::Pack) => match Pack::read(&value) {
            Ok(_) => Ok(Imported::Pack(value)),
            Err(faults) => Err(faults.0.into_iter().map(ImportMessage::Fault).collect()),
        },
    }
}

/// Applies an import to the work, and returns messages for the author.
pub(crate) fn apply_import(work: &mut Work, imported: Imported) -> Vec<ImportMessage> {
    match imported {
        Imported::Configuration(value) => {
            work.config = value;
            Vec::new()
        }
        Imported::Pack(pack) => {
            let mut draft = work.pack.own.as_deref().cloned();
            // A translation of the pack that is here stands beside it; any other takes its place.
            let is_taken = draft.as_mut().is_some_and(|draft| draft.add_translation(pack.clone()).is_ok());
            let taken = draft.filter(|_| is_taken).unwrap_or_else(|| Draft::of(pack));
            work.take_pack(taken);
            Vec::new()
        }
        Imported::Snippet(element) => apply_element(work, *element),
    }
}

const KNOWN: [&str; 6] = ["pack", "lang", "cta-href", "mode", "lead", "data-layer"];

fn apply_element(work: &mut Work, element: Element) -> Vec<ImportMessage> {
    let mut messages: Vec<ImportMessage> = Vec::new();
    messages.extend((element.others > 0).then_some(ImportMessage::OnlyFirst(element.others)));
    let attribute =
        |name: &str| element.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());

    let mut inside = Vec::new();
    let child =
        element.child.as_deref().map_or(Ok(Value::Map(Vec::new())), |json| parse(json).map_err(ImportMessage::Fault));
    match child {
        Ok(value) if Kind::of(&value) == Some(Kind::Configuration) => work.config = value,
        other => {
            work.config = Value::Map(Vec::new());
            messages.extend(other.err());
            messages.push(ImportMessage::KeptChild);
            inside.push(element.child_markup.clone());
        }
    }
    inside.extend((!element.inside.is_empty()).then(|| element.inside.clone()));
    work.inside = inside.join("\n  ");

    for (key, value) in &element.theme {
        work.configure(&Path::parse("theme").key(key), Some(Value::Text(value.clone())));
    }
    for (name, path) in [("cta-href", "cta.href"), ("lead", "lead.placement")] {
        if let Some(value) = attribute(name) {
            work.configure(&Path::parse(path), Some(Value::Text(value)));
        }
    }
    // As the widget reads it (www/language.js), without the region.
    let lang = attribute("lang").unwrap_or_default().to_lowercase();
    work.pack.lang = if lang.split('-').next() == Some("en") { "en" } else { "ja" }.to_owned();
    apply_address(work, attribute("pack"));
    if let Some(loader) = element.loader {
        // Whichever of the loaders it is, the folder is what is before its name.
        work.site = loader.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
    }
    work.is_instant = element.has_first_question;
    work.mode = attribute("mode").unwrap_or_else(|| "inline".to_owned());
    let layer = attribute("data-layer");
    (work.data_layer, work.data_layer_consent) = (layer.is_some(), layer.as_deref() == Some("consent"));
    work.attributes = element.attributes.iter().filter(|(name, _)| !KNOWN.contains(&name.as_str())).cloned().collect();
    for (name, _) in &work.attributes {
        messages.push(if name == "config" {
            ImportMessage::ConfigFile
        } else {
            ImportMessage::KeptAttribute(name.clone())
        });
    }
    if !element.style.is_empty() {
        work.attributes.push(("style".to_owned(), element.style));
    }
    messages.extend((!work.pack.address.is_empty() && work.pack.own.is_none()).then_some(ImportMessage::PackFile));
    messages
}

fn apply_address(work: &mut Work, pack: Option<String>) {
    let id = pack.unwrap_or_else(|| DEFAULT_PACK.to_owned());
    if BUILT_IN.contains(&id.as_str()) {
        work.pack.id = id;
        work.pack.address = String::new();
        (work.pack.own, work.pack.base) = (None, None);
    } else {
        // The file itself has to be brought along; one that is here already is most likely the one that is meant.
        let is_default = work.pack.own.is_some() && id == work.default_address();
        work.pack.address = if is_default { String::new() } else { id };
    }
}

/// The work as the page kept it before it could undo over a reload.
pub(crate) fn earlier_work(text: &str) -> Option<Work> {
    let kept: Value = serde_json::from_str(text).ok()?;
    let at = |path: &str| pack_editor::text(&kept, &Path::parse(path)).to_owned();
    let own = pack_editor::get(&kept, &Path::parse("pack.own")).filter(|own| **own != Value::Null).cloned();
    let pairs = |path: &str| match pack_editor::get(&kept, &Path::parse(path)) {
        Some(Value::Map(entries)) => {
            entries.iter().map(|(name, _)| (name.clone(), at(&format!("{path}.{name}")))).collect()
        }
        _ => Vec::new(),
    };
    let mut work = Work {
        site: at("site"),
        mode: at("mode"),
        data_layer: pack_editor::flag(&kept, &Path::parse("dataLayer")),
        config: pack_editor::get(&kept, &Path::parse("config"))?.clone(),
        attributes: pairs("attributes"),
        inside: at("inside"),
        ..Work::default()
    };
    let id = at("pack.id");
    if !BUILT_IN.contains(&id.as_str()) {
        return None;
    }
    (work.pack.id, work.pack.lang) = (id, at("pack.lang"));
    if let Some(own) = own {
        work.take_pack(Draft::of(own));
    }
    work.pack.address = at("pack.address");
    Some(work)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const PACK: &str = include_str!("../../../packs/readiness.ja.json");

    fn imported(text: &str) -> Result<Imported, Vec<ImportMessage>> {
        parse_import(text, |_| None)
    }

    #[test]
    fn each_kind_of_text_is_told_apart() {
        assert!(matches!(imported(PACK), Ok(Imported::Pack(_))));
        assert!(matches!(imported("\u{feff}{ \"cta\": {} }"), Ok(Imported::Configuration(_))));
        assert_eq!(imported("  "), Err(vec![ImportMessage::Nothing]));
        assert_eq!(imported("[]"), Err(vec![ImportMessage::NoObject]));
        assert_eq!(imported("<p>記事</p>"), Err(vec![ImportMessage::NoWidget]));
        assert!(
            matches!(&imported("{").unwrap_err()[..], [ImportMessage::Fault(fault)] if fault.path.starts_with("line 1"))
        );
        let broken = PACK.replace("\"sum\"", "\"sam\"");
        assert!(
            matches!(&imported(&broken).unwrap_err()[..], [ImportMessage::Fault(fault), ..] if fault.path == "sections[0].rule")
        );
    }

    #[test]
    fn an_element_is_taken_up_and_nothing_of_it_is_lost() {
        let pairs =
            |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Pairs>();
        let element = Element {
            attributes: pairs(&[
                ("pack", "./house.ja.json"),
                ("cta-href", "/a"),
                ("data-x", "1"),
                ("data-layer", "consent"),
                ("config", "c.json"),
            ]),
            child: Some("{ \"mine\": 1 }".to_owned()),
            inside: "<p>案内</p>".to_owned(),
            theme: pairs(&[("text", "#123456")]),
            style: "margin: 2px".to_owned(),
            loader: Some("https://example.com/embed.js".to_owned()),
            others: 2,
            ..Element::default()
        };
        let mut work = Work::default();
        let messages = apply_import(&mut work, Imported::Snippet(Box::new(element)));
        let kept = ImportMessage::KeptAttribute("data-x".to_owned());
        assert_eq!(messages, [ImportMessage::OnlyFirst(2), kept, ImportMessage::ConfigFile, ImportMessage::PackFile]);
        assert_eq!((work.setting("mine"), work.setting("theme.text")), ("1".to_owned(), "#123456".to_owned()));
        assert_eq!(work.site, "https://example.com/");
        assert_eq!((work.data_layer, work.data_layer_consent), (true, true));
        assert_eq!(work.inside, "<p>案内</p>");
    }

    #[test]
    fn a_child_that_is_no_configuration_stays_as_it_is() {
        let markup = "<script type=\"application/json\">{</script>";
        let element = Element { child: Some("{".to_owned()), child_markup: markup.to_owned(), ..Element::default() };
        let mut work = Work::default();
        let messages = apply_import(&mut work, Imported::Snippet(Box::new(element)));
        assert!(matches!(&messages[..], [ImportMessage::Fault(_), ImportMessage::KeptChild]), "{messages:?}");
        assert_eq!(work.inside, markup);
    }

    #[test]
    fn a_language_is_taken_up_without_its_region() {
        for (written, lang) in [(Some("en-US"), "en"), (Some("EN"), "en"), (Some("ja-JP"), "ja"), (None, "ja")] {
            let attributes = written.map(|written| ("lang".to_owned(), written.to_owned())).into_iter().collect();
            let mut work = Work::default();
            apply_import(&mut work, Imported::Snippet(Box::new(Element { attributes, ..Element::default() })));
            assert_eq!(work.pack.lang, lang, "{written:?}");
        }
    }

    #[test]
    fn what_an_earlier_version_kept_is_taken_up() {
        let kept = format!(
            r#"{{ "site": "", "pack": {{ "id": "readiness", "lang": "ja", "address": "", "own": {PACK} }}, "mode": "popup",
                "dataLayer": true, "config": {{ "cta": {{ "href": "/a" }} }}, "attributes": {{ "id": "x" }}, "inside": "" }}"#
        );
        let work = earlier_work(&kept).unwrap();
        assert_eq!((work.mode.as_str(), work.data_layer, work.setting("cta.href")), ("popup", true, "/a".to_owned()));
        assert_eq!(work.attributes, [("id".to_owned(), "x".to_owned())]);
        assert!(work.pack.own.is_some());
        assert_eq!(earlier_work("{}"), None);
    }

    #[test]
    fn a_translation_stands_beside_its_pack() {
        let english: Value = serde_json::from_str(include_str!("../../../packs/readiness.en.json")).unwrap();
        let other: Value = serde_json::from_str(include_str!("../../../packs/adoption.ja.json")).unwrap();
        let mut work = Work::default();
        apply_import(&mut work, imported(PACK).unwrap());
        apply_import(&mut work, Imported::Pack(english));
        let languages = |work: &Work| work.pack.own.as_ref().map(|own| own.packs().len());
        assert_eq!(languages(&work), Some(2));
        apply_import(&mut work, Imported::Pack(other));
        assert_eq!(languages(&work), Some(1));
    }
}
