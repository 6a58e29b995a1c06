//! The expected verdicts for answers to the pack `readiness`, implemented a second time from docs/rules.md.
//!
//! It is independent on purpose: it shares no code with the engine, and knows the pack only by its ids.

use fastrand::Rng;

/// The five points of the checklist, in order.
pub const CHECKLIST: [&str; 5] = ["purpose", "involvement", "measurement", "security", "expectation"];
/// The boxes of the question about skills.
pub const SKILLS: [&str; 3] = ["process", "ai", "communication"];
const PLAIN: [&str; 4] = ["met", "partly", "unmet", "unknown"];
const AUTHORITY: [&str; 5] = ["met", "partly", "unmet", "unknown", "none"];

/// One respondent's answers, by the ids of the choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Answers to the five points.
    pub checklist: [&'static str; 5],
    /// Answer to the first condition.
    pub authority: &'static str,
    /// Answer to the second condition, if it is asked.
    pub time: &'static str,
    /// Answer to the third condition, if it is asked.
    pub skill: Vec<&'static str>,
}

/// The expected verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The score, 0 to 100.
    pub score: u32,
    /// The id of the level.
    pub level: &'static str,
    /// The level that the promoter test caps at, if any condition is missing.
    pub cap: Option<&'static str>,
    /// The pack's names for the causes of the cap.
    pub causes: Vec<&'static str>,
    /// Number of findings: one for each gap, one for each missing skill, one for a nominal promoter.
    pub findings: usize,
    /// Number of questions asked.
    pub asked: usize,
}

impl Answers {
    /// Answers that meet everything.
    pub fn all_met() -> Self {
        Self { checklist: ["met"; 5], authority: "met", time: "met", skill: SKILLS.to_vec() }
    }

    /// Answers with a cap, gaps of every kind and a way up.
    pub fn with_a_cap() -> Self {
        Self {
            checklist: ["unmet", "partly", "unknown", "met", "met"],
            authority: "partly",
            time: "partly",
            skill: vec!["ai"],
        }
    }

    /// Random answers, each choice equally likely.
    pub fn any(random: &mut Rng) -> Self {
        let mut checklist = ["met"; 5];
        for answer in &mut checklist {
            *answer = pick(random, &PLAIN);
        }
        Self {
            checklist,
            authority: pick(random, &AUTHORITY),
            time: pick(random, &PLAIN),
            skill: SKILLS.into_iter().filter(|_| random.bool()).collect(),
        }
    }

    /// The questions in order, each with its choices; without a promoter the last two are not asked.
    pub fn answers_in_order(&self) -> Vec<(&'static str, Vec<&'static str>)> {
        let points = CHECKLIST.into_iter().zip(self.checklist).map(|(question, choice)| (question, vec![choice]));
        let mut way: Vec<_> = points.collect();
        way.push(("authority", vec![self.authority]));
        if self.authority != "none" {
            way.push(("time", vec![self.time]));
            way.push(("skill", self.skill.clone()));
        }
        way
    }

    /// The same answers with the best ones to those questions. If a promoter is named only by that, the questions about
    /// the promoter are asked for the first time, and nothing is assumed to be met.
    pub fn improved(&self, questions: &[&str]) -> Self {
        let mut better = self.clone();
        for (name, answer) in CHECKLIST.into_iter().zip(&mut better.checklist) {
            if questions.contains(&name) {
                *answer = "met";
            }
        }
        if questions.contains(&"authority") {
            if self.authority == "none" {
                (better.time, better.skill) = ("unmet", Vec::new());
            }
            better.authority = "met";
        }
        if questions.contains(&"time") {
            better.time = "met";
        }
        if questions.contains(&"skill") {
            better.skill = SKILLS.to_vec();
        }
        better
    }

    /// The questions without the best answer, in order, including those that were not asked.
    pub fn gaps(&self) -> Vec<&'static str> {
        let points = CHECKLIST.into_iter().zip(self.checklist.map(|answer| answer != "met"));
        let nobody = self.authority == "none";
        let conditions = [
            ("authority", self.authority != "met"),
            ("time", nobody || self.time != "met"),
            ("skill", nobody || self.skill.len() < SKILLS.len()),
        ];
        points.chain(conditions).filter(|(_, gap)| *gap).map(|(question, _)| question).collect()
    }

    /// Implements docs/rules.md, "The pack `readiness`".
    pub fn expected(&self) -> Expected {
        let points = |choice: &str| match choice {
            "met" => 20,
            "partly" => 10,
            _ => 0,
        };
        let score: u32 = self.checklist.into_iter().map(points).sum();
        let of_score = match score {
            80.. => "ready",
            50.. => "nearly",
            20.. => "prepare",
            _ => "rethink",
        };
        let nobody = self.authority == "none";
        let lacking = SKILLS.len() - self.skill.len();
        let conditions = [
            ("調整力", self.authority == "met"),
            ("時間", !nobody && self.time == "met"),
            ("スキル", !nobody && lacking == 0),
        ];
        let unmet: Vec<_> = conditions.into_iter().filter(|(_, met)| !met).map(|(name, _)| name).collect();
        let cap = match unmet.len() {
            0 => None,
            1 => Some("nearly"),
            _ => Some("prepare"),
        };
        let gaps = self.checklist.into_iter().filter(|choice| *choice != "met").count();
        let of_promoter = if nobody {
            1
        } else {
            let nominal = self.checklist[0] == "unmet";
            usize::from(self.authority != "met") + usize::from(self.time != "met") + lacking + usize::from(nominal)
        };
        Expected {
            score,
            level: cap.map_or(of_score, |cap| lower(cap, of_score)),
            cap,
            // If nobody is named, that is the cause, and the conditions are not listed.
            causes: if nobody { vec!["推進担当者がまだ決まっていない"] } else { unmet },
            findings: gaps + of_promoter,
            asked: self.answers_in_order().len(),
        }
    }
}

fn pick(random: &mut Rng, from: &[&'static str]) -> &'static str {
    random.choice(from).copied().unwrap_or_default()
}

fn lower(one: &'static str, other: &'static str) -> &'static str {
    let rank = |level: &str| ["rethink", "prepare", "nearly", "ready"].iter().position(|id| *id == level);
    if rank(one) < rank(other) { one } else { other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bands_and_caps_are_those_of_the_domain() {
        assert_eq!(Answers::all_met().expected().level, "ready");
        let one = Answers { time: "partly", ..Answers::all_met() }.expected();
        assert_eq!((one.score, one.level, one.causes), (100, "nearly", vec!["時間"]));
        let none = Answers { authority: "none", ..Answers::all_met() }.expected();
        assert_eq!((none.level, none.asked, none.findings), ("prepare", 6, 1));
        let named = Answers { authority: "none", ..Answers::all_met() }.improved(&["authority", "time"]);
        assert_eq!((named.expected().level, named.gaps()), ("nearly", vec!["skill"]));
        let low = Answers { checklist: ["partly", "unknown", "unmet", "unmet", "unmet"], ..Answers::all_met() };
        assert_eq!((low.expected().score, low.expected().level, low.expected().cap), (10, "rethink", None));
    }
}
