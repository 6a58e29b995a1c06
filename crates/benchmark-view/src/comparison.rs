//! A result beside a group, in texts and shares.

use benchmark::{BANDS, Benchmark, Group, Rank, Sample, answers_of, rank, share_of};
use diagnosis::Value;

use super::messages::{Messages, fill};

/// Maximum number of faults of a file that are reported at once.
const FAULTS_MAX: usize = 5;

/// What is compared with.
#[derive(Clone, Debug)]
pub struct Comparison {
    benchmark: Benchmark,
    messages: &'static Messages,
    score: u8,
    /// Ids of questions with the respondent's answers.
    answers: Vec<(String, String)>,
}

/// A comparison with one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How many of the group have a score in each band.
    pub counts: [u32; BANDS],
    /// Where the score stands.
    pub rank: Rank,
    /// The same in a sentence.
    pub sentence: String,
    /// Ids of questions with the share of those who answered alike, in words.
    pub alike: Vec<(String, String)>,
}

/// Groups of one kind that may be chosen from: what they are made by, and each with its place and label.
pub type Kind<'a> = (&'a str, Vec<(usize, &'a str)>);

impl Comparison {
    /// Reads the text of a file, and holds it against a result of this `pack` and `version`. `answers` are its answers in their text form.
    ///
    /// # Errors
    ///
    /// Why the file is not used, for the owner. `Ok(None)` where it has too few responses to show any.
    pub fn read(
        json: &str,
        (pack, version): (&str, &str),
        score: u8,
        answers: &str,
        messages: &'static Messages,
    ) -> Result<Option<Self>, String> {
        let value: Value = serde_json::from_str(json).map_err(|fault| format!("is no JSON ({fault})"))?;
        let benchmark = Benchmark::read(&value).map_err(|faults| {
            let lines: Vec<String> = faults.0.iter().take(FAULTS_MAX).map(ToString::to_string).collect();
            format!("is refused: {}", lines.join(" / "))
        })?;
        if !benchmark.is_of(pack, version) {
            let (id, of) = (benchmark.pack.as_str(), &benchmark.version);
            return Err(format!(
                "is about {id} {of}, and this is {pack} {version}: name one about this version, or none"
            ));
        }
        let answers = answers_of(answers).into_iter().map(|(id, answer)| (id.as_str().to_owned(), answer)).collect();
        Ok(benchmark.is_shown().then_some(Self { benchmark, messages, score, answers }))
    }

    /// The groups that may be chosen, by kind. Everybody is not among them.
    pub fn kinds(&self) -> Vec<Kind<'_>> {
        let mut kinds: Vec<Kind> = Vec::new();
        for (nth, group) in self.benchmark.shown_groups().enumerate() {
            match kinds.iter_mut().find(|(by, _)| *by == &*group.by) {
                Some((_, groups)) => groups.push((nth, &group.label)),
                None => kinds.push((&group.by, vec![(nth, &group.label)])),
            }
        }
        kinds
    }

    /// The comparison with one of the groups, or with everybody.
    pub fn with(&self, nth: Option<usize>) -> Seen {
        let group = nth.and_then(|nth| self.benchmark.shown_groups().nth(nth));
        let (label, sample) = match group {
            Some(Group { label, sample, .. }) => (&**label, sample),
            None => (self.messages.all, &self.benchmark.all),
        };
        let rank = rank(sample, self.score);
        let [below, same, above] = [rank.below, rank.same, rank.above].map(|share| self.share(share));
        let values = [
            ("n", sample.n.to_string()),
            ("band", self.band(rank.band)),
            ("below", below),
            ("same", same),
            ("above", above),
            // The owner's words come last, so that no brace of theirs is filled in.
            ("group", label.to_owned()),
        ];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Seen { sentence: fill(self.messages.rank, &values), alike: self.alike(sample), counts: sample.scores, rank }
    }

    fn alike(&self, sample: &Sample) -> Vec<(String, String)> {
        let alike = |(id, answer): &(String, String)| Some((id.clone(), self.share(share_of(sample, id, answer)?)));
        self.answers.iter().filter_map(alike).collect()
    }

    /// Where the numbers come from, in a line.
    pub fn source(&self) -> String {
        let Benchmark { source, date, licence, .. } = &self.benchmark;
        fill(self.messages.source, &[("date", date), ("licence", licence), ("source", source)])
    }

    /// A share in words.
    pub fn share(&self, share: u8) -> String {
        fill(self.messages.share, &[("n", &share.to_string())])
    }

    /// A band in words.
    pub fn band(&self, band: usize) -> String {
        let to = if band + 1 == BANDS { 100 } else { band * 10 + 9 };
        fill(self.messages.band, &[("from", &(band * 10).to_string()), ("to", &to.to_string())])
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const FILE: &str = r#"{ "format": "benchmark/v1", "pack": "p", "version": "1", "source": "{n} {group}", "date": "2026-10-01",
        "licence": "CC0", "min": 12,
        "all": { "n": 40, "scores": [0, 0, 0, 0, 0, 10, 10, 20, 0, 0], "questions": { "a": { "x": 1, "y": 3 }, "b": { "": 2, "x+y": 2 } } },
        "groups": [
            { "id": "g1", "by": "Size", "label": "1–5", "n": 11, "scores": [11, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
            { "id": "g2", "by": "Size", "label": "6–", "n": 29, "scores": [0, 0, 0, 0, 0, 9, 0, 20, 0, 0] }
        ] }"#;

    fn read(json: &str, run: &str) -> Result<Option<Comparison>, String> {
        Comparison::read(json, ("p", "1"), 62, run, Messages::of("en"))
    }

    #[test]
    fn a_result_is_seen_beside_everybody_and_each_group_that_is_large_enough() {
        let comparison = read(FILE, ".shown=1&a=y&b=x&b=y&c=x").unwrap().unwrap();
        assert_eq!(comparison.kinds(), [("Size", vec![(0, "6–")])], "eleven are too few here");
        let seen = comparison.with(None);
        assert_eq!(
            seen.sentence,
            "Of 40 responses (Everyone), 25% are in your range of 60–69 points, 25% are below it and 50% are above it."
        );
        let words = |id: &str, share: &str| (id.to_owned(), share.to_owned());
        assert_eq!(seen.alike, [words("a", "75%"), words("b", "50%")], "a question without numbers has no row");
        assert!(comparison.with(Some(0)).sentence.starts_with("Of 29 responses (6–), 0% are in your range"));
        assert!(comparison.source().starts_with("Source: {n} {group} ("));
    }

    #[test]
    fn a_file_of_another_pack_or_none_at_all_is_refused_in_a_line() {
        let refusal = |json: &str| read(json, "").unwrap_err();
        assert_eq!(
            refusal(&FILE.replace("\"p\"", "\"q\"")),
            "is about q 1, and this is p 1: name one about this version, or none"
        );
        assert!(refusal(&FILE.replace("\"version\": \"1\"", "\"version\": \"2\"")).contains("is about p 2"));
        assert!(refusal(&FILE.replace("\"n\": 40", "\"n\": 4")).starts_with("is refused: all.scores: "));
        assert!(refusal("{").starts_with("is no JSON"));
    }

    #[test]
    fn too_few_responses_show_nothing() {
        assert!(read(&FILE.replace("\"min\": 12", "\"min\": 41"), "").unwrap().is_none());
    }

    #[test]
    fn every_word_has_the_same_places_in_both_languages() {
        let places = |text: &str| {
            let mut names: Vec<&str> = text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
            names.sort_unstable();
            names.join(" ")
        };
        let (ja, en) = (Messages::of("ja-JP"), Messages::of("fr"));
        for (one, other) in [(ja.rank, en.rank), (ja.band, en.band), (ja.share, en.share), (ja.source, en.source)] {
            assert_eq!(places(one), places(other));
        }
    }
}
