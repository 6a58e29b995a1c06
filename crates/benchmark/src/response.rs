//! Responses, and how they are read from leads.

use std::collections::BTreeSet;

use diagnosis::Id;

/// The parts of a lead that mark tests, and what looks like the work of a program, by `true`.
pub const MARKS: [&str; 2] = ["test", "antispam.suspect"];

/// One response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// Identifies the person, so that each is counted once; empty if unknown. It is never written.
    pub person_key: String,
    /// 0 to 100.
    pub score: u8,
    /// The answers, if the respondent passed them on; see [`answers_of`].
    pub answers: Option<Vec<(Id, String)>>,
    /// The groups of the person: the kind of group, and the group. An empty group means that it is unknown.
    pub groups: Vec<(String, String)>,
}

impl Response {
    /// The response in a lead, whose parts `part` answers by their dotted names in `lead/v1`, with empty texts for those that
    /// are missing. `kinds` are the parts by which groups are made, each with what the groups are called by. `None` for
    /// tests, for what looks like the work of a program, and without a score.
    ///
    /// ```
    /// use benchmark::Response;
    /// let part = |name: &str| match name { "diagnosis.score" => "62", "contact.size" => "1–5", _ => "" }.to_owned();
    /// let response = Response::of_lead(part, &[("contact.size", "Size")]).unwrap();
    /// assert_eq!((response.score, response.answers), (62, None));
    /// assert_eq!(response.groups, [("Size".to_owned(), "1–5".to_owned())]);
    /// ```
    pub fn of_lead(part: impl Fn(&str) -> String, kinds: &[(&str, &str)]) -> Option<Self> {
        if MARKS.into_iter().any(|mark| part(mark) == "true") {
            return None;
        }
        let score = part("diagnosis.score").parse().ok().filter(|score| *score <= 100)?;
        let answers = part("diagnosis.answers");
        Some(Self {
            person_key: part("contact.email").trim().to_lowercase(),
            score,
            answers: (!answers.is_empty()).then(|| answers_of(&answers)),
            groups: kinds.iter().map(|(path, name)| ((*name).to_owned(), part(path).trim().to_owned())).collect(),
        })
    }
}

/// The answers of a lead (`diagnosis.answers` of `lead/v1`, `QUESTION=CHOICE` by `&`) as a benchmark counts them.
///
/// ```
/// let answers = benchmark::answers_of("purpose=met&skill=process&skill=ai&time=");
/// let words: Vec<String> = answers.iter().map(|(id, answer)| format!("{} {answer}", id.as_str())).collect();
/// assert_eq!(words, ["purpose met", "skill process+ai", "time "]);
/// ```
pub fn answers_of(text: &str) -> Vec<(Id, String)> {
    let mut answers: Vec<(Id, String)> = Vec::new();
    for pair in text.split('&') {
        let Some((question, choice)) = pair.split_once('=') else { continue };
        let Some(id) = Id::new(question) else { continue };
        match answers.iter_mut().find(|(known, _)| *known == id) {
            Some((_, answer)) => answer.extend(["+", choice]),
            None => answers.push((id, choice.to_owned())),
        }
    }
    answers
}

/// The last response of each person, in order. Responses without a `person_key` are all included.
pub(crate) fn last_of_each(responses: &[Response]) -> Vec<&Response> {
    let mut seen = BTreeSet::new();
    let mut last = Vec::new();
    for response in responses.iter().rev() {
        if response.person_key.is_empty() || seen.insert(response.person_key.as_str()) {
            last.push(response);
        }
    }
    last.reverse();
    last
}
