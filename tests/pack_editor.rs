//! The editor of packs over every shipped and generated pack: what goes in comes out, and each construct can be made,
//! changed and removed.

mod support;

use diagnosis::{ContentHash, Pack, Value};
use pack_editor::{Base, Draft, Item, Path, RuleKind, Template, changes, get, list, template};
use proptest::prelude::*;
use support::cases::cases;
use support::shipped::shipped;
use support::{config, value};

/// Whether two values are equal byte for byte in canonical form, which is what the content hash is taken of.
fn is_canonically_equal(one: &Value, other: &Value) -> bool {
    ContentHash::of(one) == ContentHash::of(other)
}

fn through_the_editor(pack: &Value) -> Value {
    let draft = Draft::of(pack.clone());
    let kept = serde_json::to_string(&draft).unwrap();
    let draft: Draft = serde_json::from_str(&kept).unwrap();
    let file = serde_json::to_string_pretty(&draft.packs()[0]).unwrap();
    serde_json::from_str(&file).unwrap()
}

/// Makes `pack` from a template by the editor's changes alone.
fn rebuilt(pack: &Value) -> Draft {
    let mut draft = template(Template::PointsAndGate, "ja");
    let whole = |name: &str| Path::parse(name);
    for name in ["caps", "findings", "sections"] {
        for at in (0..list(draft.pack("ja"), &whole(name)).len()).rev() {
            draft.remove(&whole(name).at(at));
        }
    }
    let count = |place: &Path| list(pack, place).len();
    for section in 0..count(&whole("sections")) {
        let place = draft.add(&Item::Section).unwrap();
        assert_eq!(place, whole("sections").at(section));
        let rule = get(pack, &place).and_then(RuleKind::of).unwrap();
        let questions = place.key("questions");
        for question in 0..count(&questions) {
            if question > 0 {
                draft.add(&Item::Question { section });
            }
            let choices = questions.at(question).key("choices");
            for _ in 2..count(&choices) {
                draft.add(&Item::Choice { section, question });
            }
            for choice in (count(&choices)..list(draft.pack("ja"), &choices).len()).rev() {
                draft.remove(&choices.at(choice));
            }
            let is_boxes = get(pack, &questions.at(question).key("multiple")) == Some(&Value::Bool(true));
            draft.set_multiple(&questions.at(question), is_boxes);
        }
        draft.set_rule(section, rule);
    }
    for _ in 0..count(&whole("caps")) {
        draft.add(&Item::Cap);
    }
    for finding in 0..count(&whole("findings")) {
        draft.add(&Item::Finding).unwrap();
        for _ in 1..count(&whole("findings").at(finding).key("because")) {
            let question = draft.text("sections[0].questions[0].id").to_owned();
            draft.add(&Item::Condition { finding, question }).unwrap();
        }
        for _ in 1..count(&whole("findings").at(finding).key("steps")) {
            draft.add(&Item::Step { finding });
        }
    }
    for _ in 0..count(&whole("roadmap")) {
        draft.add(&Item::Stage);
    }
    for _ in 0..count(&whole("next")) {
        draft.add(&Item::Offer);
    }
    fill(&mut draft, &Path::default(), pack);
    draft
}

/// Sets every value that is no list of objects, as fields of a form do, and takes away what is not there.
fn fill(draft: &mut Draft, place: &Path, wanted: &Value) {
    match wanted {
        Value::Map(entries) => {
            let made =
                if let Some(Value::Map(made)) = get(draft.pack("ja"), place) { made.clone() } else { Vec::new() };
            for (key, _) in made.iter().filter(|(key, _)| wanted.get(key).is_none()) {
                draft.set("ja", &place.key(key), None);
            }
            for (key, value) in entries {
                fill(draft, &place.key(key), value);
            }
        }
        Value::List(items) if items.iter().any(|item| matches!(item, Value::Map(_))) => {
            assert_eq!(list(draft.pack("ja"), place).len(), items.len(), "{place} has as many entries");
            for (at, item) in items.iter().enumerate() {
                fill(draft, &place.at(at), item);
            }
        }
        other => draft.set("ja", place, Some(other.clone())),
    }
}

#[test]
fn every_shipped_pack_goes_in_and_out_unchanged() {
    for shipped in shipped() {
        let pack = value(&shipped.json);
        assert!(is_canonically_equal(&through_the_editor(&pack), &pack), "{}", shipped.name);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_generated_pack_goes_in_and_out_unchanged(case in cases(5)) {
        let pack = value(&case.json);
        prop_assert!(is_canonically_equal(&through_the_editor(&pack), &pack));
    }

    #[test]
    fn every_construct_can_be_made_changed_and_removed(case in cases(5)) {
        let mut pack = value(&case.json);
        // The language says which pack of a draft is meant, so it is set last by nobody.
        pack_editor::set(&mut pack, &Path::parse("lang"), Value::Text("ja".to_owned()));
        let draft = rebuilt(&pack);
        prop_assert!(is_canonically_equal(draft.pack("ja"), &pack), "{:?}", draft.pack("ja"));
        prop_assert!(Pack::read(draft.pack("ja")).is_ok());
    }

    #[test]
    fn a_copy_of_any_entry_is_accepted_and_goes_again(case in cases(4)) {
        let pack = value(&case.json);
        let before = Draft::of(pack);
        let lang = before.languages().next().unwrap_or_default().to_owned();
        for place in entries(before.pack(&lang), &Path::default()) {
            let mut draft = before.clone();
            let copy = draft.duplicate(&place).unwrap();
            let faults = Pack::read(draft.pack(&lang)).err();
            // A second cap for as many conditions contradicts the first.
            prop_assert!(place.shape() == "caps" || faults.is_none(), "{place}: {faults:?}");
            draft.remove(&copy);
            prop_assert_eq!(&draft, &before, "{}", place);
        }
    }

    #[test]
    fn nothing_has_changed_in_what_nobody_changed(case in cases(4)) {
        let draft = Draft::of(value(&case.json));
        let base = Base { packs: draft.packs().to_vec(), is_built_in: false };
        let found = changes(&base, &draft);
        prop_assert!(found.list.is_empty() && found.do_links_hold && !found.may_verdicts_differ);
    }
}

/// The places of all entries that are objects.
fn entries(value: &Value, place: &Path) -> Vec<Path> {
    match value {
        Value::Map(members) => members.iter().flat_map(|(key, value)| entries(value, &place.key(key))).collect(),
        Value::List(items) => {
            let objects = items.iter().enumerate().filter(|(_, item)| matches!(item, Value::Map(_)));
            objects
                .flat_map(|(at, item)| std::iter::once(place.at(at)).chain(entries(item, &place.at(at))))
                .filter(|path| path.shape() != "levels")
                .collect()
        }
        _ => Vec::new(),
    }
}
