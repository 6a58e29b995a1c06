//! What a lead says of its diagnosis, as lines for the page, which makes the part `diagnosis` of `lead/v1` of them.

use diagnosis::{Complete, Verdict};

/// The verdict as lines of a name, a tab and a value; `cap`, `finding` and `summary` come as often as there are some.
///
/// A cap says its section, its level and its causes. The summary is for whoever calls back: the level in words, and what was
/// found. The answers themselves come along only if the respondent `agreed_to_answers`.
pub fn diagnosis_lines(complete: &Complete, verdict: &Verdict, agreed_to_answers: bool) -> String {
    let pack = complete.answers().pack();
    let mut lines = Lines(String::new());
    lines.add("pack", verdict.receipt.pack.as_str());
    lines.add("version", &verdict.receipt.version);
    lines.add("content_hash", &verdict.receipt.content_hash.to_string());
    lines.add("score", &verdict.score.get().to_string());
    lines.add("level", verdict.level.id());
    for hit in &verdict.caps {
        let section = pack.sections().get(hit.cap.section).map_or("", |section| section.id.as_str());
        let mut said = vec![section, hit.cap.level.id()];
        said.extend(hit.causes.iter().map(|question| question.id.as_str()));
        lines.add("cap", &said.join(" "));
    }
    lines.add("summary", &pack.levels().get(verdict.level).title);
    for hit in &verdict.findings {
        lines.add("finding", hit.finding.id.as_str());
        lines.add("summary", &hit.finding.title);
    }
    if agreed_to_answers {
        lines.add("answers", &complete.answers().encode());
    }
    lines.0
}

struct Lines(String);

impl Lines {
    fn add(&mut self, name: &str, value: &str) {
        let glue = if self.0.is_empty() { "" } else { "\n" };
        for part in [glue, name, "\t", value] {
            self.0.push_str(part);
        }
    }
}
