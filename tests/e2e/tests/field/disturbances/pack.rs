//! What the words on screen stand for, by the pack that the site serves.

use e2e::rules::{Answers, CHECKLIST, SKILLS};
use e2e::{Browser, Site};
use serde_json::Value;

/// The ids of choices, as [`Answers`] has them.
const CHOICES: [&str; 5] = ["met", "partly", "unmet", "unknown", "none"];

/// The pack `readiness` in Japanese.
pub(crate) struct Pack(Value);

impl Pack {
    /// As the site serves it.
    pub(crate) async fn of_the_site(site: &Site, browser: &Browser) -> Self {
        browser.visits(&site.url("page.css")).await;
        let asks = "return (await fetch('/packs/readiness.ja.json')).json()";
        Self(browser.script_async(asks, vec![]).await)
    }

    fn list<'a>(of: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
        of[name].as_array().into_iter().flatten()
    }

    /// The answers that somebody gave who read these words; of a question that was read twice the last ones.
    pub(crate) fn answers(&self, way: &[(String, Vec<String>)]) -> Answers {
        let mut answers = Answers { checklist: [""; 5], authority: "none", time: "", skill: Vec::new() };
        for (read, picked) in way {
            let questions = Self::list(&self.0, "sections").flat_map(|section| Self::list(section, "questions"));
            let is_it = |question: &&Value| tight(read).contains(&tight(text(&question["text"])));
            let found: Vec<&Value> = questions.filter(is_it).collect();
            let [question] = found[..] else { panic!("{read:?} is no question, or several: {found:?}") };
            let ids: Vec<&str> = picked.iter().map(|words| choice(question, words)).collect();
            let one = || CHOICES.into_iter().find(|id| ids == [*id]).unwrap_or_else(|| panic!("{ids:?} is no answer"));
            match text(&question["id"]) {
                "authority" => answers.authority = one(),
                "time" => answers.time = one(),
                "skill" => answers.skill = SKILLS.into_iter().filter(|id| ids.contains(id)).collect(),
                id => {
                    let nth = CHECKLIST.into_iter().position(|point| point == id).expect("it is a point");
                    answers.checklist[nth] = one();
                }
            }
        }
        answers
    }

    /// The id of the level with this title.
    pub(crate) fn level(&self, title: &str) -> String {
        let found = Self::list(&self.0, "levels").find(|level| tight(title) == tight(text(&level["title"])));
        text(&found.unwrap_or_else(|| panic!("{title:?} is no level"))["id"]).to_owned()
    }
}

/// The id of the choice that these words begin with, with its note behind it; foreign scripts may have doubled words.
fn choice<'a>(question: &'a Value, words: &str) -> &'a str {
    let (words, label) = (tight(words), |choice: &Value| tight(text(&choice["label"])));
    let is_it = |choice: &&Value| {
        words.starts_with(&label(choice)) && words.contains(&tight(choice["note"].as_str().unwrap_or_default()))
    };
    let found = Pack::list(question, "choices").filter(is_it).max_by_key(|choice| label(choice).len());
    text(&found.unwrap_or_else(|| panic!("{words:?} is no choice of {question}"))["id"])
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

/// Without spaces, which depend on the elements between words.
fn tight(text: &str) -> String {
    text.split_whitespace().collect()
}
