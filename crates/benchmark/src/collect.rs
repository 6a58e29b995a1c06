//! Makes a benchmark of responses, so that no group is smaller than the owner allows, nor can be worked out from the others.
//!
//! Groups of one kind (those by company size, say) always make up everybody: those that are too small, and those who did not
//! say, are put together as the rest; where that is too small itself, the smallest group is put to it. So whatever groups are
//! taken from everybody, what is left is a group that is shown, or several.

use std::rc::Rc;

use diagnosis::Id;

use super::response::{Response, last_of_each};
use super::{Benchmark, Group, MIN, Sample, band_of};

/// What a benchmark says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The id of the pack.
    pub pack: Id,
    /// Its version.
    pub version: String,
    /// Where the responses come from.
    pub source: String,
    /// The day of the last response, as `YYYY-MM-DD`.
    pub date: String,
    /// What others may do with the numbers.
    pub licence: String,
    /// Responses that a group must have; less than [`MIN`] counts as that.
    pub min: u32,
    /// What those are called who are in no group of their own, such as "Other".
    pub rest: String,
}

/// There are too few responses to show any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// How many there are.
    pub n: u32,
    /// How many there must be.
    pub min: u32,
}

/// The benchmark of these responses; of several by one person the last counts.
///
/// # Errors
///
/// Where there are too few of them.
pub fn collect(about: &About, responses: &[Response]) -> Result<Benchmark, TooFew> {
    let min = about.min.max(MIN);
    let everybody = last_of_each(responses);
    let n = count(&everybody);
    if n < min {
        return Err(TooFew { n, min });
    }
    let mut kinds: Vec<&str> = Vec::new();
    for (kind, _) in responses.iter().flat_map(|response| &response.groups) {
        if !kinds.contains(&kind.as_str()) {
            kinds.push(kind);
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    for kind in kinds {
        let parts = parts(&everybody, kind, min, &about.rest);
        let with_answers = with_answers(&parts, min);
        for ((label, members), is_with_answers) in parts.into_iter().zip(with_answers) {
            let Some(id) = Id::new(&format!("g{}", groups.len() + 1)) else { continue };
            let sample = sample(&members, is_with_answers);
            groups.push(Group { id, by: kind.into(), label: label.into(), sample });
        }
    }
    Ok(Benchmark {
        pack: about.pack.clone(),
        version: Rc::from(about.version.as_str()),
        source: Rc::from(about.source.as_str()),
        date: Rc::from(about.date.as_str()),
        licence: Rc::from(about.licence.as_str()),
        min,
        all: sample(&everybody, answered(&everybody) >= min),
        groups,
    })
}

type Part<'r> = (String, Vec<&'r Response>);

/// Splits all responses into groups of one kind, each with at least `min` responses; empty if that leaves a single
/// group.
fn parts<'r>(everybody: &[&'r Response], kind: &str, min: u32, rest: &str) -> Vec<Part<'r>> {
    let mut parts: Vec<Part> = Vec::new();
    let mut others: Vec<&Response> = Vec::new();
    for response in everybody {
        let group = response.groups.iter().find(|(of, _)| of == kind).map_or("", |(_, group)| group.trim());
        if group.is_empty() {
            others.push(response);
        } else if let Some((_, members)) = parts.iter_mut().find(|(label, _)| label == group) {
            members.push(response);
        } else {
            parts.push((group.to_owned(), vec![response]));
        }
    }
    let (mut large, small): (Vec<Part>, Vec<Part>) = parts.into_iter().partition(|(_, members)| count(members) >= min);
    others.extend(small.into_iter().flat_map(|(_, members)| members));
    while !others.is_empty() && count(&others) < min {
        let smallest = (0..large.len()).min_by_key(|nth| large.get(*nth).map_or(0, |(_, members)| members.len()));
        let Some(nth) = smallest else { return Vec::new() };
        others.extend(large.remove(nth).1);
    }
    if !others.is_empty() {
        large.push((rest.to_owned(), others));
    }
    if large.len() > 1 { large } else { Vec::new() }
}

/// For each group, whether its answers are shown: at least `min` members passed theirs on. Further groups are hidden
/// until the hidden ones together have none or at least `min` such members, so that nothing can be derived by
/// subtraction.
fn with_answers(parts: &[Part<'_>], min: u32) -> Vec<bool> {
    let numbers: Vec<u32> = parts.iter().map(|(_, members)| answered(members)).collect();
    let mut shown: Vec<bool> = numbers.iter().map(|n| *n >= min).collect();
    loop {
        let hidden: u32 = numbers.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(n, _)| *n).sum();
        if hidden == 0 || hidden >= min {
            return shown;
        }
        let smallest = numbers.iter().zip(&mut shown).filter(|(_, shown)| **shown).min_by_key(|(n, _)| **n);
        let Some((_, shown)) = smallest else { return shown };
        *shown = false;
    }
}

fn sample(members: &[&Response], is_with_answers: bool) -> Sample {
    let mut sample = Sample { n: count(members), ..Sample::default() };
    for response in members {
        if let Some(band) = sample.scores.get_mut(band_of(response.score)) {
            *band += 1;
        }
        for (id, answer) in response.answers.iter().flatten().filter(|_| is_with_answers) {
            add(&mut sample.questions, id, answer);
        }
    }
    sample
}

fn add(questions: &mut Vec<(Id, Vec<(String, u32)>)>, id: &Id, answer: &str) {
    let at = questions.iter().position(|(known, _)| known == id).unwrap_or(questions.len());
    if at == questions.len() {
        questions.push((id.clone(), Vec::new()));
    }
    let Some((_, answers)) = questions.get_mut(at) else { return };
    match answers.iter_mut().find(|(known, _)| known == answer) {
        Some((_, n)) => *n += 1,
        None => answers.push((answer.to_owned(), 1)),
    }
}

fn count(members: &[&Response]) -> u32 {
    u32::try_from(members.len()).unwrap_or(u32::MAX)
}

fn answered(members: &[&Response]) -> u32 {
    u32::try_from(members.iter().filter(|response| response.answers.is_some()).count()).unwrap_or(u32::MAX)
}
