//! What a benchmark promises: it counts what was answered, its shares make a whole, and nobody can be identified by it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use benchmark::{About, BANDS, Benchmark, Response, Sample, answers_of, collect, rank};
use diagnosis::{Id, Value};
use proptest::prelude::*;

const KINDS: [&str; 2] = ["size", "industry"];

fn responses() -> impl Strategy<Value = Vec<Response>> {
    let answers = prop::option::of(("[ab]", prop::sample::subsequence(vec!["x", "y", "z"], 0..=3)));
    let one =
        (0u8..=100, answers, 0usize..7, 0usize..4, 0u16..400).prop_map(|(score, answers, size, industry, person)| {
            let text = |(one, boxes): (String, Vec<&str>)| {
                let boxes: String = boxes.iter().map(|choice| format!("&many={choice}")).collect();
                format!("one={one}{}", if boxes.is_empty() { "&many=".to_owned() } else { boxes })
            };
            let group = |nth: usize| if nth == 0 { String::new() } else { format!("group {nth}") };
            let groups = vec![("size".to_owned(), group(size)), ("industry".to_owned(), group(industry))];
            // Nobody known, or one of so many that some answer twice.
            let person_key = if person < 100 { String::new() } else { format!("{person}@example.jp") };
            Response { person_key, score, answers: answers.map(|given| answers_of(&text(given))), groups }
        });
    prop::collection::vec(one, 0..160)
}

fn about(min: u32) -> About {
    About {
        pack: Id::new("p").unwrap(),
        version: "1".to_owned(),
        source: "s".to_owned(),
        date: "2026-10-01".to_owned(),
        licence: "l".to_owned(),
        min,
        rest: "others".to_owned(),
    }
}

/// Counted anew, in another way.
fn recount<'r>(members: impl Iterator<Item = &'r Response> + Clone) -> (u32, [u32; BANDS], BTreeMap<String, u32>) {
    let mut scores = [0; BANDS];
    for response in members.clone() {
        scores[if response.score == 100 { 9 } else { response.score as usize / 10 }] += 1;
    }
    let mut answers = BTreeMap::new();
    for (id, answer) in members.clone().flat_map(|response| response.answers.iter().flatten()) {
        *answers.entry(format!("{}={answer}", id.as_str())).or_insert(0) += 1;
    }
    (members.count() as u32, scores, answers)
}

fn counted(sample: &Sample) -> (u32, [u32; BANDS], BTreeMap<String, u32>) {
    let pairs = sample
        .questions
        .iter()
        .flat_map(|(id, answers)| answers.iter().map(move |(answer, n)| (format!("{}={answer}", id.as_str()), *n)));
    (sample.n, sample.scores, pairs.collect())
}

fn answered(sample: &Sample) -> u32 {
    // Everybody who passed answers on has answered `one`.
    let one = sample.questions.iter().find(|(id, _)| id.as_str() == "one");
    one.map_or(0, |(_, answers)| answers.iter().map(|(_, n)| n).sum())
}

/// Every number of responses that can be worked out of everybody and some of the groups of a kind.
fn differences(all: u32, parts: &[u32]) -> Vec<u32> {
    (0..1u32 << parts.len())
        .map(|chosen| {
            let taken: u32 = parts.iter().enumerate().filter(|(nth, _)| chosen >> nth & 1 == 1).map(|(_, n)| n).sum();
            all - taken
        })
        .collect()
}

proptest! {
    #[test]
    fn it_equals_a_recount_and_tells_nobody_from_others(responses in responses(), min in 0u32..25) {
        let least = min.max(10);
        // Counted anew, the last of each person alone.
        let mut seen = std::collections::BTreeSet::new();
        let mut counted_once: Vec<Response> = responses.iter().rev()
            .filter(|response| response.person_key.is_empty() || seen.insert(response.person_key.clone())).cloned().collect();
        counted_once.reverse();
        let (given, responses) = (responses, counted_once);
        let made = match collect(&about(min), &given) {
            Ok(made) => made,
            Err(too_few) => {
                prop_assert!((responses.len() as u32) < least);
                prop_assert_eq!((too_few.n, too_few.min), (responses.len() as u32, least));
                return Ok(());
            }
        };
        let (n, scores, answers) = recount(responses.iter());
        let passed_on = responses.iter().filter(|response| response.answers.is_some()).count() as u32;
        let answers = if passed_on >= least { answers } else { BTreeMap::new() };
        prop_assert_eq!(counted(&made.all), (n, scores, answers));
        for kind in KINDS {
            let of_kind = || made.groups.iter().filter(|group| &*group.by == kind);
            let parts: Vec<u32> = of_kind().map(|group| group.sample.n).collect();
            prop_assert!(parts.is_empty() || parts.iter().sum::<u32>() == n, "groups make up everybody: {parts:?}");
            for left in differences(n, &parts) {
                prop_assert!(left == 0 || left >= least, "{kind}: {left} of {n} are revealed by {parts:?}");
            }
            let parts: Vec<u32> = of_kind().map(|group| answered(&group.sample)).filter(|n| *n > 0).collect();
            for left in differences(answered(&made.all), &parts) {
                prop_assert!(left == 0 || left >= least, "{kind}: the answers of {left} are revealed by {parts:?}");
            }
            for group in of_kind().filter(|group| &*group.label != "others") {
                let label = |response: &&Response| {
                    response.groups.iter().any(|(of, value)| of == kind && *value == *group.label)
                };
                let (n, scores, answers) = recount(responses.iter().filter(label));
                prop_assert_eq!((group.sample.n, group.sample.scores), (n, scores));
                if !group.sample.questions.is_empty() {
                    prop_assert_eq!(counted(&group.sample).2, answers);
                }
            }
        }
        prop_assert_eq!(made.warnings(), vec![], "what is made needs no remark");
        let json = serde_json::to_string(&made.to_value()).unwrap();
        let read: Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(Benchmark::read(&read), Ok(made), "it is read as it was made");
    }

    #[test]
    fn shares_make_a_whole(scores in prop::array::uniform10(0u32..5_000), score in 0u8..=100) {
        let sample = Sample { n: scores.iter().sum(), scores, questions: Vec::new() };
        let seen = rank(&sample, score);
        let total: u32 = seen.shares.iter().map(|share| u32::from(*share)).sum();
        prop_assert_eq!(total, if sample.n == 0 { 0 } else { 100 });
        prop_assert_eq!(total, u32::from(seen.below) + u32::from(seen.same) + u32::from(seen.above));
        for (share, count) in seen.shares.iter().zip(scores) {
            let exact = f64::from(count) * 100.0 / f64::from(sample.n.max(1));
            prop_assert!((f64::from(*share) - exact).abs() < 1.0, "{share} for {exact}");
        }
    }

    #[test]
    fn a_damaged_file_never_panics(text in "[\\[\\]{}\",:0-9a-z/ -]{0,200}") {
        if let Ok(value) = serde_json::from_str::<Value>(&text) {
            let _ = Benchmark::read(&value);
        }
    }
}
