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

    fn best(&self) -> u64 {
        let worths = list(self.question, "choices").iter().map(worth);
        if self.question["multiple"] == true { worths.sum() } else { worths.max().unwrap() }
    }

    fn is_best(&self) -> bool {
        self.credit() == self.best()
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
                possible += of_section.iter().map(Reply::best).sum::<u64>();
                earned += of_section.iter().map(Reply::credit).sum::<u64>();
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

/// How many answers have to become the best so that the run in `text` reaches `level`: over all sections in turn, the
/// most points for each number of changes.
pub(crate) fn fewest_changes(pack: &Json, text: &str, level: &str) -> Option<usize> {
    let given: Vec<(&str, &str)> = text.split('&').filter_map(|pair| pair.split_once('=')).collect();
    let too_low = |cap: &&Json| height(cap["level"].as_str().unwrap()) < height(level);
    let mut possible = 0;
    let mut most: Vec<Option<u64>> = vec![Some(0)];
    for section in list(pack, "sections") {
        let replies = section_replies(section, &given);
        let caps = list(pack, "caps").iter().filter(|cap| cap["section"] == section["id"]).filter(too_low);
        let min = caps.map(|cap| cap["missing"].as_u64().unwrap()).min().unwrap_or(u64::MAX);
        let of_section = points_by_changes(section, &replies, min);
        possible += of_section.iter().flatten().max().unwrap();
        let mut sums = vec![None; most.len() + of_section.len()];
        for (one, before) in most.iter().enumerate() {
            for (two, more) in of_section.iter().enumerate() {
                sums[one + two] = sums[one + two].max(before.zip(*more).map(|(before, more)| before + more));
            }
        }
        most = sums;
    }
    let from = list(pack, "levels").iter().find(|band| band["id"] == level).unwrap()["from"].as_u64().unwrap();
    most.iter().position(|points| points.is_some_and(|points| points * 100 / possible >= from))
}

/// The most points of a section for each number of changes; `None` while `min` of its conditions are missing.
fn points_by_changes(section: &Json, replies: &[Reply], min: u64) -> Vec<Option<u64>> {
    let gaps: Vec<usize> = (0..replies.len()).filter(|at| !replies[*at].is_best()).collect();
    let mut gains: Vec<u64> = replies.iter().map(|reply| reply.best() - reply.credit()).collect();
    gains.sort_unstable_by(|one, two| two.cmp(one));
    let points = |changes: usize| {
        let left = (gaps.len() - changes) as u64;
        let run = gaps.get(changes).map_or(replies.len(), |gap| *gap) as u64;
        match section["rule"].as_str().unwrap() {
            "sum" => (replies.iter().map(Reply::credit).sum::<u64>() + gains[..changes].iter().sum::<u64>(), 0),
            "all_of" => (0, left),
            _ => (run * section["points_per_rung"].as_u64().unwrap(), replies.len() as u64 - run),
        }
    };
    (0..=gaps.len()).map(points).map(|(points, missing)| (missing < min).then_some(points)).collect()
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
