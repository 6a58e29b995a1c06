//! Codes of finished runs: that they come back unharmed, and for which packs they hold.

mod support;

use std::rc::Rc;

use diagnosis::{Answers, Question, SavedResult, diagnose};
use proptest::prelude::*;
use serde_json::json;
use support::cases::cases;
use support::codes::{DAY, LONG, SHORT, of};
use support::{Json, answered, config, read, readiness_json, texts};

/// The answers to what is asked, a line each.
fn asked(answers: &Answers) -> Vec<String> {
    let line = |question: &Rc<Question>| {
        let chosen: Vec<&str> = answers.chosen(question).map(|choice| choice.id.as_str()).collect();
        format!("{}={}", question.id, chosen.join(","))
    };
    answers.visible_questions().map(line).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_run_comes_back_from_its_code(case in cases(5), day in any::<u32>()) {
        let past = of(&case, day);
        let code = past.encode();
        let back = SavedResult::decode(&case.pack, &code).unwrap();
        prop_assert_eq!(asked(back.complete.answers()), asked(case.answers()), "{}", &code);
        prop_assert_eq!(diagnose(&back.complete), diagnose(&case.complete));
        prop_assert_eq!((back.day, back.encode()), (day, code));
    }

    #[test]
    fn a_code_tells_nothing_of_what_was_not_asked(case in cases(5), day in any::<u32>()) {
        let back = SavedResult::decode(&case.pack, &of(&case, day).encode()).unwrap();
        let answers = back.complete.answers();
        prop_assert!(case.pack.questions().iter().all(|question| answers.is_visible(question) == answers.get(question).is_some()));
    }

    #[test]
    fn a_code_needs_no_escaping(case in cases(3), day in any::<u32>()) {
        let code = of(&case, day).encode();
        prop_assert!(code.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-.".contains(&b)), "{}", code);
        prop_assert!(code.ends_with(|c: char| c.is_ascii_digit()), "no link ends with punctuation: {code}");
    }

    #[test]
    fn a_code_of_another_pack_is_refused(one in cases(3), other in cases(3), day in any::<u32>()) {
        let code = of(&one, day).encode();
        prop_assume!(meaning(&one.json) != meaning(&other.json));
        prop_assert_eq!(SavedResult::decode(&other.pack, &code), None);
    }
}

/// What gives a code its meaning.
fn meaning(json: &Json) -> Vec<Json> {
    let mut all = vec![json["id"].clone(), json["version"].clone()];
    for section in json["sections"].as_array().unwrap() {
        for question in section["questions"].as_array().unwrap() {
            let choices = question["choices"].as_array().unwrap().iter();
            let ids: Vec<&Json> = choices.map(|choice| &choice["id"]).collect();
            all.push(json!([question["id"], question["multiple"], ids]));
        }
    }
    all
}

/// Whether a code of the pack `readiness` holds after `change` to the pack.
fn survives(change: impl Fn(&mut Json)) -> bool {
    let mut json = readiness_json();
    // Nothing that refers to a question: so each of them may get another name.
    (json["caps"], json["findings"], json["roadmap"]) = (json!([]), json!([]), json!([]));
    let codes = [LONG, SHORT].map(|text| SavedResult { complete: answered(&read(&json), text), day: DAY }.encode());
    change(&mut json);
    let decoded = codes.map(|code| SavedResult::decode(&read(&json), &code).is_some());
    assert_eq!(decoded[0], decoded[1], "both codes hold or neither");
    decoded[0]
}

#[test]
fn a_code_outlives_other_words_but_no_other_ids() {
    let (mut kept, mut refused) = (0, 0);
    let mut json = readiness_json();
    (json["caps"], json["findings"], json["roadmap"]) = (json!([]), json!([]), json!([]));
    for (place, text) in texts(&json) {
        if ["/format", "/rule"].iter().any(|end| place.ends_with(end)) || place.contains("/levels/") {
            continue;
        }
        let holds = survives(|json| *json.pointer_mut(&place).unwrap() = format!("{text}x").into());
        let is_meant =
            place == "/version" || place == "/id" || (place.ends_with("/id") && place.contains("/questions/"));
        assert_eq!(holds, !is_meant, "{place}");
        *if holds { &mut kept } else { &mut refused } += 1;
    }
    assert!(kept > 80 && refused > 40, "{kept} kept, {refused} refused");
}

#[test]
fn a_code_holds_only_for_the_same_questions_in_the_same_order() {
    assert!(survives(|_| {}));
    assert!(survives(|json| json["sections"][0]["questions"][2]["choices"][1]["points"] = 5.into()));
    assert!(!survives(|json| json["sections"][0]["questions"].as_array_mut().unwrap().swap(0, 1)));
    assert!(!survives(|json| json["sections"][0]["questions"][4]["choices"].as_array_mut().unwrap().swap(2, 3)));
    assert!(!survives(|json| json["sections"][1]["questions"][2]["choices"].as_array_mut().unwrap().swap(0, 1)));
    assert!(!survives(|json| json["sections"][0]["questions"][3]["multiple"] = true.into()));
    assert!(!survives(|json| drop(json["sections"][1]["questions"].as_array_mut().unwrap().pop())));
    assert!(!survives(|json| {
        let new = json!({ "id": "more", "label": "l" });
        json["sections"][1]["questions"][1]["choices"].as_array_mut().unwrap().push(new);
    }));
}
