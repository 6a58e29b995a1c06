//! A second opinion: the rules of docs/rules.md written straight over a pack's JSON and the text form of answers.
//!
//! Uses nothing of the engine, so that what both say is not one mistake made once.

use std::collections::BTreeSet;

use super::Json;

/// What a run comes to.
#[derive(Debug, PartialEq)]
pub(crate) struct Opinion {
    pub(crate) score: u64,
    pub(crate) level: String,
    /// For each section whose cap applies: its position, and the level allowed.
    pub(crate) caps: Vec<(usize, String)>,
    pub(crate) findings: BTreeSet<String>,
    pub(crate) asked: Vec<String>,
    /// The stages needed: title, first month, last month.
    pub(crate) roadmap: Vec<(String, u64, u64)>,
}

const FROM_LOW_TO_HIGH: [&str; 4] = ["rethink", "prepare", "nearly", "ready"];

/// How high a level stands, 0..=3.
fn height(level: &str) -> usize {
    FROM_LOW_TO_HIGH.iter().position(|other| *other == level).unwrap()
}

fn list<'j>(json: &'j Json, key: &str) -> &'j [Json] {
    json[key].as_array().unwrap()
}

/// One question of a run: the choices made, and whether it was asked at all.
struct Reply<'j> {
    question: &'j Json,
    asked: bool,
    chosen: Vec<&'j Json>,
}

impl Reply<'_> {
    fn credit(&self) -> u64 {
        self.chosen.iter().map(|choice| worth(choice)).sum()
    }

    fn is_best(&self) -> bool {
        let worths = list(self.question, "choices").iter().map(worth);
        self.credit() == if self.question["multiple"] == true { worths.sum() } else { worths.max().unwrap() }
    }
}

/// Points of a choice, or 1 if it meets a condition.
fn worth(choice: &Json) -> u64 {
    choice["points"].as_u64().unwrap_or(u64::from(choice["met"] == true))
}

/// Judges the answers in `text` (`purpose=met&skill=ai`) to `pack`.
pub(crate) fn judge(pack: &Json, text: &str) -> Opinion {
    let given: Vec<(&str, &str)> = text.split('&').filter_map(|pair| pair.split_once('=')).collect();
    let mut replies = Vec::new();
    let (mut earned, mut possible, mut caps) = (0, 0, Vec::new());
    for (index, section) in list(pack, "sections").iter().enumerate() {
        let of_section = section_replies(section, &given);
        let count = of_section.len() as u64;
        let met = of_section.iter().filter(|reply| reply.is_best()).count() as u64;
        let run = of_section.iter().take_while(|reply| reply.is_best()).count() as u64;
        let missing = match section["rule"].as_str().unwrap() {
            "sum" => {
                for reply in &of_section {
                    let best = list(reply.question, "choices").iter().map(worth);
                    possible +=
                        if reply.question["multiple"] == true { best.sum::<u64>() } else { best.max().unwrap() };
                    earned += reply.credit();
                }
                0
            }
            "all_of" => count - met,
            _ => {
                let rung = section["points_per_rung"].as_u64().unwrap();
                (earned, possible) = (earned + run * rung, possible + count * rung);
                count - run
            }
        };
        let apply = |cap: &&Json| cap["section"] == section["id"] && missing >= cap["missing"].as_u64().unwrap();
        let allowed = list(pack, "caps").iter().filter(apply).map(|cap| cap["level"].as_str().unwrap());
        caps.extend(allowed.min_by_key(|level| height(level)).map(|level| (index, level.to_owned())));
        replies.extend(of_section);
    }
    let score = earned * 100 / possible;
    let level = caps.iter().map(|(_, level)| height(level)).fold(height(band(pack, score)), usize::min);
    Opinion {
        score,
        level: FROM_LOW_TO_HIGH[level].to_owned(),
        caps,
        findings: findings(pack, &replies),
        roadmap: roadmap(pack, &replies),
        asked: replies.iter().filter(|r| r.asked).map(|r| r.question["id"].as_str().unwrap().to_owned()).collect(),
    }
}

fn section_replies<'j>(section: &'j Json, given: &[(&str, &str)]) -> Vec<Reply<'j>> {
    let mut ended = false;
    let mut replies = Vec::new();
    for question in list(section, "questions") {
        let asked = !ended;
        let is_given = |choice: &&Json| given.iter().any(|(q, c)| question["id"] == *q && choice["id"] == *c);
        let chosen: Vec<&Json> = list(question, "choices").iter().filter(|choice| asked && is_given(choice)).collect();
        ended = ended || chosen.iter().any(|choice| choice["ends_section"] == true);
        replies.push(Reply { question, asked, chosen });
    }
    replies
}

fn band(pack: &Json, score: u64) -> &str {
    let level = list(pack, "levels").iter().find(|level| score >= level["from"].as_u64().unwrap()).unwrap();
    level["id"].as_str().unwrap()
}

fn roadmap(pack: &Json, replies: &[Reply]) -> Vec<(String, u64, u64)> {
    let is_gap = |id: &Json| !replies.iter().find(|reply| reply.question["id"] == *id).unwrap().is_best();
    let mut month = 1;
    let mut stages = Vec::new();
    for stage in pack["roadmap"].as_array().into_iter().flatten() {
        let questions = list(stage, "questions");
        if questions.is_empty() || questions.iter().any(is_gap) {
            let next = month + stage["months"].as_u64().unwrap();
            stages.push((stage["title"].as_str().unwrap().to_owned(), month, next - 1));
            month = next;
        }
    }
    stages
}

fn findings(pack: &Json, replies: &[Reply]) -> BTreeSet<String> {
    let holds = |condition: &Json| {
        let reply = replies.iter().find(|reply| reply.question["id"] == condition["question"]).unwrap();
        let made = |id: &Json| reply.chosen.iter().any(|choice| choice["id"] == *id);
        let by_choice = condition["is"].as_array().is_some_and(|ids| ids.iter().any(made));
        let by_lack = condition["lacks"].as_array().is_some_and(|ids| !ids.iter().all(made));
        reply.asked && (by_choice || by_lack)
    };
    let apply = |finding: &&Json| list(finding, "because").iter().all(holds);
    list(pack, "findings").iter().filter(apply).map(|finding| finding["id"].as_str().unwrap().to_owned()).collect()
}
