//! The documentation against the code: `docs/reference.md` names what a page can set, hear and style, and nothing else; every
//! link between the Markdown files leads somewhere.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use diagnosis::Value;
use diagnostics::Code;
use settings::{DESTINATION_KINDS, Settings};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files below `folder` with that extension, without those of folders that are built or installed.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["target", "dist", "node_modules"].contains(&name.as_str()) && !name.starts_with('.') {
                found.extend(files(&path, extension));
            }
        } else if path.extension().is_some_and(|other| other == extension) {
            found.push(path);
        }
    }
    found
}

/// What a respondent's browser runs: the scripts and views of the widget.
fn widget_sources() -> String {
    let mut paths = files(&root().join("www"), "js");
    paths.extend(files(&root().join("src"), "rs"));
    paths.iter().map(|path| read(path)).collect()
}

/// The first quoted text (`'…'` or `"…"`) that begins each of the places after `call`, white space aside.
fn quoted_after<'a>(source: &'a str, call: &str) -> BTreeSet<&'a str> {
    let first = |rest: &'a str| {
        let rest = rest.trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
        rest[1..].split(quote).next()
    };
    source.split(call).skip(1).filter_map(first).filter(|name| !name.is_empty()).collect()
}

/// The words in backticks of the first column of the tables below a heading of the second level.
fn first_column<'a>(page: &'a str, heading: &str) -> BTreeSet<&'a str> {
    let start = format!("\n## {heading}\n");
    let section = page.split_once(&start).unwrap_or_else(|| panic!("no heading {heading}")).1;
    let section = section.split("\n## ").next().unwrap();
    let cells = section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).filter(|word| *word != "code").collect()
}

fn reference() -> String {
    read(&root().join("docs/reference.md"))
}

#[test]
fn the_reference_names_every_event() {
    let (page, sources) = (reference(), widget_sources());
    let emitted: BTreeSet<String> =
        quoted_after(&sources, "emit(").into_iter().map(|name| format!("shindan:{name}")).collect();
    let named: BTreeSet<String> = first_column(&page, "Events").into_iter().map(str::to_owned).collect();
    assert_eq!(named, emitted, "left: docs/reference.md, right: the widget");
}

#[test]
fn the_reference_names_every_part() {
    let (page, sources) = (reference(), widget_sources());
    let mut parts: BTreeSet<&str> = BTreeSet::new();
    for call in [" part=", ".part =", "{ part:", ", part:"] {
        parts.extend(quoted_after(&sources, call).into_iter().flat_map(str::split_whitespace));
    }
    assert_eq!(first_column(&page, "Parts"), parts, "left: docs/reference.md, right: the widget");
}

/// Codes that the loader gives to whatever fails while it fetches a file: `request(…, 'pack')`.
fn codes_of_files(sources: &str) -> BTreeSet<&str> {
    let calls = sources.lines().filter(|line| line.contains("request(") || line.contains("loadModule("));
    calls
        .flat_map(|line| line.split(", '").skip(1))
        .filter_map(|rest| rest.split_once("')"))
        .map(|(code, _)| code)
        .collect()
}

#[test]
fn the_reference_names_every_error_code() {
    let (page, sources) = (reference(), widget_sources());
    let mut codes = codes_of_files(&sources);
    for call in ["loadError(", ".fail(", ".report(", "(error, code ="] {
        codes.extend(quoted_after(&sources, call));
    }
    // `/// The code of what fails …` above a constant.
    codes.extend(sources.split("/// The code of what fails").skip(1).filter_map(|rest| rest.split('"').nth(1)));
    assert_eq!(first_column(&page, "Error codes"), codes, "left: docs/reference.md, right: the widget");
}

#[test]
fn the_reference_names_every_attribute() {
    let (page, sources) = (reference(), widget_sources());
    let named = first_column(&page, "Attributes");
    for name in &named {
        let in_dataset = name.replacen("data-", "dataset.", 1);
        let quotes = [format!("'{name}'"), format!("\"{name}\""), format!("[{name}]"), in_dataset];
        assert!(quotes.iter().any(|quoted| sources.contains(quoted)), "the widget does not read {name}");
    }
    let manifest: serde_json::Value =
        serde_json::from_str(&read(&root().join("integrations/npm/custom-elements.json"))).unwrap();
    let attributes = manifest["modules"][0]["declarations"][0]["attributes"].as_array().unwrap();
    for attribute in attributes {
        let name = attribute["name"].as_str().unwrap();
        assert!(named.contains(name), "docs/reference.md does not name the attribute {name}");
    }
}

/// Every key that the settings know, as paths: an unknown key at each place is answered with the known ones.
fn known_keys() -> BTreeSet<String> {
    const PLACES: [&str; 9] =
        ["", "cta", "cta.booking", "cta.label", "lead", "lead.marketing", "lead.contact", "theme", "open"];
    let mut keys: BTreeSet<String> = PLACES.iter().flat_map(|place| keys_at(place)).collect();
    for place in ["lead.destinations[]", "variants[]", "variants[].cta", "variants[].lead"] {
        keys.extend(keys_at(place));
    }
    let groups: Vec<String> =
        keys.iter().filter(|key| keys.iter().any(|other| other.starts_with(&format!("{key}.")))).cloned().collect();
    keys.retain(|key| !groups.contains(key));
    keys
}

fn keys_at(place: &str) -> Vec<String> {
    const ODD: &str = "unheard_of";
    let mut value = Value::Map(vec![(ODD.to_owned(), Value::Bool(true))]);
    for part in place.rsplit('.').filter(|part| !part.is_empty()) {
        value = match part.strip_suffix("[]") {
            Some(part) => Value::Map(vec![(part.to_owned(), Value::List(vec![value]))]),
            None => Value::Map(vec![(part.to_owned(), value)]),
        };
    }
    let (_, found) = Settings::read(&value);
    let unknown = found.iter().find(|one| one.code == Code::UnknownKey).expect("an unknown key is reported");
    let fix = unknown.to_string();
    let list = fix.split_once("one of: ").expect("the known keys are named").1;
    let prefix = if place.is_empty() { String::new() } else { format!("{place}.") };
    list.split(", ").map(|key| format!("{prefix}{key}")).collect()
}

#[test]
fn the_reference_names_every_setting() {
    let page = reference();
    let named: BTreeSet<String> = first_column(&page, "Settings").into_iter().map(str::to_owned).collect();
    assert_eq!(named, known_keys(), "left: docs/reference.md, right: crates/settings");
}

/// Where each kind of destination stands by its name, beside the connectors.
const PLACES_OF_DESTINATIONS: [&str; 7] = [
    "docs/leads.md",
    "docs/reference.md",
    "integrations/npm/config.d.ts",
    "integrations/wordpress/includes/configuration.php",
    "apps/builder/locales/en.json",
    "apps/builder/locales/ja.json",
    "tests/snapshots/connectors.json",
];

#[test]
fn every_destination_is_named_wherever_one_is_chosen_checked_or_shown() {
    let mut absent = Vec::new();
    for kind in DESTINATION_KINDS {
        let with_a_product_name = kind.is_sent.then_some("apps/console/src/lead/delivery.rs");
        let with_an_address = kind.address.and(Some("apps/builder/src/form_step.rs"));
        for place in PLACES_OF_DESTINATIONS.into_iter().chain(with_a_product_name).chain(with_an_address) {
            let text = read(&root().join(place));
            if !['"', '\'', '`'].iter().any(|quote| text.contains(&format!("{quote}{}{quote}", kind.id))) {
                absent.push(format!("{} in {place}", kind.id));
            }
        }
    }
    assert!(absent.is_empty(), "name the kind of destination {}", absent.join(", "));
}

/// The anchor that a heading gets: lower case, without punctuation, hyphens for spaces.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect::<String>().to_lowercase()
}

/// The lines of a page outside of its code blocks.
fn prose(page: &str) -> impl Iterator<Item = &str> {
    let mut is_code = false;
    page.lines().filter(move |line| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    })
}

#[test]
fn every_link_between_the_documents_leads_somewhere() {
    let mut checked = 0;
    for file in files(root(), "md") {
        let page = read(&file);
        let targets = prose(&page).flat_map(|line| line.split("](").skip(1)).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.contains("://") && !target.starts_with("mailto:")) {
            let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
            let linked = if path.is_empty() { file.clone() } else { file.parent().unwrap().join(path) };
            assert!(linked.exists(), "{}: {target} is not there", file.display());
            if !fragment.is_empty() {
                let other = read(&linked);
                let mut headings = prose(&other).filter_map(|line| line.trim_start_matches('#').strip_prefix(' '));
                let is_there = headings.any(|heading| anchor(heading) == fragment);
                assert!(is_there, "{}: {target} names no heading", file.display());
            }
            checked += 1;
        }
    }
    assert!(checked > 50, "only {checked} links found");
}

#[test]
fn the_first_pages_stay_short() {
    for (file, max) in [("README.md", 120), ("README.ja.md", 120), ("ARCHITECTURE.md", 250)] {
        let lines = read(&root().join(file)).lines().count();
        assert!(lines <= max, "{file} has {lines} lines, {max} at most: move details to docs/");
    }
}
