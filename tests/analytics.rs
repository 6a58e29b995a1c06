//! The container for Google Tag Manager (`docs/gtm-container.json`) against its own format, GA4's limits, and what the widget
//! tells.

use std::collections::BTreeSet;

use serde_json::Value;

/// GA4's limits: characters of a name of an event or parameter, parameters of an event.
const NAME_MAX: usize = 40;
const PARAMETERS_MAX: usize = 25;

fn read(path: &str) -> String {
    std::fs::read_to_string([env!("CARGO_MANIFEST_DIR"), "/", path].concat()).unwrap()
}

fn container() -> Value {
    serde_json::from_str(&read("docs/gtm-container.json")).expect("the container is JSON")
}

/// The entries of that kind in a container: `tag`, `trigger` or `variable`.
fn entries<'v>(container: &'v Value, kind: &str) -> &'v [Value] {
    container["containerVersion"][kind].as_array().unwrap_or_else(|| panic!("no list {kind}"))
}

/// The value of the parameter with that key.
fn parameter<'v>(parameters: &'v Value, key: &str) -> Option<&'v str> {
    parameters.as_array()?.iter().find(|one| one["key"] == key)?["value"].as_str()
}

/// What a tag sends: names of parameters, each with the variable that fills it.
fn sent(tag: &Value) -> Vec<(&str, &str)> {
    let lists = tag["parameter"].as_array().unwrap();
    let rows = lists.iter().find(|one| one["key"] == "eventSettingsTable").and_then(|table| table["list"].as_array());
    rows.into_iter()
        .flatten()
        .map(|row| (parameter(&row["map"], "parameter").unwrap(), parameter(&row["map"], "parameterValue").unwrap()))
        .collect()
}

/// The name of the event that a trigger waits for.
fn awaited(trigger: &Value) -> &str {
    assert_eq!(trigger["type"], "CUSTOM_EVENT");
    let filter = &trigger["customEventFilter"][0];
    assert_eq!(
        (filter["type"].as_str(), parameter(&filter["parameter"], "arg0")),
        (Some("EQUALS"), Some("{{_event}}"))
    );
    parameter(&filter["parameter"], "arg1").unwrap()
}

fn is_name(name: &str) -> bool {
    let rest = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    rest && name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.len() <= NAME_MAX
}

#[test]
fn the_container_is_of_the_export_format_and_holds_together() {
    let container = container();
    assert_eq!(container["exportFormatVersion"], 2);
    assert_eq!(container["containerVersion"]["container"]["usageContext"][0], "WEB");
    let mut names = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for (kind, id) in [("tag", "tagId"), ("trigger", "triggerId"), ("variable", "variableId")] {
        for entry in entries(&container, kind) {
            assert!(names.insert((kind, entry["name"].as_str().unwrap())), "{entry}: the name is there twice");
            assert!(ids.insert(entry[id].as_str().unwrap()), "{entry}: the id is there twice");
        }
    }
    let triggers: BTreeSet<&str> =
        entries(&container, "trigger").iter().map(|one| one["triggerId"].as_str().unwrap()).collect();
    let mut fired = BTreeSet::new();
    for tag in entries(&container, "tag") {
        assert_eq!(tag["type"], "gaawe");
        let id = parameter(&tag["parameter"], "measurementIdOverride").unwrap();
        for variable in sent(tag).into_iter().map(|(_, variable)| variable).chain([id]) {
            let name = variable.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}")).unwrap();
            assert!(names.contains(&("variable", name)), "{variable} is no variable");
        }
        fired.extend(tag["firingTriggerId"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()));
    }
    assert_eq!(fired, triggers);
}

#[test]
fn what_goes_to_ga4_keeps_its_limits() {
    let container = container();
    for tag in entries(&container, "tag") {
        let name = parameter(&tag["parameter"], "eventName").unwrap();
        assert!(is_name(name), "{name}");
        assert!(sent(tag).len() <= PARAMETERS_MAX, "{name}");
        assert!(sent(tag).iter().all(|(key, _)| is_name(key)), "{name}");
    }
}

/// The keys that the types of the npm package have for the detail of an event.
fn keys_of(event: &str) -> BTreeSet<String> {
    let types = read("integrations/npm/element.d.ts");
    let details = types.split_once("interface ShindanEventDetails {").unwrap().1.split_once("\n}").unwrap().0;
    let (_, rest) = details.split_once(&format!("'{event}': ")).unwrap_or_else(|| panic!("{event} has no type"));
    let detail = rest.split_once("};").map_or(rest, |(detail, _)| detail);
    let words = detail.split([';', '{', '\n']).filter_map(|part| part.split_once(':'));
    words.map(|(key, _)| key.trim().trim_end_matches('?').to_owned()).collect()
}

#[test]
fn each_trigger_waits_for_what_is_told_and_each_tag_reads_what_is_in_it() {
    let container = container();
    let snapshot: Value = serde_json::from_str(&read("tests/snapshots/connectors.json")).unwrap();
    let pushed = snapshot.as_array().unwrap().iter().find(|one| one["configured"]["type"] == "data-layer").unwrap();
    let lead: BTreeSet<String> = pushed["sent"]["body"].as_object().unwrap().keys().cloned().collect();
    for trigger in entries(&container, "trigger") {
        let event = awaited(trigger);
        let mut keys = if event == "generate_lead" { lead.clone() } else { keys_of(event) };
        // Each event has it once the arm of a comparison is drawn.
        keys.insert("variant".to_owned());
        let tag = entries(&container, "tag").iter().find(|tag| tag["firingTriggerId"][0] == trigger["triggerId"]);
        let tag = tag.unwrap_or_else(|| panic!("{event} fires nothing"));
        for (key, variable) in sent(tag) {
            assert!(keys.contains(key), "{event} does not tell {key}, only {keys:?}");
            let filled = entries(&container, "variable")
                .iter()
                .find(|one| variable == format!("{{{{{}}}}}", one["name"].as_str().unwrap()));
            assert_eq!(filled.and_then(|one| parameter(&one["parameter"], "name")), Some(key));
        }
    }
}
