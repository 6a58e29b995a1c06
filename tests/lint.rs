//! What the linter says about packs: held against every run of generated packs, and against packs with one thing wrong.

mod support;

use std::time::{Duration, Instant};

use authoring::{Translation, lint, lint_offers, lint_translations};
use diagnosis::{Level, Pack, Verdict, diagnose};
use diagnostics::{Diagnostic, Language};
use proptest::prelude::*;
use serde_json::json;
use support::cases::cases;
use support::shipped::{Runs, shipped, shipped_as};
use support::{Json, condition, config, points, read, readiness_json, small, value};

/// Longer than any linting takes, also on a busy machine.
const HANGS: Duration = Duration::from_secs(20);

/// A diagnostic as one line.
fn line(remark: &Diagnostic) -> String {
    let is_complete = !remark.text(Language::En).is_empty() && !remark.fix(Language::Ja).is_empty();
    assert!(is_complete, "{remark:?} does not say what is wrong and how to fix it");
    format!("{} {}: {}", remark.severity.id(), remark.path, remark.text(Language::En))
}

fn lines(json: &Json) -> Vec<String> {
    lint(&read(json)).iter().map(line).collect()
}

/// Holds that `readiness`, with these places set to other values, makes the linter say exactly this.
fn changed(changes: &[(&str, Json)], wanted: &[&str]) {
    let mut json = readiness_json();
    for (place, new) in changes {
        let (parent, key) = place.rsplit_once('/').unwrap();
        match json.pointer_mut(parent).unwrap() {
            Json::Array(items) => items[key.parse::<usize>().unwrap()] = new.clone(),
            other => other[key] = new.clone(),
        }
    }
    assert_eq!(lines(&json), wanted);
}

#[test]
fn there_is_nothing_to_say_about_the_shipped_packs() {
    let packs = shipped();
    for pack in &packs {
        assert_eq!(lines(&pack.json), [""; 0], "{}", pack.name);
    }
    let values: Vec<_> = packs.iter().map(|pack| value(&pack.json)).collect();
    let all: Vec<Translation> =
        packs.iter().zip(&values).map(|(pack, value)| Translation { name: &pack.name, value }).collect();
    assert_eq!(lint_translations(&all), vec![Vec::new(); packs.len()]);
    let ids: Vec<&str> = packs.iter().map(|pack| pack.json["id"].as_str().unwrap()).collect();
    for (pack, value) in packs.iter().zip(&values) {
        assert_eq!(lint_offers(value, &ids), [], "{}", pack.name);
    }
}

/// What every run of a pack comes to; `None` if there are too many.
fn verdicts(pack: &std::rc::Rc<Pack>) -> Option<Vec<Verdict>> {
    let runs = Runs::of(pack);
    let numbers = (runs.end() <= 3_000).then(|| 0..runs.end())?;
    Some(numbers.filter_map(|number| runs.run(number)).map(|run| diagnose(&runs.answers(&run))).collect())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn levels_caps_and_findings_are_called_dead_if_and_only_if_no_run_shows_them(case in cases(2)) {
        let Some(verdicts) = verdicts(&case.pack) else { return Ok(()) };
        let reported = lint(&case.pack);
        let says = |place: String, words: &str| {
            reported.iter().any(|remark| remark.path == place && remark.text(Language::En).contains(words))
        };
        for (i, level) in Level::ALL.into_iter().enumerate() {
            let shown = verdicts.iter().any(|verdict| verdict.level == level);
            let scored = verdicts.iter().any(|verdict| verdict.level_of_score == level);
            let place = || format!("levels[{i}]");
            prop_assert_eq!(says(place(), "no result has this level"), !shown, "{:?}: {:?}", level, reported);
            prop_assert_eq!(says(place(), "no run scores"), !scored, "{:?}: {:?}", level, reported);
        }
        for (i, cap) in case.pack.caps().iter().enumerate() {
            let hits = |verdict: &&Verdict| verdict.caps.iter().any(|hit| hit.cap == *cap);
            let applies = verdicts.iter().any(|verdict| hits(&verdict));
            let lowers = verdicts.iter().filter(hits).any(|verdict| verdict.level_of_score > cap.level);
            let place = || format!("caps[{i}]");
            prop_assert_eq!(says(place(), "never applies"), !applies, "{}: {:?}", i, reported);
            prop_assert_eq!(says(place(), "never lowers"), applies && !lowers, "{}: {:?}", i, reported);
        }
        for (i, finding) in case.pack.findings().iter().enumerate() {
            let shown = verdicts.iter().any(|verdict| verdict.findings.iter().any(|hit| hit.finding == *finding));
            prop_assert_eq!(says(format!("findings[{i}].because"), "never applies"), !shown, "{}: {:?}", i, reported);
        }
    }

    #[test]
    fn an_offer_is_called_dead_if_and_only_if_no_level_makes_it(case in cases(1)) {
        let offers = case.json["next"].as_array().cloned().unwrap_or_default();
        let reported = lint(&case.pack);
        let says = |place: String| reported.iter().any(|remark| remark.path == place);
        let holds = |offer: &Json, level: Level| {
            offer["levels"].as_array().is_none_or(|levels| levels.iter().any(|id| *id == level.id()))
        };
        for (i, offer) in offers.iter().enumerate() {
            let first = |level: Level| offers.iter().position(|offer| holds(offer, level)) == Some(i);
            prop_assert_eq!(says(format!("next[{i}]")), !Level::ALL.into_iter().any(first), "{}: {:?}", i, reported);
            prop_assert_eq!(says(format!("next[{i}].pack")), offer["pack"] == "generated", "{}: {:?}", i, reported);
        }
        for level in Level::ALL {
            let wanted = offers.iter().find(|offer| holds(offer, level)).map(|offer| offer["label"].clone());
            let made = case.pack.offer_at(level).map(|offer| Json::from(&*offer.label));
            prop_assert_eq!(made, wanted, "{:?}", level);
        }
    }
}

#[test]
fn a_level_that_no_run_scores_into() {
    let no_less = json!([{ "id": "s", "title": "t", "rule": "sum", "questions": [points("q", 10)] }]);
    let mut json = small(no_less, [80, 50, 20], json!([]));
    json["sections"][0]["questions"][0]["choices"][0]["points"] = 5.into();
    let reported = lines(&json);
    assert!(
        reported.contains(&"error levels[2]: no result has this level: no run scores from 20 to 49".to_owned()),
        "{reported:?}"
    );
    assert!(
        reported.contains(&"error levels[3]: no result has this level: no run scores from 0 to 19".to_owned()),
        "{reported:?}"
    );
    changed(
        &[("/levels/0/from", json!(99)), ("/levels/1/from", json!(98)), ("/levels/2/from", json!(97))],
        &[
            "warning levels[1]: no run scores exactly 98: only a cap leads here",
            "warning levels[2]: no run scores exactly 97: only a cap leads here",
        ],
    );
}

#[test]
fn a_level_that_every_cap_takes_away() {
    let ladder = json!([{
        "id": "s", "title": "t", "rule": "ladder", "points_per_rung": 1, "questions": [condition("q", 0), condition("r", 0)],
    }]);
    let cap = |missing: u32, level: &str| json!({ "section": "s", "missing": missing, "level": level, "reason": "{causes} {level}" });
    let reported = lines(&small(ladder.clone(), [80, 50, 20], json!([cap(1, "prepare")])));
    assert!(
        reported.contains(
            &"error levels[1]: no result has this level: every run that scores into it is held lower by a cap"
                .to_owned()
        ),
        "{reported:?}"
    );
    let reported = lines(&small(ladder, [80, 50, 20], json!([cap(2, "rethink"), cap(1, "nearly")])));
    assert!(
        reported.contains(
            &"warning caps[1]: never lowers a level: while it applies, no run scores more than 50".to_owned()
        ),
        "{reported:?}"
    );
    assert!(
        reported
            .contains(&"warning caps[0]: never lowers a level: while it applies, no run scores more than 0".to_owned()),
        "{reported:?}"
    );
    changed(
        &[("/caps/0/ended_reason", json!("{level}"))],
        &["warning caps[0].ended_reason: is never shown: no choice ends the section there"],
    );
}

#[test]
fn two_hundred_questions_are_judged_in_no_time() {
    let questions = |n: u32| (0..n).map(|i| points(&format!("q{i}"), 9_000 + i * 7 % 1_000)).collect::<Json>();
    let sections = |n| json!([{ "id": "s", "title": "t", "rule": "sum", "questions": questions(n) }]);
    let started = Instant::now();
    let reported = lines(&small(sections(200), [80, 50, 20], json!([])));
    assert!(started.elapsed() < HANGS, "it took {:?}", started.elapsed());
    assert!(!reported.iter().any(|line| line.contains("levels[") || line.contains("different points")), "{reported:?}");
    // Beyond that it says that it does not know, and keeps nobody waiting.
    let started = Instant::now();
    let mut many = small(sections(1_000), [80, 50, 20], json!([]));
    for (i, question) in many["sections"][0]["questions"].as_array_mut().unwrap().iter_mut().enumerate() {
        let choices =
            (0..100).map(|c| json!({ "id": format!("c{c}"), "label": format!("{c}"), "points": c * 99 + i % 7 }));
        question["choices"] = choices.collect();
    }
    assert!(lines(&many).iter().any(|line| line.contains("too many different points")));
    assert!(started.elapsed() < HANGS, "it took {:?}", started.elapsed());
}

#[test]
fn findings_that_can_never_apply_or_are_missing() {
    let is = |question: &str, choices: &[&str]| json!({ "question": question, "is": choices });
    let dead = "error findings[3].because: never applies: no run gives all these answers";
    changed(&[("/findings/3/because", json!([is("purpose", &["unmet"]), is("purpose", &["partly"])]))], &[dead]);
    changed(&[("/findings/3/because", json!([is("authority", &["none"]), is("time", &["unmet"])]))], &[dead]);
    changed(&[("/findings/3/because", json!([is("authority", &["none"]), is("purpose", &["unmet"])]))], &[]);
    changed(
        &[("/findings/3/because", json!([is("purpose", &["met"])]))],
        &["warning findings[3].because: applies also where nothing is missing"],
    );
    changed(
        &[("/findings/1/because", json!([is("purpose", &["partly"])]))],
        &[
            "warning sections[0].questions[0].choices[2]: this answer is a gap, and yields a finding only together with others",
        ],
    );
    changed(
        &[("/findings/1/because", json!([is("purpose", &["unmet"])]))],
        &["warning sections[0].questions[0].choices[1]: this answer is a gap, and yields no finding"],
    );
    changed(
        &[("/findings/8/because", json!([{ "question": "skill", "lacks": ["ai"] }]))],
        &["warning sections[1].questions[2].choices[0]: a box left empty is a gap, and yields no finding"],
    );
}

#[test]
fn a_roadmap_that_leaves_a_gap_out() {
    changed(&[("/roadmap/0/questions/1", json!("involvement"))], &["warning roadmap[0].questions[1]: stands twice"]);
    changed(
        &[("/roadmap/0/questions", json!(["involvement"])), ("/roadmap/3/questions", json!(["purpose"]))],
        &["warning sections[0].questions[2]: no stage of the roadmap works on a gap here"],
    );
}

#[test]
fn offers_that_lead_nowhere_or_are_never_made() {
    changed(&[("/next/0/pack", json!("readiness"))], &["error next[0].pack: is this very pack"]);
    let dead = "error next[1]: is never offered: those before it hold at all of its levels";
    changed(&[("/next/0/levels", Json::Null)], &[dead]);
    changed(&[("/next/1/levels", json!(["prepare"]))], &[dead]);
    changed(&[("/next/1/levels", json!(["prepare", "nearly"]))], &[]);
    changed(&[("/next/1/label", json!("…"))], &["error next[1].label: says nothing: there is no letter in it"]);
    let long = json!("長".repeat(61));
    changed(&[("/next/0/text", long)], &["warning next[0].text: is too long for a phone: 61 characters"]);
    let none = lint_offers(&value(&readiness_json()), &["readiness", "adoption"]);
    assert_eq!(none.iter().map(line).collect::<Vec<_>>(), ["warning next[0].pack: there is no pack `executive`"]);
}

#[test]
fn words_that_are_too_long_for_a_phone_in_their_language() {
    let place = "/sections/0/questions/0/text";
    let long = |n: usize| json!("長".repeat(n));
    changed(&[(place, long(60))], &[]);
    changed(&[(place, long(61))], &["warning sections[0].questions[0].text: is too long for a phone: 61 characters"]);
    let mut english = shipped_as("readiness.en").json;
    english["sections"][0]["questions"][0]["choices"][1]["note"] = "n".repeat(60).into();
    assert_eq!(lines(&english), [""; 0]);
    english["lang"] = "en-GB".into();
    english["sections"][0]["questions"][0]["choices"][1]["note"] = "n".repeat(61).into();
    let note = "warning sections[0].questions[0].choices[1].note: is too long for a phone: 61 characters";
    assert_eq!(lines(&english), [note]);
}

#[test]
fn words_that_say_nothing_or_the_same_or_in_another_language() {
    changed(&[("/levels/1/meaning", json!("…"))], &["error levels[1].meaning: says nothing: there is no letter in it"]);
    changed(&[("/levels/1/cta", json!("—"))], &["error levels[1].cta: says nothing: there is no letter in it"]);
    let ready = readiness_json()["levels"][0]["title"].clone();
    changed(&[("/levels/2/title", ready)], &["error levels[2].title: is the name of another level too"]);
    let yes = readiness_json()["sections"][0]["questions"][0]["choices"][0]["label"].clone();
    changed(
        &[("/sections/0/questions/0/choices/3/label", yes)],
        &["error sections[0].questions[0].choices[3].label: is the label of another choice too"],
    );
    let mut english = shipped_as("readiness.en").json;
    english["levels"][0]["cta"] = "相談する".into();
    assert_eq!(lines(&english), ["warning levels[0].cta: holds Japanese in a pack whose language is `en`"]);
}

#[test]
fn placeholders_that_are_unknown_missing_or_out_of_place() {
    let reason = "/caps/0/reason";
    changed(
        &[(reason, json!("{cause} {causes} {level}"))],
        &["error caps[0].reason: nothing fills in `{cause}`, so it is shown as it stands"],
    );
    changed(&[(reason, json!("x {level}"))], &["warning caps[0].reason: does not say what causes it"]);
    changed(&[(reason, json!("{causes}x"))], &["warning caps[0].reason: does not say at which level it holds"]);
    changed(&[(reason, json!("{causes}{level}}x"))], &["error caps[0].reason: holds a brace that closes nothing"]);
    changed(
        &[("/levels/0/meaning", json!("a {level}"))],
        &["error levels[0].meaning: nothing fills in `{level}`, so it is shown as it stands"],
    );
}

#[test]
fn markup_and_addresses_that_would_be_shown_as_they_stand() {
    let tag = "error levels[0].meaning: holds a tag, which is shown as it stands";
    let address = "warning levels[0].meaning: holds an address that nobody can follow";
    changed(&[("/levels/0/meaning", json!("a <b>c</b>"))], &[tag]);
    changed(&[("/levels/0/meaning", json!("see JavaScript:alert(1)"))], &[address]);
    changed(&[("/levels/0/meaning", json!("https://example.com"))], &[address]);
    changed(&[("/levels/0/meaning", json!("1 < 2, and 3 <4"))], &[]);
}

/// What is said about a second file beside `readiness.ja`, and about that one.
fn beside(english: &Json) -> [Vec<String>; 2] {
    let values = [value(&shipped_as("readiness.ja").json), value(english)];
    let packs =
        [Translation { name: "ja.json", value: &values[0] }, Translation { name: "en.json", value: &values[1] }];
    let mut reported = lint_translations(&packs).into_iter().map(|remarks| remarks.iter().map(line).collect());
    [reported.next().unwrap(), reported.next().unwrap()]
}

#[test]
fn translations_that_differ_in_more_than_words() {
    let english = shipped_as("readiness.en").json;
    let one = |place: &str, new: Json| {
        let mut english = english.clone();
        *english.pointer_mut(place).unwrap() = new;
        let [original, reported] = beside(&english);
        assert_eq!(original, [""; 0]);
        reported
    };
    assert_eq!(one("/title", json!("Another title")), [""; 0]);
    let differs = "differs from ja.json, and is no text to translate";
    assert_eq!(one("/version", json!("9")), [format!("error version: {differs}")]);
    assert_eq!(one("/levels/0/from", json!(81)), [format!("error levels[0].from: {differs}")]);
    assert_eq!(
        one("/sections/0/questions/0/help", Json::Null),
        ["error sections[0].questions[0].help: is missing, and there in ja.json"]
    );
    assert_eq!(one("/findings/0/steps", json!(["one"])), ["error findings[0].steps: has 1 entries, and 3 in ja.json"]);
    let japanese = shipped_as("readiness.ja").json["levels"][0]["cta"].clone();
    assert_eq!(one("/levels/0/cta", japanese), ["warning levels[0].cta: is the same as in ja.json"]);
    assert_eq!(one("/lang", json!("ja")), ["error lang: ja.json has the same id and language"]);
}

#[test]
fn a_language_that_only_some_packs_have() {
    let mut other = shipped_as("executive.en").json;
    let missing = |lang: &str| format!("warning : there is no translation into `{lang}`, which other packs have");
    assert_eq!(beside(&other), [[missing("en")], [missing("ja")]]);
    other["lang"] = "ja".into();
    assert_eq!(beside(&other), [[""; 0]; 2]);
}
